import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findProblems } from '../../../main/features/rostering/domain/problems.ts';
import type { RosterFacts } from '../../../main/features/rostering/domain/roster-facts.ts';
import { dayAt, rosterState, stateDay, statePerson, stateShifts } from '../../support/roster-facts.builder.ts';

const need = (positionId: string, day: number, from: number, to: number, minimum: number) => ({
  positionId,
  weekday: day + 1,
  startMinute: from * 60,
  lengthMinutes: (to - from) * 60,
  minimum,
});
const away = (kind: 'off' | 'pto' | 'sick', minutes: number | null = null) => [
  { id: 't', personId: 'Linh Tran', on: dayAt(1), kind, minutes },
];
const linh = statePerson('Linh Tran');
const found = (over: Partial<RosterFacts>, rule?: string): string[] =>
  findProblems(rosterState({ people: [linh], ...over }))
    .filter((problem) => rule === undefined || problem.rule === rule)
    .map(
      ({ letter, severity, subject, text, cell }) =>
        `${severity === 'must_fix' ? letter : letter.toLowerCase()} ${cell.on.slice(8)} ${subject}: ${text}`,
    );

describe('assignment.double_booking', () => {
  it.each<[string, Partial<RosterFacts>, string[]]>([
    ['side by side', { shifts: [...stateShifts('Linh Tran', 1, '8-12'), ...stateShifts('Linh Tran', 1, '12-5', { id: 'b' })] }, []],
    [
      'at two locations',
      { shifts: [...stateShifts('Linh Tran', 1, '8-12'), ...stateShifts('Linh Tran', 1, '11-3', { id: 'b', locationId: 'northside' })] },
      ['D 24 Linh Tran, Tue: has two shifts at once: 8–12 and 11–3 at Northside.'],
    ],
    [
      'after midnight',
      { shifts: [...stateShifts('Linh Tran', 0, '10p-9a'), ...stateShifts('Linh Tran', 1, '8-12')] },
      ['D 24 Linh Tran, Tue: has two shifts at once: 10p–9a and 8–12.'],
    ],
    [
      'of the day before the week',
      { shifts: [...stateShifts('Linh Tran', -1, '10p-9a'), ...stateShifts('Linh Tran', 0, '8-12')] },
      ['D 23 Linh Tran, Mon: has two shifts at once: 10p–9a and 8–12.'],
    ],
    ['outside the week', { shifts: [...stateShifts('Linh Tran', 8, '8-12'), ...stateShifts('Linh Tran', 8, '8-12', { id: 'b' })] }, []],
    ['of two open shifts', { shifts: [...stateShifts(null, 1, '8-12'), ...stateShifts(null, 1, '8-12', { id: 'b' })] }, []],
  ])('%s', (_, over, expected) => {
    expect(found(over, 'assignment.double_booking')).toEqual(expected);
  });

  it('names every shift that begins during another one of the same person', () => {
    const row = fc.record({
      personId: fc.constantFrom('Linh Tran', 'Ana Ruiz'),
      day: fc.integer({ min: 0, max: 6 }),
      startMinute: fc.nat(95).map((quarter) => quarter * 15),
      lengthMinutes: fc.integer({ min: 1, max: 1440 }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 14 }), (rows) => {
        const shifts = rows.map(({ day, ...one }, index) => ({
          ...one,
          id: String(index).padStart(2, '0'),
          on: dayAt(day),
          positionId: 'fd',
          locationId: 'downtown',
          mealMinutes: null,
          mealStartMinute: null,
        }));
        const problems = findProblems(rosterState({ people: [linh, statePerson('Ana Ruiz')], shifts }));
        const named = problems.filter((one) => one.rule === 'assignment.double_booking').map((one) => one.key.split('/').at(-1) ?? '');
        const from = (index: number) => (rows[index]?.day ?? 0) * 1440 + (rows[index]?.startMinute ?? 0);
        const expected = shifts.filter((shift, index) =>
          shifts.some(
            (other, before) =>
              other.personId === shift.personId &&
              before !== index &&
              (from(before) < from(index) || (from(before) === from(index) && before < index)) &&
              from(before) + other.lengthMinutes > from(index),
          ),
        );
        expect(named.toSorted()).toEqual(expected.map((shift) => shift.id));
      }),
      { numRuns: 500 },
    );
  });
});

