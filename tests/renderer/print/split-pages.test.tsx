import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitPages, type Placed } from '../../../renderer/print/split-pages.ts';

const rowsOf = (groups: readonly (readonly number[])[]): Placed[] =>
  groups.flatMap((heights, group) => heights.map((height) => ({ group, height })));
const groupsArbitrary = fc.array(fc.array(fc.integer({ min: 10, max: 40 }), { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 4,
});

const fullest = (rows: readonly Placed[], begins: readonly number[], first: number) =>
  Math.max(
    ...begins.map((from, page) => {
      const on = rows.slice(from, begins[page + 1] ?? rows.length);
      return on.reduce((sum, { height }) => sum + height, 0) + (page === 0 ? first : 0);
    }),
  );

it('finds the lowest fullest page among all splits at groups', () => {
  fc.assert(
    fc.property(groupsArbitrary, fc.integer({ min: 0, max: 30 }), (groups, first) => {
      const rows = rowsOf(groups);
      const ends = rows.flatMap((row, index) => (index > 0 && rows[index - 1]?.group !== row.group ? [index] : []));
      const best = Math.min(Infinity, ...ends.map((end) => fullest(rows, [0, end], first)));
      const found = splitPages(rows, 2, first, Infinity, true);
      if (ends.length === 0) expect(found).toBeNull();
      else expect(found && fullest(rows, found, first)).toBe(best);
    }),
  );
});

it('is refused exactly when a page would be too full', () => {
  const rows = rowsOf([[20, 20, 20, 20]]);
  expect(splitPages(rows, 1, 0, 79, false)).toBeNull();
  expect(splitPages(rows, 1, 0, 80, false)).toEqual([0]);
  expect(splitPages(rows, 2, 0, 40, false)).toEqual([0, 2]);
  expect(splitPages(rows, 2, 1, 40, false)).toBeNull();
});

it('splits a group only with two rows on either side', () => {
  expect(splitPages(rowsOf([[10, 10, 10]]), 2, 0, 1000, false)).toBeNull();
  expect(splitPages(rowsOf([[10, 10, 10, 100, 100]]), 2, 0, 1000, false)).toEqual([0, 3]);
});
