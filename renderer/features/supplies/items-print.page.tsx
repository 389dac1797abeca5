import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ItemLine } from '../../../preload/contract/supplies/catalogue.ts';
import { useMe } from '../../api/access.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { usePractice } from '../../api/practice-queries.ts';
import { Choice, Choices } from '../../print/choices.tsx';
import { splitList, type ListColumn } from '../../print/list-pages.ts';
import { ListSheet, type ListPaper } from '../../print/list-sheet.tsx';
import { PaperChoice } from '../../print/paper-choice.tsx';
import { sheets } from '../../print/paper.ts';
import { PrintScreen, type PrintWords } from '../../print/print-screen.tsx';
import { usePrintCommands } from '../../print/use-print-commands.ts';
import { amountText, perUnitText } from '../../ui/cost-text.ts';
import { shortDate } from '../../ui/dates.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { isInView, viewOf, viewsOf } from './items/item-filter.ts';
import { countItems } from './supplies-words.ts';

const words: PrintWords = {
  id: 'items',
  group: 'Supplies',
  print: 'Print the items',
  pdf: 'Save the items as PDF',
  back: 'Back to the items',
};

const columnsOf = (withPrices: boolean): readonly ListColumn<ItemLine>[] => [
  { head: 'Item', share: 5, text: ({ name }) => name },
  { head: 'Counted as', share: 1.4, text: ({ baseUnit }) => baseUnit },
  { head: 'Code', share: 1.6, text: ({ code }) => code },
  { head: 'Category', share: 2, text: ({ categoryName }) => categoryName },
  { head: 'Bought from', share: 2.4, text: ({ vendorName }) => vendorName },
  { head: 'Their number', share: 1.8, text: ({ vendorNumber }) => vendorNumber },
  { head: 'Pack', share: 2, text: ({ packText }) => packText },
  ...(withPrices
    ? ([
        { head: 'Price, $', share: 1.1, number: true, text: ({ cost }) => (cost ? amountText(cost.cents) : '') },
        { head: 'Each, $', share: 1.1, number: true, text: ({ cost }) => (cost ? perUnitText(cost.cents, cost.baseUnits) : '') },
      ] satisfies readonly ListColumn<ItemLine>[])
    : []),
];

/** The list of items before it is printed, narrowed as the address says. */
export function ItemsPrintPage() {
  const trpc = useTrpc();
  const items = useQuery(trpc.supplies.catalogue.item.list.queryOptions());
  if (items.error && !items.data) return <ErrorNotice error={items.error} onRetry={() => void items.refetch()} />;
  return items.data && <PrintedItems items={items.data} />;
}

function PrintedItems({ items }: { readonly items: readonly ItemLine[] }) {
  const { practice, today } = usePractice();
  const { name } = useMe();
  const [search] = useSearchParams();
  const [paper, setPaper] = useState(practice.paper);
  const [prices, setPrices] = useState(false);
  const mayShow = items.some(({ cost }) => cost !== undefined);
  const view = viewOf(search);
  const sheet = sheets[paper];
  const columns = useMemo(() => columnsOf(prices && mayShow), [prices, mayShow]);
  const shown = useMemo(() => items.filter((item) => isInView(item, view, today)), [items, view, today]);
  const pages = useMemo(() => splitList(shown, columns, sheet), [shown, columns, sheet]);
  const narrowed = view === 'all' ? '' : (viewsOf(items, today).find(({ value }) => value === view)?.label ?? '');
  const commands = usePrintCommands({ fileName: `Items ${today}`, paper, backTo: `/supplies/items?${search.toString()}` });
  const list: ListPaper = {
    practiceName: practice.name,
    title: 'Items',
    narrowed,
    printed: `Printed ${shortDate(today, '')}${name ? ` by ${name}` : ''}`,
    foot: countItems(shown.length),
  };
  return (
    <PrintScreen
      words={words}
      facts={countItems(shown.length)}
      pages={pages.length}
      sheet={sheet}
      sheets={pages.map((page) => (
        <ListSheet key={page.number} list={list} columns={columns} page={page} pages={pages.length} rowKey={({ id }) => id} sheet={sheet} />
      ))}
      commands={commands}
    >
      <PaperChoice paper={paper} choose={setPaper} />
      {mayShow && (
        <Choices legend="Prices">
          <Choice name="prices" chosen={!prices} choose={() => setPrices(false)} label="Without, for the wall" />
          <Choice name="prices" chosen={prices} choose={() => setPrices(true)} label="With prices" />
        </Choices>
      )}
    </PrintScreen>
  );
}
