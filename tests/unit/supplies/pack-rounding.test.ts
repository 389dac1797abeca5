import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundToPacks, type PackRoundingFacts } from '../../../main/features/supplies/domain/pack-rounding.ts';
import { quantityNeeded, weeksOfSupply } from '../../../main/features/supplies/domain/position.ts';
import { quantityForDays } from '../../../main/features/supplies/domain/quantity-for-days.ts';
import { coveringStock } from '../../../main/features/supplies/domain/safety-stock.ts';
import { quotedLines, type QuotedLine } from '../../support/pack-rounding-quote.ts';

const packed = (quantity: number, unitsPerPack: number, over: Partial<PackRoundingFacts> = {}) =>
  roundToPacks({ quantity, unitsPerPack, position: 0, reorderPoint: 0, par: quantity, ...over });
const quotedAs = ({ need, unitsPerPack }: QuotedLine, toleranceBasisPoints: number): number =>
  packed(need, unitsPerPack, { toleranceBasisPoints }).quantity;

describe('a real quote of 136 lines (McKesson, OpenBoxes purchaseOrders.xls)', () => {
  it('has 136 lines, each whole packs at the price of a pack', () => {
    expect(quotedLines).toHaveLength(136);
    for (const { unitsPerPack, quoted, packCents, totalCents } of quotedLines)
      expect([quoted % unitsPerPack, (quoted / unitsPerPack) * packCents]).toEqual([0, totalCents]);
  });
  it('is rounded up in 128 lines; four ordered more, four left out next to nothing', () => {
    const off = quotedLines.filter((line) => quotedAs(line, 0) !== line.quoted);
    expect(quotedLines.length - off.length).toBe(128);
    expect(off.filter((line) => line.quoted > quotedAs(line, 0)).map(({ need }) => need)).toEqual([2133, 12_501, 860, 18_270]);
    expect(off.filter((line) => line.quoted < line.need).map(({ need, quoted }) => [need, quoted])).toEqual([
      [113_424, 113_400],
      [168_048, 168_000],
      [6305, 6300],
      [7851, 7850],
    ]);
  });
  it('rounds those four down with a tolerance of 0.08 %, and one more line that the buyer did not', () => {
    const off = quotedLines.filter((line) => quotedAs(line, 8) !== line.quoted && line.quoted <= line.need + line.unitsPerPack);
    expect(off.map(({ need, quoted }) => [need, quoted])).toEqual([[22_896, 22_960]]);
  });
  it('is never short by more than the usual 1 %', () => {
    const short = quotedLines.filter((line) => packed(line.need, line.unitsPerPack).rounding === 'within_tolerance');
    expect(short).toHaveLength(38);
    for (const line of short) expect(line.need - packed(line.need, line.unitsPerPack).quantity).toBeLessThanOrEqual(line.need / 100);
  });
});

// K 500, h 2, demand 90, 120, 80, 70: ordered at the start of a period, held at its end; a pair that runs short does not count.
const costOfFourPeriods = (s: number, S: number): number => {
  let [stock, total] = [0, 0];
  for (const demand of [90, 120, 80, 70]) {
    const order = quantityNeeded(stock, s, S);
    stock += order - demand;
    if (stock < 0) return Infinity;
    total += (order > 0 ? 500 : 0) + 2 * stock;
  }
  return total;
};

describe('published rounding', () => {
  // Odoo documentation, reordering rules: minimum 10, maximum 40, multiples of 6.
  it.each([
    [10, 30],
    [8, 36],
    [11, 0],
  ])('Odoo, min 10, max 40, six to a pack: at %s order %s', (position, order) => {
    const quantity = quantityNeeded(position, 10, 40);
    expect(packed(quantity, 6, { position, reorderPoint: 10, par: 40 }).quantity).toBe(order);
  });
  it('Odoo, max 20, three to a pack: 21 in versions 17 and 19; 18 in version 18, as an item that never exceeds', () => {
    expect(packed(20, 3)).toEqual({ packs: 7, quantity: 21, rounding: 'up', overPar: 1 });
    expect(packed(20, 3, { neverExceed: true })).toEqual({ packs: 6, quantity: 18, rounding: 'kept_below_par', overPar: 0 });
  });
  it('Wagner-Whitin (stockpyl = Snyder & Shen 2e, example 3.9): no min and max of ours costs less than its 1,380', () => {
    let best = Infinity;
    for (let s = 0; s <= 360; s += 10) for (let S = s + 10; S <= 360; S += 10) best = Math.min(best, costOfFourPeriods(s, S));
    expect(best).toBeGreaterThanOrEqual(1380);
    expect(best).toBeLessThan(2000); // four orders of what each period needs
  });
  it('ERPNext #4791: level 1, projected -2, orders 3, and nothing more once that is on order', () => {
    expect(quantityNeeded(-2, 1, 1)).toBe(3);
    expect(quantityNeeded(1, 1, 1)).toBe(0);
  });
  it('Stevenson 14e, chapter 12 (lab chemicals): 10.9 jars of 25 ml are 11', () => {
    const order = coveringStock({ mean: 15.2, deviation: 1.6, lead: 5, leadDeviation: 0 }, 1.65, 30) - 275;
    expect(packed(Math.ceil(order), 25).packs).toBe(11);
  });
  // Odoo documentation, purchase "Suggest".
  it.each([
    [40, 30, 14, 100, 19],
    [166, 7, 30, 120, 854],
    [0, 30, 14, 100, 0],
  ])('Odoo: %s used in %s days, for %s days at %s %%: %s', (used, past, days, growth, order) =>
    expect(quantityForDays(used, past, days, growth)).toBe(order),
  );
  it.each([
    [10, 0, 5, 100],
    [10, 5, 0.5, 100],
    [10, 5, 5, 0],
    [0.5, 5, 5, 100],
  ])('refuses %s in %s days for %s at %s %%', (used, past, days, growth) =>
    expect(() => quantityForDays(used, past, days, growth)).toThrow(RangeError),
  );
});

