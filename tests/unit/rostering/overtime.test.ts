import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mealInterval } from '../../../main/features/rostering/domain/hours.ts';
import { overtimeOf } from '../../../main/features/rostering/domain/overtime.ts';
import type { RosterFacts } from '../../../main/features/rostering/domain/roster-facts.ts';
import { dayAt, rosterState, statePerson, stateShifts } from '../../support/roster-facts.builder.ts';

const jordan = statePerson('Jordan');
const week = (text: string, days: readonly number[]) => days.flatMap((day) => stateShifts('Jordan', day, text));
const overtime = (over: Partial<RosterFacts>) => overtimeOf(rosterState({ people: [jordan], ...over }));

describe('overtime over 40 hours of a workweek, 29 U.S.C. 207(a)(1)', () => {
  it('is none at exactly 40 hours', () => {
    expect(overtime({ shifts: week('8-5', [0, 1, 2, 3, 4]) })).toEqual([]);
  });
  it('begins with the minute after, on the day of the shift that passes 40', () => {
    expect(overtime({ shifts: [...week('8-5', [0, 1, 2, 3]), ...week('8-5:01', [4])] })).toEqual([
      { personId: 'Jordan', firstDay: 0, workedMinutes: 2401, overtimeMinutes: 1, passedOnDay: 4 },
    ]);
    expect(overtime({ shifts: [...week('7-6', [0, 1, 2, 4]), ...week('8-12', [5])] })).toMatchObject([
      { workedMinutes: 2640, overtimeMinutes: 240, passedOnDay: 5 },
    ]);
  });
  it('adds up the shifts of every location', () => {
    const elsewhere = stateShifts('Jordan', 5, '8-12', { locationId: 'northside' });
    expect(overtime({ shifts: [...week('8-5', [0, 1, 2, 3, 4]), ...elsewhere] })).toMatchObject([{ overtimeMinutes: 240 }]);
  });
  it('never counts time off, 29 CFR 778.218', () => {
    const timeOffs = [{ id: 't', personId: 'Jordan', on: dayAt(4), kind: 'pto' as const, minutes: 480 }];
    expect(overtime({ shifts: week('7-6', [0, 1, 2, 3]), timeOffs })).toEqual([]);
  });
  it('never flags exempt people, 29 U.S.C. 213(a)(1)', () => {
    expect(overtime({ people: [statePerson('Jordan', { exempt: true })], shifts: week('7-7', [0, 1, 2, 3, 4]) })).toEqual([]);
  });
  it('goes by the practice’s own fixed workweek, 29 CFR 778.105', () => {
    const shifts = week('8-5', [-2, -1, 0, 1, 2, 3]);
    expect(overtime({ shifts })).toEqual([]);
    expect(overtime({ shifts, workweekStartsOn: 6 })).toMatchObject([{ firstDay: -2, workedMinutes: 2880, passedOnDay: 3 }]);
    expect(overtime({ shifts: week('8-5', [4, 5, 6, 7, 8, 9]), workweekStartsOn: 5 })).toMatchObject([{ firstDay: 4, passedOnDay: 9 }]);
  });
  it('splits a shift at the midnight between two workweeks', () => {
    // 8p-4a on Sunday: four hours in the old workweek, four in the new one.
    const shifts = [...week('8p-4a/0', [-1]), ...week('8-4/0', [0, 1, 2, 3]), ...week('8-12', [4])];
    expect(overtime({ shifts })).toEqual([]);
    expect(overtime({ shifts: [...shifts, ...week('1-2', [4])] })).toMatchObject([{ workedMinutes: 2460, overtimeMinutes: 60 }]);
  });

  it('equals a count minute by minute', () => {
    const shift = fc.record({
      day: fc.integer({ min: -8, max: 13 }),
      startMinute: fc.nat(47).map((half) => half * 30),
      lengthMinutes: fc.integer({ min: 240, max: 900 }),
    });
    const policy = { afterMinutes: 360, minutes: 60, startMinute: 720 };
    fc.assert(
      fc.property(fc.array(shift, { maxLength: 16 }), fc.integer({ min: 1, max: 7 }), (rows, workweekStartsOn) => {
        const firstDay = workweekStartsOn === 1 ? 0 : workweekStartsOn - 8;
        const worked = new Map<number, number>();
        for (const row of rows) {
          const meal = mealInterval({ ...row, mealMinutes: null, mealStartMinute: null }, policy);
          for (let minute = row.startMinute; minute < row.startMinute + row.lengthMinutes; minute++) {
            if (meal && minute >= meal.startMinute && minute < meal.startMinute + meal.lengthMinutes) continue;
            const week = Math.floor((row.day + Math.floor(minute / 1440) - firstDay) / 7);
            worked.set(week, (worked.get(week) ?? 0) + 1);
          }
        }
        // Workweeks that share a day with the week on the screen.
        const expected = [0, 1]
          .filter((week) => firstDay + week * 7 < 7 && (worked.get(week) ?? 0) > 2400)
          .map((week) => [firstDay + week * 7, (worked.get(week) ?? 0) - 2400]);
        const shifts = rows.map(({ day, ...row }, index) => ({
          ...row,
          id: String(index),
          on: dayAt(day),
          personId: 'Jordan',
          positionId: 'fd',
          locationId: 'downtown',
          mealMinutes: null,
          mealStartMinute: null,
        }));
        expect(overtime({ shifts, workweekStartsOn }).map((one) => [one.firstDay, one.overtimeMinutes])).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
