import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchInvoice, type InvoiceFacts, type InvoiceLineFacts } from '../../../main/features/supplies/domain/invoice-match.ts';
import { priceJump } from '../../../main/features/supplies/domain/price-jump.ts';

const gloves: InvoiceLineFacts = {
  id: 'gloves',
  name: 'Exam gloves M',
  ordered: { unitsPerPack: 10, packCents: 7850 },
  receivedUnits: 20,
  billed: { packs: 2, unitsPerPack: 10, packCents: 7850 },
  unit: { one: 'box', many: 'boxes' },
};
const facts = (line: Partial<InvoiceLineFacts> = {}, over: Partial<InvoiceFacts> = {}): InvoiceFacts => {
  const lines = [{ ...gloves, ...line }];
  const goods = lines.reduce((sum, { billed }) => sum + billed.packs * billed.packCents, 0);
  return {
    lines,
    freightCents: 1295,
    expectedFreightCents: 1295,
    taxCents: 300,
    totalCents: goods + 1595,
    tolerance: { priceBasisPoints: 100, priceCents: 50, quantityBasisPoints: 0 },
    ...over,
  };
};
const variances = (line: Partial<InvoiceLineFacts>, over: Partial<InvoiceFacts> = {}) =>
  matchInvoice(facts(line, over)).lines[0]?.variances ?? [];
const billed = (packs: number, packCents: number, unitsPerPack = 10) => ({ billed: { packs, unitsPerPack, packCents } });

