import type { ShiftRow } from '../../../db/rostering/rostering.repository.ts';
import type { PrintCell, PrintDay, PrintGroup, PrintLine, PrintRow, PrintWeek } from '../../../preload/contract/rostering/print-week.ts';
import type { Id } from '../../../preload/contract/shared/primitives.ts';
import { formatDay, formatDayHead, formatSpan, localTimeAt, weekNumber } from '../../kernel/local-date.ts';
import { formatOpeningTimes, inSentence, paperOf, type OfficeDay } from '../practice/practice.view.ts';
import { cellKey, type CellEntries, type CellIndex } from './cell-entries.ts';
import { formatLongTime, formatStartEnd } from './domain/clock-text.ts';
import { standsIn, type RosterPerson, type RosterWeek } from './roster.loader.ts';

/** How a version is named on paper. */
export interface PrintVersion {
  /** "Version L-31" or "Draft" */
  readonly label: string;
  readonly replaces: string;
  readonly changedSince: string | null;
  /** What each cell said in the version compared with, by `cellKey`; undefined compares nothing. */
  readonly earlier: ReadonlyMap<string, string> | undefined;
  readonly note: string;
  /** Instant, ISO 8601 UTC. */
  readonly printedAt: string;
  readonly timeZone: string;
}

/** The week for the wall: hours, costs and the reason of an absence stay off it. */
export function printWeek(week: RosterWeek, index: CellIndex, version: PrintVersion): PrintWeek {
  const days = visibleDays(week, index);
  const marks = new ChangeMarks(version.earlier);
  const usual = usualHours(days, week);
  const rowOf = (personId: Id | null, name: string, positionId: Id | null): PrintRow => ({
    personId,
    name,
    cells: days.map((day): PrintCell => {
      const lines = linesOf(week, index.at(personId, day.on), positionId);
      return { lines, changed: marks.isChanged(cellKey(personId, day.on), wallText(lines)) };
    }),
  });
  const here = index.peopleHere();
  const rows = week.people.filter((person) => standsIn(week, person, here));
  const groups = groupsOf(week, rows).map(({ code, name, people }): PrintGroup => ({
    code,
    name,
    rows: people.map((person) => rowOf(person.row.id, person.name, person.positionId)),
  }));
  const openRow = rowOf(null, 'Open shifts', null);
  return {
    practiceName: week.practiceName,
    locationName: week.location.name,
    title: `Week of ${formatSpan(week.from, week.to)}`,
    weekNumber: weekNumber(week.from),
    version: version.label,
    replaces: version.replaces,
    note: version.note,
    paper: paperOf(week.paper),
    days: days.map((day) => printDay(day, week, usual)),
    openRow: openRow.cells.some((cell) => cell.lines.length > 0 || cell.changed) ? openRow : null,
    groups,
    legend: legendOf(week, groups, openRow),
    changedSince: version.changedSince,
    changeCount: marks.count,
    printedAt: printedAt(version.printedAt, version.timeZone, week.clock),
    fileName: `Schedule ${week.from} ${week.location.name}${version.label === 'Draft' ? ' draft' : ` ${version.label.replace('Version ', '')}`}`,
  };
}

/** "Printed Mon Nov 23, 2026, 11:21 am" */
export function printedAt(instant: string, timeZone: string, clock: RosterWeek['clock']): string {
  const { on, minute } = localTimeAt(instant, timeZone);
  return `Printed ${formatDay(on)}, ${on.slice(0, 4)}, ${formatLongTime(minute, clock)}`;
}

/** Counts the cells that differ from an earlier version, also those that someone no longer has. */
class ChangeMarks {
  readonly #earlier: ReadonlyMap<string, string> | undefined;
  count = 0;

  constructor(earlier: ReadonlyMap<string, string> | undefined) {
    this.#earlier = earlier;
  }

