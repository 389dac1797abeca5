import { expect, it } from 'vitest';
import type { WeekView } from '../../../preload/contract/rostering/week-view.ts';
import { gridColumns } from '../../../renderer/features/rostering/grid/columns.ts';
import { weekView } from '../../support/week-view.builder.ts';

const view = weekView({ people: 5 });
const closed = view.days.findIndex((day) => day.closed);

/** The week with the first person's Monday copied to the closed day. */
function planned(kinds: readonly string[]): WeekView {
  const [first, ...others] = view.groups;
  const [row, ...rows] = first?.rows ?? [];
  if (!first || !row) throw new Error('nobody there');
  const entries = view.groups.flatMap((group) => group.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.entries)));
  const cells = row.cells.map((cell, col) =>
    col === closed ? { ...cell, entries: entries.filter((entry) => kinds.includes(entry.kind)).slice(0, 1) } : cell,
  );
  return { ...view, groups: [{ ...first, rows: [{ ...row, cells }, ...rows] }, ...others] };
}
const track = (week: WeekView) => gridColumns(week).tracks.split(/ (?![^(]*\))/)[closed + 1];

it('keeps a closed day narrow until somebody is planned on it', () => {
  expect(closed).toBeGreaterThan(-1);
  expect(track(view)).toBe('6rem');
  expect(track(planned(['shift']))).toMatch(/^minmax/);
  expect(track(planned(['time_off']))).toBe('6rem');
});

it('tells how long the longest name is', () => {
  const longest = Math.max(...view.groups.flatMap((group) => group.rows.map((row) => row.name.length)));
  expect(gridColumns(view).longestName).toBe(longest);
  expect(gridColumns({ ...view, groups: [] }).longestName).toBe(0);
});
