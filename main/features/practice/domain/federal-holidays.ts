import type { LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import { addDays, weekdayOf } from '../../../kernel/local-date.ts';

export interface FederalHoliday {
  readonly name: string;
  /** The day the law names. */
  readonly on: LocalDate;
  /** The day offices are closed: Friday for a Saturday, Monday for a Sunday (5 U.S.C. 6103(b), Executive Order 11582). */
  readonly observedOn: LocalDate;
}

const monday = 1;
const thursday = 4;

const date = (year: number, month: number, day: number): LocalDate =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The nth weekday of a month, counted from its first day. */
function nth(count: number, weekday: number, year: number, month: number): LocalDate {
  const first = date(year, month, 1);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (count - 1) * 7);
}

function lastMonday(year: number, month: number): LocalDate {
  const last = date(year, month, 31);
  return addDays(last, -((weekdayOf(last) - monday + 7) % 7));
}

/** The eleven legal public holidays of 5 U.S.C. 6103(a), named as an office calls them, for the law as it stands since 2021. */
const holidays: readonly { readonly name: string; readonly on: (year: number) => LocalDate }[] = [
  { name: "New Year's Day", on: (year) => date(year, 1, 1) },
  { name: 'Martin Luther King Jr. Day', on: (year) => nth(3, monday, year, 1) },
  { name: "Presidents' Day", on: (year) => nth(3, monday, year, 2) },
  { name: 'Memorial Day', on: (year) => lastMonday(year, 5) },
  { name: 'Juneteenth', on: (year) => date(year, 6, 19) },
  { name: 'Independence Day', on: (year) => date(year, 7, 4) },
  { name: 'Labor Day', on: (year) => nth(1, monday, year, 9) },
  { name: 'Columbus Day', on: (year) => nth(2, monday, year, 10) },
  { name: 'Veterans Day', on: (year) => date(year, 11, 11) },
  { name: 'Thanksgiving', on: (year) => nth(4, thursday, year, 11) },
  { name: 'Christmas', on: (year) => date(year, 12, 25) },
];

function observed(on: LocalDate): LocalDate {
  const weekday = weekdayOf(on);
  if (weekday === 6) return addDays(on, -1);
  return weekday === 7 ? addDays(on, 1) : on;
}

/** The eleven federal holidays whose day lies in `year`, in order. New Year's Day may be observed on December 31 of the year before. */
export function federalHolidays(year: number): readonly FederalHoliday[] {
  let ofYear = known.get(year);
  if (!ofYear) known.set(year, (ofYear = holidays.map(({ name, on }) => ({ name, on: on(year), observedOn: observed(on(year)) }))));
  return ofYear;
}

/** Every week that is shown asks for its year. */
const known = new Map<number, readonly FederalHoliday[]>();

/** The federal holidays observed from `from` to `to`, both included, in order. */
export function federalHolidaysBetween(from: LocalDate, to: LocalDate): FederalHoliday[] {
  const found: FederalHoliday[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)) + 1; year += 1) {
    found.push(...federalHolidays(year).filter((holiday) => holiday.observedOn >= from && holiday.observedOn <= to));
  }
  return found;
}
