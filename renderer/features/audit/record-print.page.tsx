import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { AuditPrint } from '../../../preload/contract/audit/audit.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { sheets } from '../../print/paper.ts';
import { PaperChoice } from '../../print/paper-choice.tsx';
import { PrintScreen, type PrintWords } from '../../print/print-screen.tsx';
import { splitRecord } from '../../print/record-pages.ts';
import { RecordSheet } from '../../print/record-sheet.tsx';
import { usePrintCommands } from '../../print/use-print-commands.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { filterOf, fromSearch, toSearch } from './record-filter.ts';

const words: PrintWords = {
  id: 'record',
  group: 'View',
  print: 'Print the access record',
  pdf: 'Save the access record as PDF',
  back: 'Back to the access record',
};

/** The access record before it is printed, narrowed as the address says. */
export function RecordPrintPage() {
  const trpc = useTrpc();
  const [search] = useSearchParams();
  const choices = fromSearch(search);
  const record = useQuery(trpc.audit.print.queryOptions(filterOf(choices)));
  // What is printed stays as it was read: printing adds an entry of its own.
  const [read, setRead] = useState<AuditPrint | null>(null);
  if (read === null && record.data) setRead(record.data);
  if (record.error && !read) return <ErrorNotice error={record.error} onRetry={() => void record.refetch()} />;
  return read && <PrintedRecord record={read} backTo={`/settings/access-record${toSearch(choices)}`} />;
}

function PrintedRecord({ record, backTo }: { readonly record: AuditPrint; readonly backTo: string }) {
  const [paper, setPaper] = useState(record.paper);
  const sheet = sheets[paper];
  const pages = useMemo(() => splitRecord(record.entries, sheet, record.narrowed), [record, sheet]);
  const commands = usePrintCommands({ fileName: `Access record ${record.printedAt.slice(0, 10)}`, paper, backTo });
  return (
    <PrintScreen
      words={words}
      facts={record.count === 1 ? '1 entry' : `${record.count.toLocaleString('en-US')} entries`}
      pages={pages.length}
      sheet={sheet}
      sheets={pages.map((page) => (
        <RecordSheet key={page.number} record={record} page={page} pages={pages.length} sheet={sheet} />
      ))}
      commands={commands}
    >
      <PaperChoice paper={paper} choose={setPaper} />
      {record.entries.length < record.count && (
        <p>
          Only the newest {record.entries.length.toLocaleString('en-US')} of {record.count.toLocaleString('en-US')} entries are printed. Go
          back and choose fewer days for the others.
        </p>
      )}
      <p>That it was printed comes into the record too.</p>
    </PrintScreen>
  );
}
