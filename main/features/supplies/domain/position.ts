import type { LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import { projectUse, weeksUntil } from './expiry.ts';

/** What is there and what is promised of one item; base units. */
export interface PositionFacts {
  /** On hand that can be used, without what is allocated to approved requests (`usableWithin`). */
  readonly usable: number;
  /** Not yet received of every order that is not closed: drafts and those awaiting approval included, so that nothing is ordered twice. */
  readonly onOrder: number;
  /** Promised to others and not handed over. */
  readonly owed: number;
}

/** What levels are compared with, never on hand alone. Source: supplies reference 3.1. */
export const inventoryPosition = ({ usable, onOrder, owed }: PositionFacts): number => usable + onOrder - owed;

/**
 * Base units to order: nothing while the position is above the reorder point, else what fills up to par (to the reorder point where that is
 * higher). At the reorder point it orders. Source: (s,S), supplies reference 3.2; equality as OpenBoxes and ERPNext.
 */
export const quantityNeeded = (position: number, reorderPoint: number, par: number): number =>
  position <= reorderPoint ? Math.max(0, Math.max(par, reorderPoint) - position) : 0;

/** Longer than ten years is not worth a number. */
const mostWeeks = 520;

/** Weeks that a quantity lasts; null where no usage is known, or it lasts longer than ten years. Never below 0. */
export function weeksOfSupply(quantity: number, usagePerWeek: number | null): number | null {
  if (usagePerWeek === null || usagePerWeek <= 0) return null;
  const weeks = Math.max(0, quantity) / usagePerWeek;
  return weeks > mostWeeks ? null : weeks;
}

/** Stock of one lot, or of none. */
export interface StockLot {
  /** Base units. */
  readonly quantity: number;
  /** Last day of use; null when it does not expire. */
  readonly expiresOn: LocalDate | null;
  readonly quarantined: boolean;
}

export interface UsableStock {
  /** What the position counts; base units, negative when the ledger is. */
  readonly usable: number;
  readonly expired: number;
  readonly quarantined: number;
  /** Usable today, and gone within the horizon before it can be used. */
  readonly willExpire: number;
}

/**
 * On hand that can be used: no expired and no quarantined lots, nothing that is allocated, and of lots that expire within the horizon only what
 * is used until then. Stock for emergencies, which nobody uses, so counts until an order would come too late to replace it.
 * @param allocated base units promised to approved requests. @param usagePerWeek null where unknown: then only the dates count.
 * @param horizonWeeks review and lead time: how long until a later order is here.
 */
export function usableWithin(
  lots: readonly StockLot[],
  {
    allocated,
    today,
    usagePerWeek,
    horizonWeeks,
  }: { readonly allocated: number; readonly today: LocalDate; readonly usagePerWeek: number | null; readonly horizonWeeks: number },
): UsableStock {
  let [good, expired, quarantined] = [0, 0, 0];
  const ending: { quantity: number; weeksLeft: number }[] = [];
  for (const { quantity, expiresOn, quarantined: setAside } of lots) {
    if (setAside) quarantined += quantity;
    else if (expiresOn !== null && expiresOn < today) expired += quantity;
    else {
      good += quantity;
      if (expiresOn === null || usagePerWeek === null || quantity <= 0) continue;
      const weeksLeft = weeksUntil(expiresOn, today);
      if (weeksLeft <= horizonWeeks) ending.push({ quantity, weeksLeft });
    }
  }
  const willExpire = ending.length === 0 ? 0 : projectUse(ending, usagePerWeek ?? 0).reduce((sum, { wasted }) => sum + wasted, 0);
  return { usable: good - willExpire - allocated, expired, quarantined, willExpire };
}