describe('time_off.shift', () => {
  const shifts = stateShifts('Linh Tran', 1, '8-12');
  it.each<[string, Partial<RosterFacts>, string[]]>([
    ['a day off', { timeOffs: away('off') }, ['T 24 Linh Tran, Tue: is off, but has a shift 8–12.']],
    ['a whole day of pto', { timeOffs: away('pto') }, ['T 24 Linh Tran, Tue: is off, but has a shift 8–12.']],
    ['as many hours as the day has', { timeOffs: away('sick', 480) }, ['T 24 Linh Tran, Tue: is off, but has a shift 8–12.']],
    ['part of the day', { timeOffs: away('pto', 240) }, []],
    [
      'hours on a day without contract',
      { timeOffs: away('pto', 240), people: [statePerson('Linh Tran', { contractMinutes: [0, 0, 0, 0, 0, 0, 0] })] },
      [],
    ],
    [
      'a shift at the other location',
      { timeOffs: away('pto'), shifts: stateShifts('Linh Tran', 1, '8-12', { locationId: 'northside' }) },
      ['T 24 Linh Tran, Tue: is off, but has a shift 8–12 at Northside.'],
    ],
    ['a shift of the day before', { timeOffs: away('pto'), shifts: stateShifts('Linh Tran', 0, '8-12') }, []],
  ])('%s', (_, over, expected) => {
    expect(found({ shifts, ...over }, 'time_off.shift')).toEqual(expected);
  });
});

describe('employment.dates', () => {
  const shifts = [0, 1, 2].flatMap((day) => stateShifts('Linh Tran', day, '8-12'));
  it.each<[string, { activeFrom?: string; activeTo?: string }, string[]]>([
    ['before the first day', { activeFrom: dayAt(1) }, ['E 23 Linh Tran, Mon: has a shift, but starts on Tue Nov 24.']],
    ['after the last day', { activeTo: dayAt(1) }, ['E 25 Linh Tran, Wed: has a shift, but the last day is Tue Nov 24.']],
    ['between them', { activeFrom: dayAt(0), activeTo: dayAt(2) }, []],
  ])('%s', (_, dates, expected) => {
    expect(found({ shifts, people: [statePerson('Linh Tran', dates)] }, 'employment.dates')).toEqual(expected);
  });
});

describe('location.closed', () => {
  const days = [0, 1, 2, 3, 4, 5, 6].map((day) => stateDay(day, day === 3 ? 'Thanksgiving' : day > 4 ? '' : undefined));
  it.each<[string, RosterFacts['shifts'], string[]]>([
    ['a closure', stateShifts('Linh Tran', 3, '8-12'), ['c 26 Linh Tran, Thu: works 8–12, but the office is closed for Thanksgiving.']],
    ['a weekday without hours', stateShifts('Linh Tran', 5, '8-12'), ['c 28 Linh Tran, Sat: works 8–12, but the office is closed.']],
    ['an open day', stateShifts('Linh Tran', 4, '8-12'), []],
    ['another location', stateShifts('Linh Tran', 5, '8-12', { locationId: 'northside' }), []],
  ])('%s', (_, shifts, expected) => {
    expect(found({ days, shifts }, 'location.closed')).toEqual(expected);
  });
});

const five = (text: string) => [0, 1, 2, 3, 4].flatMap((day) => stateShifts('Linh Tran', day, text));

describe('contract.over and overtime.weekly', () => {
  const part = statePerson('Linh Tran', { contractMinutes: [480, 480, 480, 0, 0, 0, 0] });
  it.each<[string, Partial<RosterFacts>, string[]]>([
    ['40 of 40 h', { shifts: five('8-5') }, []],
    ['half an hour over', { shifts: [0, 1, 2].flatMap((day) => stateShifts('Linh Tran', day, '8-5:10')), people: [part] }, []],
    [
      'more than half an hour over',
      { shifts: [0, 1, 2].flatMap((day) => stateShifts('Linh Tran', day, '8-5:15')), people: [part] },
      ['h 25 Linh Tran: is planned for 24.75 h, 0.75 h over a contract of 24 h.'],
    ],
    [
      'over with pto',
      { shifts: [0, 2, 3].flatMap((day) => stateShifts('Linh Tran', day, '8-5')), people: [part], timeOffs: away('pto') },
      ['h 26 Linh Tran: is planned for 32 h, 8 h over a contract of 24 h.'],
    ],
    ['overtime, said once', { shifts: five('8-6') }, ['o 27 Linh Tran: works 45 h: 5 h overtime.']],
    ['an exempt person', { shifts: five('8-6'), people: [statePerson('Linh Tran', { exempt: true })] }, []],
    [
      'someone without a contract',
      { shifts: five('8-4'), people: [statePerson('Linh Tran', { employmentClass: 'per_diem', contractMinutes: [0, 0, 0, 0, 0, 0, 0] })] },
      [],
    ],
  ])('%s', (_, over, expected) => {
    expect(found(over).filter((line) => 'ho'.includes(line.charAt(0)))).toEqual(expected);
  });
});

