import type { ClockFormat } from '../../../../preload/contract/practice/practice.ts';
import { parseEntry } from './entry.parser.ts';
import type { EntryPosition, EntryShift, EntryTimeOff } from './entry.ts';
import { mealInterval, mealMinutesOf, paidMinutes, type MealPolicy } from './hours.ts';

const dayMinutes = 1440;
const two = (value: number): string => String(value).padStart(2, '0');

/** A time as it stands in a cell: "8", "4:30"; on the 24-hour clock "8:00", "16:30". Minutes past midnight go round. */
export function formatTime(minute: number, clock: ClockFormat): string {
  const hour = Math.floor((minute % dayMinutes) / 60);
  const rest = minute % 60;
  if (clock === '24') return `${hour}:${two(rest)}`;
  return `${hour % 12 || 12}${rest === 0 ? '' : `:${two(rest)}`}`;
}

/** Start and end apart, so that a column of dashes stands in one line. */
export function formatStartEnd(startMinute: number, lengthMinutes: number, clock: ClockFormat): { start: string; end: string } {
  return { start: formatTime(startMinute, clock), end: formatTime(startMinute + lengthMinutes, clock) };
}

/** A stretch of a day, "12–1". */
export function formatBand(startMinute: number, lengthMinutes: number, clock: ClockFormat): string {
  const { start, end } = formatStartEnd(startMinute, lengthMinutes, clock);
  return `${start}–${end}`;
}

/** "8:00 am", or "8:00" on the 24-hour clock. */
export function formatLongTime(minute: number, clock: ClockFormat = '12'): string {
  const hour = Math.floor((minute % dayMinutes) / 60);
  const time = `${clock === '12' ? hour % 12 || 12 : hour}:${two(minute % 60)}`;
  return clock === '24' ? time : `${time} ${hour < 12 ? 'am' : 'pm'}`;
}

/** Hours with at most two decimals: "31.5", "8". */
export function formatHours(minutes: number): string {
  return String(Math.round((minutes / 60) * 100) / 100);
}

const halfTime = (minute: number): string => `${formatTime(minute, '12')}${minute % dayMinutes < 720 ? 'a' : 'p'}`;

/** The shortest way to type a shift's times that is read back as the same. */
function typedRange({ startMinute, lengthMinutes }: EntryShift, clock: ClockFormat): string {
  const end = startMinute + lengthMinutes;
  const spoken = `${halfTime(startMinute)}-${halfTime(end)}`;
  const bare = `${formatTime(startMinute, clock)}-${formatTime(end, clock)}`;
  const mixed = [`${formatTime(startMinute, '12')}-${halfTime(end)}`, `${halfTime(startMinute)}-${formatTime(end, '12')}`];
  const full = `${two(Math.floor(startMinute / 60))}${two(startMinute % 60)}-${two(Math.floor((end % dayMinutes) / 60))}${two(end % 60)}`;
  const candidates = [bare, ...(clock === '12' ? mixed : []), spoken, full, `${spoken}+1`, `${full}+1`];
  return candidates.find((text) => reads(text, startMinute, lengthMinutes)) ?? spoken;
}

function reads(text: string, startMinute: number, lengthMinutes: number): boolean {
  const entry = parseEntry(text, { positions: [] });
  const [shift] = entry.kind === 'shifts' ? entry.shifts : [];
  return shift?.startMinute === startMinute && shift.lengthMinutes === lengthMinutes;
}

/** Ranges are few and typed ones are found by trying, so each is worked out once. */
const ranges = new Map<string, string>();

function rangeText(shift: EntryShift, clock: ClockFormat): string {
  const key = `${shift.startMinute}/${shift.lengthMinutes}/${clock}`;
  let text = ranges.get(key);
  if (text === undefined) {
    text = typedRange(shift, clock);
    if (ranges.size > 5000) ranges.clear();
    ranges.set(key, text);
  }
  return text;
}

/** One shift as it would be typed in a row whose own position is `ownPositionId`. */
export function formatShift(
  shift: EntryShift,
  context: { readonly positions: readonly EntryPosition[]; readonly ownPositionId: string | null; readonly clock: ClockFormat },
): string {
  const meal = shift.mealMinutes === null ? '' : `/${shift.mealMinutes}`;
  const mealAt = shift.mealStartMinute === null ? '' : `@${mealTime(shift.mealStartMinute, context.clock)}`;
  const other = shift.positionId !== null && shift.positionId !== context.ownPositionId;
  const code = other ? ` ${context.positions.find((position) => position.id === shift.positionId)?.code ?? ''}` : '';
  const note = shift.note === '' ? '' : ` (${shift.note})`;
  return `${rangeText(shift, context.clock)}${meal}${mealAt}${code}${note}`;
}

const mealTime = (minute: number, clock: ClockFormat): string => (clock === '24' ? formatTime(minute, clock) : halfTime(minute));

export function formatTimeOff({ kind, minutes }: EntryTimeOff): string {
  return minutes === null ? kind : `${kind} ${formatHours(minutes)}h`;
}

/** The hint under the editor: what was understood of one shift, "8:00 am–4:30 pm, 7.5 h after 1 h lunch". */
export function describeShift(shift: EntryShift, policy: MealPolicy, clock: ClockFormat): string {
  const times = `${formatLongTime(shift.startMinute, clock)}–${formatLongTime(shift.startMinute + shift.lengthMinutes, clock)}`;
  const hours = `${formatHours(paidMinutes(shift, policy))} h`;
  const minutes = mealMinutesOf(shift, policy);
  const meal = mealInterval(shift, policy);
  if (!meal) return `${times}, ${hours}`;
  const length = minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
  return `${times}, ${hours} after ${length} lunch at ${formatTime(meal.from, clock)}`;
}
