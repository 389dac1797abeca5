import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursText, readHours } from '../../../renderer/features/people/hours-text.ts';
import { dollarsText, readDollars } from '../../../renderer/ui/money-text.ts';

describe('hours as people type them', () => {
  it.each([
    ['8', 480],
    ['7.5', 450],
    ['7,5', 450],
    ['7:30', 450],
    ['7h30', 450],
    ['.5', 30],
    ['30m', 30],
    ['8 h', 480],
    ['', 0],
    ['off', 0],
    ['24', 1440],
  ])('reads %j as %i minutes', (text, minutes) => {
    expect(readHours(text)).toBe(minutes);
  });

  it.each(['abc', '25', '8-5', '7:75', '-1', '1441m', '8 8'])('does not read %j', (text) => {
    expect(readHours(text)).toBeNull();
  });

  it('writes every number of minutes of a day so that it reads back the same', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1440 }), (minutes) => readHours(hoursText(minutes)) === minutes));
  });
});

describe('dollars as people type them', () => {
  it.each([
    ['28', 2800],
    ['28.5', 2850],
    ['$1,028.50', 102_850],
    [' 0.05 ', 5],
  ])('reads %j as %i cents', (text, cents) => {
    expect(readDollars(text)).toBe(cents);
  });

  it.each(['', 'abc', '28.505', '1,02', '-5', '28,50'])('does not read %j', (text) => {
    expect(readDollars(text)).toBeNull();
  });

  it('writes every amount so that it reads back the same', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999 }), (cents) => readDollars(dollarsText(cents)) === cents));
  });
});
