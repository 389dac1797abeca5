/**
 * Usage to expect per period, base units, from a series of periods (oldest first, each 0 or more). Each gives 0 for a series without usage.
 * Source: Croston, ORQ 23 (1972); Syntetos & Boylan, IJF 21 (2005); Teunter, Syntetos & Babai, EJOR 214 (2011); recursions as in CRAN
 * `forecast` (croston) and `tsintermittent` (crost, tsb).
 */

/** Weight of the newest value where nothing else is said. */
export const usualSmoothing = 0.1;

/** Plain mean. */
export const meanUsage = (usage: readonly number[]): number =>
  usage.length === 0 ? 0 : usage.reduce((sum, used) => sum + used, 0) / usage.length;

/** Simple exponential smoothing that begins with the first value. */
export function exponentialSmoothing(usage: readonly number[], alpha = usualSmoothing): number {
  const [first = 0, ...rest] = usage;
  return rest.reduce((level, used) => level + alpha * (used - level), first);
}

export interface CrostonState {
  /** Smoothed size of usage where there is some, base units. */
  readonly size: number;
  /** Smoothed periods from one usage to the next. */
  readonly interval: number;
  /** size / interval: biased high. */
  readonly rate: number;
}

/** Croston's method: sizes and intervals are smoothed apart, at each usage. */
export function croston(usage: readonly number[], alpha = usualSmoothing): CrostonState {
  let size: number | undefined;
  let interval = 0;
  let since = 0;
  for (const used of usage) {
    since++;
    if (used <= 0) continue;
    interval = size === undefined ? since : interval + alpha * (since - interval);
    size = size === undefined ? used : size + alpha * (used - size);
    since = 0;
  }
  return size === undefined ? { size: 0, interval: Infinity, rate: 0 } : { size, interval, rate: size / interval };
}

/** Syntetos-Boylan approximation: Croston without most of its bias. What slow items are forecast by. */
export const syntetosBoylan = (usage: readonly number[], alpha = usualSmoothing): number => (1 - alpha / 2) * croston(usage, alpha).rate;

/** Shale-Boylan-Johnston correction, for arrivals in a Poisson stream. */
export const shaleBoylanJohnston = (usage: readonly number[], alpha = usualSmoothing): number =>
  (1 - alpha / (2 - alpha)) * croston(usage, alpha).rate;

/**
 * Teunter-Syntetos-Babai: the chance of usage is renewed in every period, so that an item which dies out falls toward 0, which Croston's never
 * does. The first period begins it, with the share of periods that have usage and the first size.
 */
export function teunterSyntetosBabai(usage: readonly number[], alpha = usualSmoothing, beta = usualSmoothing): number {
  const sizes = usage.filter((used) => used > 0);
  let [size = 0] = sizes;
  let chance = usage.length === 0 ? 0 : sizes.length / usage.length;
  for (const used of usage.slice(1)) {
    chance += beta * ((used > 0 ? 1 : 0) - chance);
    if (used > 0) size += alpha * (used - size);
  }
  return chance * size;
}
