import type { LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import { addDays, daysBetween } from '../../../kernel/local-date.ts';

/**
 * The last day of a month, "2027-06" -> "2027-06-30": what an expiry that names no day means, and GS1's day 00.
 * Source: Public Health Agency of Canada, Canadian Immunization Guide; GS1 General Specifications, AI (17).
 * @throws RangeError for what is no month.
 */
export function lastDayOfMonth(month: string): LocalDate {
  const [, year = '', number = ''] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? [];
  if (year === '') throw new RangeError(`A month is written as 2027-06, not ${month}.`);
  const next =
    number === '12' ? `${String(Number(year) + 1).padStart(4, '0')}-01-01` : `${year}-${String(Number(number) + 1).padStart(2, '0')}-01`;
  return addDays(next, -1);
}

/** Weeks in which something can still be used, today and its last day included; 0 once it is expired. */
export const weeksUntil = (expiresOn: LocalDate, today: LocalDate): number => Math.max(0, daysBetween(today, expiresOn) + 1) / 7;

export interface ProjectedLot {
  /** Base units that will be used before it expires. */
  readonly used: number;
  readonly wasted: number;
}

/**
 * What will be used of each lot, in the order given, when the one that expires first is used first: use_i = max(0, min(q_i, d T_i - use of
 * those before)), in whole units. Source: supplies reference 3.2, projected waste.
 * @param lots base units, and weeks in which they can be used (Infinity when they do not expire).
 */
export function projectUse(
  lots: readonly { readonly quantity: number; readonly weeksLeft: number }[],
  usagePerWeek: number,
): ProjectedLot[] {
  const projected: ProjectedLot[] = lots.map(() => ({ used: 0, wasted: 0 }));
  let before = 0;
  for (const index of lots.map((_, at) => at).toSorted((a, b) => (lots[a]?.weeksLeft ?? 0) - (lots[b]?.weeksLeft ?? 0))) {
    const { quantity, weeksLeft } = lots[index] ?? { quantity: 0, weeksLeft: 0 };
    // Infinity times 0 is no number: what does not expire is never wasted. A hair of rounding must not cost a whole unit.
    const until = weeksLeft === Infinity ? Infinity : Math.floor(usagePerWeek * weeksLeft + 1e-9);
    const used = Math.max(0, Math.min(quantity, until - before));
    projected[index] = { used, wasted: Math.max(0, quantity) - used };
    before += used;
  }
  return projected;
}

export interface ShelfLife {
  /** Weeks in which a new delivery can be used, from its receipt. */
  readonly weeks: number;
  /** Weeks of it that are not counted on. */
  readonly marginWeeks: number;
}

/**
 * The position beyond which stock would expire unused: usage over the shelf life less its margin, whole base units. No limit where nothing
 * expires or no usage is known. Source: supplies reference 3.2, expiry cap.
 */
export const expiryCap = (shelf: ShelfLife | null, usagePerWeek: number | null): number =>
  shelf === null || usagePerWeek === null ? Infinity : Math.max(0, Math.floor(usagePerWeek * (shelf.weeks - shelf.marginWeeks) + 1e-9));
