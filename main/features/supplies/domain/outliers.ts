/** Fewer sizes than this tell no usual spread. */
const leastSizes = 4;

/** Spreads above the median from which a size is no usual one. */
const mostSpreads = 3;

/** Where more than this share of the sizes lies beyond, it is how usage comes, and none is an outlier. */
const mostOutliers = 0.1;

/** Of a sorted list. */
const middle = (sorted: readonly number[]): number => ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;

/** Median of any numbers; 0 of none. */
export const median = (values: readonly number[]): number => middle(values.toSorted((a, b) => a - b));

/**
 * Usage with single huge sizes taken back to the median plus 3 MAD: a flu clinic, a pandemic. The MAD is taken to be at least a third of the
 * median (a week of twice the usual is none of those) and at least what arrivals vary by, its root. Periods without usage stay 0 and are not
 * judged, else slow items would lose all they have.
 * Source: Leys et al., "Detecting outliers", Journal of Experimental Social Psychology 49 (2013) 764-766 (MAD times 1.4826).
 */
export function winsorise(usage: readonly number[]): { readonly usage: readonly number[]; readonly changed: number } {
  const sizes = usage.filter((used) => used > 0);
  if (sizes.length < leastSizes) return { usage, changed: 0 };
  const centre = median(sizes);
  const spread = Math.max(1.4826 * median(sizes.map((size) => Math.abs(size - centre))), centre / 3, Math.sqrt(centre));
  const most = centre + mostSpreads * spread;
  const changed = sizes.filter((size) => size > most).length;
  if (changed > Math.max(1, mostOutliers * sizes.length)) return { usage, changed: 0 };
  return { usage: usage.map((used) => Math.min(used, most)), changed };
}
