import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumulative, probabilityOf, smallestCovering } from '../../../main/features/supplies/domain/count-distribution.ts';
import { demandShape } from '../../../main/features/supplies/domain/demand-class.ts';
import { coverWeeks, economicOrder, economicOrderWithBreaks } from '../../../main/features/supplies/domain/eoq.ts';
import {
  croston,
  exponentialSmoothing,
  meanUsage,
  shaleBoylanJohnston,
  syntetosBoylan,
  teunterSyntetosBabai,
} from '../../../main/features/supplies/domain/forecast.ts';
import { jointReplenishment } from '../../../main/features/supplies/domain/joint-replenishment.ts';
import { negativeBinomial } from '../../../main/features/supplies/domain/negative-binomial.ts';
import { poisson } from '../../../main/features/supplies/domain/poisson.ts';

describe('Poisson and negative binomial', () => {
  it.each([
    [0, 0.99, 0],
    [0.1, 0.9, 0],
    [0.1, 0.95, 1],
    [1, 0.99, 4],
    [9.9, 0.95, 15],
    [1000, 0.95, 1052],
  ])('Poisson of mean %s covers %s with %s', (mean, level, count) => expect(smallestCovering(poisson(mean), level)).toBe(count));

  it('needs more for the same mean the more it varies', () => {
    const counts = [4, 6, 12, 40].map((variance) => smallestCovering(negativeBinomial(4, variance), 0.99));
    expect(counts).toEqual([9, 11, 15, 30]);
  });
  it('is geometric with size 1', () => {
    // mean 3, variance mean + mean^2: P(0) = 1/4, each next three quarters of the one before.
    const geometric = negativeBinomial(3, 12);
    for (const count of [0, 1, 5]) expect(probabilityOf(geometric, count)).toBeCloseTo(0.25 * 0.75 ** count, 12);
  });
  it('has its mean and variance, and the smallest count that covers', () => {
    const means = fc.double({ min: 0.05, max: 60, noNaN: true });
    const over = fc.double({ min: 1, max: 6, noNaN: true });
    fc.assert(
      fc.property(means, over, fc.constantFrom(0.9, 0.95, 0.99), (mean, times, level) => {
        const demand = negativeBinomial(mean, mean * times);
        let sum = 0;
        let square = 0;
        for (let count = 0; count < 1500; count++) {
          const share = probabilityOf(demand, count);
          sum += share * count;
          square += share * count * count;
          if (count > mean && share < 1e-14) break;
        }
        expect(sum).toBeCloseTo(mean, 5);
        expect(square - sum * sum).toBeCloseTo(mean * times, 3);
        const least = smallestCovering(demand, level);
        expect(cumulative(demand, least)).toBeGreaterThanOrEqual(level - 1e-12);
        expect(cumulative(demand, least - 1)).toBeLessThan(level);
      }),
      { numRuns: 25 },
    );
  });
  it('ends at levels that rounding cannot reach, and with demand that hardly ever comes', () => {
    expect(smallestCovering(poisson(5), 1 - Number.EPSILON)).toBeGreaterThan(25);
    expect(smallestCovering(negativeBinomial(1, 1e6), 0.99)).toBe(0);
  });
  it.each([-1, Number.NaN, Infinity])('refuses a mean of %s', (mean) => {
    expect(() => poisson(mean)).toThrow(RangeError);
    expect(() => negativeBinomial(mean, 3)).toThrow(RangeError);
  });
  it.each([0, 1, Number.NaN])('refuses a service level of %s', (level) =>
    expect(() => smallestCovering(poisson(1), level)).toThrow(RangeError),
  );
});

describe('kinds of usage, Syntetos, Boylan & Croston 2005', () => {
  it.each([
    ['none', [0, 0, 0]],
    ['none', []],
    ['smooth', [5, 6, 4, 5]],
    ['intermittent', [5, 0, 0, 5, 0, 4]],
    ['erratic', [1, 1, 1, 20]],
    ['lumpy', [1, 0, 0, 0, 20, 0, 1]],
  ] as const)('%s', (name, usage) => expect(demandShape(usage).class).toBe(name));
  it('takes both cuts as beyond them', () => {
    // 33 periods, 25 with usage: exactly 1.32. Sizes 3 and 17: mean 10, variance 49, exactly 0.49.
    expect(demandShape([...Array.from({ length: 25 }, () => 2), ...Array.from({ length: 8 }, () => 0)]).class).toBe('intermittent');
    expect(demandShape([3, 17]).class).toBe('erratic');
  });
});

