import { describe, expect, it } from 'vitest';
import { idleTimes, isOpenAt } from '../../../main/features/accounts/domain/idle.ts';

const locationId = 'downtown';
const opening = (weekday: number, startMinute: number, lengthMinutes: number) => ({ locationId, weekday, startMinute, lengthMinutes });
/** Mon and Wed 8-12 and 1-5, Fri from 10 pm to 6 am. */
const openingHours = [
  opening(1, 480, 240), opening(1, 780, 240), opening(3, 480, 240), opening(3, 780, 240), opening(5, 1320, 480),
  { locationId: 'elsewhere', weekday: 2, startMinute: 0, lengthMinutes: 1440 },
]; // prettier-ignore
const calendar = {
  locationId,
  openingHours,
  closures: [{ on: '2026-11-30', name: 'Staff training', locationId: null, credited: true }],
  closedOnHolidays: true,
  openHolidays: [],
};

describe('isOpenAt', () => {
  it.each([
    ['before it opens', '2026-11-23T12:59:00.000Z', 'America/New_York', false],
    ['as it opens', '2026-11-23T13:00:00.000Z', 'America/New_York', true],
    ['over lunch', '2026-11-23T17:30:00.000Z', 'America/New_York', false],
    ['after lunch', '2026-11-23T18:00:00.000Z', 'America/New_York', true],
    ['as it closes', '2026-11-23T22:00:00.000Z', 'America/New_York', false],
    ['the same instant further west', '2026-11-23T13:00:00.000Z', 'America/Los_Angeles', false],
    ['eight in the west', '2026-11-23T16:00:00.000Z', 'America/Los_Angeles', true],
    ['a weekday that is closed here and open elsewhere', '2026-11-24T15:00:00.000Z', 'America/New_York', false],
    ['a closure', '2026-11-30T15:00:00.000Z', 'America/New_York', false],
    ['a federal holiday', '2026-01-19T15:00:00.000Z', 'America/New_York', false],
    ['before midnight of a night', '2026-11-28T04:59:00.000Z', 'America/New_York', true],
    ['after midnight of that night', '2026-11-28T10:59:00.000Z', 'America/New_York', true],
    ['at the end of that night', '2026-11-28T11:00:00.000Z', 'America/New_York', false],
    ['an hour later in UTC while summer time holds', '2026-07-06T12:00:00.000Z', 'America/New_York', true],
    ['the same hour of UTC in winter', '2026-12-07T12:00:00.000Z', 'America/New_York', false],
  ])('%s', (_when, instant, timeZone, open) => {
    expect(isOpenAt(instant, timeZone, calendar)).toBe(open);
  });
});

describe('idleTimes', () => {
  it.each([
    ['laptop', null, true, 15, 45],
    ['laptop', 3, false, 3, 45],
    ['front_desk', null, true, 5, null],
    ['front_desk', null, false, 5, 45],
    ['front_desk', 30, true, 30, null],
  ] as const)('%s locking after %s, office open %s', (kind, lockAfterMinutes, isOpen, lock, close) => {
    expect(idleTimes({ kind, lockAfterMinutes, closeAfterMinutes: 45 }, isOpen)).toEqual({
      lockAfterMinutes: lock,
      closeAfterMinutes: close,
    });
  });
});
