import { employmentClassOf, levelOf } from '../people/people.view.ts';
import { contractMinutesOf } from '../people/people.view.ts';
import { timeOffKindOf } from './cell.view.ts';
import { RosterState } from './domain/roster-facts.ts';
import type { RosterWeek } from './roster.loader.ts';

/** The loaded rows as the rules look at them. */
export function stateOf(week: RosterWeek): RosterState {
  return new RosterState({
    locationId: week.location.id,
    locationNames: week.locationNames,
    clock: week.clock,
    policy: week.meal,
    workweekStartsOn: week.workweekStartsOn,
    days: week.days,
    positions: week.positions,
    people: week.people.map(({ row, name, activeTo }) => ({
      id: row.id,
      name,
      exempt: row.exempt === 1,
      employmentClass: employmentClassOf(row.employmentClass),
      contractMinutes: contractMinutesOf(row),
      activeFrom: row.activeFrom,
      activeTo,
      levels: new Map(row.positions.map((position) => [position.positionId, levelOf(position.level)])),
    })),
    shifts: week.shifts,
    timeOffs: week.timeOffs.map((timeOff) => ({ ...timeOff, kind: timeOffKindOf(timeOff.kind) })),
    unread: week.unread.filter((entry) => entry.locationId === week.location.id),
    requirements: week.requirements,
  });
}
