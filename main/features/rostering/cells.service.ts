import type { Repositories } from '../../../db/repositories.ts';
import type { ShiftRow } from '../../../db/rostering/rostering.repository.ts';
import type { z } from 'zod';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { Id } from '../../../preload/contract/shared/primitives.ts';
import {
  maximumCells,
  type CellAddress,
  type CellOutcome,
  type CellWrite,
  type moveCellsInput,
  type writeCellsInput,
  type WriteCellsResult,
} from '../../../preload/contract/rostering/rostering.ts';
import { daysBetween, formatDay } from '../../kernel/local-date.ts';
import type { Context } from '../../kernel/trpc.ts';
import { ensureGeneralPosition } from '../practice/practice.service.ts';
import { cellKey, CellIndex, isAsSeen, type CellEntries } from './cell-entries.ts';
import { cellText } from './cell.view.ts';
import type { EntryShift, EntryTimeOff, ParsedEntry } from './domain/entry.ts';
import { parseEntry } from './domain/entry.parser.ts';
import { loadDays, type RosterPerson, type RosterWeek } from './roster.loader.ts';

/** Longest span of days one write may touch. */
const maximumSpanDays = 366;

/**
 * Writes what was typed, pasted or filled into cells, all in one change. What cannot be read is kept as text and marked, never refused.
 * Refused as `conflict` when a cell no longer holds what was seen, `not_found` for an unknown person or place.
 */
export async function writeCells(ctx: Context, { locationId, writes }: z.output<typeof writeCellsInput>): Promise<WriteCellsResult> {
  const { result, changeSet } = await ctx.write(
    (done: { label: string; cells: CellOutcome[] }) => done.label,
    async (repositories) => {
      const week = await loadSpan(ctx, repositories, locationId, writes);
      const cells = await new CellWriter(ctx, repositories, week).write(writes);
      return { cells, label: labelOf(week, writes) };
    },
  );
  return { changeSet, cells: result.cells };
}

/** Moves or copies cells: a cell's text is typed again at its new place, so that someone else's `8-5` is in their own position. */
export async function moveCells(ctx: Context, { locationId, copy, moves }: z.output<typeof moveCellsInput>): Promise<WriteCellsResult> {
  const { result, changeSet } = await ctx.write(
    `${copy ? 'Copy' : 'Move'} ${moves.length === 1 ? 'a cell' : `${moves.length} cells`}`,
    async (repositories) => {
      const week = await loadSpan(
        ctx,
        repositories,
        locationId,
        moves.flatMap((move) => [move.from, move.to]),
      );
      const index = new CellIndex(week);
      const targets = new Set(moves.map((move) => cellKey(move.to.personId, move.to.on)));
      const writes: CellWrite[] = moves.map((move) => ({ ...move.to, text: textAt(week, index, move.from), seen: move.seenTo }));
      for (const { from, seenFrom } of moves) {
        refuseMoved(week, index.at(from.personId, from.on), from, seenFrom);
        if (!copy && !targets.has(cellKey(from.personId, from.on))) writes.push({ ...from, text: '', seen: seenFrom });
      }
      return new CellWriter(ctx, repositories, week).write(writes);
    },
  );
  return { changeSet, cells: result };
}

/** What stands in a cell, as it would be typed. */
function textAt(week: RosterWeek, index: CellIndex, { personId, on }: CellAddress): string {
  const person = week.people.find((one) => one.row.id === personId);
  return cellText(week, person?.positionId ?? null, index.at(personId, on));
}

/** Loads the days from the first to the last of some cells. */
export async function loadSpan(
  ctx: Context,
  repositories: Repositories,
  locationId: Id,
  cells: readonly CellAddress[],
): Promise<RosterWeek> {
  const dates = cells.map((cell) => cell.on).toSorted();
  const [first = ''] = dates;
  const last = dates.at(-1) ?? first;
  if (daysBetween(first, last) > maximumSpanDays)
    throw new AppError('invalid_input', 'Change at most a year at once.', { fields: { writes: 'Change at most a year at once.' } });
  return loadDays(repositories, locationId, first, last, ctx.clock());
}

function labelOf(week: RosterWeek, writes: readonly CellWrite[]): string {
  const [first] = writes;
  if (writes.length !== 1 || !first) return `Change ${writes.length} cells`;
  const name =
    first.personId === null ? 'Open shifts' : (week.people.find((person) => person.row.id === first.personId)?.name ?? 'Someone');
  return `${name}, ${formatDay(first.on)}: ${first.text === '' ? 'clear' : first.text}`;
}

function refuseMoved(week: RosterWeek, cell: CellEntries, { personId, on }: CellAddress, seen: CellWrite['seen']): void {
  if (isAsSeen(cell, seen)) return;
  const name = week.people.find((person) => person.row.id === personId)?.name ?? 'the open shifts';
  throw new AppError(
    'conflict',
    `Someone changed ${name} on ${formatDay(on, week.today)} meanwhile. What you typed is kept; look at what the cell holds now.`,
  );
}

/** Writes cells within one unit of work. */
export class CellWriter {
  readonly #ctx: Context;
  readonly #repositories: Repositories;
  readonly #week: RosterWeek;
  readonly #index: CellIndex;
  readonly #people: ReadonlyMap<Id, RosterPerson>;
  /** Own positions given while writing, to people who had none. */
  readonly #given = new Map<Id, Id>();

  constructor(ctx: Context, repositories: Repositories, week: RosterWeek) {
    this.#ctx = ctx;
    this.#repositories = repositories;
    this.#week = week;
    this.#index = new CellIndex(week);
    this.#people = new Map(week.people.map((person) => [person.row.id, person]));
  }

