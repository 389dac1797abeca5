import type { Id, LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import type { RosterState } from './roster-facts.ts';
import { isEmployed } from './week-hours.ts';

export interface WeekCopyPlan {
  /** Shifts to make: the one it is taken from, and its new day. */
  readonly shifts: readonly { readonly source: Id; readonly on: LocalDate }[];
  /** Left out: the cell is filled, the day closed, or the person not working here then. */
  readonly skipped: number;
}

export interface WeekCopyInput {
  readonly source: RosterState;
  readonly target: RosterState;
}

/** Copies the shifts of a week into the empty cells of another that is open then. A day keeps its place in the week. */
export function planWeekCopy({ source, target }: WeekCopyInput): WeekCopyPlan {
  const filled = filledCells(target);
  const shifts: { source: Id; on: LocalDate }[] = [];
  let skipped = 0;
  for (const shift of source.facts.shifts) {
    const place = source.dayOf(shift.on);
    if (shift.locationId !== source.facts.locationId || !source.isInWeek(place)) continue;
    const day = target.facts.days[place];
    if (!day || day.openings.length === 0 || filled.has(`${shift.personId ?? ''}|${day.on}`) || !worksOn(target, shift.personId, day.on)) {
      skipped += 1;
      continue;
    }
    shifts.push({ source: shift.id, on: day.on });
  }
  return { shifts, skipped };
}

function filledCells(state: RosterState): Set<string> {
  const filled = new Set<string>();
  const { shifts, timeOffs, unread } = state.facts;
  for (const entry of [...timeOffs, ...unread]) filled.add(`${entry.personId ?? ''}|${entry.on}`);
  // Someone who works elsewhere that day is taken; an open shift elsewhere takes nobody.
  for (const { personId, on, locationId } of shifts)
    if (personId !== null || locationId === state.facts.locationId) filled.add(`${personId ?? ''}|${on}`);
  return filled;
}

function worksOn(state: RosterState, personId: Id | null, on: LocalDate): boolean {
  if (personId === null) return true;
  const person = state.people.get(personId);
  return person !== undefined && isEmployed(person, on);
}
