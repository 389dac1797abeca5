import type { ColumnMapping, EmploymentClass, ImportField } from '../../../../preload/contract/people/people.ts';
import type { Id, LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import { readPersonName, type PersonName } from './person-name.ts';
import { readDate, type DateOrders } from './read-date.ts';
import { readEmploymentClass, readFullTimeShare, readHours, readMoney, readYesNo } from './read-values.ts';

/** What one line of a staff list says; what it leaves empty is undefined. */
export interface ImportValues {
  readonly name: PersonName;
  readonly positionTitle?: string;
  readonly otherTitles?: string;
  readonly employmentClass?: EmploymentClass;
  readonly exempt?: boolean;
  readonly phone?: string;
  readonly locationId?: Id;
  /** Minutes of contract a week. */
  readonly weeklyMinutes?: number;
  /** Minutes of Monday to Sunday. */
  readonly dayMinutes: readonly (number | undefined)[];
  readonly centsPerHour?: number;
  readonly payFrom?: LocalDate;
  readonly activeFrom?: LocalDate;
  readonly activeTo?: LocalDate;
}

export interface ReadImportRow {
  readonly values: ImportValues;
  /** Why the line cannot be taken. */
  readonly reasons: string[];
  /** What to look at although the line is taken. */
  readonly remarks: string[];
}

export interface RowContext {
  readonly mapping: ColumnMapping;
  /** The share of full time stands in the column of weekly hours. */
  readonly hoursAreShares: boolean;
  readonly dates: Readonly<Record<'payFrom' | 'activeFrom' | 'activeTo', DateOrders>>;
  readonly findLocation: (text: string) => Id | undefined;
  readonly locationNames: readonly string[];
}

export const dayFields = [
  'mondayHours',
  'tuesdayHours',
  'wednesdayHours',
  'thursdayHours',
  'fridayHours',
  'saturdayHours',
  'sundayHours',
] as const satisfies readonly ImportField[];
const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** A full week in minutes, of which "FTE 0.8" is a share. */
const fullTimeMinutes = 2400;
/** More than this an hour is a week's, month's or year's pay. */
const highestHourlyCents = 100_000;
const noPerson =
  /^(?:grand )?(?:sub)?totals?\b|^(?:count|sum|average|printed|page \d|vacant|vacancy|tbd|tba|open(?: shifts?| position)?$|n\/a$|none$)/i;

/** Reads one line by the mapping; collects every reason against it, not only the first. */
export function readImportRow(row: readonly string[], context: RowContext): ReadImportRow {
  const reasons: string[] = [];
  const remarks: string[] = [];
  const cell = (field: ImportField): string => {
    const column = context.mapping[field];
    return column === undefined || column === null ? '' : (row[column] ?? '');
  };
  const take = <Value>(
    field: ImportField,
    read: (text: string) => Value | undefined,
    problem: (text: string) => string,
  ): Value | undefined => {
    const text = cell(field);
    if (text === '') return undefined;
    const value = read(text);
    if (value === undefined) reasons.push(problem(shorten(text)));
    return value;
  };
  const date = (field: 'payFrom' | 'activeFrom' | 'activeTo', what: string): LocalDate | undefined =>
    take(
      field,
      (text) => (isNoDate(text) ? noValue : readDate(text, context.dates[field])),
      (text) => `The ${what} “${text}” is not a date. Write it like 11/3/2026.`,
    );

  const name = readName(cell);
  checkName(name, reasons);
  const values: ImportValues = {
    name,
    ...given('positionTitle', cell('position')),
    ...given('otherTitles', cell('otherPositions')),
    employmentClass: readClass(cell('employmentClass'), remarks),
    exempt: take('exempt', readYesNo, (text) => `“${text}” does not say whether the person is exempt. Write yes or no.`),
    phone: take(
      'phone',
      (text) => (text.length <= 40 ? text : undefined),
      () => 'The phone number is longer than 40 characters. Shorten it.',
    ),
    locationId: take('location', context.findLocation, (text) => unknownLocation(text, context.locationNames)),
    weeklyMinutes: take(
      'weeklyHours',
      (text) => readWeekly(text, context.hoursAreShares),
      (text) => `The hours per week “${text}” cannot be used. Write a number from 0 to 168, like 36 or 37.5.`,
    ),
    dayMinutes: dayFields.map((field, index) =>
      take(
        field,
        (text) => atMost(readHours(text), 1440),
        (text) => `The hours of ${dayNames[index]} “${text}” cannot be used. Write a number from 0 to 24, like 8 or 8:30.`,
      ),
    ),
    centsPerHour: take('payRate', (text) => atMost(readMoney(text), highestHourlyCents), payProblem),
    payFrom: orUndefined(date('payFrom', 'date of the pay rate')),
    activeFrom: orUndefined(date('activeFrom', 'start date')),
    activeTo: orUndefined(date('activeTo', 'end date')),
  };
  if (values.payFrom !== undefined && values.centsPerHour === undefined && cell('payRate') === '')
    remarks.push('There is a date for the pay rate but no rate.');
  return { values, reasons, remarks };
}

const given = (key: 'positionTitle' | 'otherTitles', text: string): Partial<ImportValues> => (text === '' ? {} : { [key]: text });

/** Stands for "nothing to read here", which is neither a value nor a problem. */
const noValue = '';
const isNoDate = (text: string): boolean => /^(?:-+|–|—|n\/?a|none|present|current|active|\?|0)$/i.test(text);
const orUndefined = (text: string | undefined): string | undefined => (text === noValue ? undefined : text);
const atMost = (value: number | undefined, most: number): number | undefined => (value === undefined || value > most ? undefined : value);
const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

function readName(cell: (field: ImportField) => string): PersonName {
  const [whole, first, last] = [cell('name'), cell('givenName'), cell('familyName')];
  const text = joinName(whole, first, last);
  const name = readPersonName(text);
  const nickname = readPersonName(cell('nickname'));
  const called = [nickname.givenName, nickname.familyName].filter((part) => part !== '').join(' ');
  // Many lists repeat the first name as the preferred one.
  return called === '' || called.toLowerCase() === name.givenName.toLowerCase() ? name : { ...name, nickname: called };
}

function joinName(whole: string, first: string, last: string): string {
  const family = last === '' ? whole : last;
  if (first === '') return whole === '' ? last : whole;
  if (family === '') return first;
  const repeats = last === '' && family.toLowerCase().includes(first.toLowerCase());
  return repeats ? family : `${family}, ${first}`;
}

function checkName(name: PersonName, reasons: string[]): void {
  const whole = `${name.givenName} ${name.familyName}`.trim();
  if (whole === '') reasons.push('There is no name on this line.');
  else if (!/\p{L}/u.test(whole) || noPerson.test(whole)) reasons.push(`“${shorten(whole)}” does not look like a name.`);
  if ([name.givenName, name.familyName, name.nickname].some((part) => part.length > 60))
    reasons.push('The name is longer than 60 characters. Shorten it.');
}

function readClass(text: string, remarks: string[]): EmploymentClass | undefined {
  const employmentClass = readEmploymentClass(text);
  if (text !== '' && employmentClass === undefined && !/^active$/i.test(text))
    remarks.push(`“${shorten(text)}” is not a type of employment and was left out.`);
  return employmentClass;
}

function readWeekly(text: string, hoursAreShares: boolean): number | undefined {
  const share = hoursAreShares || /%|fte/i.test(text) || /^[01]?[.,]\d+$|^1$/.test(text.trim()) ? readFullTimeShare(text) : undefined;
  return share === undefined ? atMost(readHours(text), 10_080) : Math.round(share * fullTimeMinutes);
}

function unknownLocation(text: string, names: readonly string[]): string {
  const known = names.length > 0 && names.length < 6 ? ` There is ${names.join(', ')}.` : '';
  return `No location is called “${text}”.${known} Correct the line or add the location in Settings first.`;
}

function payProblem(text: string): string {
  const amount = readMoney(text);
  if (amount === undefined) return `The pay “${text}” cannot be read. Write the rate per hour, like 22.50.`;
  return `The pay “${text}” is more than $1,000 an hour. Write the rate per hour, like 22.50.`;
}
