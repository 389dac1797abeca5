import type { ServiceClass } from '../../../../preload/contract/supplies/choices.ts';
import { smallestCovering } from './count-distribution.ts';
import { intervalCut } from './demand-class.ts';
import { croston, syntetosBoylan, teunterSyntetosBabai } from './forecast.ts';
import { negativeBinomial } from './negative-binomial.ts';
import { normalQuantile } from './normal.ts';
import { coveringStock } from './safety-stock.ts';
import type { UsageSummary } from './usage-summary.ts';

/** Share of order cycles that end without a shortage. Source: supplies reference 3.3 (2). */
export const serviceLevels: Readonly<Record<ServiceClass, number>> = { vital: 0.99, standard: 0.95, convenience: 0.9 };

/** What levels are reckoned from; times in weeks. */
export interface LevelFacts {
  readonly usage: UsageSummary;
  /** Order to receipt. */
  readonly leadWeeks: number;
  readonly leadDeviationWeeks: number;
  /** From one order day of the vendor to the next. */
  readonly reviewWeeks: number;
  /** Usage that is bought at once beyond what is needed until the next order day (`coverWeeks`). */
  readonly coverWeeks: number;
  readonly serviceClass: ServiceClass;
}

/** `periodic`: normal theory over review and lead time; `counts`: a count distribution, for slow and uneven usage. */
export type LevelMethod = 'periodic' | 'counts';

export interface Levels {
  /** s, base units: ordered when the position is at or below it. */
  readonly reorderPoint: number;
  /** S, base units: filled up to it; above the reorder point. */
  readonly par: number;
  /** Part of the reorder point that is kept for what varies, base units. */
  readonly reserve: number;
  /** Base units expected per week. */
  readonly ratePerWeek: number;
  readonly method: LevelMethod;
}

/** Mean over review and lead time below which base units are counted one by one. */
const slowBelow = 10;

/** Times the usual interval without usage after which an item is taken to die out. */
const dyingAfterIntervals = 3;

/**
 * (R,s,S): s covers usage over review and lead time at the service level, S the cover weeks on top. Slow items (usage now and then, or a mean
 * below 10 over that time) by SBA and a Poisson or negative binomial quantile, as normal theory would say "0.4 boxes"; uneven ones by the same
 * quantile, which reserves more.
 * Source: supplies reference 3.2, 3.3 (2, 3); Silver, Pyke & Thomas, Inventory and Production Management in Supply Chains 4e, chapter 6.
 */
export function levelsFromUsage(facts: LevelFacts): Levels {
  const { usage, leadWeeks, leadDeviationWeeks, reviewWeeks, coverWeeks, serviceClass } = facts;
  const level = serviceLevels[serviceClass];
  const protectedWeeks = reviewWeeks + leadWeeks;
  const rare = usage.shape.interval >= intervalCut;
  const uneven = usage.shape.class === 'erratic' || usage.shape.class === 'lumpy';
  const ratePerWeek = rare ? rareRate(usage) : usage.meanPerWeek;
  const expected = ratePerWeek * protectedWeeks;
  const method: LevelMethod = rare || uneven || expected < slowBelow ? 'counts' : 'periodic';
  const variance = protectedWeeks * usage.deviationPerWeek ** 2 + (ratePerWeek * leadDeviationWeeks) ** 2;
  const reorderPoint =
    method === 'periodic'
      ? Math.ceil(
          coveringStock(
            { mean: ratePerWeek, deviation: usage.deviationPerWeek, lead: leadWeeks, leadDeviation: leadDeviationWeeks },
            normalQuantile(level),
            reviewWeeks,
          ),
        )
      : // At the quantile itself nothing is short yet.
        Math.max(0, smallestCovering(negativeBinomial(expected, variance), level) - 1);
  const par = Math.max(reorderPoint + 1, Math.ceil(reorderPoint + ratePerWeek * coverWeeks));
  return { reorderPoint, par, reserve: Math.max(0, reorderPoint - Math.round(expected)), ratePerWeek, method };
}

/** SBA, or TSB for an item that has not been used for long. */
function rareRate({ weekly }: UsageSummary): number {
  const since = weekly.length - 1 - weekly.findLastIndex((used) => used > 0);
  return since > dyingAfterIntervals * croston(weekly).interval ? teunterSyntetosBabai(weekly) : syntetosBoylan(weekly);
}
