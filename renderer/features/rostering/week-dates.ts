import type { LocalDate } from '../../../preload/contract/shared/primitives.ts';

/** A local date so many days later (or earlier). */
export function daysLater(on: LocalDate, days: number): LocalDate {
  const date = new Date(`${on}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
