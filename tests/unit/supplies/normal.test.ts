import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf, normalDensity, normalLoss, normalQuantile, normalUpperTail } from '../../../main/features/supplies/domain/normal.ts';

describe('quantiles of the normal distribution, AS 241', () => {
  // Computed with 50 digits by the error function's inverse, not with AS 241.
  it.each([
    [0.5, 0],
    [0.9, 1.2815515655446004],
    [0.95, 1.6448536269514722],
    [0.975, 1.959963984540054],
    [0.98, 2.0537489106318225],
    [0.99, 2.3263478740408408],
    [0.999, 3.090232306167813],
    [0.001, -3.090232306167813],
    [1e-10, -6.361340902404056],
    [1e-20, -9.262340089798],
  ])('of %s is %s', (probability, z) => expect(normalQuantile(probability)).toBeCloseTo(z, 9));

  it.each([0, 1, -0.1, 1.5, Number.NaN])('refuses %s', (probability) => expect(() => normalQuantile(probability)).toThrow(RangeError));

  it('undoes the distribution function, from one part in 10^12 to all but one', () => {
    const share = fc.oneof(
      fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }),
      fc.integer({ min: 1, max: 300 }).map((n) => n / 301),
    );
    fc.assert(
      fc.property(share, (probability) => {
        const back = probability < 0.5 ? normalCdf(normalQuantile(probability)) : 1 - normalUpperTail(normalQuantile(probability));
        expect(Math.abs(back - probability)).toBeLessThan(1e-14 + probability * 1e-12);
      }),
    );
  });
  it('rises', () => {
    const share = fc.integer({ min: 1, max: 999_999 }).map((n) => n / 1_000_000);
    fc.assert(fc.property(share, share, (a, b) => Math.sign(normalQuantile(a) - normalQuantile(b)) === Math.sign(a - b)));
  });
});

describe('the normal distribution', () => {
  it.each([
    [0, 0.5],
    [1, 0.15865525393145705],
    [2.999, 0.0013543365337271066],
    [3.001, 0.0013454728250849683],
    [5, 2.866515718791939e-7],
    [-2, 0.9772498680518208],
    [-6, 0.9999999990134123],
    [10, 7.61985302416053e-24],
  ])('has above %s the share %s', (z, share) => expect(Math.abs(normalUpperTail(z) / share - 1)).toBeLessThan(1e-11));

  it.each([
    // Tables of the standard normal loss function.
    [0, 0.39894],
    [1, 0.08332],
    [1.65, 0.02064],
    [2.33, 0.00335],
    [-1, 1.08332],
  ])('expects at %s a shortage of %s deviations', (z, loss) => expect(normalLoss(z)).toBeCloseTo(loss, 4));

  it('has as its loss the integral of its upper tail', () => {
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (z) => {
        const step = 1e-3;
        let area = 0;
        for (let at = z + step / 2; at < 9; at += step) area += normalUpperTail(at) * step;
        expect(normalLoss(z)).toBeCloseTo(area, 5);
      }),
      { numRuns: 20 },
    );
    expect(normalDensity(0)).toBeCloseTo(0.3989422804014327, 15);
  });
});
