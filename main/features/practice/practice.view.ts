import type { Repositories } from '../../../db/repositories.ts';
import {
  clockFormats,
  papers,
  positionColours,
  type ClockFormat,
  type ClosureView,
  type LocationView,
  type Paper,
  type PositionColour,
  type PositionView,
  type PracticeView,
} from '../../../preload/contract/practice/practice.ts';
import { federalHolidayIds, type FederalHolidayId } from '../../../preload/contract/practice/holidays.ts';
import { localDateAt } from '../../kernel/local-date.ts';
import { formatClockRange } from './domain/clock-range.ts';
import { holidayNames, nextHolidays } from './domain/federal-holidays.ts';
import { formatOpeningHours } from './domain/opening-hours.ts';

import type { Opening } from './domain/office-calendar.ts';

export { singularPosition as singularOf } from './domain/defaults.ts';
export { officeDays, type OfficeDay } from './domain/office-calendar.ts';

/** A position's name inside a sentence: "front desk", but "X-ray" as it is. */
export const inSentence = (name: string): string => name.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());

export const clockOf = (text: string): ClockFormat => clockFormats.find((clock) => clock === text) ?? '12';
export const paperOf = (text: string): Paper => papers.find((paper) => paper === text) ?? 'letter';
export const colourOf = (text: string): PositionColour => positionColours.find((colour) => colour === text) ?? 'pr';

/** Federal holidays as their column holds them. */
export function holidaysOf(text: string | null): FederalHolidayId[] {
  const ids = text?.split(',') ?? [];
  return federalHolidayIds.filter((id) => ids.includes(id));
}

/** The same in the words of the screen: "Columbus Day, Veterans Day". */
export const holidayWords = (text: string): string =>
  holidaysOf(text)
    .map((id) => holidayNames.get(id) ?? id)
    .join(', ');

/** The practice with its places, jobs and closed days; null before set-up. `now`: instant. */
export async function readPracticeView(
  { practice: repository }: Repositories,
  deviceId: string,
  now: string,
): Promise<PracticeView | null> {
  const row = await repository.find();
  if (!row) return null;
  const { id, version, closedOnHolidays, openHolidays, clock, paper, ...plain } = row;
  const today = localDateAt(now, plain.timeZone);
  return {
    id,
    version,
    practice: {
      ...plain,
      closedOnHolidays: closedOnHolidays === 1,
      openHolidays: holidaysOf(openHolidays),
      clock: clockOf(clock),
      paper: paperOf(paper),
    },
    locations: await readLocations(repository, clockOf(clock)),
    positions: await readPositions(repository),
    closures: await readClosures(repository),
    holidays: nextHolidays(today),
    computerLetter: await repository.computerLetter(deviceId),
    today,
  };
}

async function readLocations(repository: Repositories['practice'], clock: ClockFormat): Promise<LocationView[]> {
  const hours = Map.groupBy(await repository.listOpeningHours(), (row) => row.locationId);
  const locations = await repository.listLocations();
  return locations.map(({ id, version, name, timeZone }) => {
    const openingHours = (hours.get(id) ?? []).map(({ weekday, startMinute, lengthMinutes }) => ({ weekday, startMinute, lengthMinutes }));
    return { id, version, name, timeZone, openingHours, hoursText: formatOpeningHours(openingHours, clock) };
  });
}

async function readPositions(repository: Repositories['practice']): Promise<PositionView[]> {
  const rows = await repository.listPositions();
  return rows.map(({ id, version, name, code, colour }) => ({ id, version, name, code, colour: colourOf(colour) }));
}

async function readClosures(repository: Repositories['practice']): Promise<ClosureView[]> {
  const rows = await repository.listClosures();
  return rows.map(({ id, version, on, name, locationId, credited }) => ({ id, version, on, name, locationId, credited: credited === 1 }));
}

/** The opening hours of one day, "8–12, 1–5"; '' when it is closed. */
export function formatOpeningTimes(openings: readonly Opening[], clock: ClockFormat): string {
  return openings.map((opening) => formatClockRange(opening, clock).replace('-', '–')).join(', ');
}
