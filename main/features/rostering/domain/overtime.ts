import type { Id } from '../../../../preload/contract/shared/primitives.ts';
import { mealInterval } from './hours.ts';
import type { PlacedShift, RosterState } from './roster-facts.ts';

/** 40 hours: 29 U.S.C. 207(a)(1). */
export const weeklyOvertimeAfterMinutes = 2400;

/** A workweek that someone works over 40 hours in; days count from the first day of the schedule's week. */
export interface OvertimeWeek {
  readonly personId: Id;
  /** First day of the workweek. */
  readonly firstDay: number;
  readonly workedMinutes: number;
  readonly overtimeMinutes: number;
  /** Day of the shift with which the 40 hours are passed. */
  readonly passedOnDay: number;
}

/**
 * Overtime by the practice's own fixed workweek of 168 hours (29 CFR 778.105). Only work counts, never time off; exempt people have none
 * (29 U.S.C. 213(a)(1)). A shift over the workweek's boundary is split at midnight.
 */
export function overtimeOf(state: RosterState): readonly OvertimeWeek[] {
  let weeks = known.get(state);
  if (!weeks) known.set(state, (weeks = findOvertime(state)));
  return weeks;
}

/** A state never changes, and several ask for its overtime. */
const known = new WeakMap<RosterState, readonly OvertimeWeek[]>();

function findOvertime(state: RosterState): OvertimeWeek[] {
  const { days, workweekStartsOn } = state.facts;
  const [first] = days;
  if (!first) return [];
  const offset = 0 - ((first.weekday - workweekStartsOn + 7) % 7);
  const found: OvertimeWeek[] = [];
  for (const person of state.facts.people) {
    if (person.exempt) continue;
    const shifts = state.shiftsOf.get(person.id);
    if (!shifts) continue;
    for (let firstDay = offset; firstDay < days.length; firstDay += 7) {
      const week = workweek(shifts, firstDay, state);
      if (week) found.push({ personId: person.id, firstDay, ...week });
    }
  }
  return found;
}

function workweek(
  shifts: readonly PlacedShift[],
  firstDay: number,
  state: RosterState,
): Omit<OvertimeWeek, 'personId' | 'firstDay'> | undefined {
  let workedMinutes = 0;
  let passedOnDay: number | undefined;
  for (const placed of shifts) {
    const minutes = workedBetween(placed, firstDay * 1440, (firstDay + 7) * 1440, state);
    workedMinutes += minutes;
    if (passedOnDay === undefined && workedMinutes > weeklyOvertimeAfterMinutes) passedOnDay = placed.day;
  }
  if (passedOnDay === undefined) return undefined;
  return { workedMinutes, overtimeMinutes: workedMinutes - weeklyOvertimeAfterMinutes, passedOnDay };
}

/** Worked minutes of a shift that lie between two moments; its meal is not work. */
function workedBetween({ shift, day, from, to }: PlacedShift, start: number, end: number, state: RosterState): number {
  if (to <= start || from >= end) return 0;
  const meal = mealInterval(shift, state.facts.policy);
  const overlap = (a: number, b: number) => Math.max(0, Math.min(b, end) - Math.max(a, start));
  return overlap(from, to) - (meal ? overlap(day * 1440 + meal.startMinute, day * 1440 + meal.startMinute + meal.lengthMinutes) : 0);
}
