import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { federalHolidays, federalHolidaysBetween, nextHolidays } from '../../../main/features/practice/domain/federal-holidays.ts';
import { officeDays } from '../../../main/features/practice/domain/office-calendar.ts';
import { addDays } from '../../../main/kernel/local-date.ts';
import { federalHolidayIds } from '../../../preload/contract/practice/holidays.ts';

/** Observed dates as the Office of Personnel Management publishes them. */
const published: Record<number, string[]> = {
  2024: ['01-01', '01-15', '02-19', '05-27', '06-19', '07-04', '09-02', '10-14', '11-11', '11-28', '12-25'],
  2025: ['01-01', '01-20', '02-17', '05-26', '06-19', '07-04', '09-01', '10-13', '11-11', '11-27', '12-25'],
  2026: ['01-01', '01-19', '02-16', '05-25', '06-19', '07-03', '09-07', '10-12', '11-11', '11-26', '12-25'],
  2027: ['01-01', '01-18', '02-15', '05-31', '06-18', '07-05', '09-06', '10-11', '11-11', '11-25', '12-24'],
};

describe('federalHolidays', () => {
  test.each(Object.entries(published))('are observed in %s as published', (year, days) => {
    expect(federalHolidays(Number(year)).map((holiday) => holiday.observedOn)).toEqual(days.map((day) => `${year}-${day}`));
  });

  test('2028: New Year falls on a Saturday and is observed in the year before', () => {
    expect(federalHolidays(2028).map((holiday) => holiday.observedOn)).toEqual([
      '2027-12-31',
      '2028-01-17',
      '2028-02-21',
      '2028-05-29',
      '2028-06-19',
      '2028-07-04',
      '2028-09-04',
      '2028-10-09',
      '2028-11-10',
      '2028-11-23',
      '2028-12-25',
    ]);
    expect(federalHolidays(2028)[0]).toEqual({ id: 'new_year', name: "New Year's Day", on: '2028-01-01', observedOn: '2027-12-31' });
  });

  test('a stretch of days holds those observed in it, over the turn of the year too', () => {
    expect(federalHolidaysBetween('2027-12-24', '2028-01-17').map((holiday) => holiday.observedOn)).toEqual([
      '2027-12-24',
      '2027-12-31',
      '2028-01-17',
    ]);
    expect(federalHolidaysBetween('2026-11-23', '2026-11-29').map((holiday) => holiday.name)).toEqual(['Thanksgiving']);
    expect(federalHolidaysBetween('2026-11-30', '2026-12-06')).toEqual([]);
  });
});

test('each holiday comes once in the list of the next ones, from any day on, in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
      const today = addDays('2021-01-01', days);
      const next = nextHolidays(today);
      expect(next.map(({ id }) => id).toSorted()).toEqual(federalHolidayIds.toSorted());
      const dates = next.map(({ nextOn }) => nextOn);
      expect(dates).toEqual(dates.toSorted());
      expect((dates[0] ?? '') >= today).toBe(true);
    }),
  );
});

test('a holiday the practice is open on is a day like any other; the rest stay closed', () => {
  const facts = {
    locationId: 'a',
    openingHours: [1, 2, 3, 4, 5].map((weekday) => ({ locationId: 'a', weekday, startMinute: 480, lengthMinutes: 540 })),
    closures: [],
    closedOnHolidays: true,
  };
  const closedOn = (openHolidays: readonly (typeof federalHolidayIds)[number][]) =>
    officeDays('2026-11-09', 21, { ...facts, openHolidays }).flatMap(({ on, closure }) => (closure ? [`${on} ${closure.name}`] : []));
  expect(closedOn([])).toEqual(['2026-11-11 Veterans Day', '2026-11-26 Thanksgiving']);
  expect(closedOn(['veterans'])).toEqual(['2026-11-26 Thanksgiving']);
  expect(officeDays('2026-11-11', 1, { ...facts, openHolidays: ['veterans'] })[0]?.openings).toHaveLength(1);
});
