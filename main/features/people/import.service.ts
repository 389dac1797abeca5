import { setImmediate as nextTurn } from 'node:timers/promises';
import type { z } from 'zod';
import type { Repositories } from '../../../db/repositories.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { ChangeSetRef, Id } from '../../../preload/contract/shared/primitives.ts';
import type {
  ColumnMapping,
  DateOrder,
  ImportColumn,
  ImportCounts,
  ImportPreview,
  importCommitInput,
  importInput,
} from '../../../preload/contract/people/people.ts';
import { localDateAt } from '../../kernel/local-date.ts';
import type { Report } from '../../kernel/progress.ts';
import { readTableSource } from '../../kernel/table-source.ts';
import type { Table } from '../../kernel/table/table.ts';
import type { Context } from '../../kernel/trpc.ts';
import { mayShowConfidential } from '../audit/confidential-view.service.ts';
import { positionWords } from '../practice/practice.service.ts';
import { colourOf } from '../practice/practice.view.ts';
import { guessMapping } from './domain/guess-mapping.ts';
import { planPeopleImport, type PeopleImportPlan, type PersonDraft } from './domain/plan-import.ts';
import { seesPay } from './pay-rates.service.ts';
import { personColumns, replacePositions } from './people.service.ts';
import { personFieldsOf } from './people.view.ts';

export interface ImportResult {
  readonly changeSet: ChangeSetRef | null;
  readonly counts: ImportCounts;
}

interface Planned {
  readonly plan: PeopleImportPlan;
  readonly columns: readonly ImportColumn[];
  readonly mapping: ColumnMapping;
}

const payLook = 'Looked at pay in the preview of an import';

/** What an import would do, row by row; changes nothing. */
export async function previewImport(ctx: Context, input: z.output<typeof importInput>): Promise<ImportPreview> {
  const table = await readTableSource(ctx.files, input.source);
  const { plan, columns, mapping } = await ctx.read((repositories) => planImport(ctx, repositories, table, input));
  // Beside what the list says stands what people earn now.
  if (plan.drafts.some(({ existingId, payRate }) => existingId !== undefined && payRate) && !(await mayShowConfidential(ctx, payLook))) {
    throw new AppError('unavailable', 'Pay is shown only when that can be written into the access record. Look whether the disk is full.');
  }
  return { columns, mapping, dateOrder: plan.dateOrder, rows: plan.rows, counts: plan.counts };
}

/**
 * Imports people, all or nothing, as one change. Refused rows refuse the import unless `skipRefused` is set.
 * Aborting `signal` takes everything back.
 */
export async function commitImport(
  ctx: Context,
  input: z.output<typeof importCommitInput>,
  report: Report,
  signal: AbortSignal,
): Promise<ImportResult> {
  const table = await readTableSource(ctx.files, input.source);
  const { result, changeSet } = await ctx.write(labelOf, async (repositories) => {
    const { plan } = await planImport(ctx, repositories, table, input);
    refuseRefused(plan, input.skipRefused);
    await savePlan(ctx, repositories, plan, report, signal);
    return plan.counts;
  });
  return { changeSet, counts: result };
}

const countPeople = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

function labelOf({ create, change }: ImportCounts): string {
  if (change === 0) return `Import ${countPeople(create)}`;
  return create === 0 ? `Change ${countPeople(change)} by import` : `Import ${countPeople(create)}, change ${change}`;
}

function refuseRefused({ counts, rows }: PeopleImportPlan, skip: boolean): void {
  if (counts.refuse === 0 || skip) return;
  const first = rows.find((row) => row.outcome === 'refuse');
  const count = counts.refuse === 1 ? 'One row' : `${counts.refuse} rows`;
  throw new AppError(
    'rule_violation',
    `${count} cannot be imported, the first in line ${first?.line}: ${first?.reasons[0]} Correct them, or import the others only.`,
    {
      rule: 'import.refused_rows',
    },
  );
}

async function planImport(
  ctx: Context,
  repositories: Repositories,
  table: Table,
  input: { mapping?: ColumnMapping | undefined; dateOrder?: DateOrder | undefined },
): Promise<Planned> {
  const { practice, people } = repositories;
  const settings = await practice.find();
  if (!settings) throw new AppError('not_found', 'The practice is not set up yet. Name it first.');
  const positions = (await practice.listPositions()).map((row) => ({ ...row, colour: colourOf(row.colour) }));
  const locations = await practice.listLocations();
  const names = new Set(locations.map((location) => location.name.toLowerCase()));
  const guessed = guessMapping(
    table,
    {
      isPosition: (text) => positionWords.guess(text, positions) !== undefined,
      isLocation: (text) => names.has(text.trim().toLowerCase()),
    },
    input.mapping ?? {},
  );
  if (!guessed.ok) throw new AppError('invalid_input', guessed.message, { fields: { mapping: guessed.message } });
  const rates = seesPay(ctx) ? Map.groupBy(await people.listPayRates(), (rate) => rate.personId) : new Map<Id, never[]>();
  const plan = planPeopleImport({
    table,
    firstRow: guessed.firstRow,
    mapping: guessed.mapping,
    dateOrder: input.dateOrder,
    existing: (await people.list()).map((row) => ({ id: row.id, ...personFieldsOf(row), payRates: rates.get(row.id) ?? [] })),
    positions,
    positionWords,
    locations,
    openWeekdays: fullDays(await practice.listOpeningHours()),
    today: localDateAt(ctx.clock(), settings.timeZone),
  });
  return { plan, columns: guessed.columns, mapping: guessed.mapping };
}

