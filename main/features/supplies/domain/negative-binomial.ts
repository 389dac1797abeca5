import type { CountDistribution } from './count-distribution.ts';
import { poisson } from './poisson.ts';

/**
 * Demand of a lumpy item, in base units over some interval, whose variance exceeds its mean; a variance at or below the mean makes it Poisson.
 * By size r = mean^2 / (variance - mean) and success probability mean / variance.
 * Source: Syntetos & Boylan, Intermittent Demand Forecasting (2021), chapter 4; supplies reference 3.2.
 * @throws RangeError for a negative or unfinished mean or variance.
 */
export function negativeBinomial(mean: number, variance: number): CountDistribution {
  if (!(variance >= 0 && Number.isFinite(variance))) throw new RangeError(`A variance is 0 or more, not ${variance}.`);
  // Nearer than this, r is so large that only rounding would be left of it.
  if (mean === 0 || variance <= mean * (1 + 1e-9)) return poisson(mean);
  if (!(mean > 0 && Number.isFinite(mean))) throw new RangeError(`A mean demand is 0 or more, not ${mean}.`);
  const size = (mean * mean) / (variance - mean);
  const failure = 1 - mean / variance;
  return {
    mean,
    variance,
    logOfZero: size * Math.log(mean / variance),
    ratioAfter: (count) => ((count + size) / (count + 1)) * failure,
  };
}
