import { Temporal } from 'temporal-polyfill';
import type { LocalDate, Weekday } from '../../preload/contract/shared/primitives.ts';

/** Arithmetic on local dates (`YYYY-MM-DD`) and weekdays (ISO 8601: 1 Monday ... 7 Sunday). No clock in here. */

// Counting days is left to UTC, which has no daylight saving: a hundred times faster than the polyfill, and a week counts many.
const millisecondsPerDay = 86_400_000;

const dayNumber = (on: LocalDate): number => Math.round(Date.parse(on) / millisecondsPerDay);
const dateOfNumber = (day: number): LocalDate => new Date(day * millisecondsPerDay).toISOString().slice(0, 10);

export const addDays = (on: LocalDate, days: number): LocalDate => dateOfNumber(dayNumber(on) + days);

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

/** January 1, 1970 was a Thursday. */
export const weekdayOf = (on: LocalDate): Weekday => ((((dayNumber(on) + 3) % 7) + 7) % 7) + 1;

/** The first day of the week that holds `on`, for weeks that begin with `weekStartsOn`. */
export const weekStart = (on: LocalDate, weekStartsOn: Weekday): LocalDate => addDays(on, -((weekdayOf(on) - weekStartsOn + 7) % 7));

/** `count` dates in a row. */
export function datesFrom(first: LocalDate, count: number): LocalDate[] {
  const start = dayNumber(first);
  return Array.from({ length: count }, (_, days) => dateOfNumber(start + days));
}

/** ISO 8601 number of the week; a week that begins on Sunday counts by its Thursday. */
export function weekNumber(firstDay: LocalDate): number {
  const thursday = addDays(firstDay, (4 - weekdayOf(firstDay) + 7) % 7);
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
}

/** Today in a time zone, by an instant (ISO 8601 UTC). */
export function localDateAt(instant: string, timeZone: string): LocalDate {
  let format = dateFormats.get(timeZone);
  // Swedish writes dates as ISO 8601 does.
  if (!format) dateFormats.set(timeZone, (format = new Intl.DateTimeFormat('sv-SE', { timeZone })));
  return format.format(new Date(instant));
}

/** By time zone: making one takes longer than all its use. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** The instant (ISO 8601 UTC with milliseconds) at which a day begins in a time zone. */
export function startOfDay(on: LocalDate, timeZone: string): string {
  return new Date(Temporal.PlainDate.from(on).toZonedDateTime(timeZone).epochMilliseconds).toISOString();
}

/** Local date and minute of the day of an instant (ISO 8601 UTC). */
export function localTimeAt(instant: string, timeZone: string): { on: LocalDate; minute: number } {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return { on: zoned.toPlainDate().toString(), minute: zoned.hour * 60 + zoned.minute };
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

const partsOf = (on: LocalDate): { year: number; month: number; day: number } => ({
  year: Number(on.slice(0, 4)),
  month: Number(on.slice(5, 7)),
  day: Number(on.slice(8, 10)),
});

export const weekdayName = (weekday: Weekday): string => weekdayNames[weekday - 1] ?? '';

/** "Mon 23" */
export function formatDayHead(on: LocalDate): string {
  return `${weekdayName(weekdayOf(on))} ${partsOf(on).day}`;
}

/** "Thu Nov 26", with the year when it is not that of `today`. */
export function formatDay(on: LocalDate, today?: LocalDate): string {
  const { year, month, day } = partsOf(on);
  const named = today !== undefined && today.slice(0, 4) !== on.slice(0, 4) ? `, ${year}` : '';
  return `${weekdayName(weekdayOf(on))} ${monthNames[month - 1]} ${day}${named}`;
}

/** "Nov 23–29, 2026", "Nov 30–Dec 6, 2026", "Dec 28, 2026–Jan 3, 2027" */
export function formatSpan(from: LocalDate, to: LocalDate): string {
  const first = partsOf(from);
  const last = partsOf(to);
  const start = `${monthNames[first.month - 1]} ${first.day}`;
  if (first.year !== last.year) return `${start}, ${first.year}–${monthNames[last.month - 1]} ${last.day}, ${last.year}`;
  if (first.month !== last.month) return `${start}–${monthNames[last.month - 1]} ${last.day}, ${last.year}`;
  return `${start}–${last.day}, ${last.year}`;
}