  async write(writes: readonly CellWrite[]): Promise<CellOutcome[]> {
    if (new Set(writes.map((write) => cellKey(write.personId, write.on))).size < writes.length) {
      throw new AppError('invalid_input', 'Name each cell once.', { fields: { writes: 'Name each cell once.' } });
    }
    if (writes.length > maximumCells) throw new AppError('invalid_input', `Change at most ${maximumCells} cells at once.`);
    const outcomes: CellOutcome[] = [];
    for (const write of writes) outcomes.push(await this.#writeCell(write));
    return outcomes;
  }

  async #writeCell({ personId, on, text, seen }: CellWrite): Promise<CellOutcome> {
    const person = personId === null ? null : this.#people.get(personId);
    if (person === undefined) throw new AppError('not_found', 'This person is no longer there. Look at who is there now.');
    const cell = this.#index.at(personId, on);
    refuseMoved(this.#week, cell, { personId, on }, seen);
    const address = { personId, on };
    if (text === cellText(this.#week, person?.positionId ?? null, cell)) return { ...address, outcome: 'same' };
    const entry = this.#read(text, person);
    switch (entry.kind) {
      case 'empty':
        await this.#archive(cell);
        return { ...address, outcome: 'cleared' };
      case 'unreadable':
        await this.#keepAsText(address, cell, text, entry.reason);
        return { ...address, outcome: 'kept_as_text', message: entry.reason };
      case 'time_off':
        await this.#archive({ ...cell, timeOffs: [] });
        await this.#putTimeOff(address, cell, { kind: entry.timeOff, minutes: entry.minutes });
        return { ...address, outcome: 'saved' };
      case 'shifts':
        await this.#putShifts(address, person, cell, entry.shifts, entry.open);
        await this.#putTimeOff(address, cell, entry.beside);
        return { ...address, outcome: 'saved' };
    }
  }

  /** Reads the text for its row: a person's own position is understood, an open shift has to name one. */
  #read(text: string, person: RosterPerson | null): ParsedEntry {
    const entry = parseEntry(text, { positions: this.#week.positions });
    if (entry.kind === 'time_off' && person === null)
      return { kind: 'unreadable', reason: 'Time off needs a person. Type it in their row.' };
    if (entry.kind !== 'shifts' || entry.shifts.every((shift) => shift.positionId !== null)) return entry;
    if (person === null) return { kind: 'unreadable', reason: 'An open shift needs a position, as in 8-5 MA.' };
    return entry;
  }

  /** Someone without a position gets the general one: a shift has to be of something, and it is changed in People at any time. */
  async #ownPosition({ row, positionId }: RosterPerson): Promise<Id> {
    const known = positionId ?? this.#given.get(row.id);
    if (known !== undefined) return known;
    const given = await ensureGeneralPosition(this.#ctx, this.#repositories);
    await this.#repositories.people.positions.insert([{ id: this.#ctx.newId(), personId: row.id, positionId: given, level: 'primary' }]);
    this.#given.set(row.id, given);
    return given;
  }

  async #archive(cell: CellEntries): Promise<void> {
    const { rostering } = this.#repositories;
    const at = this.#ctx.clock();
    await rostering.shifts.archive(cell.shifts, at);
    await rostering.timeOffs.archive(cell.timeOffs, at);
    await rostering.unreadEntries.archive(cell.unread, at);
  }

  async #keepAsText({ personId, on }: CellAddress, cell: CellEntries, text: string, reason: string): Promise<void> {
    const { rostering } = this.#repositories;
    const [first, ...surplus] = cell.unread;
    await this.#archive({ ...cell, unread: surplus });
    if (first) await rostering.unreadEntries.update(first, { text, reason });
    else await rostering.unreadEntries.insert([{ id: this.#ctx.newId(), locationId: this.#week.location.id, personId, on, text, reason }]);
  }

  async #putTimeOff({ personId, on }: CellAddress, cell: CellEntries, timeOff: EntryTimeOff | null): Promise<void> {
    const { timeOffs } = this.#repositories.rostering;
    const [first, ...surplus] = cell.timeOffs;
    await timeOffs.archive(timeOff ? surplus : cell.timeOffs, this.#ctx.clock());
    if (!timeOff || personId === null) return;
    if (first) await timeOffs.update(first, timeOff);
    else await timeOffs.insert([{ id: this.#ctx.newId(), personId, on, ...timeOff }]);
  }

  /** Shifts that stay keep their row, so that their history goes on. An open shift typed in a person's row moves to the open ones. */
  async #putShifts(
    { personId, on }: CellAddress,
    person: RosterPerson | null,
    cell: CellEntries,
    parsed: readonly EntryShift[],
    open: boolean,
  ): Promise<void> {
    const { shifts } = this.#repositories.rostering;
    const goesOpen = open && person !== null;
    const kept = goesOpen ? [] : cell.shifts.slice(0, parsed.length);
    await this.#archive({ ...cell, shifts: cell.shifts.slice(kept.length), timeOffs: [] });
    const added: Omit<ShiftRow, 'version'>[] = [];
    for (const [index, shift] of parsed.entries()) {
      const positionId = shift.positionId ?? (person && (await this.#ownPosition(person)));
      if (!positionId) throw new Error('a shift without a position was not caught when it was read');
      const values = {
        positionId,
        startMinute: shift.startMinute,
        lengthMinutes: shift.lengthMinutes,
        mealMinutes: shift.mealMinutes,
        mealStartMinute: shift.mealStartMinute,
        note: shift.note,
      };
      const row = kept[index];
      if (row) await shifts.update(row, values);
      else added.push({ id: this.#ctx.newId(), locationId: this.#week.location.id, personId: goesOpen ? null : personId, on, ...values });
    }
    await shifts.insert(added);
  }
}
