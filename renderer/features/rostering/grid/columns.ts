import type { WeekDay } from '../../../../preload/contract/rostering/week-view.ts';

const closedRem = 6;
const openRem = (open: number): number => (open > 6 ? 6.25 : 7.25);
const openDays = (days: readonly WeekDay[]): number => days.filter((day) => !day.closed).length;

/**
 * The columns of a line: names, then open days that share the width and closed ones that are narrow.
 * Stands on each line itself. As a property that cells inherit, a holiday had every element of the grid styled anew.
 */
export function lineColumns(days: readonly WeekDay[]): React.CSSProperties {
  const each = openRem(openDays(days));
  const tracks = days.map((day) => (day.closed ? `${closedRem}rem` : `minmax(${each}rem, 1fr)`));
  return { gridTemplateColumns: `var(--names) ${tracks.join(' ')}` };
}

/** Below this width the grid scrolls sideways. */
export function leastWidth(days: readonly WeekDay[]): string {
  const open = openDays(days);
  return `calc(var(--names) + ${(days.length - open) * closedRem + open * openRem(open)}rem)`;
}
