import type { ChangeSetRow, ColumnValue, LoggedChange } from '../../../db/change-log/change-log.repository.ts';
import type { LoggedTable } from '../../../db/change-log/logged-tables.ts';
import type { HistoryChange, HistoryEntry } from '../../../preload/contract/history/history.ts';

/** Texts for values that are ids or codes: `person_id` -> name. */
export type ValueWords = (table: LoggedTable, column: string, value: ColumnValue) => string;

const hidden = new Set([
  'archived_at',
  'sort_order',
  'contents',
  'letter',
  'person_id/person_position',
  'person_id/pay_rate',
  'attachment_id',
  'subject_table',
  'subject_id',
  'added_at',
  'actor_name/attachment_link',
  'item_id/item_identifier',
  'item_id/vendor_item',
  'item_id/item_pack',
  'vendor_item_id',
  'item_pack_id',
]);

const fieldWords: Readonly<Record<string, string>> = {
  on_date: 'Day',
  start_minute: 'Starts',
  length_minutes: 'Length',
  meal_minutes: 'Unpaid meal',
  meal_start_minute: 'Meal at',
  person_id: 'Person',
  position_id: 'Position',
  location_id: 'Location',
  home_location_id: 'Location',
  note: 'Note',
  text: 'Text',
  reason: 'Why it could not be read',
  kind: 'Time off',
  minutes: 'Hours',
  given_name: 'First name',
  family_name: 'Last name',
  nickname: 'Nickname',
  employment_class: 'Class',
  exempt: 'Exempt from overtime',
  phone: 'Phone',
  active_from: 'Works from',
  active_to: 'Works until',
  contract_minutes_1: 'Monday hours',
  contract_minutes_2: 'Tuesday hours',
  contract_minutes_3: 'Wednesday hours',
  contract_minutes_4: 'Thursday hours',
  contract_minutes_5: 'Friday hours',
  contract_minutes_6: 'Saturday hours',
  contract_minutes_7: 'Sunday hours',
  level: 'Level',
  effective_on: 'From',
  cents_per_hour: 'Pay per hour',
  name: 'Name',
  'name/attachment_link': 'File',
  code: 'Code',
  colour: 'Colour',
  time_zone: 'Time zone',
  week_starts_on: 'Week starts on',
  workweek_starts_on: 'Overtime week starts on',
  clock: 'Clock',
  paper: 'Paper',
  meal_after_minutes: 'Meal when longer than',
  closed_on_holidays: 'Closed on holidays',
  open_holidays: 'Open on',
  credited: 'Counts as paid',
  weekday: 'Weekday',
  minimum: 'At least',
  week_on: 'Week',
  number: 'Number',
  published_at: 'Published',
  actor_name: 'By',
  'code/item_pack': 'Pack',
  'kind/pack_price': 'Kind of price',
  'vendor_name/vendor_item': 'Vendor calls it',
  base_unit: 'Counted as',
  base_units: 'Holds',
  category_id: 'Category',
  service_class: 'Importance',
  storage_class: 'Kept',
  lot_tracked: 'Lot asked for',
  expiry_tracked: 'Expiry asked for',
  controlled: 'Controlled substance',
  days_after_opening: 'Days after opening',
  inactive_on: 'No longer bought from',
  scheme: 'Kind of code',
  value: 'Code',
  vendor_id: 'Vendor',
  vendor_number: 'Vendor number',
  manufacturer: 'Made by',
  manufacturer_number: 'Maker’s number',
  preference: 'Bought here',
  discontinued: 'No longer sold',
  orderable: 'Can be ordered',
  minimum_packs: 'From so many packs',
  cents: 'Price',
  ends_on: 'Until',
  source: 'From where',
  account_number: 'Account number',
  contact_name: 'Contact',
  email: 'E-mail',
  website: 'Website',
  order_weekdays: 'Order days',
  order_by_minute: 'Order by',
  lead_time_days: 'Arrives after',
  minimum_order_cents: 'Smallest order',
  minimum_policy: 'Below the smallest order',
  minimum_surcharge_cents: 'Small orders cost more',
  free_freight_cents: 'Free freight from',
  freight_fee_cents: 'Freight',
  gl_account: 'Account in the books',
};

/** The history of some rows, newest first: per change set what each field was and became. */
export function historyEntries(
  changes: readonly LoggedChange[],
  sets: ReadonlyMap<string, ChangeSetRow>,
  words: ValueWords,
): HistoryEntry[] {
  const known = new Map<string, ColumnValue>();
  const entries = new Map<string, HistoryChange[]>();
  for (const change of changes) {
    const list = entries.get(change.changeSetId) ?? [];
    entries.set(change.changeSetId, list);
    for (const [column, value] of Object.entries(change.values)) {
      const key = `${change.table}/${change.rowId}/${column}`;
      const before = known.get(key) ?? null;
      known.set(key, value);
      if (hidden.has(column) || hidden.has(`${column}/${change.table}`)) continue;
      const to = words(change.table, column, value);
      const from = change.column === null ? '' : words(change.table, column, before);
      if (change.column === null && to === '') continue;
      list.push({ field: fieldWords[`${column}/${change.table}`] ?? fieldWords[column] ?? column, from, to });
    }
  }
  return [...entries].toReversed().flatMap(([changeSetId, list]) => {
    const set = sets.get(changeSetId);
    return set ? [{ changeSetId, label: set.label, actor: set.actorName, at: set.at, changes: list, undone: set.undone }] : [];
  });
}
