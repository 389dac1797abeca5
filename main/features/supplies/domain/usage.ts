import type { MovementKind, MovementReason } from '../../../../preload/contract/supplies/choices.ts';
import type { LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import { addDays, daysBetween } from '../../../kernel/local-date.ts';

/** An entry of the ledger, as far as usage goes by it. */
export interface UsageMovement {
  readonly on: LocalDate;
  /** Instant, ISO 8601 UTC: tells what came before a count of the same day. */
  readonly at: string;
  readonly kind: MovementKind;
  readonly reason: MovementReason;
  /** Base units; in is positive, out negative. */
  readonly quantity: number;
}

/** What was counted of an item in all its places at once. */
export interface CountedStock {
  readonly on: LocalDate;
  readonly at: string;
  /** Base units. */
  readonly quantity: number;
}

/** How much was used in some days. Usage from counts four weeks apart is one observation, not four. */
export interface UsageObservation {
  readonly fromOn: LocalDate;
  /** Its length; 7 for a week of booked usage. */
  readonly days: number;
  /** Base units, 0 or more. */
  readonly used: number;
}

/** Taken for use. What was lent to the other stock of a vaccine is not. */
const isUse = ({ kind, reason }: UsageMovement): boolean => kind === 'issue' && reason !== 'borrowed';

/**
 * Whether an entry says that something came or went other than by use. A count corrects the list and moves nothing; what was written off as
 * missing was most likely used without a word.
 */
function isFlow(movement: UsageMovement): boolean {
  if (movement.kind === 'count' || isUse(movement)) return false;
  return movement.kind !== 'adjustment' || (movement.reason !== 'missing' && movement.reason !== 'recounted');
}

/** Usage as it was booked, in whole weeks from `fromOn`; weeks without any are 0. An entry that takes usage back lowers its week. */
export function usageFromIssues(movements: readonly UsageMovement[], fromOn: LocalDate, weeks: number): UsageObservation[] {
  const used = Array.from({ length: weeks }, () => 0);
  for (const movement of movements) {
    const week = Math.floor(daysBetween(fromOn, movement.on) / 7);
    if (isUse(movement) && week >= 0 && week < weeks) used[week] = (used[week] ?? 0) - movement.quantity;
  }
  return used.map((quantity, week) => ({ fromOn: addDays(fromOn, week * 7), days: 7, used: Math.max(0, quantity) }));
}

/**
 * Usage from one count to the next: opening + what came - what went other than by use - closing. For practices that book no usage.
 * More found than could be there gives 0. Counts of one day are one. Source: supplies reference 3.3 (7).
 */
export function usageBetweenCounts(counts: readonly CountedStock[], movements: readonly UsageMovement[]): UsageObservation[] {
  const inOrder = counts.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const observations: UsageObservation[] = [];
  let [opening] = inOrder;
  for (const closing of inOrder.slice(1)) {
    if (!opening) break;
    const { at: from, on: fromOn, quantity } = opening;
    const days = daysBetween(fromOn, closing.on);
    if (days < 1) continue;
    const flow = movements.reduce(
      (sum, movement) => (isFlow(movement) && movement.at > from && movement.at <= closing.at ? sum + movement.quantity : sum),
      0,
    );
    observations.push({ fromOn, days, used: Math.max(0, quantity + flow - closing.quantity) });
    opening = closing;
  }
  return observations;
}

/** Below this share of what was counted as used, booked usage is not to be relied on. */
const reliableShare = 0.9;

/**
 * The better of the two records: booked usage where it explains at least nine tenths of what the counts say, else the counts; booked usage
 * alone where there were no two counts.
 */
export function chooseUsage(
  issues: readonly UsageObservation[],
  counts: readonly UsageObservation[],
): { readonly source: 'issues' | 'counts' | 'none'; readonly observations: readonly UsageObservation[] } {
  const total = (observations: readonly UsageObservation[]): number => observations.reduce((sum, one) => sum + one.used, 0);
  const days = (observations: readonly UsageObservation[]): number => observations.reduce((sum, one) => sum + one.days, 0);
  const booked = total(issues);
  if (counts.length === 0) return booked > 0 ? { source: 'issues', observations: issues } : { source: 'none', observations: [] };
  const perDay = days(issues) === 0 ? 0 : booked / days(issues);
  const explained = booked > 0 && perDay >= (reliableShare * total(counts)) / days(counts);
  return explained ? { source: 'issues', observations: issues } : { source: 'counts', observations: counts };
}
