import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useParams } from 'react-router';
import type { CountLineView, CountView } from '../../../../preload/contract/supplies/counts.ts';
import { useMe } from '../../../api/access.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { usePractice } from '../../../api/practice-queries.ts';
import { Choice, Choices } from '../../../print/choices.tsx';
import { splitList, type ListColumn } from '../../../print/list-pages.ts';
import { ListSheet, type ListPaper } from '../../../print/list-sheet.tsx';
import { PaperChoice } from '../../../print/paper-choice.tsx';
import { sheets } from '../../../print/paper.ts';
import { PrintScreen, type PrintWords } from '../../../print/print-screen.tsx';
import { usePrintCommands } from '../../../print/use-print-commands.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';

const words: PrintWords = {
  id: 'count',
  group: 'Supplies',
  print: 'Print the count sheet',
  pdf: 'Save the count sheet as PDF',
  back: 'Back to the count',
};

/** A line to write on. */
const blank = '____________';

const columnsOf = (withExpected: boolean): readonly ListColumn<CountLineView>[] => [
  { head: 'Shelf', share: 1.2, text: ({ shelf }) => shelf },
  { head: 'Item', share: 5, text: ({ name }) => name },
  { head: 'Counted as', share: 1.6, text: ({ baseUnit }) => baseUnit },
  { head: 'Packs', share: 2.4, text: packsText },
  { head: 'Lot, expires', share: 2.2, text: ({ lotNumber, expiresOn }) => [lotNumber, expiresOn].filter(Boolean).join(', ') },
  ...(withExpected
    ? ([
        {
          head: 'Should be',
          share: 1.2,
          number: true,
          text: ({ shouldBe }) => (shouldBe === null ? '' : shouldBe.toLocaleString('en-US')),
        },
      ] satisfies readonly ListColumn<CountLineView>[])
    : []),
  { head: 'Counted', share: 2, number: true, text: ({ counted }) => (counted === null ? blank : counted.toLocaleString('en-US')) },
];

function packsText({ packs }: CountLineView): string {
  return packs
    .filter((pack) => pack.baseUnits > 1)
    .map((pack) => `${pack.code} ${pack.baseUnits.toLocaleString('en-US')}`)
    .join(', ');
}

/** The sheet of a count, to go from shelf to shelf with a pencil. */
export function CountPrintPage() {
  const trpc = useTrpc();
  const { countId = '' } = useParams();
  const { data, error, refetch } = useQuery(trpc.supplies.counts.get.queryOptions({ countId }));
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  return data && <PrintedCount count={data} />;
}

function PrintedCount({ count }: { readonly count: CountView }) {
  const { practice, today } = usePractice();
  const { name } = useMe();
  const [paper, setPaper] = useState(practice.paper);
  const [expected, setExpected] = useState(false);
  const blind = count.list.every(({ shouldBe }) => shouldBe === null);
  const sheet = sheets[paper];
  const columns = useMemo(() => columnsOf(expected && !blind), [expected, blind]);
  const pages = useMemo(() => splitList(count.list, columns, sheet), [count.list, columns, sheet]);
  const commands = usePrintCommands({ fileName: `Count ${count.label} ${today}`, paper, backTo: `/supplies/count/${count.id}` });
  const lines = count.list.length === 1 ? '1 line' : `${count.list.length} lines`;
  const list: ListPaper = {
    practiceName: practice.name,
    title: `Count ${count.label}: ${count.room}`,
    narrowed: 'Counted by ____________________',
    printed: `Printed ${today}${name ? ` by ${name}` : ''}`,
    foot: `${lines}. Write packs and the rest as they stand there: 2 boxes and 35.`,
  };
  return (
    <PrintScreen
      words={words}
      facts={lines}
      pages={pages.length}
      sheet={sheet}
      sheets={pages.map((page) => (
        <ListSheet key={page.number} list={list} columns={columns} page={page} pages={pages.length} rowKey={({ id }) => id} sheet={sheet} />
      ))}
      commands={commands}
    >
      <PaperChoice paper={paper} choose={setPaper} />
      {!blind && (
        <Choices legend="What should be there">
          <Choice name="expected" chosen={!expected} choose={() => setExpected(false)} label="Left out" />
          <Choice name="expected" chosen={expected} choose={() => setExpected(true)} label="Printed" />
        </Choices>
      )}
    </PrintScreen>
  );
}
