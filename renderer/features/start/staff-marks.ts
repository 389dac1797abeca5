import type { SheetPreview } from '../../../preload/contract/rostering/rostering.ts';
import type { StaffTable } from './staff-table.ts';

type Unread = SheetPreview['unread'][number];

/** Where a cell that was not read stands in the table; null when it cannot be told. */
export function cellOfUnread(table: StaffTable, unread: Unread): { readonly row: number; readonly column: number } | null {
  const row = unread.line - 1;
  const cells = table[row];
  if (!cells) return null;
  const exact = cells.indexOf(unread.text);
  // Main puts the job's code behind a cell that stands under another job.
  const column = exact >= 0 ? exact : cells.findIndex((cell, at) => at > 0 && cell !== '' && unread.text.startsWith(cell));
  return column < 0 ? null : { row, column };
}

/** How many lines at the top are headings: those above the first person. */
export function headingLines(read: SheetPreview | null): number {
  if (!read || read.people.length === 0) return 1;
  return Math.max(0, Math.min(...read.people.map(({ line }) => line)) - 1);
}
