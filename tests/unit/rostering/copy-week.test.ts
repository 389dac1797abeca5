import { expect, it } from 'vitest';
import { planWeekCopy } from '../../../main/features/rostering/domain/copy-week.ts';
import type { RosterFacts } from '../../../main/features/rostering/domain/roster-facts.ts';
import { dayAt, rosterState, stateDay, statePerson, stateShifts } from '../../support/roster-facts.builder.ts';

const dana = statePerson('Dana');
const open = [0, 1, 2, 3, 4, 5, 6].map((day) => stateDay(day));
const next = [7, 8, 9, 10, 11, 12, 13].map((day) => stateDay(day, day === 10 ? 'Closed' : undefined));
const copy = (shifts: RosterFacts['shifts'], target: Partial<RosterFacts> = {}) =>
  planWeekCopy({
    source: rosterState({ people: [dana], days: open, shifts }),
    target: rosterState({ people: [dana], days: next, ...target }),
  });
const tuesday = stateShifts('Dana', 1, '8-5');

it('puts every shift on the same day of the week', () => {
  const shifts = [...stateShifts('Dana', 0, '8-12, 1-5'), ...stateShifts(null, 2, '8-5')];
  expect(copy(shifts)).toEqual({
    shifts: [
      { source: 'Dana 0 0', on: dayAt(7) },
      { source: 'Dana 0 1', on: dayAt(7) },
      { source: 'open 2 0', on: dayAt(9) },
    ],
    skipped: 0,
  });
});

it.each<[string, Partial<RosterFacts>]>([
  ['a shift', { shifts: stateShifts('Dana', 8, '1-5') }],
  ['a shift elsewhere', { shifts: stateShifts('Dana', 8, '1-5', { locationId: 'northside' }) }],
  ['time off', { timeOffs: [{ id: 't', personId: 'Dana', on: dayAt(8), kind: 'pto', minutes: null }] }],
  ['text', { unread: [{ id: 'u', personId: 'Dana', on: dayAt(8), text: '?!', reason: '' }] }],
])('leaves a cell alone that holds %s', (_, target) => {
  expect(copy(tuesday, target)).toEqual({ shifts: [], skipped: 1 });
});

it.each<[string, Partial<RosterFacts>]>([
  ['who has left', { people: [statePerson('Dana', { activeTo: dayAt(7) })] }],
  ['who has not begun', { people: [statePerson('Dana', { activeFrom: dayAt(9) })] }],
  ['who is gone', { people: [] }],
])('copies nothing for someone %s', (_, target) => {
  expect(copy(tuesday, target)).toEqual({ shifts: [], skipped: 1 });
});

it('skips closed days', () => {
  expect(copy(stateShifts('Dana', 3, '8-5'))).toEqual({ shifts: [], skipped: 1 });
});

it('copies neither the days around nor another location', () => {
  const shifts = [
    ...stateShifts('Dana', -1, '8-5'),
    ...stateShifts('Dana', 7, '8-5'),
    ...stateShifts('Dana', 2, '8-5', { locationId: 'northside' }),
  ];
  expect(copy(shifts)).toEqual({ shifts: [], skipped: 0 });
});

it('fills the open row although another location has an open shift that day', () => {
  const target = { shifts: stateShifts(null, 8, '8-5', { locationId: 'northside' }) };
  expect(copy(stateShifts(null, 1, '8-5'), target).shifts).toEqual([{ source: 'open 1 0', on: dayAt(8) }]);
});
