import type { PersonRow } from '../../../db/people/people.repository.ts';
import type { PracticeRow } from '../../../db/practice/practice.repository.ts';
import type { Repositories } from '../../../db/repositories.ts';
import type { CoverageRequirementRow, ShiftRow, TimeOffRow, UnreadEntryRow } from '../../../db/rostering/rostering.repository.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { ClockFormat, PositionView } from '../../../preload/contract/practice/practice.ts';
import type { Id, LocalDate } from '../../../preload/contract/shared/primitives.ts';
import { addDays, localDateAt, weekStart } from '../../kernel/local-date.ts';
import { displayName } from '../people/people.service.ts';
import { clockOf, colourOf, holidaysOf, officeDays, type OfficeDay } from '../practice/practice.view.ts';

export interface RosterPerson {
  readonly row: PersonRow;
  readonly name: string;
  /** The group on the schedule; null without a position. */
  readonly positionId: Id | null;
  /** Last day, counting that archived people are gone. */
  readonly activeTo: LocalDate | null;
}

/** Everything that a week of one location is made of. Shifts and days off reach as far as overtime and nights look. */
export interface RosterWeek {
  readonly practiceName: string;
  readonly location: { readonly id: Id; readonly name: string };
  readonly locationNames: ReadonlyMap<Id, string>;
  readonly clock: ClockFormat;
  readonly paper: string;
  readonly meal: { readonly afterMinutes: number; readonly minutes: number; readonly startMinute: number };
  readonly workweekStartsOn: number;
  readonly today: LocalDate;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly days: readonly OfficeDay[];
  readonly positions: readonly PositionView[];
  /** Everyone who may stand in the grid or in a sentence of it, in the practice's order. */
  readonly people: readonly RosterPerson[];
  readonly shifts: readonly ShiftRow[];
  readonly timeOffs: readonly TimeOffRow[];
  readonly unread: readonly UnreadEntryRow[];
  readonly requirements: readonly CoverageRequirementRow[];
}

/** Loads the week of a location that holds `on`. Refuses as `not_found` an unknown location and a practice not set up. */
export async function loadWeek(repositories: Repositories, locationId: Id, on: LocalDate, now: string): Promise<RosterWeek> {
  const settings = await repositories.practice.find();
  if (!settings) throw new AppError('not_found', 'The practice is not set up yet. Name it first.');
  const from = weekStart(on, settings.weekStartsOn);
  return loadSpan(repositories, settings, locationId, from, addDays(from, 6), now);
}

/** The same for any run of days; `from` and `to` are both included. */
export async function loadDays(
  repositories: Repositories,
  locationId: Id,
  from: LocalDate,
  to: LocalDate,
  now: string,
): Promise<RosterWeek> {
  const settings = await repositories.practice.find();
  if (!settings) throw locationGone();
  return loadSpan(repositories, settings, locationId, from, to, now);
}

async function loadSpan(
  { practice, people, rostering }: Repositories,
  settings: PracticeRow,
  locationId: Id,
  from: LocalDate,
  to: LocalDate,
  now: string,
): Promise<RosterWeek> {
  const locations = await practice.listLocations();
  const location = locations.find((row) => row.id === locationId);
  if (!location) throw locationGone();
  // A night before the workweek that is under way on the first day reaches into it.
  const earliest = addDays(weekStart(from, settings.workweekStartsOn), -1);
  const latest = addDays(weekStart(to, settings.workweekStartsOn), 6);
  const shifts = await rostering.listShifts(earliest, latest);
  const requirements = await rostering.listRequirements(locationId);
  // People may be needed, or at work, past the last midnight: then the day after it counts too.
  const lastDay = shifts.filter((shift) => shift.on === to);
  if (latest === to && [...requirements, ...lastDay].some(passesMidnight)) {
    shifts.push(...(await rostering.listShifts(addDays(to, 1), addDays(to, 1))));
  }
  const timeOffs = await rostering.listTimeOff(from, to);
  const unread = await rostering.listUnread(from, to);
  return {
    practiceName: settings.name,
    location: { id: location.id, name: location.name },
    locationNames: new Map(locations.map((row) => [row.id, row.name])),
    clock: clockOf(settings.clock),
    paper: settings.paper,
    meal: { afterMinutes: settings.mealAfterMinutes, minutes: settings.mealMinutes, startMinute: settings.mealStartMinute },
    workweekStartsOn: settings.workweekStartsOn,
    today: localDateAt(now, settings.timeZone),
    from,
    to,
    days: officeDays(from, daysIn(from, to), {
      locationId,
      openingHours: await practice.listOpeningHours(),
      closures: (await practice.listClosures(from, to)).map((row) => ({ ...row, credited: row.credited === 1 })),
      closedOnHolidays: settings.closedOnHolidays === 1,
      openHolidays: holidaysOf(settings.openHolidays),
    }),
    positions: (await practice.listPositions()).map((row) => ({ ...row, colour: colourOf(row.colour) })),
    people: await loadPeople(people, [...shifts, ...timeOffs, ...unread]),
    shifts,
    timeOffs,
    unread,
    requirements,
  };
}

const locationGone = (): AppError => new AppError('not_found', 'This location is no longer there. Choose another one.');

const passesMidnight = ({ startMinute, lengthMinutes }: { readonly startMinute: number; readonly lengthMinutes: number }): boolean =>
  startMinute + lengthMinutes > 1440;

async function loadPeople(
  repository: Repositories['people'],
  entries: readonly { readonly personId: Id | null }[],
): Promise<RosterPerson[]> {
  const present = await repository.list();
  const known = new Set(present.map((row) => row.id));
  const gone = new Set<Id>();
  for (const { personId } of entries) if (personId !== null && !known.has(personId)) gone.add(personId);
  const archived = await repository.listAnyOf([...gone]);
  return [...present.map((row) => personOf(row, null)), ...archived.map((row) => personOf(row, row.archivedAt))];
}

function personOf(row: PersonRow, archivedAt: string | null): RosterPerson {
  const archivedOn = archivedAt === null ? null : archivedAt.slice(0, 10);
  const activeTo = archivedOn !== null && (row.activeTo === null || archivedOn < row.activeTo) ? archivedOn : row.activeTo;
  return { row, name: displayName(row), positionId: row.positions[0]?.positionId ?? null, activeTo };
}

const daysIn = (from: LocalDate, to: LocalDate): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;

/** Whether someone stands in the grid of the week: works here then, or has something in it. */
export function standsIn(week: RosterWeek, person: RosterPerson, withEntries: ReadonlySet<Id>): boolean {
  if (withEntries.has(person.row.id)) return true;
  const { activeFrom, homeLocationId } = person.row;
  const active = (activeFrom === null || activeFrom <= week.to) && (person.activeTo === null || person.activeTo >= week.from);
  return active && (homeLocationId === null || homeLocationId === week.location.id);
}
