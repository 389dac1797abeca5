import type { PrintWeek } from '../../preload/contract/rostering/print-week.ts';
import type { Paper } from '../../preload/contract/practice/practice.ts';
import { closedRuns, type ClosedCells, type StandingRow } from './closed-runs.ts';
import { frameOf, roomFor } from './frame.ts';
import { closedText, leadingOf, measure, timesFit, type Measures, type Setting } from './measures.ts';
import { sheets, type Sheet } from './paper.ts';
import { openNeed, personNeed, type RowNeed } from './row-height.ts';
import { splitPages, type Placed } from './split-pages.ts';
import { textWidth } from './text-width.ts';

/** Rows of one group on one page. */
export interface PlannedGroup {
  readonly code: string;
  readonly name: string;
  /** The group began on an earlier page. */
  readonly continued: boolean;
  readonly rows: readonly StandingRow[];
  /** Whether the group's word fits beside its rows. */
  readonly wordFits: boolean;
}
export interface PlannedPage {
  readonly number: number;
  /** On the first page only. */
  readonly open: StandingRow | null;
  readonly groups: readonly PlannedGroup[];
  readonly closed: ClosedCells;
  /** Closures the table has no room for. */
  readonly reasons: readonly string[];
}
/** A week laid out on paper. */
export interface SheetPlan {
  readonly sheet: Sheet;
  readonly measures: Measures;
  /** The manager's note had to be left out. */
  readonly noteDropped: boolean;
  readonly pages: readonly PlannedPage[];
}
export interface FitOptions {
  readonly paper: Paper;
  /** Whether the note may be left out where that saves a page. */
  readonly mayDropNote: boolean;
}

/** Largest and smallest size of the times, in points; up to `readable` people names and days stay at 11 points. */
const largest = 13;
const smallest = 8.4;
const readable = 25;
const smallestReadable = 10.8;
const step = 0.1;
const coarseStep = 0.5;
/** Most a row of one line grows when room is left, to its type size. */
const tallestRow = 2.3;
const mostPages = 40;
/** Names wrap beyond a fifth of the width; where that costs too much beyond a quarter, where days need the room beyond less. */
const namesShares = [0.2, 0.25, 0.15] as const;
/** How much smaller type may get to spare second lines and keep tails in their column, and to keep groups whole over a break. */
const forTidiness = 0.88;
const forWholeGroups = 0.9;

interface Given {
  readonly pages: number;
  readonly withNote: boolean;
  /** Smallest size of the times, in points. */
  readonly floor: number;
  readonly wholeGroups: boolean;
  readonly tellClosures: boolean;
}
interface Try {
  readonly measures: Measures;
  readonly needs: readonly RowNeed[];
  readonly open: RowNeed | null;
  readonly begins: readonly number[];
  readonly room: number;
  /** Size less what stands out of line: the larger the better. */
  readonly worth: number;
}

/**
 * Lays a week out on landscape sheets with as large a type as fits. Wraps first, then leaves the note out if it may,
 * then breaks over as few, evenly filled pages as will do, each with its head and foot.
 * Up to 25 people names and days are at least 11 pt; nothing is below 7.5 pt.
 */
export function fitWeek(week: PrintWeek, options: FitOptions): SheetPlan {
  const first = layOut(week, options, false);
  return first.pages.some(({ reasons }) => reasons.length > 0) ? layOut(week, options, true) : first;
}

/** `tellClosures` keeps room in the foot for the reasons of closures. */
function layOut(week: PrintWeek, options: FitOptions, tellClosures: boolean): SheetPlan {
  const sheet = sheets[options.paper];
  const notes = week.note !== '' && options.mayDropNote ? [true, false] : [true];
  // Times too wide for their days are set smaller, even where 25 people could be read from afar.
  const floors = peopleOf(week) <= readable ? [smallestReadable, smallest] : [smallest];
  const tries = floors.flatMap((floor) => Array.from({ length: mostPages }, (_, index) => ({ floor, pages: index + 1 })));
  for (const { floor, pages } of tries) {
    for (const withNote of notes) {
      const given: Given = { pages, withNote, floor, wholeGroups: false, tellClosures };
      const found = largestThatFits(week, sheet, given);
      if (!found) continue;
      const whole = pages > 1 ? largestThatFits(week, sheet, { ...given, wholeGroups: true }) : null;
      const chosen = whole && whole.measures.time >= found.measures.time * forWholeGroups ? whole : found;
      return plan(week, sheet, chosen, week.note !== '' && !withNote);
    }
  }
  throw new Error(`A week of ${week.groups.length} groups does not fit ${mostPages} pages.`);
}

