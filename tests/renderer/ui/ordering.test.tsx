import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockText, minuteOf } from '../../../renderer/ui/form/form-fields.tsx';
import { shortDate } from '../../../renderer/ui/dates.ts';
import { moved } from '../../../renderer/ui/use-ordering.ts';

describe('moved', () => {
  it.each([
    ['c', 0, 'cabd'],
    ['a', 2, 'bcad'],
    ['a', -1, 'abcd'],
    ['d', 9, 'abcd'],
  ])('%s to %i: %s', (id, to, expected) => {
    expect(moved(['a', 'b', 'c', 'd'], id, to).join('')).toBe(expected);
  });

  it('keeps every id once and puts the moved one where it was asked to go', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.nat(), fc.nat(), (ids, pick, to) => {
        const id = ids[pick % ids.length] ?? '';
        const next = moved(ids, id, to);
        expect(next.toSorted()).toEqual(ids.toSorted());
        expect(next.indexOf(id)).toBe(Math.min(to, ids.length - 1));
      }),
    );
  });
});

describe('times and dates', () => {
  it('a time field gives back every minute of the day', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => minuteOf(clockText(minute)) === minute));
    expect(minuteOf('')).toBeNull();
  });

  it.each([
    ['2026-11-26', '2026-11-23', 'Thu Nov 26'],
    ['2027-01-01', '2026-11-23', 'Jan 1, 2027'],
  ])('%s seen from %s is %s', (on, today, expected) => {
    expect(shortDate(on, today)).toBe(expected);
  });
});
