import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEntry } from '../../../main/features/rostering/domain/entry.parser.ts';
import { creditedMinutes, mealInterval, paidMinutes, standing } from '../../../main/features/rostering/domain/hours.ts';

const policy = { afterMinutes: 360, minutes: 60, startMinute: 720 };

function shiftOf(text: string) {
  const entry = parseEntry(text, { positions: [] });
  const [shift] = entry.kind === 'shifts' ? entry.shifts : [];
  if (!shift) throw new Error(`${text} holds no shift`);
  return shift;
}

describe('paid hours of a shift', () => {
  // 29 CFR 785.19: a bona fide meal period is not worktime.
  it.each([
    ['8-5', 480],
    ['8-4:30', 450],
    ['8-2', 360],
    ['8-2:01', 301],
    ['8-12', 240],
    ['8-5/30', 510],
    ['8-5/0', 540],
    ['8-12/30', 210],
    ['7p-7a', 660],
    ['8a-8a+1', 1380],
  ])('%s', (text, minutes) => {
    expect(paidMinutes(shiftOf(text), policy)).toBe(minutes);
  });
  it('five times 8-5 are 40 hours', () => {
    expect(5 * paidMinutes(shiftOf('8-5'), policy)).toBe(40 * 60);
  });
  it('takes nothing off where the practice has no usual meal', () => {
    expect(paidMinutes(shiftOf('8-5'), { ...policy, minutes: 0 })).toBe(540);
  });
  it('takes no meal off that is as long as the shift', () => {
    expect(paidMinutes(shiftOf('8-8:45a'), { afterMinutes: 0, minutes: 60, startMinute: 720 })).toBe(45);
  });
});

describe('when the meal is', () => {
  it.each<[string, number, number]>([
    ['8-5', 720, 60],
    ['8-5/30', 720, 30],
    ['8-5@1', 780, 60],
    ['8-5/30@12:30', 750, 30],
    ['11-7', 720, 60], // an hour after the start
    ['6a-2', 720, 60], // ends an hour before the end
    ['11:30-7:30', 900, 60], // noon is half an hour after the start: the middle
    ['12-8', 930, 60],
    ['5:30a-1:30p', 540, 60],
    ['7p-7a', 1440 + 30, 60],
    ['7p-7a/60@1', 1440 + 60, 60],
    ['10p-2p', 1440 + 720, 60], // the noon of the next day
  ])('%s', (text, startMinute, lengthMinutes) => {
    expect(mealInterval(shiftOf(text), policy)).toEqual({ startMinute, lengthMinutes });
  });
  it.each(['8-12', '8-5/0', '8-2'])('%s has none', (text) => {
    expect(mealInterval(shiftOf(text), policy)).toBeNull();
  });
  it('lies inside the shift, as long as what is taken off, and hours are never negative', () => {
    const shift = fc.record({
      startMinute: fc.nat(1439),
      lengthMinutes: fc.integer({ min: 1, max: 1440 }),
      mealMinutes: fc.option(fc.nat(240)),
      mealStartMinute: fc.option(fc.nat(1439)),
    });
    const policies = fc.record({ afterMinutes: fc.nat(1440), minutes: fc.nat(180), startMinute: fc.nat(1439) });
    fc.assert(
      fc.property(shift, policies, (one, usual) => {
        const paid = paidMinutes(one, usual);
        const meal = mealInterval(one, usual);
        expect(paid).toBeGreaterThan(0);
        expect(one.lengthMinutes - paid).toBe(meal?.lengthMinutes ?? 0);
        if (!meal) return;
        expect(meal.startMinute).toBeGreaterThanOrEqual(one.startMinute);
        expect(meal.startMinute + meal.lengthMinutes).toBeLessThanOrEqual(one.startMinute + one.lengthMinutes);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('time off toward contract', () => {
  // Payments for time not worked are not hours worked: 29 CFR 778.218.
  it.each([
    ['off', null, 0],
    ['off', 240, 0],
    ['pto', null, 480],
    ['pto', 240, 240],
    ['vacation', null, 480],
    ['sick', 120, 120],
    ['holiday', null, 480],
  ] as const)('%s with %s minutes counts %i', (kind, minutes, expected) => {
    expect(creditedMinutes({ kind, minutes }, 480)).toBe(expected);
  });
});

describe('standing against a contract of 40 hours', () => {
  it.each([
    [2400, 'within'],
    [2430, 'within'],
    [2370, 'within'],
    [2431, 'near_over'],
    [2460, 'near_over'],
    [2461, 'far_over'],
    [2369, 'near_under'],
    [2340, 'near_under'],
    [2339, 'far_under'],
    [0, 'far_under'],
  ] as const)('%i minutes: %s', (planned, expected) => {
    expect(standing(planned, 2400)).toBe(expected);
  });
  it('has nothing to compare without a contract', () => {
    expect(standing(600, 0)).toBe('none');
  });
});
