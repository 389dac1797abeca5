import type { Sheet } from './paper.ts';
import { lineCount } from './text-width.ts';

/** Type sizes and white of a printed list, in points. */
export const listMeasures = { row: 9, leading: 1.25, above: 2, title: 15, meta: 9, foot: 8, head: 8.5, gap: 10 } as const;

/** A column of a printed list; widths are shares of the sheet. */
export interface ListColumn<Row> {
  readonly head: string;
  readonly share: number;
  readonly number?: boolean;
  readonly text: (row: Row) => string;
}

export interface ListPage<Row> {
  readonly number: number;
  readonly rows: readonly Row[];
}

/** Widths of the columns in points. */
export function columnWidths<Row>(columns: readonly ListColumn<Row>[], sheet: Sheet): readonly number[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const room = sheet.width - listMeasures.gap * (columns.length - 1);
  return columns.map(({ share }) => (room * share) / shares);
}

/** Puts the rows on pages: each as high as its longest cell wraps. At least one page. */
export function splitList<Row>(rows: readonly Row[], columns: readonly ListColumn<Row>[], sheet: Sheet): ListPage<Row>[] {
  const { row: size, leading, above, title, foot, head } = listMeasures;
  const widths = columnWidths(columns, sheet);
  const room = sheet.height - (title * 1.15 + 6) - (head * leading + 7) - (foot * 1.3 + 8);
  const pages: Row[][] = [[]];
  let left = room;
  for (const row of rows) {
    const lines = Math.max(1, ...columns.map(({ text }, index) => lineCount(text(row), size, widths[index] ?? size)));
    const height = lines * size * leading + 2 * above + 0.4;
    if (height > left && pages.at(-1)?.length !== 0) {
      pages.push([]);
      left = room;
    }
    pages.at(-1)?.push(row);
    left -= height;
  }
  return pages.map((page, index) => ({ number: index + 1, rows: page }));
}
