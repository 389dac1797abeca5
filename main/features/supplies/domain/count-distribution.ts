/**
 * A distribution of counts 0, 1, 2, ... by its first probability and the ratio of neighbours. Summed in logarithms, so that a large mean
 * does not underflow.
 */
export interface CountDistribution {
  readonly mean: number;
  readonly variance: number;
  /** ln P(D = 0). */
  readonly logOfZero: number;
  /** P(D = count + 1) / P(D = count). */
  readonly ratioAfter: (count: number) => number;
}

/** P(D = 0), P(D = 1), ... without end. */
function* probabilities(distribution: CountDistribution): Generator<number> {
  let log = distribution.logOfZero;
  for (let count = 0; ; count++) {
    yield Math.exp(log);
    log += Math.log(distribution.ratioAfter(count));
  }
}

/** P(D = count); 0 for what is no count. */
export function probabilityOf(distribution: CountDistribution, count: number): number {
  if (!Number.isInteger(count) || count < 0) return 0;
  let at = 0;
  for (const probability of probabilities(distribution)) if (at++ === count) return probability;
  return 0;
}

/** P(D <= count), at most 1. */
export function cumulative(distribution: CountDistribution, count: number): number {
  let sum = 0;
  let at = 0;
  if (count < 0) return 0;
  for (const probability of probabilities(distribution)) {
    sum += probability;
    if (++at > count) break;
  }
  return Math.min(1, sum);
}

/**
 * The smallest count with P(D <= count) >= level: the stock that meets all demand in that share of the periods.
 * @throws RangeError unless 0 < level < 1.
 */
export function smallestCovering(distribution: CountDistribution, level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`A service level lies between 0 and 1, not at ${level}.`);
  // No more than this by Cantelli's inequality; rounding alone can keep the sum below a level like 1 - 1e-16.
  const bound = Math.ceil(distribution.mean + Math.sqrt(distribution.variance / (1 - level))) + 1;
  let sum = 0;
  let count = 0;
  for (const probability of probabilities(distribution)) {
    sum += probability;
    // A sum of exact tenths may end a hair below its level.
    if (sum >= level - 1e-13 || count >= bound) break;
    count++;
  }
  return count;
}
