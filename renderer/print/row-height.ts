import type { PrintCell, PrintLine, PrintRow } from '../../preload/contract/rostering/print-week.ts';
import { endText, lineHeight, markRoom, namePad, rightPad, type Measures } from './measures.ts';
import { lineCount, slack, textWidth } from './text-width.ts';

/** White at the right of a cell, where the mark of a change stands. */
const rightOf = (cell: PrintCell) => (cell.changed ? markRoom : rightPad);

/** What follows the times: the code where it is not the row's own, then the note. */
export const tailText = (line: PrintLine) => [line.code, line.tail].filter(Boolean).join(' ');

/** Text that was not read, as it was typed. */
export const typedText = (line: PrintLine) => [line.start, line.end, line.tail].filter(Boolean).join(' ');

function tailWidth(line: PrintLine, size: number): number {
  const space = line.code !== '' && line.tail !== '' ? textWidth(' ', size) : 0;
  return textWidth(line.code, size, 700) + space + textWidth(line.tail, size);
}

/** Where a tail stands: in the column of tails, close behind its own times where it fits only there, or under them. */
export type TailPlace = 'column' | 'close' | 'below';

/** Places the tail of a shift in a day `width` points wide. */
export function tailPlace(line: PrintLine, cell: PrintCell, width: number, m: Measures): TailPlace {
  const room = (width - m.pad - m.start - m.gap - rightOf(cell)) * (1 - slack);
  const tail = tailWidth(line, m.tail);
  if (tail <= room - m.end) return 'column';
  return tail <= room - textWidth(endText(line.end), m.time, 500) ? 'close' : 'below';
}

/** White before a tail that stands below: it begins under its start where one line suffices there. */
export function belowIndent(line: PrintLine, cell: PrintCell, width: number, m: Measures): number {
  const indent = m.start - textWidth(line.start, m.time, 500);
  const room = (width - m.pad - rightOf(cell) - indent) * (1 - slack);
  return tailWidth(line, m.tail) <= room ? indent : 0;
}

/** Height in points of one entry of a person's day. */
function lineTall(line: PrintLine, cell: PrintCell, width: number, m: Measures): number {
  const inner = width - m.pad - rightOf(cell);
  if (line.kind === 'off') return m.time * lineHeight.time;
  if (line.kind === 'text') return lineCount(typedText(line), m.typed, inner) * m.typed * lineHeight.typed;
  const times = m.time * lineHeight.time;
  if (tailText(line) === '' || tailPlace(line, cell, width, m) !== 'below') return times;
  const below = inner - belowIndent(line, cell, width, m);
  return times + lineCount(tailText(line), m.tail, below, line.code === '' ? 400 : 700) * m.tail * lineHeight.tail;
}

/** What follows the first start where a day's shifts stand in one line: "–12, 1–5". */
export const togetherText = ({ lines }: PrintCell) =>
  lines.map((line, index) => (index === 0 ? endText(line.end) : `, ${line.start}${endText(line.end)}`)).join('');

/** Whether the parts of a split shift, which say nothing but their times, stand in one line: "7:30–12, 1–5". */
export function standTogether(cell: PrintCell, width: number, m: Measures): boolean {
  if (cell.lines.length < 2 || cell.lines.some((line) => line.kind !== 'shift' || tailText(line) !== '')) return false;
  return m.start + textWidth(togetherText(cell), m.time, 500) <= (width - m.pad - rightOf(cell)) * (1 - slack);
}

/** Height in points of a person's day. */
function dayTall(cell: PrintCell, width: number, m: Measures): number {
  if (standTogether(cell, width, m)) return m.time * lineHeight.time;
  return cell.lines.reduce((sum, line) => sum + lineTall(line, cell, width, m), 0);
}

/** Boxes of open shifts: padding and border at one side, white between two, and between one above and one below. */
const openBoxPad = 3.2;
const openBoxGap = 3;
const openBoxRise = 2.4;
function openWidth(line: PrintLine, m: Measures): number {
  const times = textWidth(`${line.start}${endText(line.end)}`, m.open, 500);
  const tail = tailText(line) === '' ? 0 : tailWidth(line, m.tail) + textWidth(' ', m.tail);
  return times + tail + 2 * openBoxPad;
}

/** Height of a day of open shifts, its boxes set side by side and wrapped. */
function openTall(cell: PrintCell, width: number, m: Measures): number {
  const room = (width - openBoxGap - rightOf(cell)) * (1 - slack);
  let tall = 0;
  let used = Infinity;
  for (const line of cell.lines) {
    const box = openWidth(line, m);
    if (used + openBoxGap + box <= room) {
      used += openBoxGap + box;
    } else {
      // A box that is wider than the day wraps its tail.
      const extra = Math.max(0, Math.ceil((box - room) / (room - 2 * openBoxPad)));
      tall += m.open * lineHeight.open + openBoxRise + extra * m.tail * lineHeight.tail;
      used = box;
    }
  }
  return tall;
}

/** What a row needs, in points: at least its one line, more where a name or a day wraps. */
export interface RowNeed {
  readonly height: number;
  /** How much stands out of line: a name or a day that takes another line, a tail that leaves its column. */
  readonly untidy: number;
}

const wrapCost = 4;

/** Tails of a row that stand close to their times instead of in the column. */
function strayTails(row: PrintRow, m: Measures): number {
  const stray = (cell: PrintCell, day: number) =>
    cell.lines.filter(
      (line) => line.kind === 'shift' && tailText(line) !== '' && tailPlace(line, cell, m.days[day] ?? m.names, m) === 'close',
    ).length;
  return row.cells.reduce((sum, cell, day) => sum + stray(cell, day), 0);
}

/** The need of a person's row. */
export function personNeed(row: PrintRow, m: Measures): RowNeed {
  const names = lineCount(row.name, m.name, m.names - 2 * namePad, 700) * m.name * lineHeight.name;
  const days = row.cells.map((cell, day) => dayTall(cell, m.days[day] ?? m.names, m));
  const content = Math.max(names, ...days);
  const wraps = content > m.name * lineHeight.name * 1.05;
  return { height: withWhite(content, m), untidy: (wraps ? wrapCost : 0) + strayTails(row, m) };
}

/** The need of the row of open shifts. */
export function openNeed(row: PrintRow, m: Measures): RowNeed {
  const days = row.cells.map((cell, day) => openTall(cell, m.days[day] ?? m.names, m));
  return { height: withWhite(Math.max(...days), m), untidy: 0 };
}

/** A row's height: its content with the white above and below, and never less than a row of one line. */
function withWhite(content: number, m: Measures): number {
  const white = m.row - m.time * lineHeight.time;
  return Math.max(m.row, content + Math.max(white * 0.8, 1.5));
}