describe('forecasts', () => {
  const methods = { meanUsage, exponentialSmoothing, syntetosBoylan, shaleBoylanJohnston, teunterSyntetosBabai };
  it.each(Object.entries(methods))('%s of nothing is 0', (_, method) => {
    expect(method([])).toBe(0);
    expect(method([0, 0, 0])).toBe(0);
  });
  it('says the size of a usage that stays the same', () => {
    expect(exponentialSmoothing([7, 7, 7])).toBe(7);
    expect(croston([0, 6, 0, 6, 0, 6]).rate).toBeCloseTo(3, 12);
  });
  it('lets an item die out by Teunter, Syntetos and Babai, which Croston never does', () => {
    const sold = [4, 0, 4, 0, 4, 0];
    const dead = [...sold, ...Array.from({ length: 40 }, () => 0)];
    expect(croston(dead).rate).toBe(croston(sold).rate);
    expect(teunterSyntetosBabai(dead)).toBeLessThan(0.02);
  });
  it('stays between 0 and the largest usage, and scales with it', () => {
    const series = fc.array(fc.nat(500), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 9 }), (usage, times) => {
        for (const method of Object.values(methods)) {
          const rate = method(usage);
          expect(rate).toBeGreaterThanOrEqual(0);
          expect(rate).toBeLessThanOrEqual(Math.max(...usage) + 1e-9);
          expect(method(usage.map((used) => used * times))).toBeCloseTo(rate * times, 6);
        }
      }),
    );
  });
});

describe('order quantities', () => {
  it('no other quantity is cheaper', () => {
    const amount = fc.double({ min: 1, max: 10_000, noNaN: true });
    fc.assert(
      fc.property(amount, amount, amount, fc.double({ min: 0.01, max: 100, noNaN: true }), (order, demand, holding, factor) => {
        const best = economicOrder(order, demand, holding);
        const other = best.quantity * factor;
        expect(best.yearlyCents).toBeLessThanOrEqual(((order * demand) / other + (holding * other) / 2) * (1 + 1e-12));
      }),
    );
  });
  it('a break far beyond the need is not bought', () => {
    const bands = [
      { fromQuantity: 0, unitCents: 100 },
      { fromQuantity: 100_000, unitCents: 99 },
    ];
    expect(economicOrderWithBreaks(500, 1000, 0.25, bands).band).toBe(0);
  });
  it('refuses what has no answer', () => {
    expect(() => economicOrder(10, 0, 1)).toThrow(RangeError);
    expect(() => economicOrderWithBreaks(10, 5, 0.2, [])).toThrow(RangeError);
    expect(() => jointReplenishment(10, [])).toThrow(RangeError);
  });
  it.each([
    // sqrt(2 * 500 * 52d / (0.25 * price)) / d, in weeks.
    ['a cheap item waits longest', { packCents: 300, unitsPerPack: 100, usagePerWeek: 20 }, 12],
    ['a dear one is bought weekly', { packCents: 40_000, unitsPerPack: 1, usagePerWeek: 5 }, 1],
    ['one between', { packCents: 1420, unitsPerPack: 1, usagePerWeek: 5 }, 5],
    ['no usage', { packCents: 1420, unitsPerPack: 1, usagePerWeek: 0 }, 1],
    ['no price', { packCents: 0, unitsPerPack: 1, usagePerWeek: 4 }, 1],
    ['it expires before', { packCents: 300, unitsPerPack: 100, usagePerWeek: 20, shelfWeeks: 6.9 }, 6],
    ['it expires at once', { packCents: 300, unitsPerPack: 100, usagePerWeek: 20, shelfWeeks: 0 }, 1],
  ])('weeks to cover: %s', (_, facts, weeks) =>
    expect(coverWeeks({ orderCents: 500, holdingRate: 0.25, shelfWeeks: null, ...facts })).toBe(weeks),
  );

  it('orders every item of a vendor with every order when none costs extra', () => {
    const items = [100, 5000].map((yearlyDemand) => ({ yearlyDemand, holdingCents: 2, lineCents: 0 }));
    expect(jointReplenishment(1000, items).everyNth).toEqual([1, 1]);
  });
});
