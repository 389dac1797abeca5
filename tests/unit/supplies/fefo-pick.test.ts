import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { fefoPick, type LotOnHand } from '../../../main/features/supplies/domain/fefo-pick.ts';

const today = '2026-11-25';
const lot = (lotId: string, quantity: number, expiresOn: string | null, quarantined = false): LotOnHand<string> => ({
  lotId,
  quantity,
  expiresOn,
  quarantined,
});

it.each<[string, LotOnHand<string>[], number, [string, number][], number]>([
  ['the one that expires first', [lot('late', 5, '2027-05-31'), lot('soon', 5, '2026-12-31')], 3, [['soon', 3]], 0],
  [
    'the next when the first is empty',
    [lot('late', 5, '2027-05-31'), lot('soon', 5, '2026-12-31')],
    7,
    [
      ['soon', 5],
      ['late', 2],
    ],
    0,
  ],
  [
    'what has no date last',
    [lot('none', 5, null), lot('late', 5, '2027-05-31')],
    6,
    [
      ['late', 5],
      ['none', 1],
    ],
    0,
  ],
  ['no expired lot', [lot('old', 5, '2026-11-24'), lot('late', 5, '2027-05-31')], 3, [['late', 3]], 0],
  ['one on its last day', [lot('today', 5, today)], 3, [['today', 3]], 0],
  ['none that is set aside', [lot('aside', 5, '2026-12-31', true), lot('late', 2, '2027-05-31')], 3, [['late', 2]], 1],
  ['nothing of a lot below zero', [lot('below', -4, '2026-12-31')], 3, [], 3],
  ['nothing where nothing is', [], 2, [], 2],
])('takes %s', (_, lots, quantity, picks, short) => {
  expect(fefoPick(lots, quantity, today)).toEqual({ picks: picks.map(([lotId, taken]) => ({ lotId, quantity: taken })), short });
});

it('takes what has expired or is set aside first of all where it may be anything', () => {
  const lots = [lot('late', 5, '2027-05-31'), lot('old', 2, '2026-01-31'), lot('aside', 1, '2026-12-31', true)];
  expect(fefoPick(lots, 4, null)).toEqual({
    picks: [
      { lotId: 'old', quantity: 2 },
      { lotId: 'aside', quantity: 1 },
      { lotId: 'late', quantity: 1 },
    ],
    short: 0,
  });
});

it('never takes more than there is, and what it takes and is short of is what was asked', () => {
  const lots = fc.array(
    fc.record({
      lotId: fc.uuid(),
      quantity: fc.integer({ min: -5, max: 50 }),
      expiresOn: fc.option(fc.constantFrom('2026-11-24', today, '2026-12-31', '2027-06-30')),
      quarantined: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(lots, fc.integer({ min: 0, max: 200 }), (rows, quantity) => {
      const { picks, short } = fefoPick(rows, quantity, today);
      expect(picks.reduce((sum, pick) => sum + pick.quantity, short)).toBe(quantity);
      for (const pick of picks) {
        const from = rows.find((row) => row.lotId === pick.lotId);
        expect(pick.quantity).toBeGreaterThan(0);
        expect(pick.quantity).toBeLessThanOrEqual(from?.quantity ?? 0);
        expect(from?.quarantined).toBe(false);
        expect((from?.expiresOn ?? '9999') >= today).toBe(true);
      }
    }),
  );
});
