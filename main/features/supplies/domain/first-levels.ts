import type { LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import type { ServiceClass } from '../../../../preload/contract/supplies/choices.ts';
import { daysBetween } from '../../../kernel/local-date.ts';
import { counted, plainNumber, weeksText, type Said, type UnitWords } from './words.ts';

/** Weeks of usage kept in reserve while nothing is known of how usage varies. */
export const reserveWeeks: Readonly<Record<ServiceClass, number>> = { vital: 2, standard: 1, convenience: 0.5 };

const leastCoverWeeks = 1;
const mostCoverWeeks = 12;

export interface PurchaseFacts {
  /** What was bought in the period, base units. */
  readonly purchases: readonly { readonly on: LocalDate; readonly quantity: number }[];
  /** First and last day of the period; usually a year. */
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly leadWeeks: number;
  readonly reviewWeeks: number;
  readonly serviceClass: ServiceClass;
  /** Base units of the pack that is ordered. */
  readonly unitsPerPack: number;
  readonly unit: UnitWords;
}

export interface FirstLevels {
  /** Base units. */
  readonly reorderPoint: number;
  readonly par: number;
  readonly reason: Said<'from_purchases'>;
}

/**
 * A first "order at" and "fill to" from what was bought, to be marked as such: what is bought in a year is what is used in a year. The reorder
 * point covers review and lead time and the class's reserve; par lasts as long as purchases usually did, from 1 to 12 weeks, and at least a pack.
 * @returns null when nothing was bought, or the period is no day long.
 */
export function firstLevels(facts: PurchaseFacts): FirstLevels | null {
  const bought = facts.purchases.filter(({ on, quantity }) => quantity > 0 && on >= facts.fromOn && on <= facts.untilOn);
  const weeks = (daysBetween(facts.fromOn, facts.untilOn) + 1) / 7;
  const total = bought.reduce((sum, { quantity }) => sum + quantity, 0);
  if (total === 0 || weeks <= 0) return null;
  const perWeek = total / weeks;
  const times = new Set(bought.map(({ on }) => on)).size;
  const reorderPoint = Math.ceil(perWeek * (facts.reviewWeeks + facts.leadWeeks + reserveWeeks[facts.serviceClass]) - 1e-9);
  const coverWeeks = Math.min(Math.max(weeks / times, leastCoverWeeks), mostCoverWeeks);
  const par = reorderPoint + Math.max(facts.unitsPerPack, Math.ceil(perWeek * coverWeeks - 1e-9));
  return {
    reorderPoint,
    par,
    reason: {
      code: 'from_purchases',
      sentence:
        `Bought ${counted(total, facts.unit)} in ${weeksText(Math.round(weeks))}, ${plainNumber(perWeek)} a week, ` +
        `${times === 1 ? 'once' : `${times} times`}. Order at ${plainNumber(reorderPoint)}, fill to ${plainNumber(par)}, until usage tells more.`,
      numbers: { total, weeks: Math.round(weeks), perWeek, times, reorderPoint, par },
    },
  };
}
