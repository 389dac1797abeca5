import type { FederalHolidayId, HolidayView } from '../../../../preload/contract/practice/holidays.ts';
import type { LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import { addDays, weekdayOf } from '../../../kernel/local-date.ts';

export interface FederalHoliday {
  readonly id: FederalHolidayId;
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
const holidays: readonly { readonly id: FederalHolidayId; readonly name: string; readonly on: (year: number) => LocalDate }[] = [
  { id: 'new_year', name: "New Year's Day", on: (year) => date(year, 1, 1) },
  { id: 'martin_luther_king', name: 'Martin Luther King Jr. Day', on: (year) => nth(3, monday, year, 1) },
  { id: 'presidents', name: "Presidents' Day", on: (year) => nth(3, monday, year, 2) },
  { id: 'memorial', name: 'Memorial Day', on: (year) => lastMonday(year, 5) },
  { id: 'juneteenth', name: 'Juneteenth', on: (year) => date(year, 6, 19) },
  { id: 'independence', name: 'Independence Day', on: (year) => date(year, 7, 4) },
  { id: 'labor', name: 'Labor Day', on: (year) => nth(1, monday, year, 9) },
  { id: 'columbus', name: 'Columbus Day', on: (year) => nth(2, monday, year, 10) },
  { id: 'veterans', name: 'Veterans Day', on: (year) => date(year, 11, 11) },
  { id: 'thanksgiving', name: 'Thanksgiving', on: (year) => nth(4, thursday, year, 11) },
  { id: 'christmas', name: 'Christmas', on: (year) => date(year, 12, 25) },
];

function observed(on: LocalDate): LocalDate {
  const weekday = weekdayOf(on);
  if (weekday === 6) return addDays(on, -1);
  return weekday === 7 ? addDays(on, 1) : on;
}

/** The eleven federal holidays whose day lies in `year`, in order. New Year's Day may be observed on December 31 of the year before. */
export function federalHolidays(year: number): readonly FederalHoliday[] {
  let ofYear = known.get(year);
  if (!ofYear) known.set(year, (ofYear = holidays.map(({ id, name, on }) => ({ id, name, on: on(year), observedOn: observed(on(year)) }))));
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

/** Each federal holiday at its next observance from `today` on, the next one first. */
export function nextHolidays(today: LocalDate): HolidayView[] {
  const seen = new Set<FederalHolidayId>();
  // A day more than a year: what moves with its weekday comes later the next year.
  return federalHolidaysBetween(today, addDays(today, 375)).flatMap(({ id, name, observedOn }) => {
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ id, name, nextOn: observedOn }];
  });
}

/** What the ids are called. */
export const holidayNames: ReadonlyMap<string, string> = new Map(holidays.map(({ id, name }) => [id, name]));
