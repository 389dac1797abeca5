import type { PersonRow } from '../../../db/people/people.repository.ts';
import type { Repositories } from '../../../db/repositories.ts';
import type { z } from 'zod';
import type { Id, LocalDate, Written } from '../../../preload/contract/shared/primitives.ts';
import type { CellWrite, sheetInput, SheetPreview } from '../../../preload/contract/rostering/rostering.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import { datesFrom, weekdayOf, weekStart } from '../../kernel/local-date.ts';
import { readTableSource } from '../../kernel/table-source.ts';
import { readDelimited } from '../../kernel/table/delimited.ts';
import type { Table } from '../../kernel/table/table.ts';
import type { Context } from '../../kernel/trpc.ts';
import { putStaffList, type StaffListPlan } from '../people/import.service.ts';
import { displayName } from '../people/people.service.ts';
import { addNewcomers, rollCall, type CalledPerson } from '../people/roll-call.service.ts';
import { refuseUnknownLocation } from '../practice/known-location.service.ts';
import { positionWords } from '../practice/practice.service.ts';
import { colourOf } from '../practice/practice.view.ts';
import { CellIndex, replaceable } from './cell-entries.ts';
import { CellWriter } from './cells.service.ts';
import { parseEntry } from './domain/entry.parser.ts';
import { paidMinutes } from './domain/hours.ts';
import { readSheet, type SheetRow } from './domain/sheet.ts';
import { loadDays } from './roster.loader.ts';

type Row = SheetRow<CalledPerson['name'], CalledPerson['match']>;

interface SheetPlace {
  readonly locationId: Id;
  readonly on: LocalDate;
  readonly table: Table;
  readonly createPeople: boolean;
}

/** Thrown to take a trial back. */
class TrialDone extends Error {
  readonly preview: SheetPreview;
  constructor(preview: SheetPreview) {
    super('trial');
    this.preview = preview;
  }
}

/** Pasted text as a table. Refused as `invalid_input` with what to do. */
export function readSheetText(text: string): Table {
  const read = readDelimited(text);
  if (read.ok) return read.table;
  throw new AppError('invalid_input', read.message, { fields: { sheet: read.message } });
}

/** What putting the sheet into the week would do: done in a transaction that is taken back. */
export async function previewSheet(ctx: Context, input: z.output<typeof sheetInput>): Promise<SheetPreview> {
  const table = await readTableSource(ctx.files, input.source);
  try {
    await ctx.write('Preview', async (repositories) => {
      throw new TrialDone(await putSheet(ctx, repositories, { ...input, table }));
    });
    throw new Error('a trial was not taken back');
  } catch (error) {
    if (error instanceof TrialDone) return error.preview;
    throw error;
  }
}

/** Puts last week's sheet into a week, as one change. Nothing is refused: what cannot be read stays as text. */
export async function commitSheet(
  ctx: Context,
  input: z.output<typeof sheetInput>,
): Promise<Written & Pick<SheetPreview, 'counts' | 'leftOut'>> {
  const table = await readTableSource(ctx.files, input.source);
  const { result, changeSet } = await ctx.write(
    ({ counts }: SheetPreview) => `Put in a sheet: ${counts.shifts} shifts, ${counts.created} new people`,
    (repositories) => putSheet(ctx, repositories, { ...input, table }),
  );
  return { changeSet, counts: result.counts, leftOut: result.leftOut };
}

