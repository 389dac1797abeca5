import { describe, expect, it } from 'vitest';
import { elapsedTime } from '../../../main/kernel/elapsed.ts';

const minute = 60_000;

describe('elapsedTime', () => {
  it.each([
    ['both go on', [[5000, 5000]], 5000],
    [
      'the computer slept, and the process’s own clock stood still',
      [
        [5000, 5000],
        [20, 40 * minute],
      ],
      5000 + 40 * minute,
    ],
    ['the computer slept, and both clocks went on', [[40 * minute, 40 * minute]], 40 * minute],
    ['the clock was put forward', [[5000, 60 * minute]], 60 * minute],
    ['the clock was put back', [[5000, -60 * minute]], 5000],
    [
      'the clock was put back and forward again',
      [
        [5000, -60 * minute],
        [5000, 60 * minute],
      ],
      5000 + 60 * minute,
    ],
    ['the clock runs ahead by less than it can be read', [[5000, 5999]], 5000],
    ['the process’s own clock goes back, which it never should', [[-5000, 0]], 0],
    ['many looks fall into one millisecond', Array.from({ length: 10 }, (_, index) => [0.1, index === 9 ? 1 : 0]), 1],
  ])('%s', (_, steps, expected) => {
    let steady = 1000;
    let wall = Date.parse('2026-11-23T16:00:00.000Z');
    const elapsed = elapsedTime(
      () => steady,
      () => wall,
    );
    const seen = steps.map(([bySteady = 0, byWall = 0]) => {
      steady += bySteady;
      wall += byWall;
      return elapsed();
    });
    expect(seen.at(-1)).toBeCloseTo(expected, 6);
    expect(seen).toEqual(seen.toSorted((one, other) => one - other));
  });
});
