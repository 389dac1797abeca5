import Button from '@mui/material/Button';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { FileDown, Printer } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useTrpc } from '../../api/api-provider.tsx';
import { refusalOf } from '../../api/refusal.ts';
import { fetchDownload } from '../../api/fetch-download.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { showNotice } from '../../ui/notices/notice.store.ts';
import { Section } from '../../ui/section.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { RecordCheck } from './record-check.tsx';
import { recordColumns } from './record-columns.tsx';
import { everything, filterOf, fromSearch, narrows, toSearch, type RecordChoices } from './record-filter.ts';
import { RecordFilters } from './record-filters.tsx';
import styles from './access-record.module.css';

/** Entries fetched at once. */
const page = 500;

const countEntries = (count: number): string => (count === 1 ? '1 entry' : `${count.toLocaleString('en-US')} entries`);

/** Who signed in, looked, printed, exported: to search, check, print and take along. What is chosen stands in the address. */
export function AccessRecord() {
  const trpc = useTrpc();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [choices, setChoices] = useState(() => fromSearch(search));
  const chosen = useDeferredValue(choices);
  const overview = useQuery(trpc.audit.overview.queryOptions());
  const record = useInfiniteQuery(
    trpc.audit.list.infiniteQueryOptions(
      { ...filterOf(chosen), limit: page },
      { getNextPageParam: ({ nextCursor }) => nextCursor, placeholderData: (before) => before },
    ),
  );
  const entries = useMemo(() => record.data?.pages.flatMap((one) => one.entries) ?? [], [record.data]);
  const exportRecord = useExport();
  const count = record.data?.pages[0]?.count ?? 0;

  const change = (next: RecordChoices) => {
    setChoices(next);
    setSearch(toSearch(next), { replace: true });
  };
  const error = record.error ?? overview.error;
  if (error && !record.data) return <ErrorNotice error={error} onRetry={() => void record.refetch()} />;
  if (!record.data || !overview.data) return null;
  return (
    <Section
      title="Access record"
      facts={narrows(chosen) ? `${count.toLocaleString('en-US')} of ${countEntries(overview.data.count)}` : countEntries(count)}
      wide
      tools={
        <>
          <Button
            startIcon={<FileDown size={16} strokeWidth={1.5} aria-hidden />}
            disabled={count === 0 || exportRecord.isPending}
            onClick={() => exportRecord.mutate(filterOf(choices))}
          >
            Export
          </Button>
          <Button
            startIcon={<Printer size={16} strokeWidth={1.5} aria-hidden />}
            disabled={count === 0}
            onClick={() => void navigate(`/settings/access-record/print${toSearch(choices)}`)}
          >
            Print
          </Button>
        </>
      }
    >
      <RecordCheck last={overview.data.lastCheck} />
      <RecordFilters choices={choices} actors={overview.data.actors} change={change} />
      <div className={styles.table}>
        <DataTable
          label="Access record"
          rows={entries}
          rowId={({ id }) => id}
          columns={recordColumns}
          empty={narrows(chosen) ? <NoMatch onClear={() => change(everything)} /> : <NothingYet />}
        />
      </div>
      {record.hasNextPage && (
        <div className={styles.more}>
          <span>
            The newest {entries.length.toLocaleString('en-US')} of {countEntries(count)}
          </span>
          <Button disabled={record.isFetchingNextPage} onClick={() => void record.fetchNextPage()}>
            Show older ones
          </Button>
        </div>
      )}
    </Section>
  );
}

function NothingYet() {
  return (
    <EmptyState title="Nothing is recorded yet">
      Sign-ins, looks at pay, prints, exports, imports and backups are written down here by themselves. Nobody can change or remove them.
    </EmptyState>
  );
}

function NoMatch({ onClear }: { readonly onClear: () => void }) {
  return (
    <EmptyState title="Nothing here matches" action={{ label: 'Show everything', perform: onClear }}>
      Try fewer words, another kind or more days.
    </EmptyState>
  );
}

/** Saves the record as CSV where the host keeps files, and through the browser otherwise. */
function useExport() {
  const trpc = useTrpc();
  return useMutation(
    trpc.audit.export.mutationOptions({
      onSuccess: ({ saved, fileName, count, download }) => {
        if (!saved) return;
        if (download !== undefined) fetchDownload(download, fileName ?? 'Access record.csv');
        showNotice({ tone: 'done', text: `${countEntries(count)} ${count === 1 ? 'is' : 'are'} saved in ${fileName ?? 'the file'}.` });
      },
      onError: (error) => showNotice({ tone: 'refused', text: refusalOf(error).message }),
    }),
  );
}