describe('the levels: order up to par, at or below the reorder point', () => {
  it.each([
    ['above', 11, 10, 28, 0],
    ['at', 10, 10, 28, 18],
    ['below', 7, 10, 28, 21],
    ['negative', -4, 10, 28, 32],
    ['min above max', 7, 30, 28, 23],
    ['min is max', 10, 10, 10, 0],
  ])('%s', (_, position, reorderPoint, par, needed) => expect(quantityNeeded(position, reorderPoint, par)).toBe(needed));
});

it.each([
  [9, 4.75, 9 / 4.75],
  [-3, 2, 0],
  [9, 0, null],
  [9, null, null],
  [9, 0.001, null],
])('%s at %s a week last %s weeks', (quantity, usage, weeks) => expect(weeksOfSupply(quantity, usage)).toBe(weeks));

describe('whole packs', () => {
  it.each<[string, number, number, Partial<PackRoundingFacts>, [number, string, number]]>([
    ['no rest', 20, 10, {}, [2, 'exact', 0]],
    ['19 boxes in cases of 10', 19, 10, { position: 9, reorderPoint: 10, par: 28 }, [2, 'up', 1]],
    ['less than a pack', 3, 100, { par: 3 }, [1, 'up', 97]],
    ['nothing', 0, 10, {}, [0, 'exact', 0]],
    ['single units', 7, 1, {}, [7, 'exact', 0]],
    ['1 % is not worth a pack', 1010, 100, {}, [10, 'within_tolerance', 0]],
    ['a hair more is', 1011, 100, {}, [11, 'up', 89]],
    ['no tolerance', 1001, 1000, { toleranceBasisPoints: 0 }, [2, 'up', 999]],
    ['down would end at the reorder point', 1001, 1000, { reorderPoint: 1000, par: 1001 }, [2, 'up', 999]],
    ['down ends above it', 1001, 1000, { reorderPoint: 999, par: 1001 }, [1, 'within_tolerance', 0]],
    ['never above par', 19, 10, { position: 9, reorderPoint: 10, par: 28, neverExceed: true }, [1, 'kept_below_par', 0]],
    ['never above par, and it fits', 19, 10, { position: 9, par: 29, neverExceed: true }, [2, 'up', 0]],
    ['never above par, a pack is too large', 3, 100, { par: 3, neverExceed: true }, [0, 'kept_below_par', 0]],
  ])('%s', (_, quantity, unitsPerPack, over, [packs, rounding, overPar]) =>
    expect(packed(quantity, unitsPerPack, over)).toEqual({ packs, quantity: packs * unitsPerPack, rounding, overPar }),
  );

  it.each([
    [1.5, 10],
    [-1, 10],
    [10, 0],
    [10, 2.5],
    [Number.NaN, 1],
  ])('refuses %s in packs of %s', (quantity, unitsPerPack) => expect(() => packed(quantity, unitsPerPack)).toThrow(RangeError));

  it('are exact, end above the reorder point, and pass par by less than one', () => {
    const level = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(
        level,
        level,
        fc.integer({ min: -50_000, max: 100_000 }),
        fc.integer({ min: 1, max: 5000 }),
        fc.nat(500),
        (s, more, position, unitsPerPack, tolerance) => {
          const par = s + more + 1;
          const quantity = quantityNeeded(position, s, par);
          const order = packed(quantity, unitsPerPack, { position, reorderPoint: s, par, toleranceBasisPoints: tolerance });
          expect(order.quantity).toBe(order.packs * unitsPerPack);
          expect(Number.isInteger(order.packs)).toBe(true);
          expect(order.overPar).toBeLessThan(unitsPerPack);
          if (quantity > 0) expect(position + order.quantity).toBeGreaterThan(s);
          else expect(order.packs).toBe(0);
          expect((quantity - order.quantity) * 10_000).toBeLessThanOrEqual(tolerance * quantity);
          const kept = packed(quantity, unitsPerPack, { position, reorderPoint: s, par, neverExceed: true });
          expect(position + kept.quantity).toBeLessThanOrEqual(Math.max(par, position));
          expect(kept.packs).toBeLessThanOrEqual(order.packs + 1);
        },
      ),
    );
  });
});
