import type { CountDistribution } from './count-distribution.ts';

/**
 * Demand of a slow item, in base units over some interval, whose variance is its mean.
 * Source: Snyder & Shen, Fundamentals of Supply Chain Theory 2e, section 4.3 (discrete newsvendor).
 * @throws RangeError for a negative or unfinished mean.
 */
export function poisson(mean: number): CountDistribution {
  if (!(mean >= 0 && Number.isFinite(mean))) throw new RangeError(`A mean demand is 0 or more, not ${mean}.`);
  return { mean, variance: mean, logOfZero: -mean, ratioAfter: (count) => mean / (count + 1) };
}