/** The same within a unit of work that does more. */
export async function putSheet(
  ctx: Context,
  repositories: Repositories,
  { locationId, on, table, createPeople }: SheetPlace,
): Promise<SheetPreview> {
  const settings = await repositories.practice.find();
  if (!settings) throw new AppError('not_found', 'The practice is not set up yet. Name it first.');
  await refuseUnknownLocation(repositories, locationId);
  const from = weekStart(on, settings.weekStartsOn);
  const weekDates = datesFrom(from, 7);
  const positions = (await repositories.practice.listPositions()).map((row) => ({ ...row, colour: colourOf(row.colour) }));
  const sheet = readSheet({
    table,
    weekDates,
    readName: rollCall(await repositories.people.list()),
    isPosition: (text) => positionWords.guess(text, positions) !== undefined,
  });
  if (sheet.days.length === 0 && createPeople) {
    const list = await putStaffList(ctx, repositories, table);
    if (list) return listPreview(list);
  }
  const meal = { afterMinutes: settings.mealAfterMinutes, minutes: settings.mealMinutes, startMinute: settings.mealStartMinute };
  const openWeekdays = new Set(
    (await repositories.practice.listOpeningHours()).filter((row) => row.locationId === locationId).map((row) => row.weekday),
  );
  const strangers = createPeople ? sheet.rows.filter((row) => row.match.kind === 'none') : [];
  const ids = await addNewcomers(
    ctx,
    repositories,
    strangers.map((row) => ({
      name: row.readName,
      positionText: row.positionText,
      contractMinutes: contractOf(row, (text) => minutesOf(parseEntry(text, { positions }), meal), openWeekdays),
      homeLocationId: locationId,
    })),
  );
  const idOfRow = new Map<Row, Id>(strangers.map((row, index) => [row, ids[index] ?? '']));
  for (const row of sheet.rows) {
    const known = personOf(row);
    if (known) idOfRow.set(row, known.id);
  }
  const written = await writeRows(ctx, repositories, { locationId, weekDates, days: sheet.days, rows: sheet.rows, idOfRow });
  return { ...written, leftOut: [], skipped: sheet.skipped, unreadColumns: sheet.unreadHeader };
}

/** A list with headings but no days brings people and their facts, and no shifts. */
function listPreview({ rows, counts, unreadColumns }: StaffListPlan): SheetPreview {
  const taken = rows.filter((row) => row.outcome !== 'refuse');
  const refused = rows.filter((row) => row.outcome === 'refuse');
  return {
    people: taken.map(({ line, name, outcome, reasons }) => ({
      line,
      name,
      match: outcome === 'create' ? 'new' : 'known',
      knownAs: outcome === 'create' ? null : name,
      position: null,
      ...(reasons.length === 0 ? {} : { remarks: reasons }),
    })),
    leftOut: refused.map(({ line, name, reasons }) => ({ line, name, reasons })),
    skipped: [],
    unreadColumns,
    days: [],
    counts: { known: counts.change + counts.same, created: counts.create, shifts: 0, timeOff: 0, keptAsText: 0 },
    unread: [],
  };
}

interface SheetRows {
  readonly locationId: Id;
  readonly weekDates: readonly LocalDate[];
  readonly days: readonly LocalDate[];
  readonly rows: readonly Row[];
  readonly idOfRow: ReadonlyMap<Row, Id>;
}

/** What came of the rows; the lines and columns beside them are not its matter. */
type WrittenRows = Omit<SheetPreview, 'leftOut' | 'skipped' | 'unreadColumns'>;

