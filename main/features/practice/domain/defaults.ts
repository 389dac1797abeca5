import type { LocationFields, OpeningHours, PositionFields, PracticeFields } from '../../../../preload/contract/practice/practice.ts';

/**
 * What a practice gets when set-up leaves it out, all changeable later. The schedule's week begins on Monday, the workweek of overtime on
 * Sunday (the usual payroll week), and the usual meal is an hour at noon off shifts of more than six hours.
 */
export const defaultPractice: Omit<PracticeFields, 'name' | 'timeZone'> = {
  weekStartsOn: 1,
  workweekStartsOn: 7,
  clock: '12',
  paper: 'letter',
  mealAfterMinutes: 360,
  mealMinutes: 60,
  mealStartMinute: 720,
  closedOnHolidays: true,
  openHolidays: [],
};

/** The time zone when the computer's own is not known. */
export const defaultTimeZone = 'America/New_York';

/** The positions of a medical office in the order of the schedule. */
export const defaultPositions: readonly PositionFields[] = [
  { name: 'Providers', code: 'PR', colour: 'pr' },
  { name: 'Front desk', code: 'FD', colour: 'fd' },
  { name: 'Medical assistants', code: 'MA', colour: 'ma' },
  { name: 'Nurses', code: 'RN', colour: 'rn' },
  { name: 'X-ray', code: 'XR', colour: 'xr' },
  { name: 'Lab', code: 'LB', colour: 'lb' },
  { name: 'Billing', code: 'BL', colour: 'bl' },
  { name: 'Coding', code: 'CD', colour: 'cd' },
];

/** Monday to Friday, 8 to 5. */
export const defaultOpeningHours: readonly OpeningHours[] = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  startMinute: 480,
  lengthMinutes: 540,
}));

export const defaultLocationName = 'Main office';

/** The location of a practice that named none. */
export const defaultLocation = (timeZone: string): LocationFields => ({
  name: defaultLocationName,
  timeZone,
  openingHours: [...defaultOpeningHours],
});

const singulars: Readonly<Record<string, string>> = { Providers: 'Provider', 'Medical assistants': 'Medical assistant', Nurses: 'Nurse' };

/** The name of a position for one person: "Medical assistants" has a "Medical assistant". */
export const singularPosition = (name: string): string => singulars[name] ?? name.replace(/([^s])s$/, '$1');
