import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../main/features/rostering/domain/coverage-line.ts';
import { mealInterval } from '../../../main/features/rostering/domain/hours.ts';
import type { RosterFacts, StateShift } from '../../../main/features/rostering/domain/roster-facts.ts';
import { dayAt, rosterState, stateDay, statePerson, stateShifts } from '../../support/roster-facts.builder.ts';

type Requirement = RosterFacts['requirements'][number];
const need = (weekday: number, from: number, to: number, minimum: number, positionId = 'fd'): Requirement => ({
  positionId,
  weekday,
  startMinute: from * 60,
  lengthMinutes: (to - from) * 60,
  minimum,
});
const people = ['Maria', 'Linh', 'Aisha'].map((name) => statePerson(name));

/** The front desk's Monday. */
function mondayOf(requirements: readonly Requirement[], shifts: readonly StateShift[], over: Partial<RosterFacts> = {}) {
  const day = coverageOf(rosterState({ people, requirements, shifts, ...over })).get('fd')?.[0];
  return day && { ...day, shorts: day.shorts.map(({ from, to, planned, needed }) => `${from / 60}-${to / 60} ${planned}/${needed}`) };
}

describe('people planned against people needed', () => {
  it('counts a meal as absence', () => {
    const shifts = [...stateShifts('Maria', 0, '8-5'), ...stateShifts('Linh', 0, '8-5')];
    expect(mondayOf([need(1, 8, 17, 2)], shifts)).toEqual({ planned: 0, needed: 2, shorts: ['12-13 0/2'] });
    expect(coverageOf(rosterState({ people, requirements: [need(1, 8, 17, 2)], shifts })).get('fd')?.[0]?.shorts[0]?.atMeal).toEqual([
      'Maria',
      'Linh',
    ]);
  });
  it('shows the tightest moment, and of equal ones the one that needs most', () => {
    const shifts = [...stateShifts('Maria', 0, '8-5/0'), ...stateShifts('Linh', 0, '10-5/0'), ...stateShifts('Aisha', 0, '10-12')];
    expect(mondayOf([need(1, 8, 10, 1), need(1, 10, 12, 3)], shifts)).toEqual({ planned: 3, needed: 3, shorts: [] });
    expect(mondayOf([need(1, 8, 12, 1)], shifts)).toEqual({ planned: 1, needed: 1, shorts: [] });
  });
  it('holds the greater minimum where bands lie over each other', () => {
    expect(mondayOf([need(1, 8, 17, 1), need(1, 10, 12, 2)], stateShifts('Maria', 0, '8-5/0'))).toEqual({
      planned: 1,
      needed: 2,
      shorts: ['10-12 1/2'],
    });
  });
  it('keeps neighbouring stretches apart where the numbers differ', () => {
    const shifts = [...stateShifts('Maria', 0, '9-12'), ...stateShifts('Linh', 0, '8-12')];
    expect(mondayOf([need(1, 8, 12, 3)], shifts)?.shorts).toEqual(['8-9 1/3', '9-12 2/3']);
  });
  it.each<[string, Partial<RosterFacts>, readonly StateShift[]]>([
    ['an open shift', {}, stateShifts(null, 0, '8-5/0')],
    [
      'a person in training',
      { people: [statePerson('Maria', { levels: new Map([['fd', 'in_training']]) })] },
      stateShifts('Maria', 0, '8-5/0'),
    ],
    ['a shift of another position', {}, stateShifts('Maria', 0, '8-5/0 MA')],
    ['a shift of another location', {}, stateShifts('Maria', 0, '8-5/0', { locationId: 'northside' })],
    ['a shift of the day after', {}, stateShifts('Maria', 1, '8-5/0')],
  ])('does not count %s', (_, over, shifts) => {
    expect(mondayOf([need(1, 8, 17, 1)], shifts, over)).toEqual({ planned: 0, needed: 1, shorts: ['8-17 0/1'] });
  });
  it('counts someone whose own group is another one', () => {
    const biller = statePerson('Carol', { levels: new Map([['xr', 'primary']]) });
    expect(mondayOf([need(1, 8, 12, 1)], stateShifts('Carol', 0, '8-12 FD'), { people: [biller] })).toEqual({
      planned: 1,
      needed: 1,
      shorts: [],
    });
  });
  it('counts one person once, whatever is typed twice', () => {
    const shifts = [...stateShifts('Maria', 0, '8-12'), ...stateShifts('Maria', 0, '9-11')];
    expect(mondayOf([need(1, 8, 12, 2)], shifts)?.planned).toBe(1);
  });
  it('counts a night of the day before, and a band past midnight', () => {
    expect(mondayOf([need(1, 0, 7, 1)], stateShifts('Maria', -1, '7p-7a/0'))).toEqual({ planned: 1, needed: 1, shorts: [] });
    expect(mondayOf([need(1, 22, 30, 1)], stateShifts('Maria', 0, '10p-4a/0'))?.shorts).toEqual(['28-30 0/1']);
  });
  it('needs nobody on a closed day', () => {
    const days = [stateDay(0, 'Thanksgiving', true), ...[1, 2, 3, 4, 5, 6].map((day) => stateDay(day))];
    expect(mondayOf([need(1, 8, 17, 2)], [], { days })).toEqual({ planned: 0, needed: 0, shorts: [] });
  });

  it('equals a simulation minute by minute', () => {
    const positions = ['fd', 'ma'];
    const shift = fc.record({
      personId: fc.option(fc.constantFrom('Maria', 'Linh', 'Aisha', 'Trainee')),
      day: fc.integer({ min: -1, max: 2 }),
      positionId: fc.constantFrom(...positions),
      locationId: fc.constantFrom('downtown', 'downtown', 'northside'),
      startMinute: fc.nat(95).map((quarter) => quarter * 15),
      lengthMinutes: fc.integer({ min: 1, max: 900 }),
      mealMinutes: fc.option(fc.constantFrom(0, 15, 30, 60)),
      mealStartMinute: fc.constant(null),
    });
    const band = fc.record({
      positionId: fc.constantFrom(...positions),
      weekday: fc.constantFrom(1, 2),
      startMinute: fc.nat(23).map((hour) => hour * 60),
      lengthMinutes: fc.integer({ min: 15, max: 900 }),
      minimum: fc.nat(3),
    });
    const trainee = statePerson('Trainee', { levels: new Map(positions.map((id) => [id, 'in_training' as const])) });
    fc.assert(
      fc.property(fc.array(shift, { maxLength: 10 }), fc.array(band, { maxLength: 6 }), (rows, requirements) => {
        const shifts = rows.map(({ day, ...row }, index) => ({ ...row, id: String(index), on: dayAt(day) }));
        const state = rosterState({ people: [...people, trainee], shifts, requirements });
        const coverage = coverageOf(state);
        for (const positionId of positions) {
          for (const day of [0, 1]) {
            const expected = simulated(positionId, day, rows, requirements);
            const shorts = coverage.get(positionId)?.[day]?.shorts ?? [];
            const short = new Map<number, string>();
            for (const one of shorts)
              for (let minute = one.from; minute < one.to; minute++) short.set(minute, `${one.planned}/${one.needed}`);
            expect(short).toEqual(expected.short);
            const found = coverage.get(positionId)?.[day];
            expect((found?.planned ?? 0) - (found?.needed ?? 0)).toBe(expected.spare);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

interface Row extends Omit<StateShift, 'id' | 'on'> {
  readonly day: number;
}

/** Each minute of two days looked at by itself: where fewer are present than needed, and the fewest to spare. */
function simulated(positionId: string, day: number, rows: readonly Row[], requirements: readonly Requirement[]) {
  const short = new Map<number, string>();
  let spare: number | undefined;
  const policy = { afterMinutes: 360, minutes: 60, startMinute: 720 };
  const bands = requirements.filter((band) => band.positionId === positionId && band.weekday === day + 1);
  for (let minute = 0; minute < 2880; minute++) {
    const holding = bands.filter((band) => minute >= band.startMinute && minute < band.startMinute + band.lengthMinutes);
    const needed = Math.max(0, ...holding.map((band) => band.minimum));
    if (needed === 0) continue;
    const present = new Set<string>();
    for (const row of rows) {
      const at = minute + (day - row.day) * 1440;
      const meal = mealInterval(row, policy);
      const eats = meal !== null && at >= meal.startMinute && at < meal.startMinute + meal.lengthMinutes;
      const counts = row.personId !== null && row.personId !== 'Trainee' && row.positionId === positionId && row.locationId === 'downtown';
      if (counts && row.personId !== null && at >= row.startMinute && at < row.startMinute + row.lengthMinutes && !eats)
        present.add(row.personId);
    }
    spare = Math.min(spare ?? Infinity, present.size - needed);
    if (present.size < needed) short.set(minute, `${present.size}/${needed}`);
  }
  return { short, spare: spare ?? 0 };
}
