import type { CellAddress } from '../../../../preload/contract/rostering/rostering.ts';
import type { CellEntry, Problem, WeekCell, WeekDay, WeekView } from '../../../../preload/contract/rostering/week-view.ts';
import type { Id, LocalDate, SeenRow } from '../../../../preload/contract/shared/primitives.ts';

/** A place in the grid: the index of a line (0 is the open-shifts row) and of a day shown. */
export interface Spot {
  readonly row: number;
  readonly col: number;
}

/** A block of cells; all four edges belong to it. */
export interface Span {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** How many lines and days the grid has. */
export interface Size {
  readonly rows: number;
  readonly cols: number;
}

/** A line the arrows can stand on: the open shifts or one person. Group heads are no lines. */
export interface GridLine {
  readonly key: string;
  readonly personId: Id | null;
  readonly name: string;
  readonly cells: readonly WeekCell[];
}

/** The week as the arrows see it. */
export interface GridModel {
  readonly view: WeekView;
  readonly lines: readonly GridLine[];
  readonly days: readonly WeekDay[];
  readonly lineOf: ReadonlyMap<string, number>;
  readonly dayOf: ReadonlyMap<LocalDate, number>;
  readonly size: Size;
}

const emptyCell: WeekCell = { entries: [], text: '', changed: false, credit: '' };

/** The key of a line: the person's id, or `open`. */
export const lineKey = (personId: Id | null): string => personId ?? 'open';

/** The DOM id of a cell, which `aria-activedescendant` names. */
export const cellDomId = (address: CellAddress): string => `cell-${lineKey(address.personId)}-${address.on}`;

export const sameCell = (one: CellAddress, other: CellAddress): boolean => one.personId === other.personId && one.on === other.on;

/** Builds the lines of a week in the order of the screen. */
export function gridModel(view: WeekView): GridModel {
  const lines: GridLine[] = [{ key: lineKey(null), personId: null, name: 'Open shifts', cells: view.openCells }];
  for (const group of view.groups) {
    for (const row of group.rows) lines.push({ key: row.personId, personId: row.personId, name: row.name, cells: row.cells });
  }
  return {
    view,
    lines,
    days: view.days,
    lineOf: new Map(lines.map((line, row) => [line.key, row])),
    dayOf: new Map(view.days.map((day, col) => [day.on, col])),
    size: { rows: lines.length, cols: view.days.length },
  };
}

/** Where a cell stands, or `null` when this week does not show it. */
export function spotOf(model: GridModel, address: CellAddress): Spot | null {
  const row = model.lineOf.get(lineKey(address.personId));
  const col = model.dayOf.get(address.on);
  return row === undefined || col === undefined ? null : { row, col };
}

/** The address of a place, or `null` outside the grid. */
export function addressAt(model: GridModel, spot: Spot): CellAddress | null {
  const line = model.lines[spot.row];
  const day = model.days[spot.col];
  return line === undefined || day === undefined ? null : { personId: line.personId, on: day.on };
}

export const cellAt = (model: GridModel, spot: Spot): WeekCell => model.lines[spot.row]?.cells[spot.col] ?? emptyCell;

export const spanOf = (one: Spot, other: Spot): Span => ({
  top: Math.min(one.row, other.row),
  left: Math.min(one.col, other.col),
  bottom: Math.max(one.row, other.row),
  right: Math.max(one.col, other.col),
});

export const spanSize = (span: Span): Size => ({ rows: span.bottom - span.top + 1, cols: span.right - span.left + 1 });

export const spanCount = (span: Span): number => (span.bottom - span.top + 1) * (span.right - span.left + 1);

export const inSpan = (span: Span, spot: Spot): boolean =>
  spot.row >= span.top && spot.row <= span.bottom && spot.col >= span.left && spot.col <= span.right;

/** The places of a block, line by line. */
export function spotsOf(span: Span): Spot[] {
  const spots: Spot[] = [];
  for (let row = span.top; row <= span.bottom; row++) for (let col = span.left; col <= span.right; col++) spots.push({ row, col });
  return spots;
}

/** Problems by line key and day: what a row needs to mark its cells. Coverage problems are under the position's id. */
export type ProblemMarks = ReadonlyMap<string, ReadonlyMap<LocalDate, readonly Problem[]>>;

/** Sorts the problems to the lines they belong to. */
export function problemMarks(problems: readonly Problem[]): ProblemMarks {
  const marks = new Map<string, Map<LocalDate, Problem[]>>();
  for (const problem of problems) {
    const key = problem.cell.positionId === null ? lineKey(problem.cell.personId) : `position-${problem.cell.positionId}`;
    const line = marks.get(key) ?? new Map<LocalDate, Problem[]>();
    line.set(problem.cell.on, [...(line.get(problem.cell.on) ?? []), problem]);
    marks.set(key, line);
  }
  return marks;
}

/** The selection as places of the model; `null` while nothing of it is shown. */
export function selectedSpan(model: GridModel, anchor: CellAddress | null, head: CellAddress | null): Span | null {
  const from = anchor === null ? null : spotOf(model, anchor);
  const to = head === null ? null : spotOf(model, head);
  return from === null || to === null ? null : spanOf(from, to);
}

/** Whether an entry can be changed here: a shift at another location cannot. */
export const isOwn = (entry: CellEntry): boolean => entry.kind !== 'shift' || entry.elsewhere === '';

/** The rows a write on a cell replaces, as it must name them. */
export const seenOf = (model: GridModel, spot: Spot): SeenRow[] =>
  cellAt(model, spot)
    .entries.filter(isOwn)
    .map(({ id, version }) => ({ id, version }));
