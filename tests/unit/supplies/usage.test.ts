import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MovementKind, MovementReason } from '../../../preload/contract/supplies/choices.ts';
import { addDays } from '../../../main/kernel/local-date.ts';
import { median, winsorise } from '../../../main/features/supplies/domain/outliers.ts';
import { chooseUsage, usageBetweenCounts, usageFromIssues, type UsageMovement } from '../../../main/features/supplies/domain/usage.ts';
import { summariseUsage } from '../../../main/features/supplies/domain/usage-summary.ts';

const monday = '2026-09-07';
const moved = (day: number, kind: MovementKind, quantity: number, reason: MovementReason = 'consumed'): UsageMovement => ({
  on: addDays(monday, day),
  at: `${addDays(monday, day)}T15:00:00.000Z`,
  kind,
  reason,
  quantity,
});
const count = (day: number, quantity: number, hour = '17') => ({
  on: addDays(monday, day),
  at: `${addDays(monday, day)}T${hour}:00:00.000Z`,
  quantity,
});
const week = (index: number, used: number, days = 7) => ({ fromOn: addDays(monday, index * 7), days, used });

describe('booked usage', () => {
  it('is summed by week, with weeks of none', () => {
    const movements = [moved(0, 'issue', -4), moved(6, 'issue', -1), moved(7, 'receipt', 50, 'received'), moved(14, 'issue', -2)];
    expect(usageFromIssues(movements, monday, 4).map(({ used }) => used)).toEqual([5, 0, 2, 0]);
  });
  it('leaves out what lies before and after, and what was lent', () => {
    const movements = [moved(-1, 'issue', -9), moved(1, 'issue', -3), moved(2, 'issue', -2, 'borrowed'), moved(7, 'issue', -9)];
    expect(usageFromIssues(movements, monday, 1)).toEqual([week(0, 3)]);
  });
  it('takes back what was undone, and is never below 0', () => {
    expect(usageFromIssues([moved(0, 'issue', -4), moved(1, 'issue', 4)], monday, 1)[0]?.used).toBe(0);
    expect(usageFromIssues([moved(1, 'issue', 4)], monday, 1)[0]?.used).toBe(0);
  });
});

