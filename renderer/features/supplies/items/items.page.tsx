import Button from '@mui/material/Button';
import { useMutation, useQuery } from '@tanstack/react-query';
import { FileDown, Plus, Printer, Upload } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { ItemLine } from '../../../../preload/contract/supplies/catalogue.ts';
import { useMay } from '../../../api/access.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { fetchDownload } from '../../../api/fetch-download.ts';
import { usePractice } from '../../../api/practice-queries.ts';
import { refusalOf } from '../../../api/refusal.ts';
import { useWrite } from '../../../app/use-write.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import form from '../../../ui/form/form.module.css';
import { showNotice } from '../../../ui/notices/notice.store.ts';
import { PageHead } from '../../../ui/page-head.tsx';
import { DataTable } from '../../../ui/table/data-table.tsx';
import styles from '../supplies.module.css';
import { countItems } from '../supplies-words.ts';
import { itemColumns } from './item-columns.tsx';
import { isInView, viewOf, viewsOf } from './item-filter.ts';
import { ItemPanel } from './item-panel.tsx';
import { ItemsBulk } from './items-bulk.tsx';

const nothing: readonly ItemLine[] = [];

/** Everything that is stocked, with one item in the panel. `/supplies/items/new` adds one; `?show=` narrows the list. */
export function ItemsPage() {
  const { today } = usePractice();
  const trpc = useTrpc();
  const navigate = useNavigate();
  const may = useMay();
  const { id: openId = null } = useParams();
  const [search, setSearch] = useSearchParams();
  const { data, error, refetch } = useQuery(trpc.supplies.catalogue.item.list.queryOptions());
  const items = data ?? nothing;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const archive = useWrite(trpc.supplies.catalogue.item.archive.mutationOptions());
  const exportItems = useExport();
  const canWrite = may('supplies.catalogue.item.save');
  const showPrices = items.some(({ cost }) => cost !== undefined);
  const columns = useMemo(() => itemColumns(today, showPrices), [today, showPrices]);
  const views = useMemo(() => viewsOf(items, today), [items, today]);
  const view = views.some(({ value }) => value === viewOf(search)) ? viewOf(search) : 'all';
  const shown = useMemo(() => (view === 'all' ? items : items.filter((item) => isInView(item, view, today))), [items, view, today]);
  const chosenItems = items.filter(({ id }) => chosen.has(id));
  const to = (path: string) => void navigate({ pathname: path, search: search.toString() });
  const archiveItems = (gone: readonly { readonly id: string; readonly version: number }[]) => {
    archive.mutate({ items: gone.map(({ id, version }) => ({ id, version })) });
    setChosen(new Set());
    if (gone.some(({ id }) => id === openId)) to('/supplies/items');
  };
  return (
    <>
      <PageHead title="Items" facts={items.length === 0 ? undefined : countItems(items.length)}>
        {items.length > 0 && may('supplies.catalogue.item.export') && (
          <Button
            startIcon={<FileDown size={16} strokeWidth={1.5} aria-hidden />}
            disabled={exportItems.isPending}
            onClick={() => exportItems.mutate(view === 'all' ? {} : { ids: shown.map(({ id }) => id) })}
          >
            Export
          </Button>
        )}
        {items.length > 0 && (
          <Button startIcon={<Printer size={16} strokeWidth={1.5} aria-hidden />} onClick={() => to('/supplies/items/print')}>
            Print
          </Button>
        )}
        {may('supplies.catalogue.import.commit') && (
          <Button startIcon={<Upload size={16} strokeWidth={1.5} aria-hidden />} onClick={() => void navigate('/supplies/import')}>
            Import
          </Button>
        )}
        {canWrite && (
          <Button
            variant="contained"
            color="primary"
            startIcon={<Plus size={16} strokeWidth={1.5} aria-hidden />}
            onClick={() => to('/supplies/items/new')}
          >
            New item
          </Button>
        )}
      </PageHead>
      <div className={styles.page}>
        <div className={styles.list}>
          {error && !data ? (
            <ErrorNotice error={error} onRetry={() => void refetch()} />
          ) : (
            data && (
              <DataTable
                label="Items"
                rows={shown}
                rowId={({ id }) => id}
                columns={columns}
                openId={openId}
                onOpen={({ id }) => to(`/supplies/items/${id}`)}
                {...(canWrite ? { selection: { chosen, onChange: setChosen } } : {})}
                {...(items.length === 0 ? {} : { filterLabel: 'Filter items' })}
                narrow={openId !== null}
                empty={<ItemsEmpty canWrite={canWrite} />}
                tools={
                  views.length > 1 && (
                    <select
                      className={`${form.input} ${styles.choice}`}
                      aria-label="Show"
                      value={view}
                      onChange={(event) => setSearch(event.target.value === 'all' ? {} : { show: event.target.value }, { replace: true })}
                    >
                      {views.map(({ value, label }) => (
                        <option key={value} value={value}>
                          {label}
                        </option>
                      ))}
                    </select>
                  )
                }
              />
            )
          )}
          {chosenItems.length > 0 && (
            <ItemsBulk items={chosenItems} onArchive={() => archiveItems(chosenItems)} onDone={() => setChosen(new Set())} />
          )}
        </div>
        {data && openId !== null && (openId !== 'new' || canWrite) && (
          <ItemPanel
            key={openId}
            id={openId === 'new' ? null : openId}
            canWrite={canWrite}
            onClose={() => to('/supplies/items')}
            onAdded={(id) => void navigate(`/supplies/items/${id}`, { replace: true })}
            onArchive={(item) => archiveItems([item])}
          />
        )}
      </div>
    </>
  );
}

/** Before anything is there: how a vendor's list comes in. */
function ItemsEmpty({ canWrite }: { readonly canWrite: boolean }) {
  const navigate = useNavigate();
  const may = useMay();
  if (!canWrite) {
    return (
      <div className={styles.teach}>
        <h2>Nothing is listed yet</h2>
        <p>Whoever manages the practice brings in what is stocked.</p>
      </div>
    );
  }
  return (
    <div className={styles.teach}>
      <h2>Nothing is listed yet</h2>
      <p>
        Ask a vendor for your price list or order history as a file (Excel or CSV), or copy the rows, and bring it in: items, packs, numbers
        and prices come along. You see what will be added before anything is.
      </p>
      <div>
        {may('supplies.catalogue.import.commit') && (
          <Button variant="contained" color="primary" onClick={() => void navigate('/supplies/import')}>
            Import a vendor’s list
          </Button>
        )}
        <Button onClick={() => void navigate('/supplies/items/new')}>Add one item</Button>
      </div>
    </div>
  );
}

/** Saves the items as CSV where the host keeps files, and through the browser otherwise. */
function useExport() {
  const trpc = useTrpc();
  return useMutation(
    trpc.supplies.catalogue.item.export.mutationOptions({
      onSuccess: ({ saved, fileName, count, download }) => {
        if (!saved) return;
        if (download !== undefined) fetchDownload(download, fileName ?? 'Items.csv');
        showNotice({ tone: 'done', text: `${countItems(count)} ${count === 1 ? 'is' : 'are'} saved in ${fileName ?? 'the file'}.` });
      },
      onError: (error) => showNotice({ tone: 'refused', text: refusalOf(error).message }),
    }),
  );
}
