import type { ImportCounts, ImportField, ImportRow } from '../../../../preload/contract/people/people.ts';
import { countPeople } from '../people-words.ts';

/** The fields a column can fill, in the words of the screen. */
export const importFieldWords: Readonly<Record<ImportField, string>> = {
  name: 'Name',
  givenName: 'First name',
  familyName: 'Last name',
  nickname: 'Called',
  position: 'Position',
  otherPositions: 'Other positions',
  employmentClass: 'Class',
  exempt: 'Exempt',
  phone: 'Phone',
  location: 'Location',
  weeklyHours: 'Hours a week',
  mondayHours: 'Monday hours',
  tuesdayHours: 'Tuesday hours',
  wednesdayHours: 'Wednesday hours',
  thursdayHours: 'Thursday hours',
  fridayHours: 'Friday hours',
  saturdayHours: 'Saturday hours',
  sundayHours: 'Sunday hours',
  payRate: 'Pay an hour',
  payFrom: 'Pay from',
  activeFrom: 'First day',
  activeTo: 'Last day',
};

export const outcomes = ['create', 'change', 'same', 'refuse'] as const;
export type Outcome = (typeof outcomes)[number];

/** What happens to a row. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  create: 'New',
  change: 'Changed',
  same: 'Same',
  refuse: 'Left out',
};

/** The button that imports: what it will do, in numbers. */
export function importLabel({ create, change, refuse }: ImportCounts): string {
  const count = create + change;
  if (refuse === 0) return create === 0 ? `Change ${countPeople(change)}` : `Import ${countPeople(count)}`;
  return `Import the other ${count.toLocaleString('en-US')}`;
}

/** "38 new, 2 changed, 1 cannot be imported" */
export function countsText({ create, change, same, refuse }: ImportCounts): string {
  const parts = [
    create > 0 && `${number(create)} new`,
    change > 0 && `${number(change)} changed`,
    same > 0 && `${number(same)} the same as now`,
    refuse > 0 && `${number(refuse)} cannot be imported`,
  ].filter(Boolean);
  return parts.length === 0 ? 'no rows' : parts.join(', ');
}

/** One line that says what a row does: why it is refused, or what changes from what to what. */
export function rowText({ reasons, changes }: ImportRow): string {
  return [
    ...reasons,
    ...changes.map(({ field, from, to }) => (from === '' ? `${field}: ${to}` : `${field}: ${from} → ${to || 'empty'}`)),
  ].join('; ');
}

function number(count: number): string {
  return count.toLocaleString('en-US');
}
