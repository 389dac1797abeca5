import type { PositionLevel } from '../../preload/contract/people/people.ts';
import { addDays, weekdayOf } from '../../main/kernel/local-date.ts';
import { parseEntry } from '../../main/features/rostering/domain/entry.parser.ts';
import {
  RosterState,
  type RosterFacts,
  type StateDay,
  type StatePerson,
  type StateShift,
} from '../../main/features/rostering/domain/roster-facts.ts';

/** Monday of the week the fixtures look at. */
export const monday = '2026-11-23';
/** A day of that week: 0 is Monday, -1 the Sunday before. */
export const dayAt = (day: number): string => addDays(monday, day);

export const fixturePositions = [
  { id: 'fd', code: 'FD', name: 'Front desk' },
  { id: 'ma', code: 'MA', name: 'Medical assistants' },
  { id: 'xr', code: 'XR', name: 'X-ray' },
];

/** Someone of the front desk with five days of eight hours. */
export function statePerson(name: string, over: Partial<StatePerson> = {}): StatePerson {
  return {
    id: name,
    name,
    exempt: false,
    employmentClass: 'full_time',
    contractMinutes: [480, 480, 480, 480, 480, 0, 0],
    activeFrom: null,
    activeTo: null,
    levels: new Map<string, PositionLevel>([['fd', 'primary']]),
    ...over,
  };
}

/** The shifts of a cell as typed, at the front desk of Downtown; the id is the person, day and place in the cell. */
export function stateShifts(personId: string | null, day: number, text: string, over: Partial<StateShift> = {}): StateShift[] {
  const entry = parseEntry(text, { positions: fixturePositions });
  if (entry.kind !== 'shifts') throw new Error(`${text} holds no shift`);
  return entry.shifts.map((shift, index) => ({
    id: `${personId ?? 'open'} ${day} ${index}`,
    personId,
    locationId: 'downtown',
    on: dayAt(day),
    startMinute: shift.startMinute,
    lengthMinutes: shift.lengthMinutes,
    mealMinutes: shift.mealMinutes,
    mealStartMinute: shift.mealStartMinute,
    positionId: shift.positionId ?? 'fd',
    ...over,
  }));
}

/** A day of the week, open 8-5; `closed` gives the closure's name, or '' for a weekday without opening hours. */
export function stateDay(day: number, closed?: string, credited = false): StateDay {
  const on = dayAt(day);
  const openings = closed === undefined ? [{ startMinute: 480, lengthMinutes: 540 }] : [];
  return { on, weekday: weekdayOf(on), openings, closure: closed ? { name: closed, credited } : null };
}

/** The week of Nov 23, 2026 at Downtown, open Monday to Friday, with the usual meal of an hour at noon over six hours. */
export function rosterState(over: Partial<RosterFacts> = {}): RosterState {
  return new RosterState({
    locationId: 'downtown',
    locationNames: new Map([
      ['downtown', 'Downtown'],
      ['northside', 'Northside'],
    ]),
    clock: '12',
    policy: { afterMinutes: 360, minutes: 60, startMinute: 720 },
    workweekStartsOn: 1,
    days: [0, 1, 2, 3, 4, 5, 6].map((day) => stateDay(day, day > 4 ? '' : undefined)),
    positions: fixturePositions,
    people: [],
    shifts: [],
    timeOffs: [],
    unread: [],
    requirements: [],
    ...over,
  });
}