describe('order, receipt and bill', () => {
  it('match when all is the same', () => {
    expect(matchInvoice(facts())).toEqual({
      status: 'matched',
      lines: [{ id: 'gloves', variances: [], billedCents: 15_700, expectedCents: 15_700 }],
      bill: [],
      billedCents: 17_295,
      expectedCents: 17_295,
    });
  });
  it.each<[string, Partial<InvoiceLineFacts>, object, string]>([
    [
      'billed more than came',
      billed(3, 7850),
      { code: 'not_received', cents: 7850, tolerated: false },
      'Exam gloves M: 30 boxes billed, 20 came; $78.50 too much.',
    ],
    [
      'billed what is still to come',
      { receivedUnits: 0 },
      { code: 'not_received', cents: 15_700, tolerated: false },
      'Exam gloves M: 20 boxes billed, 0 came; $157.00 too much.',
    ],
    [
      'billed less than came',
      billed(1, 7850),
      { code: 'billed_less', cents: -7850, tolerated: false },
      'Exam gloves M: 10 boxes billed, 20 came; $78.50 may still be billed.',
    ],
    [
      'a higher price',
      billed(2, 8350),
      { code: 'price_above', cents: 1000, tolerated: false },
      'Exam gloves M: $10.00 more than ordered for 20 boxes ($83.50 a pack of 10, ordered at $78.50 a pack of 10).',
    ],
    [
      'a lower price',
      billed(2, 7000),
      { code: 'price_below', cents: -1700, tolerated: false },
      'Exam gloves M: $17.00 less than ordered for 20 boxes ($70.00 a pack of 10, ordered at $78.50 a pack of 10).',
    ],
    [
      'not ordered',
      { ordered: null },
      { code: 'not_ordered', cents: 15_700, tolerated: false },
      'Exam gloves M was not ordered; $157.00 is billed.',
    ],
    [
      'another pack at the same unit price',
      billed(20, 785, 1),
      { code: 'other_pack', cents: 0, tolerated: false },
      'Exam gloves M is billed in packs of 1, ordered in packs of 10.',
    ],
  ])('%s', (_, line, variance, sentence) => {
    expect(variances(line)).toEqual([expect.objectContaining({ ...variance, sentence })]);
    expect(matchInvoice(facts(line)).status).toBe('differs');
  });
  it('tell several differences of one line, and what the price of another pack makes', () => {
    expect(variances(billed(3, 8350)).map(({ code, cents }) => [code, cents])).toEqual([
      ['not_received', 7850],
      ['price_above', 1500],
    ]);
    expect(variances(billed(20, 7850, 1)).map(({ code }) => code)).toEqual(['other_pack', 'price_above']);
  });
  it.each<[string, number, number, boolean]>([
    ['1 % of 157.00 is 1.57', 2, 7928, true],
    ['more than that', 2, 7930, false],
    ['nothing', 2, 7850, true],
  ])('leave small differences of price alone: %s', (_, packs, packCents, tolerated) =>
    expect(variances(billed(packs, packCents)).every((one) => one.tolerated)).toBe(tolerated),
  );
  it('take the larger of the two tolerances', () => {
    const tolerance = { priceBasisPoints: 100, priceCents: 500, quantityBasisPoints: 0 };
    expect(matchInvoice(facts(billed(2, 8100), { tolerance })).status).toBe('within_tolerance');
    expect(matchInvoice(facts(billed(2, 8101), { tolerance })).status).toBe('differs');
  });
  it('tolerate so much of the quantity as is said', () => {
    const tolerance = { priceBasisPoints: 0, priceCents: 0, quantityBasisPoints: 500 };
    const line = { ...billed(21, 785, 1), ordered: { unitsPerPack: 1, packCents: 785 } };
    expect(matchInvoice(facts(line, { tolerance })).status).toBe('within_tolerance');
    expect(matchInvoice(facts({ ...line, ...billed(22, 785, 1) }, { tolerance })).status).toBe('differs');
  });
  it('say when the sum or the freight is wrong', () => {
    expect(matchInvoice(facts({}, { totalCents: 17_296 })).bill).toMatchObject([
      { code: 'sum_wrong', sentence: 'Lines, freight and tax are $172.95, the bill says $172.96.' },
    ]);
    expect(matchInvoice(facts({}, { expectedFreightCents: 0 }))).toMatchObject({
      status: 'differs',
      bill: [{ code: 'freight_differs', sentence: 'Freight is $12.95, $0.00 was agreed.' }],
      expectedCents: 16_000,
    });
    expect(matchInvoice(facts({}, { expectedFreightCents: null })).bill).toEqual([]);
  });
  it('differ in all by what the lines differ by', () => {
    const bills = fc.record({
      packs: fc.integer({ min: 0, max: 40 }),
      cents: fc.integer({ min: 0, max: 20_000 }),
      came: fc.nat(400),
      ordered: fc.integer({ min: 1, max: 20_000 }),
    });
    fc.assert(
      fc.property(bills, ({ packs, cents, came, ordered }) => {
        const match = matchInvoice(
          facts({ ...billed(packs, cents), receivedUnits: came, ordered: { unitsPerPack: 10, packCents: ordered } }),
        );
        const sum = match.lines.flatMap((line) => line.variances).reduce((total, variance) => total + variance.cents, 0);
        // Each part is rounded to a cent by itself.
        expect(Math.abs(match.billedCents - match.expectedCents - sum)).toBeLessThanOrEqual(1);
        expect(match.status === 'matched').toBe(packs * 10 === came && packs * cents === packs * ordered);
      }),
    );
  });
});

describe('a price far from the last one', () => {
  const last = { cents: 7850, baseUnits: 10 };
  it.each([
    ['ten times', { cents: 78_500, baseUnits: 10 }, 'ten_times', '$78.50 per box, where it was $7.85. Look where the point stands.'],
    ['a tenth', { cents: 785, baseUnits: 10 }, 'a_tenth', '$0.785 per box, where it was $7.85. Look where the point stands.'],
    [
      'the price of the case for one box',
      { cents: 7850, baseUnits: 1 },
      'ten_times',
      '$78.50 per box, where it was $7.85. Is it the price of a pack of 10 instead of 1?',
    ],
  ] as const)('is asked about: %s', (_, now, code, sentence) => expect(priceJump(now, last, 'box')).toMatchObject({ code, sentence }));
  it.each([
    ['just below ten times', { cents: 78_499, baseUnits: 10 }],
    ['just above a tenth', { cents: 786, baseUnits: 10 }],
    ['the same in another pack', { cents: 78_500, baseUnits: 100 }],
    ['free of charge', { cents: 0, baseUnits: 10 }],
  ])('is not asked about: %s', (_, now) => expect(priceJump(now, last, 'box')).toBeNull());
  it('is not asked about after a free one', () => expect(priceJump(last, { cents: 0, baseUnits: 10 }, 'box')).toBeNull());
});
