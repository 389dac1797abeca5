import { expect, it } from 'vitest';
import { bookingFault, bookingRules, type BookingFacts } from '../../../main/features/supplies/domain/booking.ts';

const item = { name: 'Flu vaccine', controlled: false, lotTracked: false, expiryTracked: false };
const facts: BookingFacts = { kind: 'receipt', quantity: 10, reason: 'received', item, lot: null, today: '2026-11-25' };
const lot = { number: '6B214', expiresOn: '2026-11-30', quarantined: false };

const tracked = { ...item, lotTracked: true, expiryTracked: true };

it.each<[string, string | null, Partial<BookingFacts>]>([
  ['what came in', null, {}],
  ['nothing', 'stock.nothing', { quantity: 0 }],
  ['a controlled substance', 'stock.controlled', { item: { ...item, controlled: true } }],
  ['a receipt of less than nothing', 'stock.direction', { quantity: -1 }],
  ['use that adds', 'stock.direction', { kind: 'issue', reason: 'consumed' }],
  ['waste that adds', 'stock.direction', { kind: 'waste', reason: 'expired' }],
  ['a return that adds', 'stock.direction', { kind: 'return', reason: 'returned' }],
  ['a correction downward', null, { kind: 'adjustment', quantity: -3, reason: 'missing' }],
  ['a reason of another kind', 'stock.reason', { reason: 'consumed' }],
  ['no lot where it is kept by lot', 'stock.lot_missing', { item: { ...item, lotTracked: true } }],
  ['a lot without a number', 'stock.lot_missing', { item: { ...item, lotTracked: true }, lot: { ...lot, number: '' } }],
  ['no date where it expires', 'stock.expiry_missing', { item: { ...item, expiryTracked: true }, lot: { ...lot, expiresOn: null } }],
  ['lot and date', null, { item: tracked, lot }],
  ['use without a lot that is asked for on the way in only', null, { kind: 'issue', quantity: -1, reason: 'consumed', item: tracked }],
  ['use on the last day', null, { kind: 'issue', quantity: -1, reason: 'consumed', lot, today: '2026-11-30' }],
  ['use the day after', 'stock.lot_expired', { kind: 'issue', quantity: -1, reason: 'consumed', lot, today: '2026-12-01' }],
  ['waste of what expired', null, { kind: 'waste', quantity: -1, reason: 'expired', lot, today: '2026-12-01' }],
  [
    'use of what is set aside',
    'stock.lot_set_aside',
    { kind: 'issue', quantity: -1, reason: 'consumed', lot: { ...lot, quarantined: true } },
  ],
  ['moving what is set aside', null, { kind: 'transfer', quantity: -1, reason: 'moved', lot: { ...lot, quarantined: true } }],
  ['moving what has no lot', null, { kind: 'transfer', quantity: 1, reason: 'moved', item: tracked }],
  ['a count that found fewer of a lot-tracked item', null, { kind: 'count', quantity: 4, reason: 'recounted', item: tracked }],
])('judges %s: %s', (_, rule, change) => {
  expect(bookingFault({ ...facts, ...change })?.rule ?? null).toBe(rule);
});

it('says of every rule what to do, in a sentence', () => {
  const bad: BookingFacts = { ...facts, item: { ...tracked, controlled: true }, quantity: 0, reason: 'consumed' };
  for (const { check } of bookingRules) expect(check(bad) ?? 'A sentence.').toMatch(/^[A-Z].*\.$/);
});