/** Weekdays that are open for more than five hours anywhere; all open ones where there is none: a half Saturday is not a day of every contract. */
function fullDays(openings: readonly { readonly weekday: number; readonly locationId: Id; readonly lengthMinutes: number }[]): number[] {
  const minutes = new Map<string, number>();
  for (const opening of openings) {
    const key = `${opening.weekday}/${opening.locationId}`;
    minutes.set(key, (minutes.get(key) ?? 0) + opening.lengthMinutes);
  }
  const long = openings.filter((opening) => (minutes.get(`${opening.weekday}/${opening.locationId}`) ?? 0) > 300);
  return [...new Set((long.length > 0 ? long : openings).map((opening) => opening.weekday))];
}

/** Rows written before the progress is told and a cancel is heard. */
const batch = 500;

async function savePlan(
  ctx: Context,
  repositories: Repositories,
  plan: PeopleImportPlan,
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  const positionIds = await addPositions(ctx, repositories, plan);
  const created = plan.drafts.filter((draft) => draft.existingId === undefined);
  const changed = plan.drafts.filter((draft) => draft.existingId !== undefined);
  const last = (await repositories.people.list()).at(-1)?.sortOrder ?? -1;
  for (let start = 0; start < created.length; start += batch) {
    await insertPeople(ctx, repositories, created.slice(start, start + batch), positionIds, last + 1 + start);
    await pause(start + batch, plan.drafts.length, report, signal);
  }
  for (const [index, draft] of changed.entries()) {
    await changePerson(ctx, repositories, draft, positionIds);
    if (index % batch === batch - 1) await pause(created.length + index, plan.drafts.length, report, signal);
  }
  await pause(plan.drafts.length, plan.drafts.length, report, signal);
}

async function pause(done: number, total: number, report: Report, signal: AbortSignal): Promise<void> {
  report(Math.min(done, total), total);
  await nextTurn();
  if (signal.aborted) throw new AppError('unavailable', 'The import was cancelled; nothing was changed.');
}

async function addPositions(
  ctx: Context,
  { practice }: Repositories,
  { newPositions }: PeopleImportPlan,
): Promise<ReadonlyMap<string, Id>> {
  const count = (await practice.listPositions()).length;
  const rows = newPositions.map((position, index) => ({ id: ctx.newId(), ...position, sortOrder: count + index }));
  await practice.positions.insert(rows);
  return new Map(rows.map((row) => [row.name, row.id]));
}

/** The draft's positions with the ids that the new ones got. */
function positionsOf({ person, newPositions }: PersonDraft, positionIds: ReadonlyMap<string, Id>) {
  const made = newPositions.flatMap(({ name, level }) => {
    const positionId = positionIds.get(name);
    return positionId === undefined ? [] : [{ positionId, level }];
  });
  return [...person.positions, ...made];
}

async function insertPeople(
  ctx: Context,
  { people }: Repositories,
  drafts: readonly PersonDraft[],
  positionIds: ReadonlyMap<string, Id>,
  firstSortOrder: number,
): Promise<void> {
  const rows = drafts.map((draft, index) => ({ draft, id: ctx.newId(), sortOrder: firstSortOrder + index }));
  await people.people.insert(rows.map(({ draft, id, sortOrder }) => ({ id, ...personColumns(draft.person), sortOrder })));
  await people.positions.insert(
    rows.flatMap(({ draft, id }) => positionsOf(draft, positionIds).map((position) => ({ id: ctx.newId(), personId: id, ...position }))),
  );
  await people.payRates.insert(
    rows.flatMap(({ draft, id }) => (draft.payRate ? [{ id: ctx.newId(), personId: id, ...draft.payRate }] : [])),
  );
}

async function changePerson(
  ctx: Context,
  repositories: Repositories,
  draft: PersonDraft,
  positionIds: ReadonlyMap<string, Id>,
): Promise<void> {
  const { people } = repositories;
  const row = draft.existingId === undefined ? undefined : await people.find(draft.existingId);
  if (!row) return;
  const person = { ...draft.person, positions: positionsOf(draft, positionIds) };
  await people.people.update(row, personColumns(person));
  await replacePositions(ctx, repositories, row, person);
  const { payRate } = draft;
  if (!payRate) return;
  const sameDay = (await people.listPayRates(row.id)).find((rate) => rate.effectiveOn === payRate.effectiveOn);
  if (sameDay) await people.payRates.update(sameDay, payRate);
  else await people.payRates.insert([{ id: ctx.newId(), personId: row.id, ...payRate }]);
}

export interface StaffListPlan extends Pick<PeopleImportPlan, 'rows' | 'counts'> {
  /** Headings of the columns that no field is filled from. */
  readonly unreadColumns: readonly string[];
}

/**
 * A staff list with headings, put in within a unit of work that does more; undefined when it has none.
 * Rows that cannot be taken are left out; the plan names each with its reasons.
 */
export async function putStaffList(ctx: Context, repositories: Repositories, table: Table): Promise<StaffListPlan | undefined> {
  const guessed = guessMapping(table, { isPosition: () => false, isLocation: () => false });
  if (!guessed.ok || !guessed.hasHeader) return undefined;
  const { plan, columns, mapping } = await planImport(ctx, repositories, table, {});
  await savePlan(ctx, repositories, plan, () => {}, new AbortController().signal);
  const taken = new Set<number | null>(Object.values(mapping));
  const unread = columns.filter(({ index, samples }) => !taken.has(index) && samples.length > 0);
  return { rows: plan.rows, counts: plan.counts, unreadColumns: unread.map(({ header }) => header) };
}
