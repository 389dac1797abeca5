import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PackPriceFacts } from '../../../main/features/supplies/domain/current-price.ts';
import { extrasOf, freightOf, type OrderTerms } from '../../../main/features/supplies/domain/freight.ts';
import { compareOffers, type Offer } from '../../../main/features/supplies/domain/vendor-choice.ts';

const on = '2026-11-23';
const price = (cents: number, over: Partial<PackPriceFacts> = {}): PackPriceFacts => ({
  id: `p${cents}`,
  packId: 'pack',
  kind: 'list',
  minimumPacks: 1,
  cents,
  effectiveOn: '2026-01-01',
  endsOn: null,
  ...over,
});
const offer = (vendorName: string, unitsPerPack: number, cents: number, over: Partial<Offer> = {}): Offer => ({
  vendorItemId: `${vendorName} item`,
  vendorId: vendorName,
  vendorName,
  packId: 'pack',
  unitsPerPack,
  prices: [price(cents)],
  discontinued: false,
  preference: 0,
  arrivesOn: '2026-11-25',
  terms: { freeFreightCents: null, freightFeeCents: 0 },
  draftCents: 0,
  ...over,
});
const rows = (offers: readonly Offer[], needed: number, latestOn: string | null = null) => compareOffers(offers, { needed, on, latestOn });
const names = (offers: readonly Offer[], needed: number, latestOn: string | null = null): string[] =>
  rows(offers, needed, latestOn).map((row) => row.offer.vendorName);

describe('the same 19 boxes elsewhere', () => {
  const contract = [price(8350), price(7850, { kind: 'contract', endsOn: '2027-03-31' })];
  const offers = [
    offer('Staples', 1, 1149),
    offer('Henry Schein', 1, 835),
    offer('Medline', 10, 8100),
    offer('McKesson', 10, 8350, { prices: contract }),
  ];
  it('stand in the order of what they cost in whole packs', () => {
    const table = rows(offers, 19).map(({ offer: { vendorName }, packs, leftOver, totalCents }) => [
      vendorName,
      packs,
      leftOver,
      totalCents,
    ]);
    expect(table).toEqual([
      ['McKesson', 2, 1, 15_700],
      ['Henry Schein', 19, 0, 15_865],
      ['Medline', 2, 1, 16_200],
      ['Staples', 19, 0, 21_831],
    ]);
  });
  it('say which is best, which is cheapest for a box, and that a contract made the price', () => {
    const [first, second] = rows(offers, 19);
    expect(first).toMatchObject({ isBest: true, isCheapestUnit: true, isContract: true, contractEndsOn: '2027-03-31' });
    expect(second).toMatchObject({ isBest: false, isCheapestUnit: false, isContract: false, contractEndsOn: null });
  });
  it('go by what is needed, not by the price of a box alone', () => {
    const [first, second] = rows(offers, 2);
    expect(first).toMatchObject({ offer: { vendorName: 'Henry Schein' }, totalCents: 1670, isBest: true, isCheapestUnit: false });
    expect(second?.offer.vendorName).toBe('Staples');
  });
  it('cost the list price once the contract is over', () => {
    expect(compareOffers(offers, { needed: 19, on: '2027-04-01' }).map((row) => row.offer.vendorName)[0]).toBe('Henry Schein');
  });
});

