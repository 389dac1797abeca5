import type { PrintCell, PrintRow, PrintWeek } from '../../preload/contract/rostering/print-week.ts';
import type { Sheet } from './paper.ts';
import { longestWord, slack, textWidth } from './text-width.ts';

/** All sizes and widths of a printed week, in points. */
export interface Measures {
  /** Type sizes. */
  readonly time: number;
  readonly name: number;
  readonly day: number;
  readonly tail: number;
  readonly typed: number;
  readonly open: number;
  readonly title: number;
  readonly meta: number;
  readonly foot: number;
  readonly code: number;
  readonly word: number;
  /** Height of a row of one line, before what is left of the page is shared out. */
  readonly row: number;
  /** Column widths. */
  readonly spine: number;
  readonly names: number;
  readonly days: readonly number[];
  /** Days that are closed and hold nothing: their columns are narrow. */
  readonly shut: readonly boolean[];
  /** Start right-aligned in `start`, then the dash and the end in `end`, so that the dashes stand in one line. */
  readonly start: number;
  readonly end: number;
  /** White at the left of a day, and between end and tail. */
  readonly pad: number;
  readonly gap: number;
  /** Whether the opening hours of a day stand under its name. */
  readonly hoursBelow: boolean;
}

/** Nothing on the wall is smaller. */
export const smallestType = 7.5;
/** White at the right of a day; with the mark of a change it is more. */
export const rightPad = 3;
export const markRoom = 12;
/** White beside a name. */
export const namePad = 5;

const between = (low: number, value: number, high: number) => Math.min(high, Math.max(low, value));

/** Row height to type size: airy when there is room, tight when there is not. */
export const leadingOf = (time: number) => between(1.22, 1.22 + (time - 8.4) * 0.072, 1.75);

/** Line heights within a row, to their type size. */
export const lineHeight = { time: 1.1, name: 1.1, tail: 1.15, typed: 1.15, open: 1.3 } as const;

/** Rows of a week in the order they are printed, without the open shifts. */
export const allRows = (week: PrintWeek): readonly PrintRow[] => week.groups.flatMap(({ rows }) => rows);

const cellsOf = (week: PrintWeek): readonly PrintCell[] => allRows(week).flatMap(({ cells }) => cells);

/** The end of a shift with the dash before it. */
export const endText = (end: string) => (end === '' || /^[–-]/.test(end) ? end : `–${end}`);

function isShut(week: PrintWeek, day: number): boolean {
  if (week.days[day]?.closed === null) return false;
  const rows = week.openRow ? [...allRows(week), week.openRow] : allRows(week);
  return rows.every((row) => (row.cells[day]?.lines.length ?? 0) === 0);
}

/** What a fit tries: times of `time` points, a row of one line `row` points high, names in at most `namesShare` of the width. */
export interface Setting {
  readonly time: number;
  readonly row: number;
  readonly namesShare: number;
}

/** "closed for Thanksgiving", or "closed" where the reason says no more than that. */
export function closedText(reason: string): string {
  const said = reason.trim();
  if (said === '') return 'closed';
  return /^closed\b/i.test(said) ? `closed${said.slice('closed'.length)}` : `closed for ${said}`;
}

/** Width of a closed day's narrow column: wide enough for the reason across where no group is high enough to write it upwards. */
function shutWidth(week: PrintWeek, closed: string, head: number, tail: number, row: number): number {
  const said = closedText(closed);
  const tallest = row * Math.max(...week.groups.map(({ rows }) => rows.length));
  const across = textWidth(said, smallestType) + 16 > tallest ? Math.min(84, longestWord(said, tail) * 1.06 + 9) : 0;
  return Math.max(52, head, across);
}

/** Widths and type sizes of a setting. */
export function measure(week: PrintWeek, sheet: Sheet, { time, row, namesShare }: Setting): Measures {
  const name = time + 0.2;
  const day = time + 1.2;
  const tail = Math.max(smallestType, time * 0.73);
  const open = Math.max(8, time * 0.89);
  const pad = time * 0.42;
  const spine = 12 + time * 0.85;

  const widest = Math.max(
    ...allRows(week).map((row) => textWidth(row.name, name, 700)),
    week.openRow ? textWidth(week.openRow.name, open, 700) : 0,
  );
  const names = between(84, widest / (1 - slack) + 2 * namePad + 0.5, sheet.width * namesShare);

  const shifts = cellsOf(week).flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'shift'));
  const start = Math.max(textWidth('8', time, 500), ...shifts.map((line) => textWidth(line.start, time, 500)));
  const end = Math.max(textWidth('–5', time, 500), ...shifts.map((line) => textWidth(endText(line.end), time, 500)));

  const headWidth = (head: string) => textWidth(head, day, 700) + pad + rightPad + 3;
  const shut = week.days.map((_, index) => isShut(week, index));
  const narrow = week.days.map((one, index) => (shut[index] ? shutWidth(week, one.closed ?? '', headWidth(one.head), tail, row) : 0));
  const wide = (sheet.width - spine - names - narrow.reduce((sum, width) => sum + width, 0)) / Math.max(1, shut.filter((is) => !is).length);

  return {
    time,
    name,
    day,
    tail,
    typed: Math.max(smallestType, time * 0.85),
    open,
    title: between(13, 13 + (time - 9) * 1.43, 18),
    meta: between(8.5, 9 + (time - 9) * 0.36, 10.5),
    foot: between(smallestType, time * 0.68, 8.5),
    code: between(8.5, time * 0.85, 11),
    word: between(smallestType, time * 0.68, 8.5),
    row,
    spine,
    names,
    days: narrow.map((width) => (width > 0 ? width : wide)),
    shut,
    start,
    end,
    pad,
    gap: time * 0.4,
    hoursBelow: week.days.some(
      (one, index) => one.hours !== '' && !shut[index] && headWidth(one.head) + textWidth(one.hours, tail) + 5 > wide,
    ),
  };
}

/** Whether a shift without its tail fits into every day. */
export function timesFit({ pad, start, end, days, shut }: Measures): boolean {
  return days.every((width, day) => shut[day] || width >= pad + start + end + markRoom);
}
