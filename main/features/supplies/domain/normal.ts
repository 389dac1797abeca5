/** The standard normal distribution. No unit: z counts standard deviations from the mean. */

/** Below this |z| the power series is summed, beyond it the continued fraction, which converges fast there. */
const seriesBelow = 3;

/** Density at z. */
export const normalDensity = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** P(Z > z), exact to about 1e-15 of itself or 1e-16, whichever is more, so that small tails keep their digits. */
export function normalUpperTail(z: number): number {
  if (z < -seriesBelow) return 1 - normalUpperTail(-z);
  if (z > seriesBelow) return normalDensity(z) / laplaceFraction(z);
  return 0.5 - normalDensity(z) * oddSeries(z);
}

/** P(Z <= z). */
export const normalCdf = (z: number): number => normalUpperTail(-z);

/**
 * Expected shortage per standard deviation when stock is z deviations above the mean: E[max(0, Z - z)].
 * Source: Snyder & Shen, Fundamentals of Supply Chain Theory 2e, appendix C (standard normal loss function).
 */
export const normalLoss = (z: number): number => normalDensity(z) - z * normalUpperTail(z);

/** z + z^3/3 + z^5/15 + ...: Abramowitz & Stegun 26.2.11. */
function oddSeries(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > 1e-17; odd += 2) sum += term *= (z * z) / odd;
  return sum;
}

/** z + 1/(z + 2/(z + 3/(z + ...))): Abramowitz & Stegun 26.2.14, from its 100th step inward. */
function laplaceFraction(z: number): number {
  let value = z;
  for (let step = 100; step >= 1; step--) value = z + step / value;
  return value;
}

/**
 * The z that a share `probability` of all values lies below: 1.6449 for 0.95. Exact to about 1e-15 of itself.
 * Source: Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988) 477-484.
 * @throws RangeError unless 0 < probability < 1.
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`A probability lies between 0 and 1, not at ${probability}.`);
  const fromMiddle = probability - 0.5;
  if (Math.abs(fromMiddle) <= 0.425) {
    const r = 0.180625 - fromMiddle * fromMiddle;
    return (fromMiddle * polynomial(middleTop, r)) / polynomial(middleBottom, r);
  }
  const r = Math.sqrt(-Math.log(Math.min(probability, 1 - probability)));
  const z =
    r <= 5 ? polynomial(nearTop, r - 1.6) / polynomial(nearBottom, r - 1.6) : polynomial(farTop, r - 5) / polynomial(farBottom, r - 5);
  return fromMiddle < 0 ? -z : z;
}

const polynomial = (coefficients: readonly number[], x: number): number => coefficients.reduceRight((sum, one) => sum * x + one, 0);

// The printed coefficients, to the digits that a double holds.
const middleTop = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087, 33430.57558358813,
  2509.0809287301227,
];
const middleBottom = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852854,
];
const nearTop = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414,
];
const nearBottom = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457, 0.0005475938084995345,
  1.0507500716444169e-9,
];
const farTop = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124, 0.0012426609473880784,
  2.7115555687434876e-5, 2.0103343992922881e-7,
];
const farBottom = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5, 1.421511758316446e-7,
  2.0442631033899397e-15,
];
