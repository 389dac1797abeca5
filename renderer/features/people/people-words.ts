import type { EmploymentClass, PayRateView, PersonView, PositionLevel } from '../../../preload/contract/people/people.ts';
import type { LocalDate } from '../../../preload/contract/shared/primitives.ts';

/** The classes in the words of the screen. */
export const classWords: Readonly<Record<EmploymentClass, string>> = {
  full_time: 'Full time',
  part_time: 'Part time',
  per_diem: 'Per diem',
  agency: 'Agency',
};

/** The levels in the words of the screen. */
export const levelWords: Readonly<Record<PositionLevel, string>> = {
  primary: 'Own position',
  can_cover: 'Can cover',
  in_training: 'In training',
};

/** Monday to Sunday. */
export const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** The pay rate that holds on a day; undefined before the first one, or where pay may not be seen. */
export function payRateOn(person: PersonView, on: LocalDate): PayRateView | undefined {
  return person.payRates
    ?.filter(({ effectiveOn }) => effectiveOn <= on)
    .reduce<PayRateView | undefined>((newest, rate) => (newest && newest.effectiveOn >= rate.effectiveOn ? newest : rate), undefined);
}

/** "1 person", "38 people". */
export function countPeople(count: number): string {
  return count === 1 ? '1 person' : `${count.toLocaleString('en-US')} people`;
}
