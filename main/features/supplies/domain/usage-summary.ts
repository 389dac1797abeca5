import type { LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import { daysBetween } from '../../../kernel/local-date.ts';
import { demandShape, type DemandShape } from './demand-class.ts';
import { winsorise } from './outliers.ts';
import type { UsageObservation } from './usage.ts';

/** What is known of an item's usage. */
export interface UsageSummary {
  /** Weeks that are covered by observations, a fraction with counts. */
  readonly weeks: number;
  readonly observations: number;
  /** Base units. */
  readonly meanPerWeek: number;
  /** Standard deviation of one week's usage, base units. */
  readonly deviationPerWeek: number;
  /** Base units for each week, oldest first; within one observation all the same. */
  readonly weekly: readonly number[];
  readonly shape: DemandShape;
  /** Observations that were taken back as far out of the usual. */
  readonly outliers: number;
  /** Observations that were left out with the weeks somebody excluded. */
  readonly excluded: number;
}

/** With fewer observations, usage is taken to vary at least as arrivals do (Poisson: a variance of the mean). */
const fewObservations = 8;

/**
 * Mean and spread of usage per week. Observations may be of any length: with weekly variance v, one of w weeks varies by v / w, so each counts by
 * its length.
 * @param excludedWeeks first days of weeks that were no usual ones; an observation that touches one is left out whole.
 */
export function summariseUsage(observations: readonly UsageObservation[], excludedWeeks: readonly LocalDate[] = []): UsageSummary {
  const kept = observations.filter((one) => one.days > 0 && !excludedWeeks.some((weekOn) => touches(one, weekOn)));
  const lengths = kept.map(({ days }) => days / 7);
  const { usage: rates, changed } = winsorise(kept.map(({ used }, index) => used / (lengths[index] ?? 1)));
  const weeks = lengths.reduce((sum, length) => sum + length, 0);
  const meanPerWeek = weeks === 0 ? 0 : rates.reduce((sum, rate, index) => sum + rate * (lengths[index] ?? 0), 0) / weeks;
  const squares = rates.reduce((sum, rate, index) => sum + (lengths[index] ?? 0) * (rate - meanPerWeek) ** 2, 0);
  const sample = kept.length < 2 ? 0 : Math.sqrt(squares / (kept.length - 1));
  const weekly = rates.flatMap((rate, index) => Array.from({ length: Math.max(1, Math.round(lengths[index] ?? 1)) }, () => rate));
  return {
    weeks,
    observations: kept.length,
    meanPerWeek,
    deviationPerWeek: kept.length < fewObservations ? Math.max(sample, Math.sqrt(meanPerWeek)) : sample,
    weekly,
    shape: demandShape(weekly),
    outliers: changed,
    excluded: observations.length - kept.length,
  };
}

/** Whether an observation has a day in the week that begins on `weekOn`. */
function touches({ fromOn, days }: UsageObservation, weekOn: LocalDate): boolean {
  const start = daysBetween(weekOn, fromOn);
  return start < 7 && start + days > 0;
}