describe('offers', () => {
  it('without a price, or no longer sold, are left out', () => {
    expect(names([offer('A', 1, 100, { prices: [] }), offer('B', 1, 100, { discontinued: true }), offer('C', 1, 900)], 1)).toEqual(['C']);
    expect(names([], 1)).toEqual([]);
  });
  it('that come too late stand behind, and none of them is best', () => {
    const late = offer('Cheap', 1, 100, { arrivesOn: '2026-12-01' });
    expect(names([late, offer('Dear', 1, 200)], 5, '2026-11-30')).toEqual(['Dear', 'Cheap']);
    expect(rows([late], 5, '2026-11-30')).toMatchObject([{ isLate: true, isBest: false }]);
    expect(rows([late], 5, '2026-12-01')).toMatchObject([{ isLate: false, isBest: true }]);
  });
  it('that cost the same go by unit, arrival, preference and name', () => {
    expect(names([offer('A', 10, 1000), offer('B', 20, 1000)], 5)).toEqual(['B', 'A']);
    expect(names([offer('A', 1, 10), offer('B', 1, 10, { arrivesOn: '2026-11-24' })], 5)).toEqual(['B', 'A']);
    expect(names([offer('A', 1, 10), offer('C', 1, 10, { preference: 2 }), offer('B', 1, 10, { preference: 1 })], 5)).toEqual([
      'B',
      'C',
      'A',
    ]);
  });
  it('pay the whole freight of an order that only they make, and none of one that is made anyway', () => {
    const terms = { freeFreightCents: 50_000, freightFeeCents: 1295 };
    expect(rows([offer('A', 1, 100, { terms })], 5)).toMatchObject([{ goodsCents: 500, freightCents: 1295, totalCents: 1795 }]);
    expect(rows([offer('A', 1, 100, { terms, draftCents: 20_000 })], 5)).toMatchObject([{ freightCents: 0, totalCents: 500 }]);
  });
  it('save the freight of the order that they lift over the threshold', () => {
    const terms = { freeFreightCents: 50_000, freightFeeCents: 1295 };
    expect(rows([offer('A', 1, 100, { terms, draftCents: 49_500 })], 5)).toMatchObject([{ freightCents: -1295, totalCents: -795 }]);
  });
  it('take the break that so many packs reach, and say where more would cost less', () => {
    const prices = [price(1000), price(850, { minimumPacks: 10 }), price(700, { minimumPacks: 100 })];
    expect(rows([offer('A', 1, 0, { prices })], 12)).toMatchObject([{ packCents: 850, goodsCents: 10_200, betterBreak: null }]);
    expect(rows([offer('A', 1, 0, { prices })], 9)).toMatchObject([
      { packCents: 1000, goodsCents: 9000, betterBreak: { packs: 10, goodsCents: 8500 } },
    ]);
    expect(rows([offer('A', 1, 0, { prices })], 8)[0]?.betterBreak).toBeNull();
  });
  it('are compared exactly, where a double would call them equal', () => {
    const units = 30_000_001;
    const [a, b] = [offer('A', units, 300_000_011), offer('B', units - 1, 300_000_001)];
    // 300000011/30000001 = 10.00000003..., 300000001/30000000 = 10.00000003...: they differ in the sixteenth digit.
    const exact = 300_000_011n * BigInt(units - 1) < 300_000_001n * BigInt(units) ? 'A' : 'B';
    expect(
      rows([a, b], 1)
        .filter(({ isCheapestUnit }) => isCheapestUnit)
        .map((row) => row.offer.vendorName),
    ).toEqual([exact]);
  });
  it('always meet the need by less than a pack, in whole cents, the same in any order', () => {
    const made = fc.record({ unitsPerPack: fc.integer({ min: 1, max: 200 }), cents: fc.integer({ min: 1, max: 90_000 }) });
    fc.assert(
      fc.property(fc.array(made, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 3000 }), (list, needed) => {
        const offers = list.map(({ unitsPerPack, cents }, index) => offer(`V${index}`, unitsPerPack, cents));
        const table = rows(offers, needed);
        expect(rows(offers.toReversed(), needed)).toEqual(table);
        for (const {
          packs,
          leftOver,
          goodsCents,
          packCents,
          offer: { unitsPerPack },
        } of table) {
          expect(packs * unitsPerPack - leftOver).toBe(needed);
          expect(leftOver >= 0 && leftOver < unitsPerPack).toBe(true);
          expect(goodsCents).toBe(packs * packCents);
        }
        expect(table[0]?.totalCents).toBe(Math.min(...table.map(({ totalCents }) => totalCents)));
      }),
    );
  });
});

describe('what a vendor asks of an order', () => {
  const terms: OrderTerms = {
    freeFreightCents: 50_000,
    freightFeeCents: 1295,
    minimumOrderCents: 15_000,
    minimumPolicy: 'strict',
    minimumSurchargeCents: 900,
  };
  it.each([
    [14_999, 'strict', { freightCents: 1295, surchargeCents: 0, isTaken: false }],
    [15_000, 'strict', { freightCents: 1295, surchargeCents: 0, isTaken: true }],
    [14_999, 'surcharge', { freightCents: 1295, surchargeCents: 900, isTaken: true }],
    [14_999, 'none', { freightCents: 1295, surchargeCents: 0, isTaken: true }],
    [50_000, 'strict', { freightCents: 0, surchargeCents: 0, isTaken: true }],
  ] as const)('%s cents, %s', (goods, minimumPolicy, extras) => expect(extrasOf({ ...terms, minimumPolicy }, goods)).toEqual(extras));
  it('is freight always, where it is never free', () => expect(freightOf({ freeFreightCents: null, freightFeeCents: 700 }, 9e9)).toBe(700));
});