describe('usage between counts', () => {
  it.each<[string, UsageMovement[], number]>([
    ['nothing came', [], 20],
    ['a receipt', [moved(3, 'receipt', 100, 'received')], 120],
    ['a return to the vendor', [moved(3, 'return', -5, 'returned')], 15],
    ['waste', [moved(3, 'waste', -2, 'expired')], 18],
    ['booked usage is part of it', [moved(3, 'issue', -12)], 20],
    ['what was found had not been counted', [moved(3, 'adjustment', 6, 'found')], 26],
    ['a wrong receipt put right', [moved(3, 'receipt', 100, 'received'), moved(3, 'adjustment', -90, 'data_entry_error')], 30],
    ['what was missing had been used', [moved(3, 'adjustment', -7, 'missing')], 20],
    ['what was stolen had not', [moved(3, 'adjustment', -7, 'stolen')], 13],
    ['moved within the office', [moved(3, 'transfer', -8, 'moved'), moved(3, 'transfer', 8, 'moved')], 20],
    ['a count corrects the list only', [moved(3, 'count', -3, 'recounted')], 20],
    ['lent to the other stock', [moved(3, 'issue', -4, 'borrowed')], 16],
    ['before the first count and after the last', [moved(-1, 'receipt', 9, 'received'), moved(29, 'receipt', 9, 'received')], 20],
  ])('%s', (_, movements, used) =>
    expect(usageBetweenCounts([count(28, 10), count(0, 30)], movements)).toEqual([{ fromOn: monday, days: 28, used }]),
  );

  it('tells by the time of day what came before a count', () => {
    const receipts = [moved(0, 'receipt', 100, 'received')]; // 15:00
    expect(usageBetweenCounts([count(0, 110, '17'), count(7, 100)], receipts)[0]?.used).toBe(10);
    expect(usageBetweenCounts([count(0, 10, '12'), count(7, 100)], receipts)[0]?.used).toBe(10);
  });
  it('takes two counts of one day as one stretch, and more found than possible as none', () => {
    expect(usageBetweenCounts([count(0, 30, '08'), count(0, 28), count(7, 20)], [])).toEqual([{ fromOn: monday, days: 7, used: 10 }]);
    expect(usageBetweenCounts([count(0, 30), count(7, 40)], [])[0]?.used).toBe(0);
  });
  it.each([[[]], [[count(0, 5)]]])('is none of fewer than two counts', (counts) => expect(usageBetweenCounts(counts, [])).toEqual([]));

  it('adds up to what one long stretch says', () => {
    const steps = fc.array(fc.record({ used: fc.nat(40), came: fc.nat(60), wasted: fc.nat(3) }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(steps, (rows) => {
        let onHand = 1000;
        const counts = [count(0, onHand)];
        const movements: UsageMovement[] = [];
        for (const [index, { used, came, wasted }] of rows.entries()) {
          movements.push(moved(index * 7 + 2, 'receipt', came, 'received'), moved(index * 7 + 3, 'waste', -wasted, 'damaged'));
          onHand += came - wasted - used;
          counts.push(count((index + 1) * 7, onHand));
        }
        const parts = usageBetweenCounts(counts, movements);
        const [whole] = usageBetweenCounts([counts[0] ?? count(0, 0), counts.at(-1) ?? count(0, 0)], movements);
        expect(parts.map(({ used }) => used)).toEqual(rows.map(({ used }) => used));
        expect(whole?.used).toBe(rows.reduce((sum, { used }) => sum + used, 0));
      }),
    );
  });
});

describe('which record is relied on', () => {
  const issues = [week(0, 9), week(1, 9)];
  it.each([
    ['what was booked, where it explains the counts', issues, [week(0, 20, 14)], 'issues'],
    ['the counts, where much was not booked', issues, [week(0, 21, 14)], 'counts'],
    ['what was booked, without counts', issues, [], 'issues'],
    ['the counts, where nothing was booked', [week(0, 0)], [week(0, 20, 14)], 'counts'],
    ['neither', [week(0, 0)], [], 'none'],
  ] as const)('%s', (_, booked, counted, source) => expect(chooseUsage(booked, counted).source).toBe(source));
});

describe('what usage is', () => {
  it('has the mean and the sample deviation of whole weeks', () => {
    const summary = summariseUsage([3, 5, 4, 8, 2, 6, 5, 7].map((used, index) => week(index, used)));
    expect(summary).toMatchObject({ weeks: 8, observations: 8, meanPerWeek: 5, outliers: 0, excluded: 0 });
    expect(summary.deviationPerWeek).toBeCloseTo(2, 12);
    expect(summary.shape.class).toBe('smooth');
  });
  it('takes four weeks between counts as one observation, whose mean varies half as much', () => {
    // Eight stretches of four weeks: rates 4 and 6 a week. Weekly deviation: sqrt(8 * 4 * 1 / 7).
    const summary = summariseUsage([0, 1, 2, 3, 4, 5, 6, 7].map((index) => week(index * 4, index % 2 === 0 ? 16 : 24, 28)));
    expect(summary).toMatchObject({ weeks: 32, observations: 8, meanPerWeek: 5 });
    expect(summary.deviationPerWeek).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(summary.weekly).toHaveLength(32);
  });
  it('is taken to vary at least as arrivals do while little is known', () => {
    expect(summariseUsage([week(0, 9), week(1, 9)]).deviationPerWeek).toBe(3);
    expect(summariseUsage([week(0, 36, 28)]).deviationPerWeek).toBe(3);
  });
  it('leaves out the weeks that somebody excluded, and stretches that touch them', () => {
    const usual = [0, 1, 2, 3].map((index) => week(index, 10));
    expect(summariseUsage([...usual, week(4, 900)], [addDays(monday, 28)])).toMatchObject({
      observations: 4,
      meanPerWeek: 10,
      excluded: 1,
    });
    expect(summariseUsage([week(0, 40, 28), week(4, 400, 28)], [addDays(monday, 49)])).toMatchObject({ weeks: 4, excluded: 1 });
    expect(summariseUsage([week(0, 40, 28)], [addDays(monday, 28)])).toMatchObject({ excluded: 0 });
  });
  it('is nothing without observations', () => {
    expect(summariseUsage([])).toMatchObject({ weeks: 0, observations: 0, meanPerWeek: 0, deviationPerWeek: 0, weekly: [] });
    expect(summariseUsage([week(0, 5, 0)])).toMatchObject({ observations: 0 });
  });
  it('does not let one flu clinic set the mean', () => {
    const summary = summariseUsage([10, 12, 9, 11, 10, 400, 8, 10, 12, 9].map((used, index) => week(index, used)));
    expect(summary.outliers).toBe(1);
    expect(summary.meanPerWeek).toBeCloseTo(11.1, 10); // 400 counted as 20
  });
});

describe('sizes far out of the usual', () => {
  it.each([
    [[], 0],
    [[3], 3],
    [[1, 9], 5],
    [[9, 1, 2], 2],
  ])('median of %j is %s', (values, middle) => expect(median(values)).toBe(middle));

  it('are taken back to 3 MAD', () => {
    // Median 110, MAD 40.
    const { usage, changed } = winsorise([100, 140, 60, 110, 150, 50, 900]);
    expect(changed).toBe(1);
    expect(usage[6]).toBeCloseTo(110 + 3 * 1.4826 * 40, 10);
  });
  it.each([
    ['all the same but one', [50, 50, 50, 50, 50, 50, 50, 500], 100],
    ['few units', [1, 1, 2, 1, 1, 1, 9], 4],
  ])('are taken back no further than twice the usual, and what arrivals vary by: %s', (_, series, most) => {
    const { usage, changed } = winsorise(series);
    expect(changed).toBe(1);
    expect(usage.at(-1)).toBeCloseTo(most, 10);
  });
  it('are no outliers when they come again and again', () => {
    const series = [10, 10, 12, 9, 11, 80, 10, 75, 9, 70, 12, 82];
    expect(winsorise(series)).toEqual({ usage: series, changed: 0 });
    expect(winsorise([5, 5, 5, 5]).changed).toBe(0);
    expect(winsorise([20, 25, 15, 20, 26, 14, 20, 21, 19, 20]).changed).toBe(0);
  });
  it('are not looked for in weeks without usage, nor among fewer than four sizes', () => {
    expect(winsorise([0, 0, 0, 2, 0, 0, 3, 0]).changed).toBe(0);
    expect(winsorise([0, 0, 0, 0, 2, 2, 2, 3, 0, 0]).usage.filter((used) => used === 0)).toHaveLength(6);
    expect(winsorise([1, 1, 900]).changed).toBe(0);
  });
  it('keeps order and length, and never raises the largest', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { maxLength: 40 }), (series) => {
        const { usage } = winsorise(series);
        expect(usage).toHaveLength(series.length);
        expect(Math.max(0, ...usage)).toBeLessThanOrEqual(Math.max(0, ...series));
        for (const [index, used] of usage.entries()) expect(used === 0).toBe(series[index] === 0 || used === 0);
      }),
    );
  });
});
