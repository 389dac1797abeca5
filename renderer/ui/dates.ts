import type { LocalDate } from '../../preload/contract/shared/primitives.ts';

const day = new Intl.DateTimeFormat('en-US', { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' });
const dayAndYear = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' });

/** A local date as people say it: "Thu Nov 26", and "Nov 26, 2027" when it is not in the year of `today`. */
export function shortDate(on: LocalDate, today: LocalDate = localToday()): string {
  const date = new Date(`${on}T00:00:00Z`);
  return on.slice(0, 4) === today.slice(0, 4) ? day.format(date).replace(',', '') : dayAndYear.format(date);
}

/** An instant in this computer's time: "Tue Nov 24, 9:05 AM", with the year when it is another one than `now`'s. */
export function shortInstant(at: string, now: Date = new Date()): string {
  const date = new Date(at);
  const sameYear = date.getFullYear() === now.getFullYear();
  const text = date.toLocaleString('en-US', {
    ...(sameYear ? { weekday: 'short' } : { year: 'numeric' }),
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
  return text.replace(/^(\p{L}+), /u, '$1 ');
}

function localToday(): LocalDate {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}