async function writeRows(
  ctx: Context,
  repositories: Repositories,
  { locationId, weekDates, days, rows, idOfRow }: SheetRows,
): Promise<WrittenRows> {
  const [from = ''] = weekDates;
  const week = await loadDays(repositories, locationId, from, weekDates.at(-1) ?? from, ctx.clock());
  const index = new CellIndex(week);
  const writes = new Map<string, CellWrite & { row: Row }>();
  for (const row of rows) {
    const personId = idOfRow.get(row);
    if (personId === undefined) continue;
    for (const cell of row.cells) {
      if (cell.text === '') continue;
      const text = withPosition(cell.text, cell.positionText, week.positions);
      const key = `${personId}|${cell.on}`;
      const before = writes.get(key);
      writes.set(key, {
        personId,
        on: cell.on,
        text: before ? `${before.text}, ${text}` : text,
        seen: [...replaceable(index.at(personId, cell.on))],
        row,
      });
    }
  }
  const list = [...writes.values()];
  const outcomes = await new CellWriter(ctx, repositories, week).write(
    list.map(({ personId, on, text, seen }) => ({ personId, on, text: text.slice(0, longestCell), seen })),
  );
  const kept = list.flatMap((write, place) => {
    const outcome = outcomes[place];
    return outcome?.outcome === 'kept_as_text'
      ? [{ line: write.row.line, name: write.row.name, on: write.on, text: write.text, reason: whyKept(write.text, outcome.message ?? '') }]
      : [];
  });
  const read = list.filter((_, place) => outcomes[place]?.outcome !== 'kept_as_text');
  const entries = read.map((write) => parseEntry(write.text, { positions: week.positions }));
  const shifts = entries.reduce((sum, entry) => sum + (entry.kind === 'shifts' ? entry.shifts.length : 0), 0);
  const timeOff = entries.filter((entry) => entry.kind === 'time_off').length;
  return {
    people: rows.map((row) => previewPerson(row, week.positions)),
    days,
    counts: {
      known: rows.filter((row) => row.match.kind !== 'none').length,
      created: rows.filter((row) => row.match.kind === 'none' && idOfRow.has(row)).length,
      shifts,
      timeOff,
      keptAsText: kept.length,
    },
    unread: kept,
  };
}

/** Characters that a cell of the grid holds. */
const longestCell = 200;

/** Why a text was not read, and that its end is not kept where that is so. */
function whyKept(text: string, reason: string): string {
  return text.length > longestCell ? `${reason} Only its first ${longestCell} characters are kept.`.trim() : reason;
}

function previewPerson(row: Row, positions: Parameters<typeof positionWords.guess>[1]): SheetPreview['people'][number] {
  const person = personOf(row);
  const match = row.match.kind === 'none' ? 'new' : row.match.kind;
  const position = row.positionText === '' ? null : (positionWords.guess(row.positionText, positions)?.name ?? row.positionText);
  return { line: row.line, name: row.name, match, knownAs: person ? displayName(person) : null, position };
}

/** Of several people that fit equally well the first of the practice's order is taken; the preview says so. */
function personOf(row: Row): PersonRow | undefined {
  if (row.match.kind === 'known') return row.match.person;
  return row.match.kind === 'ambiguous' ? row.match.people[0] : undefined;
}

/** A cell that stands under another job than its row gets that job's code, if it can be read at all. */
function withPosition(
  text: string,
  positionText: string | undefined,
  positions: readonly { id: Id; name: string; code: string; colour: ReturnType<typeof colourOf> }[],
): string {
  const position = positionText === undefined ? undefined : positionWords.guess(positionText, positions);
  const entry = parseEntry(text, { positions });
  const [shift, ...more] = entry.kind === 'shifts' ? entry.shifts : [];
  return position && shift && more.length === 0 && shift.positionId === null ? `${text} ${position.code}` : text;
}

const minutesOf = (entry: ReturnType<typeof parseEntry>, meal: Parameters<typeof paidMinutes>[1]): number | null => {
  if (entry.kind === 'shifts') return entry.shifts.reduce((sum, shift) => sum + paidMinutes(shift, meal), 0);
  return entry.kind === 'time_off' && entry.timeOff !== 'off' ? (entry.minutes ?? usualDayMinutes) : null;
};

const usualDayMinutes = 480;

/** What someone works on the sheet is taken for their contract; a mere name works full days whenever the office is open. */
function contractOf(row: Row, minutes: (text: string) => number | null, openWeekdays: ReadonlySet<number>): number[] {
  const contract = [0, 0, 0, 0, 0, 0, 0];
  if (row.cells.every((cell) => cell.text === '')) {
    const fullDays = [1, 2, 3, 4, 5].filter((weekday) => openWeekdays.has(weekday));
    for (const weekday of fullDays) contract[weekday - 1] = usualDayMinutes;
    return contract;
  }
  for (const cell of row.cells) {
    const place = weekdayOf(cell.on) - 1;
    contract[place] = Math.min(1440, (contract[place] ?? 0) + (minutes(cell.text) ?? 0));
  }
  return contract;
}