  isChanged(key: string, text: string): boolean {
    if (!this.#earlier || (this.#earlier.get(key) ?? '') === text) return false;
    this.count += 1;
    return true;
  }
}

/** What the wall says in a cell, as one text. */
export const wallText = (lines: readonly PrintLine[]): string =>
  lines.map((line) => `${line.start}${line.end} ${line.code} ${line.tail}`.replace(/\s+/g, ' ').trim()).join(', ');

/** What the wall says in a cell of the present week. */
export const wallCellText = (week: RosterWeek, cell: CellEntries, ownPositionId: Id | null): string =>
  wallText(linesOf(week, cell, ownPositionId));

/** What each cell of a printed week said, by `cellKey`. */
export function wallTexts(printed: PrintWeek): Map<string, string> {
  const texts = new Map<string, string>();
  const rows = [...(printed.openRow ? [printed.openRow] : []), ...printed.groups.flatMap((group) => group.rows)];
  for (const row of rows) {
    for (const [place, cell] of row.cells.entries()) {
      const day = printed.days[place];
      const text = wallText(cell.lines);
      if (day && text !== '') texts.set(cellKey(row.personId, day.on), text);
    }
  }
  return texts;
}

/** Open days, closures of a day that is usually open, and closed days that hold something. */
export function visibleDays(week: RosterWeek, index: CellIndex): OfficeDay[] {
  const filled = index.filledDays();
  return week.days.filter((day) => day.openings.length > 0 || day.closure !== null || filled.has(day.on));
}

export interface PeopleGroup {
  readonly positionId: Id | null;
  readonly code: string;
  readonly name: string;
  readonly people: readonly RosterPerson[];
}

/** People by their own position, in the practice's order of positions; those without one come last. */
export function groupsOf(week: RosterWeek, rows: readonly RosterPerson[]): PeopleGroup[] {
  const known = new Set(week.positions.map((position) => position.id));
  const byPosition = Map.groupBy(rows, (person) => (person.positionId !== null && known.has(person.positionId) ? person.positionId : null));
  const groups: PeopleGroup[] = [];
  for (const { id, code, name } of week.positions) {
    const people = byPosition.get(id);
    if (people) groups.push({ positionId: id, code, name, people });
  }
  const without = byPosition.get(null);
  if (without) groups.push({ positionId: null, code: '', name: 'No position yet', people: without });
  return groups;
}

function linesOf(week: RosterWeek, cell: CellEntries, ownPositionId: Id | null): PrintLine[] {
  const shifts = cell.shifts.map((shift) => shiftLine(week, shift, ownPositionId, shift.note));
  const elsewhere = cell.elsewhere.map((shift) =>
    shiftLine(week, shift, ownPositionId, `at ${week.locationNames.get(shift.locationId) ?? 'another place'}`),
  );
  const lines: PrintLine[] = [...shifts, ...elsewhere];
  for (const entry of cell.unread) lines.push({ start: '', end: '', tail: entry.text, code: '', kind: 'text' });
  if (lines.length === 0 && cell.timeOffs.length > 0) lines.push({ start: '', end: '', tail: 'off', code: '', kind: 'off' });
  return lines;
}

function shiftLine(week: RosterWeek, shift: ShiftRow, ownPositionId: Id | null, tail: string): PrintLine {
  const { start, end } = formatStartEnd(shift.startMinute, shift.lengthMinutes, week.clock);
  const code = shift.positionId === ownPositionId ? '' : (week.positions.find((position) => position.id === shift.positionId)?.code ?? '');
  return { start, end: `–${end}`, tail, code, kind: 'shift' };
}

function printDay(day: OfficeDay, week: RosterWeek, usual: string): PrintDay {
  const hours = formatOpeningTimes(day.openings, week.clock);
  const closed = day.openings.length > 0 ? null : day.closure ? `closed for ${day.closure.name}` : 'closed';
  return { on: day.on, head: formatDayHead(day.on), hours: hours === usual ? '' : hours, closed };
}

/** The opening hours most days have. */
function usualHours(days: readonly OfficeDay[], week: RosterWeek): string {
  const counts = new Map<string, number>();
  for (const day of days) {
    const hours = formatOpeningTimes(day.openings, week.clock);
    if (hours !== '') counts.set(hours, (counts.get(hours) ?? 0) + 1);
  }
  return [...counts].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? '';
}

function legendOf(week: RosterWeek, groups: readonly PrintGroup[], openRow: PrintRow): PrintWeek['legend'] {
  const used = new Set(groups.map((group) => group.code));
  for (const row of [openRow, ...groups.flatMap((group) => group.rows)]) {
    for (const cell of row.cells) for (const line of cell.lines) used.add(line.code);
  }
  return week.positions.filter((position) => used.has(position.code)).map(({ code, name }) => ({ code, name: inSentence(name) }));
}
