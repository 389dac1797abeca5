import { expect, it } from 'vitest';
import type { RosterFacts } from '../../../main/features/rostering/domain/roster-facts.ts';
import { weekHours } from '../../../main/features/rostering/domain/week-hours.ts';
import { dayAt, rosterState, stateDay, statePerson, stateShifts } from '../../support/roster-facts.builder.ts';

const dana = statePerson('Dana');
const thanksgiving = (credited: boolean) =>
  [0, 1, 2, 3, 4, 5, 6].map((day) => stateDay(day, day === 3 ? 'Thanksgiving' : undefined, credited));
const four = [0, 1, 2, 4].flatMap((day) => stateShifts('Dana', day, '8-5'));

it.each<[string, Partial<RosterFacts>, [number, number, number]]>([
  ['five shifts', { shifts: [...four, ...stateShifts('Dana', 3, '8-5')] }, [40, 0, 40]],
  [
    'shifts around the week are not counted',
    { shifts: [...four, ...stateShifts('Dana', 7, '8-5'), ...stateShifts('Dana', -1, '8-5')] },
    [32, 0, 40],
  ],
  ['a shift elsewhere counts', { shifts: stateShifts('Dana', 0, '8-5', { locationId: 'northside' }) }, [8, 0, 40]],
  ['a paid holiday', { shifts: four, days: thanksgiving(true) }, [32, 8, 40]],
  ['an unpaid closure', { shifts: four, days: thanksgiving(false) }, [32, 0, 40]],
  ['a paid holiday worked', { shifts: [...four, ...stateShifts('Dana', 3, '8-12')], days: thanksgiving(true) }, [36, 0, 40]],
  [
    'part of a day of pto',
    { shifts: four, timeOffs: [{ id: 't', personId: 'Dana', on: dayAt(3), kind: 'pto', minutes: 240 }] },
    [32, 4, 40],
  ],
  ['a plain day off', { shifts: four, timeOffs: [{ id: 't', personId: 'Dana', on: dayAt(3), kind: 'off', minutes: null }] }, [32, 0, 40]],
  ['someone who begins on Wednesday', { people: [statePerson('Dana', { activeFrom: dayAt(2) })], days: thanksgiving(true) }, [0, 8, 24]],
  ['someone who left on Tuesday', { people: [statePerson('Dana', { activeTo: dayAt(1) })], days: thanksgiving(true) }, [0, 0, 16]],
])('%s', (_, over, [worked, credited, contract]) => {
  expect(weekHours(rosterState({ people: [dana], ...over })).get('Dana')).toEqual({
    workedMinutes: worked * 60,
    creditedMinutes: credited * 60,
    contractMinutes: contract * 60,
  });
});
