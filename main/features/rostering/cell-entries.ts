import type { ShiftRow, TimeOffRow, UnreadEntryRow } from '../../../db/rostering/rostering.repository.ts';
import type { Id, LocalDate, SeenRow } from '../../../preload/contract/shared/primitives.ts';
import type { RosterWeek } from './roster.loader.ts';

/** What one cell of the grid holds. Shifts elsewhere are shown in it but belong to another place. */
export interface CellEntries {
  readonly shifts: readonly ShiftRow[];
  readonly elsewhere: readonly ShiftRow[];
  readonly timeOffs: readonly TimeOffRow[];
  readonly unread: readonly UnreadEntryRow[];
}

const nothing: CellEntries = { shifts: [], elsewhere: [], timeOffs: [], unread: [] };

/** A person's day, or (null) the day of the open-shifts row. */
export const cellKey = (personId: Id | null, on: LocalDate): string => `${personId ?? ''}|${on}`;

interface Cell {
  readonly shifts: ShiftRow[];
  readonly elsewhere: ShiftRow[];
  readonly timeOffs: TimeOffRow[];
  readonly unread: UnreadEntryRow[];
}

/** The entries of every cell that holds something. */
export class CellIndex {
  readonly #cells = new Map<Id | null, Map<LocalDate, Cell>>();
  readonly #filledDays = new Set<LocalDate>();

  constructor(week: Pick<RosterWeek, 'from' | 'to' | 'location' | 'shifts' | 'timeOffs' | 'unread'>) {
    for (const shift of week.shifts) {
      if (shift.on < week.from || shift.on > week.to) continue;
      const here = shift.locationId === week.location.id;
      if (here) this.#cell(shift.personId, shift.on).shifts.push(shift);
      else if (shift.personId !== null) this.#cell(shift.personId, shift.on).elsewhere.push(shift);
    }
    for (const timeOff of week.timeOffs) this.#cell(timeOff.personId, timeOff.on).timeOffs.push(timeOff);
    for (const entry of week.unread) if (entry.locationId === week.location.id) this.#cell(entry.personId, entry.on).unread.push(entry);
  }

  at(personId: Id | null, on: LocalDate): CellEntries {
    return this.#cells.get(personId)?.get(on) ?? nothing;
  }

  /** Ids of everyone with an entry here; someone who only works elsewhere is not among them. */
  peopleHere(): Set<Id> {
    const ids = new Set<Id>();
    for (const [personId, cells] of this.#cells) {
      if (personId !== null && [...cells.values()].some((cell) => cell.shifts.length + cell.unread.length > 0)) ids.add(personId);
    }
    return ids;
  }

  /** Days that hold something. */
  filledDays(): ReadonlySet<LocalDate> {
    return this.#filledDays;
  }

  #cell(personId: Id | null, on: LocalDate): Cell {
    let cells = this.#cells.get(personId);
    if (!cells) this.#cells.set(personId, (cells = new Map()));
    let cell = cells.get(on);
    if (!cell) {
      cells.set(on, (cell = { shifts: [], elsewhere: [], timeOffs: [], unread: [] }));
      this.#filledDays.add(on);
    }
    return cell;
  }
}

/** The rows that a write on this cell replaces. */
export const replaceable = (cell: CellEntries): readonly SeenRow[] => [...cell.shifts, ...cell.timeOffs, ...cell.unread];

/** Whether the person saw the cell as it is: the same rows in the same versions. */
export function isAsSeen(cell: CellEntries, seen: readonly SeenRow[]): boolean {
  const present = replaceable(cell);
  const versions = new Map(seen.map((row) => [row.id, row.version]));
  return present.length === seen.length && present.every((row) => versions.get(row.id) === row.version);
}
