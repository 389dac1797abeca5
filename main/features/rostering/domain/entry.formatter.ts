import type { ClockFormat } from '../../../../preload/contract/practice/practice.ts';
import type { TimeOffKind } from '../../../../preload/contract/rostering/rostering.ts';
import { formatHours, formatLongTime, typedStartEnd, typedWithin } from './clock-text.ts';
import type { EntryPosition, EntryShift, EntryTimeOff, ParsedEntry } from './entry.ts';
import { mealInterval, mealMinutesOf, type MealPolicy } from './hours.ts';

export interface FormatContext {
  readonly clock: ClockFormat;
  readonly positions: readonly EntryPosition[];
  /** The row's own position, which is not written; null writes every position. */
  readonly ownPositionId: string | null;
}

/** What a cell holds, apart from text that was not read. */
export interface CellContent {
  readonly open: boolean;
  readonly shifts: readonly EntryShift[];
  readonly timeOff: EntryTimeOff | null;
}

/**
 * The text a cell is edited and copied as: as short as people write it, and read again by `parseEntry` it gives the same entry, with the row's own
 * position as null. "8-5", "7p-7a", "8-4:30 MA (Desk 1)", "8-5/30@12:30", "7:30-12, 1-5", "?8-5", "pto 4h".
 */
export function formatEntry(content: CellContent, context: FormatContext): string {
  let text = '';
  for (const shift of content.shifts) text += `${text === '' ? '' : ', '}${formatShift(shift, context)}`;
  if (content.open) text = `?${text}`;
  if (content.timeOff) text += `${text === '' ? '' : ', '}${formatTimeOff(content.timeOff)}`;
  return text;
}

/** One shift as it is typed. */
export function formatShift(shift: EntryShift, context: FormatContext): string {
  const { start, end } = typedStartEnd(shift.startMinute, shift.lengthMinutes, context.clock);
  let text = `${start}-${end}`;
  if (shift.mealMinutes !== null) text += `/${shift.mealMinutes}`;
  if (shift.mealStartMinute !== null && shift.mealMinutes !== 0) {
    text += `@${typedWithin(shift.mealStartMinute, shift.startMinute, context.clock)}`;
  }
  if (shift.positionId !== null && shift.positionId !== context.ownPositionId)
    text = withPosition(text, shift.positionId, context.positions);
  return shift.note === '' ? text : `${text} (${escapeNote(shift.note)})`;
}

function withPosition(text: string, positionId: string, positions: readonly EntryPosition[]): string {
  const position = positions.find((one) => one.id === positionId);
  if (!position) return text;
  const first = positions.find((one) => one.code === position.code);
  if (first !== position) return `${text} ${position.name}`;
  // Behind a time these two would be read as the half of the day.
  return position.code === 'AM' || position.code === 'PM' ? `${position.code} ${text}` : `${text} ${position.code}`;
}

/** Pairs of parentheses may stay; a lone one and a backslash take a backslash before them. */
function escapeNote(note: string): string {
  if (!/[\\()]/.test(note)) return note;
  let depth = 0;
  for (const character of note) {
    depth += character === '(' ? 1 : character === ')' ? -1 : 0;
    if (depth < 0) break;
  }
  return note.replace(depth === 0 ? /\\/g : /[\\()]/g, String.raw`\$&`);
}

/** "off", "pto", "pto 4h", "sick 7.5h", "vacation 4:20". */
export function formatTimeOff({ kind, minutes }: EntryTimeOff): string {
  if (minutes === null || kind === 'off') return kind;
  return minutes % 15 === 0
    ? `${kind} ${formatHours(minutes)}h`
    : `${kind} ${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** How time off is called on the screen. */
export const timeOffLabels: Readonly<Record<TimeOffKind, string>> = {
  off: 'Off',
  pto: 'PTO',
  vacation: 'Vacation',
  sick: 'Sick',
  holiday: 'Holiday',
};

export interface DescribeContext {
  readonly clock: ClockFormat;
  readonly positions: readonly EntryPosition[];
  readonly policy: MealPolicy;
  /** Said where the entry names no position; null says none. */
  readonly ownPositionId: string | null;
  /** Contract of the cell's day in minutes, for time off without hours. */
  readonly contractMinutes: number;
}

/** The hint under the editor, line by line: "8:00 am–4:30 pm, 7.5 h after 1 h lunch", "Medical assistant". */
export function describeEntry(entry: ParsedEntry, context: DescribeContext): string[] {
  if (entry.kind === 'empty') return [];
  if (entry.kind === 'unreadable') return [entry.reason];
  if (entry.kind === 'time_off') return [describeTimeOff({ kind: entry.timeOff, minutes: entry.minutes }, context)];
  const lines: string[] = [];
  for (const shift of entry.shifts) {
    lines.push(describeTimes(shift, context));
    const position = context.positions.find((one) => one.id === (shift.positionId ?? context.ownPositionId));
    const place = [position?.name, shift.note].filter(Boolean).join(', ');
    if (place !== '' && lines.at(-2) !== place) lines.push(place);
  }
  if (entry.beside) lines.push(describeTimeOff(entry.beside, context));
  if (entry.open) lines.push(entry.shifts.length === 1 ? 'An open shift' : 'Open shifts');
  return lines;
}

function describeTimes(shift: EntryShift, { clock, policy }: DescribeContext): string {
  const end = shift.startMinute + shift.lengthMinutes;
  const times = `${formatLongTime(shift.startMinute, clock)}–${formatLongTime(end, clock)}${end > 1440 ? ' the next day' : ''}`;
  const meal = mealMinutesOf(shift, policy);
  const paid = formatHours(shift.lengthMinutes - meal);
  if (meal === 0) return `${times}, ${paid} h${shift.mealMinutes === 0 ? ' without a meal' : ''}`;
  const length = meal % 60 === 0 ? `${meal / 60} h` : `${meal} min`;
  return `${times}, ${paid} h after ${length} ${mealWord(mealInterval(shift, policy)?.startMinute ?? 0)}`;
}

/** A meal that begins from 10:30 to 2:30 is lunch. */
export const mealWord = (startMinute: number): 'lunch' | 'meal' => {
  const ofDay = startMinute % 1440;
  return ofDay >= 630 && ofDay <= 870 ? 'lunch' : 'meal';
};

function describeTimeOff({ kind, minutes }: EntryTimeOff, { contractMinutes }: DescribeContext): string {
  if (kind === 'off') return 'Day off, no hours';
  const credited = minutes ?? contractMinutes;
  const hours = `${formatHours(credited)} h toward contract`;
  return `${timeOffLabels[kind]}, ${minutes === null ? 'the whole day: ' : ''}${hours}`;
}
