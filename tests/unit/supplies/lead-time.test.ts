import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backOrderedLead,
  businessDaysAfter,
  expectedOn,
  leadTimeOf,
  nextOrderDay,
  reviewDays,
} from '../../../main/features/supplies/domain/lead-time.ts';
import { addDays, daysBetween, weekdayOf } from '../../../main/kernel/local-date.ts';

const thanksgiving = '2026-11-26';
const isBusinessDay = (on: string): boolean => weekdayOf(on) <= 5 && on !== thanksgiving;
const delivery = (orderedOn: string, days: number) => ({ orderedOn, receivedOn: addDays(orderedOn, days) });

describe('lead time', () => {
  it('is what the vendor says, in business days, until something came', () => {
    expect(leadTimeOf([], 5)).toEqual({ days: 7, deviationDays: 0, deliveries: 0 });
  });
  it('is the median of the last ten deliveries, and their spread', () => {
    const old = Array.from({ length: 5 }, (_, index) => delivery(`2026-01-0${index + 1}`, 30));
    const last = [2, 2, 3, 2, 4, 2, 3, 2, 2, 8].map((days, index) => delivery(addDays('2026-06-01', index * 7), days));
    const lead = leadTimeOf([...last, ...old], 1);
    expect(lead).toMatchObject({ days: 2, deliveries: 10 });
    // Mean 3, squares 1 1 0 1 1 1 0 1 1 25 = 32.
    expect(lead.deviationDays).toBeCloseTo(Math.sqrt(32 / 9), 12);
  });
  it('has no spread by one delivery, and is never below 0', () => {
    expect(leadTimeOf([delivery('2026-06-01', 4)], 1)).toEqual({ days: 4, deviationDays: 0, deliveries: 1 });
    expect(leadTimeOf([delivery('2026-06-01', -1)], 1).days).toBe(0);
  });
  it('is pushed by a back order, and not shortened by one', () => {
    const lead = leadTimeOf([delivery('2026-06-01', 4)], 1);
    expect(backOrderedLead(lead, '2026-11-24', '2026-12-15').days).toBe(21);
    expect(backOrderedLead(lead, '2026-11-24', '2026-11-25').days).toBe(4);
    expect(backOrderedLead(lead, '2026-11-24', null)).toBe(lead);
  });
});

describe('days of a vendor', () => {
  it.each([
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-21', 0, '2026-11-23'],
    ['2026-11-24', 1, '2026-11-25'],
    ['2026-11-25', 1, '2026-11-27'],
    ['2026-11-25', 2, '2026-11-30'],
    ['2026-11-20', 10, '2026-12-07'],
  ])('%s and %s business days is %s', (on, days, day) => expect(businessDaysAfter(on, days, isBusinessDay)).toBe(day));

  it('counts as many business days as asked', () => {
    fc.assert(
      fc.property(fc.nat(700), fc.nat(40), (start, days) => {
        const on = addDays('2026-01-01', start);
        const end = businessDaysAfter(on, days, isBusinessDay);
        const between = Array.from({ length: daysBetween(on, end) + 1 }, (_, ahead) => addDays(on, ahead)).filter(isBusinessDay);
        expect(isBusinessDay(end)).toBe(true);
        expect(between).toHaveLength(days + 1);
      }),
    );
  });
  it('ends even where a vendor is never open', () => {
    expect(businessDaysAfter('2026-11-23', 3, () => false)).toBe('2026-11-26');
  });

  it.each([
    ['any day', [], null, '2026-11-24', 600, '2026-11-24'],
    ['too late in the day', [], 960, '2026-11-24', 961, '2026-11-25'],
    ['in time', [], 960, '2026-11-24', 960, '2026-11-24'],
    ['Mondays and Wednesdays', [1, 3], null, '2026-11-24', 600, '2026-11-25'],
    ['Thursday that is a holiday', [4], null, '2026-11-24', 600, '2026-12-03'],
  ] as const)('takes orders on %s', (_, weekdays, byMinute, on, minute, day) =>
    expect(nextOrderDay({ on, minute }, { weekdays, byMinute }, isBusinessDay)).toBe(day),
  );

  it.each([
    ['2026-11-23', 2, null, '2026-11-25'],
    ['2026-11-24', 2, null, '2026-11-27'],
    ['2026-11-24', 1.4, null, '2026-11-27'],
    ['2026-11-24', 2, '2026-12-05', '2026-12-07'],
    ['2026-11-24', 20, '2026-12-05', '2026-12-14'],
  ])('what was ordered on %s with %s days and back order %s comes on %s', (ordered, days, back, day) =>
    expect(expectedOn(ordered, days, isBusinessDay, back)).toBe(day),
  );

  it.each([
    [[], 7],
    [[3], 7],
    [[3, 5], 5],
    [[5, 3, 3], 5],
    [[1, 3], 5],
    [[1, 2, 3, 4, 5], 3],
  ])('ordering on %j goes %s days at most without', (weekdays, days) => expect(reviewDays(weekdays)).toBe(days));
});
