import type { FederalHolidayId } from '../../../../preload/contract/practice/holidays.ts';
import type { LocalDate, Weekday } from '../../../../preload/contract/shared/primitives.ts';
import { datesFrom, weekdayOf } from '../../../kernel/local-date.ts';
import { federalHolidaysBetween } from './federal-holidays.ts';

export interface Opening {
  /** Minutes since local midnight. */
  readonly startMinute: number;
  readonly lengthMinutes: number;
}

/** One day of one location. */
export interface OfficeDay {
  readonly on: LocalDate;
  readonly weekday: Weekday;
  /** Empty when the day is closed, by a closure or by the weekly hours. */
  readonly openings: readonly Opening[];
  /** Why a day is closed that its weekday would open, or any dated closure. */
  readonly closure: { readonly name: string; readonly credited: boolean } | null;
}

export interface OfficeCalendarFacts {
  readonly locationId: string;
  readonly openingHours: readonly (Opening & { readonly locationId: string; readonly weekday: Weekday })[];
  readonly closures: readonly {
    readonly on: LocalDate;
    readonly name: string;
    readonly locationId: string | null;
    readonly credited: boolean;
  }[];
  readonly closedOnHolidays: boolean;
  /** Federal holidays on which it is open all the same. */
  readonly openHolidays: readonly FederalHolidayId[];
}

/** The days of a location from `first` on; a dated closure of the practice's own goes before a federal holiday. */
export function officeDays(first: LocalDate, count: number, facts: OfficeCalendarFacts): OfficeDay[] {
  const dates = datesFrom(first, count);
  const holidays = facts.closedOnHolidays ? federalHolidaysBetween(first, dates.at(-1) ?? first) : [];
  return dates.map((on) => {
    const weekday = weekdayOf(on);
    const closure = facts.closures.find((row) => row.on === on && (row.locationId === null || row.locationId === facts.locationId));
    const holiday = holidays.find((row) => row.observedOn === on && !facts.openHolidays.includes(row.id));
    const hours = facts.openingHours.filter((row) => row.locationId === facts.locationId && row.weekday === weekday);
    const closed = closure ?? (holiday && hours.length > 0 ? { name: holiday.name, credited: true } : undefined);
    return { on, weekday, openings: closed ? [] : hours, closure: closed ? { name: closed.name, credited: closed.credited } : null };
  });
}
