import type { PrintRow, PrintWeek } from '../../preload/contract/rostering/print-week.ts';
import { closedText, smallestType, type Measures } from './measures.ts';
import { lineCount, longestWord, textWidth } from './text-width.ts';

/** Rows as they stand in one page: the heights in points. */
export interface StandingRow {
  readonly row: PrintRow;
  readonly height: number;
}

/** A hatched stretch of one closed day: `rows` rows of one group. */
export interface ClosedRun {
  readonly rows: number;
  readonly height: number;
  readonly label: string;
  /** Type size in points when written upwards, else null. */
  readonly tall: number | null;
}

/** Runs by the row they begin at and the day: `runs.get(row)?.get(day)`; a row inside a run has `'covered'`. */
export type ClosedCells = ReadonlyMap<PrintRow, ReadonlyMap<number, ClosedRun | 'covered'>>;

const aroundLabel = 8;

/** The size at which a text fits upwards into a run, or null. */
function tallSize(text: string, height: number, m: Measures): number | null {
  const fits = (height - 2 * aroundLabel) / textWidth(text, 1);
  return fits < smallestType ? null : Math.min(fits, Math.max(smallestType, m.time * 0.85));
}

const isHatched = (row: PrintRow, day: number) => row.cells[day]?.lines.length === 0 && !row.cells[day].changed;

/**
 * Joins the empty cells of closed days into hatched runs within each group, and writes the reason once: upwards in the tallest run,
 * else across it. `reasons` are those no run has room for ("Thu 26 closed for ...").
 */
export function closedRuns(
  week: PrintWeek,
  groups: readonly (readonly StandingRow[])[],
  m: Measures,
): { readonly cells: ClosedCells; readonly reasons: readonly string[] } {
  const cells = new Map<PrintRow, Map<number, ClosedRun | 'covered'>>();
  const put = (row: PrintRow, day: number, value: ClosedRun | 'covered') => {
    const days = cells.get(row) ?? new Map<number, ClosedRun | 'covered'>();
    cells.set(row, days.set(day, value));
  };
  const reasons: string[] = [];

  for (const [day, { closed, head }] of week.days.entries()) {
    if (closed === null) continue;
    const runs = groups.flatMap((group) => runsOf(group, day));
    const said = closedText(closed);
    const widest = runs.toSorted((a, b) => b.height - a.height)[0];
    const width = (m.days[day] ?? 0) - aroundLabel;
    const tall = widest && said !== 'closed' ? tallSize(said, widest.height, m) : null;
    const told = said === 'closed' || tall !== null || (widest !== undefined && fitsAcross(said, width, widest.height, m));
    if (!told) reasons.push(`${head} ${said}`);
    for (const run of runs) {
      const here = run === widest && told;
      put(run.first, day, {
        rows: run.rest.length + 1,
        height: run.height,
        label: here ? said : 'closed',
        tall: here ? tall : null,
      });
      for (const row of run.rest) put(row, day, 'covered');
    }
  }
  return { cells, reasons };
}

function fitsAcross(text: string, width: number, height: number, m: Measures): boolean {
  return longestWord(text, m.tail) <= width * 0.95 && lineCount(text, m.tail, width) * m.tail * 1.15 + 3 <= height;
}

interface Run {
  readonly first: PrintRow;
  readonly rest: PrintRow[];
  height: number;
}

function runsOf(group: readonly StandingRow[], day: number): readonly Run[] {
  const runs: Run[] = [];
  let open: Run | null = null;
  for (const { row, height } of group) {
    if (!isHatched(row, day)) {
      open = null;
    } else if (open) {
      open.rest.push(row);
      open.height += height;
    } else {
      open = { first: row, rest: [], height };
      runs.push(open);
    }
  }
  return runs;
}