describe('coverage.minimum', () => {
  const names = ['Aisha Rahman', 'Linh Tran', 'Maria Alvarez', 'Keisha Brown'];
  const people = names.map((name) => statePerson(name));
  const everyone = (text: string, count: number) => names.slice(0, count).flatMap((name) => stateShifts(name, 1, text));
  it.each<[string, Partial<RosterFacts>, string[]]>([
    [
      'two at lunch',
      { requirements: [need('fd', 1, 12, 13, 2)], shifts: [...everyone('8-5', 2), ...stateShifts('Maria Alvarez', 1, '12-5')] },
      ['S 24 Tue 12–1: front desk needs 2, has 1. Aisha and Linh are both at lunch.'],
    ],
    [
      'three at lunch',
      { requirements: [need('fd', 1, 12, 13, 1)], shifts: everyone('8-5', 3) },
      ['S 24 Tue 12–1: front desk needs 1, has 0. Aisha, Linh and Maria are at lunch.'],
    ],
    [
      'four at lunch',
      { requirements: [need('fd', 1, 12, 13, 1)], shifts: everyone('8-5', 4) },
      ['S 24 Tue 12–1: front desk needs 1, has 0. 4 people are at lunch.'],
    ],
    [
      'a meal at night',
      { requirements: [need('fd', 1, 20, 30, 1)], shifts: everyone('8p-6a/60@1', 1) },
      ['S 24 Tue 1a–2a: front desk needs 1, has 0. Aisha is on a meal break.'],
    ],
    [
      'a position of several, with an open shift',
      { requirements: [need('ma', 1, 8, 12, 1)], shifts: stateShifts(null, 1, '8-12 MA') },
      ['S 24 Tue 8–12: medical assistants need 1, have 0. One shift is open.'],
    ],
    ['a name with a hyphen', { requirements: [need('xr', 1, 8, 12, 1)] }, ['S 24 Tue 8–12: X-ray needs 1, has 0.']],
    ['enough', { requirements: [need('fd', 1, 8, 12, 2)], shifts: everyone('8-5', 2) }, []],
  ])('%s', (_, over, expected) => {
    expect(found({ people, ...over }, 'coverage.minimum')).toEqual(expected);
  });
  it('jumps to the coverage line', () => {
    const [problem] = findProblems(rosterState({ requirements: [need('fd', 1, 8, 12, 1)] }));
    expect(problem?.cell).toEqual({ personId: null, positionId: 'fd', on: dayAt(1) });
  });
});

describe('all problems', () => {
  const facts: Partial<RosterFacts> = {
    shifts: [...stateShifts('Linh Tran', 5, '8-12'), ...stateShifts('Linh Tran', 2, '8-12')],
    timeOffs: [{ id: 't', personId: 'Linh Tran', on: dayAt(2), kind: 'pto', minutes: null }],
    unread: [{ id: 'u', personId: 'Linh Tran', on: dayAt(0), text: '8-5 EAST', reason: 'EAST is no position.' }],
    requirements: [need('fd', 4, 8, 12, 1)],
  };
  it('what must be fixed comes first, then by day', () => {
    expect(found(facts).map((line) => line.slice(0, 4))).toEqual(['T 25', 'S 27', '? 23', 'c 28']);
  });
  it('each has its own key, the same when looked at again', () => {
    const keys = findProblems(rosterState({ people: [linh], ...facts })).map((problem) => problem.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(findProblems(rosterState({ people: [linh], ...facts })).map((problem) => problem.key)).toEqual(keys);
  });
  it('is empty for a week in order', () => {
    expect(
      found({ shifts: [0, 1, 2, 3, 4].flatMap((day) => stateShifts('Linh Tran', day, '8-5')), requirements: [need('fd', 1, 8, 12, 1)] }),
    ).toEqual([]);
  });
});
