import { describe, expect, it } from 'vitest';
import {
  bySize,
  cheaperElsewhere,
  contractNotHonoured,
  freightAvoidable,
  stockExpires,
  type ExpiringStock,
  type ItemSpend,
  type PaidLine,
  type SentOrder,
} from '../../../main/features/supplies/domain/savings.ts';

const unit = { one: 'box', many: 'boxes' };

describe('the same item cheaper elsewhere', () => {
  const spend: ItemSpend = {
    itemId: 'gloves',
    itemName: 'Exam gloves M',
    vendorId: 'schein',
    vendorName: 'Henry Schein',
    quantity: 240,
    price: { cents: 835, baseUnits: 1 },
    others: [
      { vendorId: 'medline', vendorName: 'Medline', price: { cents: 8100, baseUnits: 10 } },
      { vendorId: 'mckesson', vendorName: 'McKesson', price: { cents: 7850, baseUnits: 10 } },
    ],
    unit,
  };
  it('tells the cheapest other vendor and what it would have saved', () => {
    expect(cheaperElsewhere([spend])).toEqual([
      {
        code: 'cheaper_elsewhere',
        cents: 12_000,
        itemId: 'gloves',
        vendorId: 'mckesson',
        reason: {
          code: 'cheaper_elsewhere',
          sentence: 'Exam gloves M: $7.85 per box at McKesson instead of $8.35 at Henry Schein; 240 boxes would cost $120.00 less.',
          numbers: { cents: 12_000, quantity: 240 },
        },
      },
    ]);
  });
  it('is exact where a unit costs less than a cent', () => {
    // $5.41 for 1,000 against $5.45: 9,243 save 36.972 cents.
    const applicators = { ...spend, quantity: 9243, price: { cents: 545, baseUnits: 1000 } };
    const others = [{ vendorId: 'm', vendorName: 'M', price: { cents: 541, baseUnits: 1000 } }];
    expect(cheaperElsewhere([{ ...applicators, others }])[0]?.cents).toBe(37);
  });
  it.each<[string, Partial<ItemSpend>]>([
    ['nobody else sells it', { others: [] }],
    ['it costs the same', { others: [{ vendorId: 'm', vendorName: 'M', price: { cents: 8350, baseUnits: 10 } }] }],
    ['it is dearer', { others: [{ vendorId: 'm', vendorName: 'M', price: { cents: 9000, baseUnits: 10 } }] }],
    [
      'the other pack is of the same vendor',
      { others: [{ vendorId: 'schein', vendorName: 'Henry Schein', price: { cents: 100, baseUnits: 10 } }] },
    ],
    ['nothing was bought', { quantity: 0 }],
  ])('is none where %s', (_, over) => expect(cheaperElsewhere([{ ...spend, ...over }])).toEqual([]));
});

describe('contract prices', () => {
  const line: PaidLine = {
    itemId: 'gloves',
    itemName: 'Exam gloves M',
    vendorId: 'mckesson',
    vendorName: 'McKesson',
    on: '2026-11-09',
    packs: 3,
    paidPackCents: 8350,
    contractPackCents: 7850,
  };
  it('that were not honoured tell what was paid too much', () => {
    expect(contractNotHonoured([line])).toMatchObject([
      {
        cents: 1500,
        reason: {
          sentence: 'Exam gloves M: McKesson charged $83.50 a pack on Mon Nov 9, the contract says $78.50; $15.00 too much for 3.',
        },
      },
    ]);
  });
  it.each<[string, Partial<PaidLine>]>([
    ['no contract', { contractPackCents: null }],
    ['as agreed', { paidPackCents: 7850 }],
    ['less', { paidPackCents: 7000 }],
  ])('are honoured: %s', (_, over) => expect(contractNotHonoured([{ ...line, ...over }])).toEqual([]));
});

describe('freight that could be avoided', () => {
  const terms = { freeFreightCents: 50_000, freightFeeCents: 1295 };
  const order = (on: string, goodsCents: number, over: Partial<SentOrder> = {}): SentOrder => ({
    vendorId: 'mckesson',
    vendorName: 'McKesson',
    on,
    goodsCents,
    freightCents: 1295,
    terms,
    ...over,
  });
  it('is all of it, where the orders of a week together reach free freight', () => {
    expect(freightAvoidable([order('2026-11-06', 30_000), order('2026-11-02', 20_000)])).toMatchObject([
      {
        cents: 2590,
        vendorId: 'mckesson',
        reason: { sentence: 'McKesson: 2 orders from Mon Nov 2 to Fri Nov 6 paid $25.90 freight; one order would have paid none.' },
      },
    ]);
  });
  it('is all but one, where they do not', () => {
    expect(freightAvoidable([order('2026-11-02', 100), order('2026-11-03', 100), order('2026-11-08', 100)])).toMatchObject([
      { cents: 2590 },
    ]);
  });
  it.each<[string, SentOrder[]]>([
    ['a week apart', [order('2026-11-02', 100), order('2026-11-09', 100)]],
    ['two vendors', [order('2026-11-02', 100), order('2026-11-02', 100, { vendorId: 'medline' })]],
    ['both were free', [order('2026-11-02', 60_000, { freightCents: 0 }), order('2026-11-03', 60_000, { freightCents: 0 })]],
    ['one order', [order('2026-11-02', 100)]],
    ['no orders', []],
  ])('is none: %s', (_, orders) => expect(freightAvoidable(orders)).toEqual([]));
  it('is that of a small order beside one whose freight was free', () => {
    const orders = [order('2026-11-02', 100), order('2026-11-03', 60_000, { freightCents: 0 })];
    expect(freightAvoidable(orders)).toMatchObject([{ cents: 1295 }]);
  });
  it('counts each order once', () => {
    const daily = ['02', '03', '04', '09', '10', '11'].map((day) => order(`2026-11-${day}`, 100));
    expect(freightAvoidable(daily).map(({ cents }) => cents)).toEqual([2590, 2590]);
  });
});

describe('stock that will expire', () => {
  const stock: ExpiringStock = {
    itemId: 'strep',
    itemName: 'Strep A test kit',
    wasted: 14,
    firstOn: '2026-12-31',
    price: { cents: 5420, baseUnits: 25 },
    unit: { one: 'test', many: 'tests' },
  };
  it('tells what it is worth', () => {
    expect(stockExpires([stock])).toMatchObject([
      { cents: 3035, reason: { sentence: 'Strep A test kit: 14 tests worth $30.35 will expire unused from Thu Dec 31 on.' } },
    ]);
  });
  it.each<[string, Partial<ExpiringStock>]>([
    ['nothing expires', { wasted: 0 }],
    ['no price is known', { price: null }],
  ])('is none where %s', (_, over) => expect(stockExpires([{ ...stock, ...over }])).toEqual([]));
  it('stands in a list by its size', () => {
    const all = [...stockExpires([stock, { ...stock, wasted: 25 }]), ...stockExpires([{ ...stock, wasted: 2 }])];
    expect(bySize(all).map(({ cents }) => cents)).toEqual([5420, 3035, 434]);
  });
});
