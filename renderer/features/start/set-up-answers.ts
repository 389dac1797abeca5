import {
  setUpInput,
  type ClockFormat,
  type Paper,
  type PositionFields,
  type SetUpInput,
} from '../../../preload/contract/practice/practice.ts';
import type { Weekday } from '../../../preload/contract/shared/primitives.ts';
import { staffText, type StaffTable } from './staff-table.ts';

/** The three answers while they are typed, and the few settings behind "Change". */
export interface SetUpAnswers {
  readonly name: string;
  /** Names with commas between. */
  readonly locations: string;
  readonly timeZone: string;
  readonly weekStartsOn: Weekday;
  readonly workweekStartsOn: Weekday;
  readonly clock: ClockFormat;
  readonly paper: Paper;
  readonly hours: string;
  readonly closedOnHolidays: boolean;
  /** Null takes the usual ones. */
  readonly positions: readonly PositionFields[] | null;
  readonly staff: StaffTable | null;
}

/** What stands there before anything is typed. `timeZone` is the computer's own. */
export function firstAnswers(timeZone: string): SetUpAnswers {
  return {
    name: '',
    locations: '',
    timeZone,
    weekStartsOn: 1,
    workweekStartsOn: 7,
    clock: '12',
    paper: 'letter',
    hours: 'Mon-Fri 8-5',
    closedOnHolidays: true,
    positions: null,
    staff: null,
  };
}

/** The names of the locations; none is the practice's one location. */
export function locationNames(text: string): readonly string[] {
  return text
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter(Boolean);
}

/** The answers as set-up takes them. */
export function setUpInputOf(answers: SetUpAnswers): SetUpInput {
  const { name, timeZone, weekStartsOn, workweekStartsOn, clock, paper, closedOnHolidays } = answers;
  const names = locationNames(answers.locations);
  const sheet = answers.staff ? staffText(answers.staff) : '';
  return {
    practice: { name, timeZone, weekStartsOn, workweekStartsOn, clock, paper, closedOnHolidays },
    ...(answers.hours.trim() === '' ? {} : { hours: answers.hours }),
    ...(names.length === 0 ? {} : { locations: names.map((location) => ({ name: location })) }),
    ...(answers.positions === null ? {} : { positions: [...answers.positions] }),
    ...(sheet.trim() === '' ? {} : { sheet }),
  };
}

/** The answers that have a field on this screen. */
export type AnswerField = 'name' | 'locations' | 'timeZone' | 'positions' | 'hours' | 'staff';

/** The field that a path of set-up's input is asked in; undefined when none is. */
export function fieldOfPath(path: string): AnswerField | undefined {
  if (path === 'practice.name') return 'name';
  if (path === 'practice.timeZone') return 'timeZone';
  if (path.startsWith('locations')) return 'locations';
  if (path.startsWith('positions')) return 'positions';
  if (path.startsWith('hours')) return 'hours';
  return path.startsWith('sheet') || path.startsWith('source') ? 'staff' : undefined;
}

/** A sentence for each answer that cannot be taken; empty when all can. */
export function refusedAnswers(answers: SetUpAnswers): Partial<Record<AnswerField, string>> {
  const refused: Partial<Record<AnswerField, string>> = {};
  for (const { path, message } of setUpInput.safeParse(setUpInputOf(answers)).error?.issues ?? []) {
    const field = fieldOfPath(path.map(String).join('.'));
    if (!field || refused[field]) continue;
    refused[field] = field === 'name' && answers.name.trim() === '' ? 'Write the name of the practice.' : message;
  }
  if (locationNames(answers.locations).length > 5) refused.locations = 'Name at most five locations.';
  return refused;
}
