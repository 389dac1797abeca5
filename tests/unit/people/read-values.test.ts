import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guessDateOrder, guessDateOrders, readDate } from '../../../main/features/people/domain/read-date.ts';
import {
  readEmploymentClass,
  readFullTimeShare,
  readHours,
  readMoney,
  readYesNo,
  spreadWeeklyMinutes,
} from '../../../main/features/people/domain/read-values.ts';

describe('readDate', () => {
  test.each<[string, 'mdy' | 'dmy' | 'ymd', string | undefined]>([
    ['11/3/2026', 'mdy', '2026-11-03'],
    ['11/3/2026', 'dmy', '2026-03-11'],
    ['3.11.2026', 'dmy', '2026-11-03'],
    ['2026-11-03', 'mdy', '2026-11-03'],
    ['2026/11/3', 'dmy', '2026-11-03'],
    ['11-03-26', 'mdy', '2026-11-03'],
    ['26-11-03', 'ymd', '2026-11-03'],
    ['11/3/49', 'mdy', '2049-11-03'],
    ['11/3/50', 'mdy', '1950-11-03'],
    ['23/11/2026', 'mdy', '2026-11-23'],
    ['11/23/2026', 'dmy', '2026-11-23'],
    ['Nov 3, 2026', 'mdy', '2026-11-03'],
    ['November 3rd, 2026', 'dmy', '2026-11-03'],
    ['3-Nov-26', 'mdy', '2026-11-03'],
    ['3 November 2026', 'mdy', '2026-11-03'],
    ['Tue, Nov 3, 2026', 'mdy', '2026-11-03'],
    ['Monday, November 23, 2026', 'mdy', '2026-11-23'],
    ['20261103', 'mdy', '2026-11-03'],
    ['46329', 'mdy', '2026-11-03'],
    ['46329.5', 'mdy', '2026-11-03'],
    ['2026-11-03T00:00:00Z', 'mdy', '2026-11-03'],
    ['11/3/2026 0:00', 'mdy', '2026-11-03'],
    ['2/29/2028', 'mdy', '2028-02-29'],
    ['2/29/2027', 'mdy', undefined],
    ['13/13/2026', 'mdy', undefined],
    ['0/5/2026', 'mdy', undefined],
    ['soon', 'mdy', undefined],
    ['12345', 'mdy', undefined],
    ['11/3', 'mdy', undefined],
    ['11/3/202', 'mdy', undefined],
    ['', 'mdy', undefined],
  ])('%j as %s is %s', (text, order, expected) => {
    expect(readDate(text, order)).toBe(expected);
  });

  test('reads any day of this and the last century written in any of the ways', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true }), (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', day = ''] = iso.split('-');
        expect(readDate(`${Number(month)}/${Number(day)}/${year}`, 'mdy')).toBe(iso);
        expect(readDate(`${day}.${month}.${year.slice(2)}`, 'dmy')).toBe(iso);
        expect(readDate(`${year}-${month}-${day}`, 'mdy')).toBe(iso);
        expect(readDate(date.toLocaleDateString('en-US', { timeZone: 'UTC', dateStyle: 'medium' }), 'dmy')).toBe(iso);
      }),
    );
  });
});

describe('guessDateOrder', () => {
  test.each([
    [['11/3/2026', '11/23/2026'], 'mdy'],
    [['3/11/2026', '23/11/2026'], 'dmy'],
    [['2026-11-03'], 'ymd'],
    [['03.11.2026', '23.11.2026'], 'dmy'],
    [['03.04.2026', '3/4/2026'], 'mdy'],
    [['2026-11-03', '23/11/2026'], 'dmy'],
    [['', 'soon'], 'mdy'],
    [[], 'mdy'],
  ])('of %j is %s', (cells, order) => {
    expect(guessDateOrder(cells)).toBe(order);
  });

  test('takes dots apart from slashes', () => {
    expect(guessDateOrders(['3/4/2026', '03.04.2026'])).toEqual({ slashed: 'mdy', dotted: 'dmy' });
    expect(guessDateOrders(['11.23.26', '03.04.26'])).toEqual({ slashed: 'mdy', dotted: 'mdy' });
    expect(guessDateOrders(['03.04.26'], 'mdy')).toEqual({ slashed: 'mdy', dotted: 'mdy' });
  });
});

