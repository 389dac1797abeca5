import { Temporal } from 'temporal-polyfill';
import type { LocalDate, Weekday } from '../../preload/contract/shared/primitives.ts';

/** Arithmetic on local dates (`YYYY-MM-DD`) and weekdays (ISO 8601: 1 Monday ... 7 Sunday). No clock in here. */

export const addDays = (on: LocalDate, days: number): LocalDate => Temporal.PlainDate.from(on).add({ days }).toString();

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;

export const weekdayOf = (on: LocalDate): Weekday => Temporal.PlainDate.from(on).dayOfWeek;

/** The first day of the week that holds `on`, for weeks that begin with `weekStartsOn`. */
export const weekStart = (on: LocalDate, weekStartsOn: Weekday): LocalDate => addDays(on, -((weekdayOf(on) - weekStartsOn + 7) % 7));

/** `count` dates in a row. */
export function datesFrom(first: LocalDate, count: number): LocalDate[] {
  const start = Temporal.PlainDate.from(first);
  return Array.from({ length: count }, (_, days) => start.add({ days }).toString());
}

/** ISO 8601 number of the week; a week that begins on Sunday counts by its Thursday. */
export function weekNumber(firstDay: LocalDate): number {
  const thursday = Temporal.PlainDate.from(firstDay).add({ days: (4 - weekdayOf(firstDay) + 7) % 7 });
  return thursday.weekOfYear ?? 0;
}

/** Today in a time zone, by an instant (ISO 8601 UTC). */
export const localDateAt = (instant: string, timeZone: string): LocalDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** Local date and minute of the day of an instant (ISO 8601 UTC). */
export function localTimeAt(instant: string, timeZone: string): { on: LocalDate; minute: number } {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return { on: zoned.toPlainDate().toString(), minute: zoned.hour * 60 + zoned.minute };
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

export const weekdayName = (weekday: Weekday): string => weekdayNames[weekday - 1] ?? '';

/** "Mon 23" */
export function formatDayHead(on: LocalDate): string {
  const date = Temporal.PlainDate.from(on);
  return `${weekdayName(date.dayOfWeek)} ${date.day}`;
}

/** "Thu Nov 26", with the year when it is not that of `today`. */
export function formatDay(on: LocalDate, today?: LocalDate): string {
  const date = Temporal.PlainDate.from(on);
  const year = today !== undefined && today.slice(0, 4) !== on.slice(0, 4) ? `, ${date.year}` : '';
  return `${weekdayName(date.dayOfWeek)} ${monthNames[date.month - 1]} ${date.day}${year}`;
}

/** "Nov 23–29, 2026", "Nov 30–Dec 6, 2026", "Dec 28, 2026–Jan 3, 2027" */
export function formatSpan(from: LocalDate, to: LocalDate): string {
  const first = Temporal.PlainDate.from(from);
  const last = Temporal.PlainDate.from(to);
  const start = `${monthNames[first.month - 1]} ${first.day}`;
  if (first.year !== last.year) return `${start}, ${first.year}–${monthNames[last.month - 1]} ${last.day}, ${last.year}`;
  if (first.month !== last.month) return `${start}–${monthNames[last.month - 1]} ${last.day}, ${last.year}`;
  return `${start}–${last.day}, ${last.year}`;
}
