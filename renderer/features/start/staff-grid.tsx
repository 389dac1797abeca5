import type { ClipboardEvent, KeyboardEvent } from 'react';
import type { SheetPreview } from '../../../preload/contract/rostering/rostering.ts';
import { cellOfUnread, headingLines } from './staff-marks.ts';
import { putBlock, readStaffTable, setCell, type StaffTable } from './staff-table.ts';
import styles from './start.module.css';

/** Lines that can be changed here; what comes after them is read all the same. */
const mostLines = 120;

/** The sheet as a small table to correct: Enter and the arrows go from line to line, a pasted block fills from its cell on. */
export function StaffGrid({
  table,
  read,
  onChange,
  labelledBy,
}: {
  readonly table: StaffTable;
  readonly read: SheetPreview | null;
  readonly onChange: (table: StaffTable) => void;
  readonly labelledBy: string;
}) {
  const headings = Math.min(headingLines(read), table.length);
  const marks = new Set(
    (read?.unread ?? []).flatMap((unread) => {
      const cell = cellOfUnread(table, unread);
      return cell ? [`${cell.row}-${cell.column}`] : [];
    }),
  );
  const out = new Set(read?.leftOut.map(({ line }) => line - 1));
  const width = table[0]?.length ?? 0;
  const widths = Array.from({ length: width }, (_, column) => widthOf(table, column));
  const lines = table.slice(0, mostLines);
  // One line more than there is, to go on typing.
  const shown = table.length < mostLines ? [...lines, Array.from({ length: width }, () => '')] : lines;

  const onPaste = (event: ClipboardEvent) => {
    const place = placeOf(event.target);
    const text = event.clipboardData.getData('text/plain').replace(/\r?\n$/, '');
    if (!place || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    onChange(putBlock(table, place.row, place.column, readStaffTable(text)));
  };

  const handlers = { onKeyDown, onPaste };
  return (
    <div className={styles.pasted}>
      <table aria-labelledby={labelledBy} {...handlers}>
        <tbody>
          {shown.map((cells, row) => (
            <tr key={row} data-head={row < headings || undefined} data-out={out.has(row) || undefined}>
              {cells.map((cell, column) => (
                <td key={column} data-look={marks.has(`${row}-${column}`) || undefined}>
                  <input
                    value={cell}
                    data-cell={`${row}-${column}`}
                    {...(row === 0 && column === 0 ? { 'data-answer': 'staff' } : {})}
                    aria-label={cellName(table, row, column, headings)}
                    style={{ width: `${widths[column] ?? 5}ch` }}
                    autoComplete="off"
                    spellCheck={false}
                    onFocus={(event) => event.target.select()}
                    onChange={(event) => onChange(setCell(table, row, column, event.target.value))}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.length > mostLines && <p className={styles.more}>and {(table.length - mostLines).toLocaleString('en-US')} more lines</p>}
    </div>
  );
}

/** Enter and the arrows go from line to line. */
function onKeyDown(event: KeyboardEvent<HTMLTableElement>): void {
  const place = placeOf(event.target);
  if (!place || event.ctrlKey || event.metaKey || event.altKey) return;
  const down = event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey);
  const up = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey);
  if (!down && !up) return;
  event.preventDefault();
  event.currentTarget.querySelector<HTMLInputElement>(`[data-cell="${place.row + (down ? 1 : -1)}-${place.column}"]`)?.focus();
}

/** Read out: the person and the heading of the column. */
function cellName(table: StaffTable, row: number, column: number, headings: number): string {
  const heading = headings > 0 ? table[headings - 1]?.[column] : '';
  if (row < headings) return heading ? `Heading ${heading}` : `Heading ${column + 1}`;
  const name = table[row]?.[0] || `Line ${row + 1}`;
  return column === 0 ? `Name in line ${row + 1}` : `${name}, ${heading || `column ${column + 1}`}`;
}

function placeOf(target: EventTarget): { readonly row: number; readonly column: number } | null {
  const [row, column] = (target instanceof HTMLInputElement ? (target.dataset['cell'] ?? '') : '').split('-').map(Number);
  return row === undefined || column === undefined ? null : { row, column };
}

/** Wide enough for most of its texts, in ch: letters are narrower than the digit that unit is. */
function widthOf(table: StaffTable, column: number): number {
  const longest = Math.max(0, ...table.slice(0, mostLines).map((row) => row[column]?.length ?? 0));
  return Math.max(column === 0 ? 12 : 5, Math.min(column === 0 ? 22 : 15, Math.ceil(longest * 0.82 + 1.6)));
}
