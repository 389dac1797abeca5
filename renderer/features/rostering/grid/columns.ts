import type { WeekView } from '../../../../preload/contract/rostering/week-view.ts';

const closedRem = 6;
const openRem = (open: number): number => (open > 6 ? 6.25 : 7.25);

/** How the width of the grid is shared. */
export interface GridColumns {
  /**
   * CSS grid tracks of a line: names, then days that share the width and closed ones that are narrow.
   * Stands on each line itself. As a property that cells inherit, a holiday had every element of the grid styled anew.
   */
  readonly tracks: string;
  /** CSS length; in less the grid scrolls sideways. */
  readonly least: string;
  /** Letters of the longest name, for the width of the names. */
  readonly longestName: number;
}

/** A closed day is narrow unless somebody is planned on it: then it has to show the shift and what is wrong with it. */
export function gridColumns(view: WeekView): GridColumns {
  const narrow = view.days.map((day, col) => day.closed && !isPlanned(view, col));
  const wide = narrow.filter((one) => !one).length;
  const each = openRem(wide);
  const tracks = narrow.map((one) => (one ? `${closedRem}rem` : `minmax(${each}rem, 1fr)`));
  return {
    tracks: `var(--names) ${tracks.join(' ')}`,
    least: `calc(var(--names) + ${(narrow.length - wide) * closedRem + wide * each}rem)`,
    longestName: Math.max(0, ...view.groups.flatMap((group) => group.rows.map((row) => row.name.length))),
  };
}

/** Whether anything but time off stands on a day. */
function isPlanned({ openCells, groups }: WeekView, col: number): boolean {
  const cells = [openCells[col], ...groups.flatMap((group) => group.rows.map((row) => row.cells[col]))];
  return cells.some((cell) => cell?.entries.some((entry) => entry.kind !== 'time_off') === true);
}
