import type {
  EmploymentClass,
  ImportRow,
  PersonFields,
  PersonPosition,
  PositionLevel,
} from '../../../../preload/contract/people/people.ts';
import type { Id, LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import type { ImportValues } from './import-row.ts';
import { spreadWeeklyMinutes } from './read-values.ts';

/** A person already in the practice, as the import needs to see them. */
export interface ExistingPerson extends PersonFields {
  readonly id: Id;
  readonly payRates?: readonly PayRate[];
}
export interface PayRate {
  readonly effectiveOn: LocalDate;
  readonly centsPerHour: number;
}

/** A position a line names: a known one by its id, one still to be made by its name. */
export interface NamedLevel {
  readonly positionId: Id | null;
  readonly name: string;
  readonly level: PositionLevel;
}

export interface PersonContext {
  readonly openWeekdays: readonly number[];
  /** The practice's only location, for people whose line names none. */
  readonly onlyLocationId: Id | null;
}

const partTimeBelow = 1800;
const noMinutes = [0, 0, 0, 0, 0, 0, 0];

/** The person as the line makes them: what it leaves empty stays as it was. The name of an existing person is never changed, only the nickname. */
export function buildPerson(
  values: ImportValues,
  positions: readonly PersonPosition[],
  existing: ExistingPerson | undefined,
  context: PersonContext,
): PersonFields {
  const contractMinutes = contractOf(values, existing, context.openWeekdays);
  return {
    givenName: existing?.givenName ?? values.name.givenName,
    familyName: existing?.familyName ?? values.name.familyName,
    nickname: values.name.nickname === '' ? (existing?.nickname ?? '') : values.name.nickname,
    employmentClass: values.employmentClass ?? existing?.employmentClass ?? guessClass(contractMinutes),
    exempt: values.exempt ?? existing?.exempt ?? false,
    phone: values.phone ?? existing?.phone ?? '',
    homeLocationId: values.locationId ?? (existing ? existing.homeLocationId : context.onlyLocationId),
    contractMinutes,
    activeFrom: values.activeFrom ?? existing?.activeFrom ?? null,
    activeTo: values.activeTo ?? existing?.activeTo ?? null,
    positions: [...positions],
  };
}

function contractOf(values: ImportValues, existing: ExistingPerson | undefined, openWeekdays: readonly number[]): number[] {
  const before = existing?.contractMinutes ?? noMinutes;
  if (values.dayMinutes.some((minutes) => minutes !== undefined))
    return before.map((minutes, index) => values.dayMinutes[index] ?? minutes);
  // The same hours a week keep their days, which may have been set by hand.
  if (values.weeklyMinutes === undefined || values.weeklyMinutes === total(before)) return [...before];
  return spreadWeeklyMinutes(values.weeklyMinutes, openWeekdays) ?? [...before];
}

/** Fewer than 30 hours a week count as part-time (26 U.S.C. 4980H(c)(4)); without hours, full-time. */
const guessClass = (contractMinutes: readonly number[]): EmploymentClass =>
  total(contractMinutes) > 0 && total(contractMinutes) < partTimeBelow ? 'part_time' : 'full_time';

const total = (minutes: readonly number[]): number => minutes.reduce((sum, day) => sum + day, 0);

/** The positions after the line: its job becomes the own one; what it also covers replaces what was covered; training stays. */
export function mergePositions(
  before: readonly NamedLevel[],
  primary: NamedLevel | undefined,
  others: readonly NamedLevel[] | undefined,
): NamedLevel[] {
  const kept = before.filter((position) => {
    if (position.level === 'primary') return primary === undefined;
    return position.level === 'in_training' || others === undefined;
  });
  const merged: NamedLevel[] = [];
  for (const position of [...(primary ? [primary] : []), ...kept, ...(others ?? [])]) {
    if (!merged.some((one) => one.name === position.name && one.positionId === position.positionId)) merged.push(position);
  }
  return merged;
}

/** The rate in force on a day. */
export function rateOn(rates: readonly PayRate[], on: LocalDate): number | undefined {
  let found: PayRate | undefined;
  for (const rate of rates) if (rate.effectiveOn <= on && (!found || rate.effectiveOn > found.effectiveOn)) found = rate;
  return found?.centsPerHour;
}

const classWords: Readonly<Record<EmploymentClass, string>> = {
  full_time: 'full-time',
  part_time: 'part-time',
  per_diem: 'per diem',
  agency: 'agency',
};
const dayWords = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const monthWords = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const hours = (minutes: number): string => `${Number((minutes / 60).toFixed(2))} h`;
const dollars = (cents: number | undefined): string => (cents === undefined ? '' : `$${(cents / 100).toFixed(2)}`);

function contractText(minutes: readonly number[]): string {
  const days = minutes.flatMap((day, index) => (day > 0 ? [{ day, name: dayWords[index] }] : []));
  if (days.length === 0) return '';
  return `${hours(total(minutes))} (${days.map(({ day, name }) => `${name} ${Number((day / 60).toFixed(2))}`).join(', ')})`;
}

/** "Nov 3, 2026" */
function dateText(on: LocalDate | null): string {
  if (on === null) return '';
  const [year, month, day] = on.split('-');
  return `${monthWords[Number(month) - 1] ?? ''} ${Number(day)}, ${year}`;
}

/** A person with the names of what their ids mean, to compare before and after. */
export interface DescribedPerson {
  readonly person: PersonFields;
  readonly positions: readonly NamedLevel[];
  readonly locationName: string;
  readonly centsPerHour: number | undefined;
}

const lines: readonly (readonly [string, (described: DescribedPerson) => string])[] = [
  ['Nickname', ({ person }) => person.nickname],
  ['Position', ({ positions }) => levelText(positions, 'primary')],
  ['Also covers', ({ positions }) => levelText(positions, 'can_cover')],
  ['In training', ({ positions }) => levelText(positions, 'in_training')],
  ['Type', ({ person }) => classWords[person.employmentClass]],
  ['Exempt', ({ person }) => (person.exempt ? 'yes' : 'no')],
  ['Phone', ({ person }) => person.phone],
  ['Location', ({ locationName }) => locationName],
  ['Hours per week', ({ person }) => contractText(person.contractMinutes)],
  ['From', ({ person }) => dateText(person.activeFrom)],
  ['To', ({ person }) => dateText(person.activeTo)],
  ['Pay per hour', ({ centsPerHour }) => dollars(centsPerHour)],
];

const levelText = (positions: readonly NamedLevel[], level: PositionLevel): string =>
  positions
    .filter((position) => position.level === level)
    .map((position) => position.name)
    .toSorted((a, b) => a.localeCompare(b))
    .join(', ');

/** What differs between two states of a person, in the words of the screen. */
export const describeChanges = (before: DescribedPerson, after: DescribedPerson): ImportRow['changes'] =>
  lines.map(([field, text]) => ({ field, from: text(before), to: text(after) })).filter(({ from, to }) => from !== to);
