import type { PrintWeek } from '../../preload/contract/rostering/print-week.ts';
import type { Measures } from './measures.ts';
import type { Sheet } from './paper.ts';
import { lineCount, textWidth } from './text-width.ts';

/** White between the parts of a head and of a foot, in points. */
export const partGap = 12;
export const groupRule = 1.2;

/** The foot's right part. */
export const footText = (week: PrintWeek, page: number, pages: number) => `${week.printedAt}, page ${page} of ${pages}`;

/** What the changed cells are compared with, as the foot says it, or ''. */
export const changedText = (week: PrintWeek) =>
  week.changedSince === null || week.changeCount === 0 ? '' : `changed since ${week.changedSince} (${week.changeCount})`;

/** Heights in points of what stands on every page around the rows. */
export interface Frame {
  readonly head: number;
  readonly note: number;
  readonly days: number;
  readonly foot: number;
}

/** Measures the frame; `reasons` are closures the table has no room for, told in the foot. */
export function frameOf(week: PrintWeek, sheet: Sheet, m: Measures, withNote: boolean, reasons: readonly string[]): Frame {
  const title = textWidth(week.title, m.title, 700) + textWidth(` (${week.weekNumber})`, m.title * 0.6) + 4;
  const side = (sheet.width - title) / 2 - partGap;
  const left = lineCount(`${week.practiceName}, ${week.locationName}`, m.meta, side, 700);
  const right = lineCount(`${week.version}, ${week.replaces}`, m.meta, side - 10, 700);
  const note = withNote && week.note !== '' ? lineCount(`Note: ${week.note}`, m.meta, sheet.width, 400) : 0;

  const printed = textWidth(footText(week, 99, 99), m.foot) + partGap;
  const legend = week.legend.reduce((sum, { code, name }) => sum + textWidth(`${code} `, m.foot, 700) + textWidth(name, m.foot) + 7, 0);
  const changed = changedText(week) === '' ? 0 : textWidth(changedText(week), m.foot) + 26;
  const closures = reasons.reduce((sum, reason) => sum + textWidth(reason, m.foot) + 10, 0);
  const foot = Math.ceil(((legend + changed + closures) * 1.06) / (sheet.width - printed));

  return {
    head: Math.max(m.title * 1.15, Math.max(left, right) * m.meta * 1.2 + 1) + 4,
    note: note === 0 ? 0 : note * m.meta * 1.25 + 4,
    days: m.day * 1.1 + (m.hoursBelow ? m.tail * 1.15 : 0) + 3,
    foot: Math.max(1, foot) * m.foot * 1.3 + 5,
  };
}

/** Height left for rows. */
export const roomFor = (sheet: Sheet, frame: Frame) => sheet.height - frame.head - frame.note - frame.days - frame.foot - groupRule;
