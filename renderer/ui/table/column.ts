import type { ReactNode } from 'react';

/** A column of a list. */
export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  /** A track of CSS grid: `8rem`, `minmax(10rem, 2fr)`. The thing's own name gets the room. */
  readonly width: string;
  /** Numbers stand right, in tabular figures. */
  readonly number?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** What the filter box looks through and, unless `sort` says otherwise, what the column is sorted by. */
  readonly text?: (row: Row) => string;
  readonly sort?: (row: Row) => string | number;
  /** Goes first when the room gets scarce: when a side panel opens, or in a narrow window. */
  readonly secondary?: boolean;
}

export interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}

const collator = new Intl.Collator('en-US', { numeric: true, sensitivity: 'base' });

/** Text for looking into: lower case, without accents. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase('en-US');
}

/** The rows in which every word of `filter` occurs in some column's text. */
export function filterRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], filter: string): readonly Row[] {
  const words = plain(filter).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = plain(columns.map((column) => column.text?.(row) ?? '').join('\n'));
    return words.every((word) => text.includes(word));
  });
}

/** The rows in the order of a column; rows that are equal there keep their order. Rows without a value come last, either way. */
export function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sorting: Sorting | null): readonly Row[] {
  const column = sorting && columns.find(({ key }) => key === sorting.key);
  const valueOf = column?.sort ?? column?.text;
  if (!sorting || !valueOf) return rows;
  const sign = sorting.descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    if (left === '' || right === '') return Number(left === '') - Number(right === '');
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * collator.compare(String(left), String(right));
  });
}

/** The next sorting when a head is pressed: up, down, then as it came. */
export function nextSorting(sorting: Sorting | null, key: string): Sorting | null {
  if (sorting?.key !== key) return { key, descending: false };
  return sorting.descending ? null : { key, descending: true };
}