describe('values', () => {
  test.each<[string, number | undefined]>([
    ['$22.50', 2250],
    ['22.50/hr', 2250],
    ['1,234.5', 123450],
    ['22,50', 2250],
    ['22', 2200],
    ['$ 19.00 per hour', 1900],
    ['19 USD', 1900],
    ['$1.005', 101],
    ['18.5 hourly', 1850],
    ['1.234,50', 123450],
    ['.5', 50],
    ['free', undefined],
    ['-5', undefined],
    ['', undefined],
    ['22.5.1', undefined],
  ])('money %j is %s cents', (text, cents) => {
    expect(readMoney(text)).toBe(cents);
  });

  test.each<[string, number | undefined]>([
    ['8', 480],
    ['8.5', 510],
    ['8:30', 510],
    ['8h', 480],
    ['8 hrs', 480],
    ['8h30', 510],
    ['7,5', 450],
    ['40 hours/week', 2400],
    ['32:00', 1920],
    ['off', 0],
    ['-', 0],
    ['8-5', undefined],
    ['8:75', undefined],
    ['lots', undefined],
    ['-8', undefined],
    ['', undefined],
  ])('hours %j are %s minutes', (text, minutes) => {
    expect(readHours(text)).toBe(minutes);
  });

  test.each([
    ['0.8', 0.8],
    ['80%', 0.8],
    ['1.0 FTE', 1],
    ['0,5', 0.5],
    ['36', undefined],
    ['full', undefined],
  ])('share %j is %s', (text, share) => {
    expect(readFullTimeShare(text)).toBe(share);
  });

  test.each([
    ['Yes', true],
    ['x', true],
    ['Exempt', true],
    ['Salaried', true],
    ['N', false],
    ['Non-exempt', false],
    ['hourly', false],
    ['perhaps', undefined],
    ['', undefined],
  ])('yes or no: %j is %s', (text, answer) => {
    expect(readYesNo(text)).toBe(answer);
  });

  test.each([
    ['FT', 'full_time'],
    ['full-time', 'full_time'],
    ['Regular Full Time', 'full_time'],
    ['PT', 'part_time'],
    ['Part time', 'part_time'],
    ['Regular PT', 'part_time'],
    ['PRN', 'per_diem'],
    ['Per-Diem', 'per_diem'],
    ['agency', 'agency'],
    ['Temp', 'agency'],
    ['1099', 'agency'],
    ['Active', undefined],
    ['', undefined],
  ])('class %j is %s', (text, employmentClass) => {
    expect(readEmploymentClass(text)).toBe(employmentClass);
  });
});

describe('spreadWeeklyMinutes', () => {
  test.each<[number, number[], number[] | undefined]>([
    [2400, [1, 2, 3, 4, 5], [480, 480, 480, 480, 480, 0, 0]],
    [1920, [1, 2, 3, 4], [480, 480, 480, 480, 0, 0, 0]],
    [100, [2, 4, 6], [0, 34, 0, 33, 0, 33, 0]],
    [2400, [], [480, 480, 480, 480, 480, 0, 0]],
    [1441, [1], undefined],
  ])('%i over %j', (minutes, days, expected) => {
    expect(spreadWeeklyMinutes(minutes, days)).toEqual(expected);
  });

  test('the sum is exact and no two open days differ by more than a minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1440 }), fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (minutes, days) => {
        const spread = spreadWeeklyMinutes(minutes, days) ?? [];
        expect(spread.reduce((sum, day) => sum + day, 0)).toBe(minutes);
        const open = days.map((weekday) => spread[weekday - 1] ?? 0);
        expect(Math.max(...open) - Math.min(...open)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
