import type { Id, LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import { creditedMinutes, paidMinutes } from './hours.ts';
import type { RosterState, StatePerson } from './roster-facts.ts';

/** Someone's minutes of the week: worked and credited count toward contract, only worked toward overtime. */
export interface WeekHours {
  readonly workedMinutes: number;
  readonly creditedMinutes: number;
  readonly contractMinutes: number;
}

/** Credited minutes of one person's day: time off, or a paid closure on a day of contract. */
export function creditOn(state: RosterState, personId: Id, dayIndex: number): number {
  const day = state.facts.days[dayIndex];
  const person = state.people.get(personId);
  if (!day || !person) return 0;
  const contract = person.contractMinutes[day.weekday - 1] ?? 0;
  let minutes = 0;
  for (const timeOff of state.facts.timeOffs)
    if (timeOff.personId === personId && timeOff.on === day.on) minutes += creditedMinutes(timeOff, contract);
  return minutes > 0 ? minutes : closureCredit(state, personId, dayIndex);
}

/** Whether the day lies between someone's first and last; days outside have no contract. */
export const isEmployed = ({ activeFrom, activeTo }: Pick<StatePerson, 'activeFrom' | 'activeTo'>, on: LocalDate): boolean =>
  (activeFrom === null || activeFrom <= on) && (activeTo === null || on <= activeTo);

/** A paid holiday counts that weekday's contract, unless the person works on it. */
export function closureCredit(state: RosterState, personId: Id, dayIndex: number): number {
  const day = state.facts.days[dayIndex];
  if (!day?.closure?.credited) return 0;
  const person = state.people.get(personId);
  if (!person || !isEmployed(person, day.on)) return 0;
  const works = (state.shiftsOf.get(personId) ?? []).some((placed) => placed.day === dayIndex);
  return works ? 0 : (person.contractMinutes[day.weekday - 1] ?? 0);
}

/** The minutes of everyone for the days of the state. */
export function weekHours(state: RosterState): ReadonlyMap<Id, WeekHours> {
  let hours = known.get(state);
  if (!hours) known.set(state, (hours = countHours(state)));
  return hours;
}

/** A state never changes, and both the grid and its rules ask for its hours. */
const known = new WeakMap<RosterState, ReadonlyMap<Id, WeekHours>>();

function countHours(state: RosterState): ReadonlyMap<Id, WeekHours> {
  const { days, people, policy, timeOffs } = state.facts;
  const away = new Set(timeOffs.map((timeOff) => timeOff.personId));
  const hasClosure = days.some((day) => day.closure?.credited);
  const hours = new Map<Id, WeekHours>();
  for (const person of people) {
    let worked = 0;
    for (const { shift, day } of state.shiftsOf.get(person.id) ?? []) if (state.isInWeek(day)) worked += paidMinutes(shift, policy);
    let credited = 0;
    if (hasClosure || away.has(person.id)) for (let day = 0; day < days.length; day += 1) credited += creditOn(state, person.id, day);
    let contract = 0;
    for (const day of days) if (isEmployed(person, day.on)) contract += person.contractMinutes[day.weekday - 1] ?? 0;
    hours.set(person.id, { workedMinutes: worked, creditedMinutes: credited, contractMinutes: contract });
  }
  return hours;
}
