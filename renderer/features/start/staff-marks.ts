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

/** How many lines at the top are headings: those above the first person, taken or left out. */
export function headingLines(read: SheetPreview | null): number {
  const lines = [...(read?.people ?? []), ...(read?.leftOut ?? [])].map(({ line }) => line);
  return lines.length === 0 ? 1 : Math.max(0, Math.min(...lines) - 1);
}

/** The headings and the lines that could not be taken, to be corrected elsewhere; null when all were taken. */
export function leftOutTable(table: StaffTable, leftOut: SheetPreview['leftOut'], headings: number): StaffTable | null {
  if (leftOut.length === 0) return null;
  const lines = new Set(leftOut.map(({ line }) => line - 1));
  return table.filter((_, row) => row < headings || lines.has(row));
}
