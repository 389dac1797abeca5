import type { ChangeSetRow, ColumnValue, RowRef } from '../../../db/change-log/change-log.repository.ts';
import type { LoggedTable } from '../../../db/change-log/logged-tables.ts';
import type { Repositories } from '../../../db/repositories.ts';
import type { HistoryEntry, HistorySubject } from '../../../preload/contract/history/history.ts';
import { formatDay, weekdayName } from '../../kernel/local-date.ts';
import type { Context } from '../../kernel/trpc.ts';
import { mayWithFiles } from '../attachments/attachments.service.ts';
import { mayShowConfidential } from '../audit/confidential-view.service.ts';
import { holidayWords } from '../practice/practice.view.ts';
import { historyEntries, type ValueWords } from './history.view.ts';

/** Tables whose rows belong to a subject, by the column that names it. */
const parts: Partial<Record<HistorySubject, readonly { table: LoggedTable; column: string }[]>> = {
  person: [
    { table: 'person_position', column: 'person_id' },
    { table: 'pay_rate', column: 'person_id' },
    { table: 'attachment_link', column: 'subject_id' },
  ],
  location: [{ table: 'opening_hours', column: 'location_id' }],
  item: [
    { table: 'item_identifier', column: 'item_id' },
    { table: 'item_pack', column: 'item_id' },
    { table: 'vendor_item', column: 'item_id' },
  ],
};

/** What happened to these things, newest first. Pay and files are left out for those who may not see them. */
export async function listHistory(ctx: Context, subject: HistorySubject, ids: readonly string[]): Promise<HistoryEntry[]> {
  const showsPay = subject === 'person' && seesPay(ctx) && (await mayShowPayOf(ctx, ids));
  return ctx.read(async (repositories) => {
    const { changeLog } = repositories;
    const rows: RowRef[] = ids.map((rowId) => ({ table: subject, rowId }));
    for (const part of parts[subject] ?? []) {
      if (part.table === 'attachment_link' && !mayWithFiles(ctx, 'person', 'see')) continue;
      if (part.table === 'pay_rate' && !showsPay) continue;
      for (const id of ids) {
        const rowIds = await changeLog.rowIdsWhere(part.table, part.column, id);
        rows.push(...rowIds.map((rowId) => ({ table: part.table, rowId })));
        if (part.table !== 'vendor_item') continue;
        for (const vendorItemId of rowIds) {
          const priceIds = await changeLog.rowIdsWhere('pack_price', 'vendor_item_id', vendorItemId);
          rows.push(...priceIds.map((rowId): RowRef => ({ table: 'pack_price', rowId })));
        }
      }
    }
    const changes = await changeLog.changesOfRows(rows);
    const sets = new Map<string, ChangeSetRow>();
    for (const id of new Set(changes.map((change) => change.changeSetId))) {
      const set = await changeLog.findSet(id);
      if (set) sets.set(id, set);
    }
    return historyEntries(changes, sets, await wordsFor(repositories));
  });
}

/** The latest changes of everything, newest first, without their fields. That this computer became known is nobody's change. */
export async function listRecentChanges(ctx: Context, limit: number): Promise<HistoryEntry[]> {
  return ctx.read(async ({ changeLog }) => {
    const sets = (await changeLog.listSets(limit)).filter((set) => set.procedure !== 'device.create');
    return sets.map((set) => ({
      changeSetId: set.id,
      label: set.label,
      actor: set.actorName,
      at: set.at,
      changes: [],
      undone: set.undone,
    }));
  });
}

/** What somebody earned is as confidential as what they earn. */
async function mayShowPayOf(ctx: Context, ids: readonly string[]): Promise<boolean> {
  const names = await ctx.read(async ({ people, changeLog }) => {
    const paid: string[] = [];
    for (const id of ids) if ((await changeLog.rowIdsWhere('pay_rate', 'person_id', id)).length > 0) paid.push(id);
    return people.namesOf(paid);
  });
  for (const { id, givenName, familyName } of names) {
    const detail = `Looked at the pay of ${givenName} ${familyName}`.trimEnd();
    if (!(await mayShowConfidential(ctx, detail, { table: 'person', id }))) return false;
  }
  return true;
}

const seesPay = (ctx: Context): boolean => ctx.actor.role === 'owner' || ctx.actor.role === 'manager';

/** Ids become names, codes become words. */
async function wordsFor({ practice, people, catalogue }: Repositories): Promise<ValueWords> {
  const names = new Map<string, string>();
  for (const location of await practice.listLocations()) names.set(location.id, location.name);
  for (const position of await practice.listPositions()) names.set(position.id, position.name);
  for (const person of await people.list()) names.set(person.id, `${person.givenName} ${person.familyName}`.trim());
  for (const vendor of await catalogue.listVendors()) names.set(vendor.id, vendor.name);
  for (const category of await catalogue.listCategories()) names.set(category.id, category.name);
  return (_table, column, value) => wordOf(column, value, names);
}

const idColumns = new Set(['person_id', 'position_id', 'location_id', 'home_location_id', 'vendor_id', 'category_id']);
const minuteOfDayColumns = new Set(['start_minute', 'meal_start_minute', 'order_by_minute']);
const durationColumns = new Set(['length_minutes', 'minutes', 'meal_minutes', 'meal_after_minutes']);
const yesNoColumns = new Set([
  'exempt',
  'closed_on_holidays',
  'credited',
  'lot_tracked',
  'expiry_tracked',
  'controlled',
  'discontinued',
  'orderable',
]);
const dateColumns = new Set(['on_date', 'active_from', 'active_to', 'effective_on', 'week_on', 'inactive_on', 'ends_on']);
const weekdayColumns = new Set(['weekday', 'week_starts_on', 'workweek_starts_on']);

function wordOf(column: string, value: ColumnValue, names: ReadonlyMap<string, string>): string {
  if (value === null || value === '') return '';
  if (idColumns.has(column)) return names.get(String(value)) ?? 'no longer there';
  if (typeof value === 'number') {
    if (minuteOfDayColumns.has(column)) return `${Math.floor(value / 60)}:${String(value % 60).padStart(2, '0')}`;
    if (durationColumns.has(column) || column.startsWith('contract_minutes')) return `${Math.round((value / 60) * 100) / 100} h`;
    if (yesNoColumns.has(column)) return value === 1 ? 'yes' : 'no';
    if (weekdayColumns.has(column)) return weekdayName(value);
    if (column === 'cents_per_hour' || column === 'cents' || column.endsWith('_cents')) return `$${(value / 100).toFixed(2)}`;
    return String(value);
  }
  if (column === 'order_weekdays') return [...value].map((weekday) => weekdayName(Number(weekday))).join(', ');
  if (column === 'open_holidays') return holidayWords(value);
  if (dateColumns.has(column)) return `${formatDay(value)}, ${value.slice(0, 4)}`;
  return value.replaceAll('_', ' ');
}
