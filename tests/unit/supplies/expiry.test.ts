import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expiryCap, lastDayOfMonth, projectUse, weeksUntil } from '../../../main/features/supplies/domain/expiry.ts';
import { usableWithin, type StockLot } from '../../../main/features/supplies/domain/position.ts';
import { addDays } from '../../../main/kernel/local-date.ts';

const today = '2026-11-24';

describe('dates of expiry', () => {
  it.each([
    ['2027-06', '2027-06-30'],
    ['2027-02', '2027-02-28'],
    ['2028-02', '2028-02-29'],
    ['2026-12', '2026-12-31'],
  ])('%s means %s', (month, day) => expect(lastDayOfMonth(month)).toBe(day));
  it.each(['2027-13', '2027-00', '2027', '2027-6', ''])('refuses %s', (month) => expect(() => lastDayOfMonth(month)).toThrow(RangeError));
  it.each([
    ['2026-11-24', 1 / 7],
    ['2026-11-30', 1],
    ['2026-11-23', 0],
    ['2020-01-01', 0],
  ])('a lot that expires on %s can be used for %s weeks', (on, weeks) => expect(weeksUntil(on, today)).toBeCloseTo(weeks, 12));
});

describe('what will be used and what wasted, oldest first', () => {
  it('is the example of the reference: 10 for 1 week, 20 for 4, 30 for 20, at 4 a week', () => {
    const lots = [
      { quantity: 10, weeksLeft: 1 },
      { quantity: 20, weeksLeft: 4 },
      { quantity: 30, weeksLeft: 20 },
    ];
    expect(projectUse(lots, 4)).toEqual([
      { used: 4, wasted: 6 },
      { used: 12, wasted: 8 },
      { used: 30, wasted: 0 },
    ]);
  });
  it('keeps the order it was given', () => {
    expect(
      projectUse(
        [
          { quantity: 5, weeksLeft: 9 },
          { quantity: 8, weeksLeft: 2 },
        ],
        3,
      ),
    ).toEqual([
      { used: 5, wasted: 0 },
      { used: 6, wasted: 2 },
    ]);
  });
  it('wastes nothing that never expires, and all that does when nothing is used', () => {
    expect(
      projectUse(
        [
          { quantity: 5, weeksLeft: Infinity },
          { quantity: 8, weeksLeft: 2 },
        ],
        0,
      ),
    ).toEqual([
      { used: 5, wasted: 0 },
      { used: 0, wasted: 8 },
    ]);
  });
  it('does not lose a unit to rounding', () => {
    // 0.1 * 30 is 3.0000000000000004 and 0.7 * 30 / 7 a hair below 3.
    expect(projectUse([{ quantity: 3, weeksLeft: 30 / 7 }], 0.7)).toEqual([{ used: 3, wasted: 0 }]);
  });
  it('takes the lots one by one as a simulation does', () => {
    const lots = fc.array(fc.record({ quantity: fc.nat(60), weeksLeft: fc.integer({ min: 0, max: 30 }) }), { maxLength: 8 });
    fc.assert(
      fc.property(lots, fc.nat(12), (rows, usage) => {
        const left = rows.map(({ quantity }) => quantity);
        const inOrder = rows.map((_, index) => index).toSorted((a, b) => (rows[a]?.weeksLeft ?? 0) - (rows[b]?.weeksLeft ?? 0));
        for (let week = 0; week < 30; week++) {
          let wanted = usage;
          for (const index of inOrder) {
            if ((rows[index]?.weeksLeft ?? 0) <= week) continue;
            const taken = Math.min(wanted, left[index] ?? 0);
            left[index] = (left[index] ?? 0) - taken;
            wanted -= taken;
          }
        }
        const projected = projectUse(rows, usage);
        expect(projected.map(({ wasted }) => wasted)).toEqual(left);
        for (const [index, { used, wasted }] of projected.entries()) expect(used + wasted).toBe(rows[index]?.quantity);
      }),
    );
  });
});

describe('how much may be there before it expires', () => {
  it.each([
    ['no expiry', null, 4, Infinity],
    ['no usage known', { weeks: 20, marginWeeks: 2 }, null, Infinity],
    ['usage over the shelf life less its margin', { weeks: 20, marginWeeks: 2 }, 4, 72],
    ['whole units', { weeks: 10, marginWeeks: 0 }, 0.55, 5],
    ['no time left', { weeks: 2, marginWeeks: 4 }, 4, 0],
    ['nothing used', { weeks: 20, marginWeeks: 0 }, 0, 0],
  ])('%s', (_, shelf, usage, cap) => expect(expiryCap(shelf, usage)).toBe(cap));
});

describe('usable stock', () => {
  const facts = { allocated: 0, today, usagePerWeek: 4 as number | null, horizonWeeks: 2 };
  const lot = (quantity: number, days: number | null, quarantined = false): StockLot => ({
    quantity,
    expiresOn: days === null ? null : addDays(today, days),
    quarantined,
  });
  it.each<[string, StockLot[], Partial<typeof facts>, object]>([
    ['all of what does not expire', [lot(30, null)], {}, { usable: 30, expired: 0, quarantined: 0, willExpire: 0 }],
    ['nothing expired', [lot(30, -1), lot(5, null)], {}, { usable: 5, expired: 30 }],
    ['its last day still counts', [lot(3, 0)], { usagePerWeek: null }, { usable: 3, expired: 0 }],
    ['nothing set aside, expired or not', [lot(30, 90, true), lot(4, -1, true)], {}, { usable: 0, quarantined: 34, expired: 0 }],
    ['nothing promised', [lot(30, null)], { allocated: 12 }, { usable: 18 }],
    ['of a lot that ends in a week what a week uses', [lot(30, 6)], {}, { usable: 4, willExpire: 26 }],
    ['all of a lot that lasts beyond the next delivery', [lot(30, 14)], {}, { usable: 30, willExpire: 0 }],
    ['stock for emergencies, until a later order would be too late', [lot(2, 60)], { usagePerWeek: 0 }, { usable: 2 }],
    ['and no longer', [lot(2, 13)], { usagePerWeek: 0 }, { usable: 0, willExpire: 2 }],
    ['by its date alone where no usage is known', [lot(30, 6)], { usagePerWeek: null }, { usable: 30, willExpire: 0 }],
    ['a ledger below 0', [lot(-3, null), lot(-2, 5)], {}, { usable: -5 }],
    ['no lots', [], {}, { usable: 0, expired: 0, quarantined: 0, willExpire: 0 }],
  ])('counts %s', (_, lots, over, expected) => expect(usableWithin(lots, { ...facts, ...over })).toMatchObject(expected));

  it('leaves nothing out of account', () => {
    const lots = fc.array(
      fc.record({
        quantity: fc.integer({ min: -5, max: 80 }),
        days: fc.option(fc.integer({ min: -30, max: 200 })),
        quarantined: fc.boolean(),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(lots, fc.nat(20), fc.nat(15), (rows, usagePerWeek, allocated) => {
        const stock = rows.map(({ quantity, days, quarantined }) => lot(quantity, days, quarantined));
        const { usable, expired, quarantined, willExpire } = usableWithin(stock, { ...facts, usagePerWeek, allocated });
        expect(usable + expired + quarantined + willExpire + allocated).toBe(rows.reduce((sum, { quantity }) => sum + quantity, 0));
        expect(willExpire).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
