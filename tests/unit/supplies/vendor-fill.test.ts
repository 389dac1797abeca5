import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderTerms } from '../../../main/features/supplies/domain/freight.ts';
import { fillPlans, type FillCandidate, type FillFacts } from '../../../main/features/supplies/domain/vendor-fill.ts';
import { adviseWaiting, lastsUntil } from '../../../main/features/supplies/domain/vendor-wait.ts';

const terms: OrderTerms = {
  freeFreightCents: 50_000,
  freightFeeCents: 1295,
  minimumOrderCents: 0,
  minimumPolicy: 'none',
  minimumSurchargeCents: 0,
};
const candidate = (name: string, over: Partial<FillCandidate> = {}): FillCandidate => ({
  itemId: name,
  name,
  unitsPerPack: 1,
  packCents: 1000,
  position: 10,
  reorderPoint: 4,
  most: 20,
  usagePerWeek: 1,
  ...over,
});
const plans = (over: Partial<FillFacts>) => fillPlans({ terms, goodsCents: 44_000, candidates: [], holdingRate: 0.25, ...over });
const added = (over: Partial<FillFacts>) => plans(over).flatMap(({ additions }) => additions.map(({ itemId, packs }) => [itemId, packs]));

describe('filling an order up to free freight', () => {
  it('is the example of the reference: $60 for 6 weeks at 25 % costs $1.73 against $12.95', () => {
    const [plan] = plans({ candidates: [candidate('table paper', { packCents: 6000 })] });
    expect(plan).toMatchObject({
      goal: 'free_freight',
      shortCents: 6000,
      extraCents: 6000,
      holdingCents: 173,
      savedCents: 1295,
      pays: true,
      reaches: true,
    });
    expect(plan?.reason).toMatchObject({
      code: 'fill_pays',
      sentence: '$60.00 short of free freight. Adding 1 pack of table paper ($60.00) costs $1.73 in waiting and saves $12.95.',
    });
  });
  it('does not pay where it ties up more than it saves', () => {
    const slow = candidate('toner', { packCents: 50_000, position: 10, reorderPoint: 0, usagePerWeek: 0.25 });
    const [plan] = plans({ candidates: [slow] });
    // $500 for 40 weeks at 25 %: $96.15.
    expect(plan).toMatchObject({ holdingCents: 9615, savedCents: 1295, pays: false, reason: { code: 'fill_costs' } });
    expect(plan?.reason.sentence).toContain('saves only $12.95.');
  });
  it('takes first what then lasts shortest', () => {
    const candidates = [candidate('slow', { usagePerWeek: 0.5 }), candidate('fast', { usagePerWeek: 4 }), candidate('middle')];
    expect(added({ goodsCents: 49_500, candidates })).toEqual([['fast', 1]]);
    expect(added({ goodsCents: 39_000, candidates })).toEqual([
      ['fast', 10],
      ['middle', 1],
    ]);
  });
  it('passes over what would go above its most, and what is not known to be used', () => {
    const candidates = [
      candidate('full', { usagePerWeek: 9, position: 20 }),
      candidate('too large a pack', { usagePerWeek: 9, unitsPerPack: 11 }),
      candidate('unused', { usagePerWeek: 0 }),
      candidate('free', { usagePerWeek: 9, packCents: 0 }),
      candidate('other'),
    ];
    expect(added({ goodsCents: 49_500, candidates })).toEqual([['other', 1]]);
  });
  it('leaves out what turned out not to be needed', () => {
    const candidates = [candidate('cheap', { usagePerWeek: 4, packCents: 400, most: 11 }), candidate('dear', { packCents: 5000 })];
    // 400 and then 5,000 for 5,000 that are short: the dear one alone does it.
    expect(added({ goodsCents: 45_000, candidates })).toEqual([['dear', 1]]);
  });
  it('says when there is no room for enough', () => {
    const [plan] = plans({ candidates: [candidate('one', { most: 11 })] });
    expect(plan).toMatchObject({ reaches: false, pays: false, savedCents: 0 });
    expect(plan?.reason).toMatchObject({
      code: 'cannot_reach',
      sentence: '$60.00 short of free freight. No other item has room for enough.',
    });
  });
  it.each<[string, Partial<FillFacts>]>([
    ['freight is free already', { goodsCents: 50_000 }],
    ['freight is never free', { terms: { ...terms, freeFreightCents: null } }],
    ['freight costs nothing', { terms: { ...terms, freightFeeCents: 0 } }],
    ['there is no order', { goodsCents: 0 }],
  ])('is no question where %s', (_, over) => expect(plans({ candidates: [candidate('a')], ...over })).toEqual([]));

  it('never passes a most, needs every pack it adds, and reckons exactly', () => {
    const made = fc.record({
      unitsPerPack: fc.integer({ min: 1, max: 50 }),
      packCents: fc.integer({ min: 1, max: 9000 }),
      position: fc.integer({ min: -10, max: 200 }),
      room: fc.integer({ min: -20, max: 300 }),
      usagePerWeek: fc.double({ min: 0, max: 40, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(made, { maxLength: 8 }), fc.integer({ min: 1, max: 49_999 }), (list, goodsCents) => {
        const candidates = list.map(({ room, ...one }, index) => candidate(`item ${index}`, { ...one, most: one.position + room }));
        for (const { additions, extraCents, shortCents, reaches, pays, holdingCents, savedCents } of plans({ goodsCents, candidates })) {
          for (const { itemId, packs, quantity, cents } of additions) {
            const of = candidates.find((one) => one.itemId === itemId);
            expect(quantity).toBe(packs * (of?.unitsPerPack ?? 0));
            expect(cents).toBe(packs * (of?.packCents ?? 0));
            expect((of?.position ?? 0) + quantity).toBeLessThanOrEqual(of?.most ?? 0);
            if (reaches) expect(extraCents - (of?.packCents ?? 0)).toBeLessThan(shortCents);
          }
          expect(additions.reduce((sum, { cents }) => sum + cents, 0)).toBe(extraCents);
          expect(reaches).toBe(extraCents >= shortCents);
          expect(savedCents).toBe(reaches ? 1295 : 0);
          if (pays) expect(holdingCents).toBeLessThanOrEqual(savedCents);
        }
      }),
    );
  });
});

describe('filling up to a minimum', () => {
  const minimum: OrderTerms = {
    ...terms,
    minimumOrderCents: 15_000,
    minimumPolicy: 'surcharge',
    minimumSurchargeCents: 900,
    freeFreightCents: null,
  };
  it('saves the surcharge', () => {
    const [plan] = plans({ terms: minimum, goodsCents: 14_000, candidates: [candidate('gauze')] });
    // $10 for 6 weeks.
    expect(plan).toMatchObject({ goal: 'minimum', shortCents: 1000, holdingCents: 29, savedCents: 900, pays: true });
  });
  it('saves nothing where the vendor does not take the order; it only says what it takes', () => {
    const [plan] = plans({ terms: { ...minimum, minimumPolicy: 'strict' }, goodsCents: 14_000, candidates: [candidate('gauze')] });
    expect(plan).toMatchObject({ savedCents: 0, pays: false });
    expect(plan?.reason.sentence).toBe('$10.00 short of the minimum. Adding 1 pack of gauze ($10.00) costs $0.29 in waiting.');
  });
  it('is asked beside free freight, which may save both', () => {
    const both = plans({
      terms: { ...minimum, freeFreightCents: 16_000 },
      goodsCents: 14_000,
      candidates: [candidate('gauze'), candidate('tape'), candidate('swabs'), candidate('cups', { packCents: 100 })],
    });
    expect(both.map(({ goal, savedCents }) => [goal, savedCents])).toEqual([
      ['minimum', 900],
      ['free_freight', 2195],
    ]);
  });
  it('names three items and counts the rest', () => {
    const candidates = ['a', 'b', 'c', 'd', 'e'].map((name) => candidate(name, { most: 11 }));
    const [plan] = plans({ terms: minimum, goodsCents: 10_000, candidates });
    expect(plan?.reason.sentence).toContain('Adding 1 pack of a, 1 pack of b, 1 pack of c and 2 more items ($50.00)');
  });
});

describe('waiting for the next order day', () => {
  it('is safe while everything lasts until that order is here', () => {
    const lines = [
      { name: 'gauze', lastsUntilOn: null },
      { name: 'gowns', lastsUntilOn: '2026-12-04' },
    ];
    expect(adviseWaiting(lines, '2026-11-30', '2026-12-02')).toEqual({
      safe: true,
      reason: {
        code: 'wait',
        sentence: 'Waiting is safe: gowns last to Fri Dec 4, an order on Mon Nov 30 arrives Wed Dec 2.',
        numbers: { lines: 2, late: 0 },
      },
    });
    expect(adviseWaiting(lines, '2026-11-30', '2026-12-04').safe).toBe(true);
    expect(adviseWaiting(lines, '2026-11-30', '2026-12-05')).toMatchObject({
      safe: false,
      reason: { code: 'do_not_wait', numbers: { late: 1 } },
    });
  });
  it('is safe where nothing runs out', () => {
    expect(adviseWaiting([], '2026-11-30', '2026-12-02').reason.sentence).toBe(
      'Waiting is safe: an order on Mon Nov 30 arrives Wed Dec 2.',
    );
  });
  it.each([
    [40, 28, '2026-12-04'],
    [0, 28, '2026-11-24'],
    [-4, 28, '2026-11-24'],
    [40, 0, null],
    [40, null, null],
    [40, 0.0001, null],
  ])('%s at %s a week last until %s', (usable, usage, on) => expect(lastsUntil(usable, usage, '2026-11-24')).toBe(on));
});