/** The best setting for this many pages, or null when the week does not fit them. */
function largestThatFits(week: PrintWeek, sheet: Sheet, given: Given): Try | null {
  const { floor } = given;
  const at = (time: number, leading = leadingOf(time)): Try | null => {
    const found = namesShares.map((namesShare) => attempt(week, sheet, { time, row: time * leading, namesShare }, given));
    return found.reduce((best, one) => (one && (!best || one.worth > best.worth) ? one : best), null);
  };
  // In large steps first, then back up in small ones: each try lays out every cell.
  let first = largest;
  while (first > floor && !at(first)) first -= coarseStep;
  for (let back = coarseStep - step; back >= step && first < largest; back -= step) {
    if (!at(first + back)) continue;
    first += back;
    break;
  }
  let best: Try | null = null;
  for (let time = Math.max(first, floor); time >= Math.max(floor, first * forTidiness) - step / 2; time -= step) {
    const found = at(time);
    if (found && (!best || found.worth > best.worth)) best = found;
  }
  for (let leading = leadingOf(floor); !best && leading >= leadingOf(smallest); leading -= 0.01) best = at(floor, leading);
  return best;
}

const peopleOf = (week: PrintWeek) => week.groups.reduce((sum, { rows }) => sum + rows.length, 0);

function attempt(week: PrintWeek, sheet: Sheet, setting: Setting, given: Given): Try | null {
  const people = peopleOf(week);
  if (people * setting.row > given.pages * sheet.height) return null;
  const measures = measure(week, sheet, setting);
  // Another share changes nothing where the names need less.
  if (setting.namesShare !== namesShares[0] && measures.names < sheet.width * Math.min(setting.namesShare, namesShares[0])) return null;
  if (!timesFit(measures) && setting.time > smallest + step) return null;
  const placed: Placed[] = [];
  const needs: RowNeed[] = [];
  for (const [group, { rows }] of week.groups.entries()) {
    for (const one of rows) {
      const rowNeed = personNeed(one, measures);
      needs.push(rowNeed);
      placed.push({ group, height: rowNeed.height });
    }
  }
  const open = week.openRow ? openNeed(week.openRow, measures) : null;
  const closures = week.days.flatMap(({ head, closed }) => (closed === null ? [] : [`${head} ${closedText(closed)}`]));
  const room = roomFor(sheet, frameOf(week, sheet, measures, given.withNote, given.tellClosures ? closures : []));
  const least = needs.reduce((sum, { height }) => sum + height, open?.height ?? 0);
  if (least > given.pages * room) return null;
  const begins = splitPages(placed, given.pages, open?.height ?? 0, room, given.wholeGroups);
  const untidy = needs.reduce((sum, one) => sum + one.untidy, 0);
  return begins && { measures, needs, open, begins, room, worth: setting.time - untidy / Math.max(1, people) };
}

function plan(week: PrintWeek, sheet: Sheet, found: Try, noteDropped: boolean): SheetPlan {
  const { measures, needs, open, begins, room } = found;
  const ends = [...begins.slice(1), needs.length];
  const heights = begins.map((from, page) => {
    const rows = needs.slice(from, ends[page]).reduce((sum, { height }) => sum + height, 0);
    return rows + (page === 0 ? (open?.height ?? 0) : 0);
  });
  const counts = begins.map((from, page) => (ends[page] ?? 0) - from + (page === 0 && open ? 1 : 0));
  const spare = Math.min(...begins.map((_, page) => (room - (heights[page] ?? 0)) / Math.max(1, counts[page] ?? 1)));
  const stretch = Math.max(0, Math.min(spare, measures.time * tallestRow - measures.row));

  let next = 0;
  const rows = week.groups.flatMap((group, index) =>
    group.rows.map((row) => {
      const at = next;
      next += 1;
      return { at, group: index, row, height: (needs[at]?.height ?? measures.row) + stretch };
    }),
  );

  const pages = begins.map((from, page): PlannedPage => {
    const here = rows.slice(from, ends[page]);
    const openRow = page === 0 && week.openRow && open ? { row: week.openRow, height: open.height + stretch } : null;
    const groups = week.groups.flatMap((group, index): PlannedGroup[] => {
      const own = here.filter((one) => one.group === index);
      if (own.length === 0) return [];
      const tall = own.reduce((sum, { height }) => sum + height, 0);
      return [
        {
          code: group.code,
          name: group.name,
          continued: rows[(own[0]?.at ?? 0) - 1]?.group === index,
          rows: own,
          wordFits: wordFits(group.name, tall, measures),
        },
      ];
    });
    const { cells, reasons } = closedRuns(week, [...(openRow ? [[openRow]] : []), ...groups.map((group) => group.rows)], measures);
    return { number: page + 1, open: openRow, groups, closed: cells, reasons };
  });
  return { sheet, measures, noteDropped, pages };
}

/** Whether "Medical assistants" fits upwards under its code. */
function wordFits(name: string, tall: number, m: Measures): boolean {
  return textWidth(name, m.word) + m.code * 1.2 + 9 <= tall;
}
