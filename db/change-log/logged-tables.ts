import { suppliesTables } from '../supplies/supplies-tables.ts';

/**
 * The tables whose writes land in the change log, with their columns apart from `id` and `version`.
 * `version` is derived: it moves with every write and says nothing of its own.
 */
export const loggedTables = {
  device: ['archived_at', 'letter'],
  practice: [
    'archived_at',
    'name',
    'time_zone',
    'week_starts_on',
    'workweek_starts_on',
    'clock',
    'paper',
    'meal_after_minutes',
    'meal_minutes',
    'meal_start_minute',
    'closed_on_holidays',
    'open_holidays',
  ],
  location: ['archived_at', 'name', 'time_zone', 'sort_order'],
  opening_hours: ['archived_at', 'location_id', 'weekday', 'start_minute', 'length_minutes'],
  closure: ['archived_at', 'on_date', 'name', 'location_id', 'credited'],
  position: ['archived_at', 'name', 'code', 'colour', 'sort_order'],
  person: [
    'archived_at',
    'given_name',
    'family_name',
    'nickname',
    'employment_class',
    'exempt',
    'phone',
    'home_location_id',
    'contract_minutes_1',
    'contract_minutes_2',
    'contract_minutes_3',
    'contract_minutes_4',
    'contract_minutes_5',
    'contract_minutes_6',
    'contract_minutes_7',
    'active_from',
    'active_to',
    'sort_order',
  ],
  person_position: ['archived_at', 'person_id', 'position_id', 'level'],
  pay_rate: ['archived_at', 'person_id', 'effective_on', 'cents_per_hour'],
  shift: [
    'archived_at',
    'location_id',
    'person_id',
    'position_id',
    'on_date',
    'start_minute',
    'length_minutes',
    'meal_minutes',
    'meal_start_minute',
    'note',
  ],
  time_off: ['archived_at', 'person_id', 'on_date', 'kind', 'minutes'],
  unread_entry: ['archived_at', 'location_id', 'person_id', 'on_date', 'text', 'reason'],
  coverage_requirement: ['archived_at', 'location_id', 'position_id', 'weekday', 'start_minute', 'length_minutes', 'minimum'],
  schedule_publication: ['archived_at', 'location_id', 'week_on', 'number', 'letter', 'published_at', 'actor_name', 'contents'],
  account: ['archived_at', 'name', 'role', 'person_id', 'deactivated_at', 'must_change_passphrase', 'passphrase_set_at', 'pin_set_at'],
  captured_note: ['archived_at', 'text', 'initials', 'captured_at', 'handled_at', 'handled_by'],
  week_note: ['archived_at', 'location_id', 'week_on', 'note'],
  attachment: ['archived_at', 'sha256', 'bytes', 'media_type', 'extension', 'has_thumbnail'],
  attachment_link: ['archived_at', 'attachment_id', 'subject_table', 'subject_id', 'name', 'added_at', 'actor_name'],
  ...suppliesTables,
} as const satisfies Record<string, readonly string[]>;

/**
 * Tables whose rows land in the change log when they are added, with their columns apart from `id`, and are never changed after.
 * They can neither be undone nor belong to the state of the practice: what happened has happened.
 */
export const appendOnlyTables = {
  audit_entry: ['at', 'actor_id', 'actor_name', 'kind', 'subject_table', 'subject_id', 'detail'],
} as const satisfies Record<string, readonly string[]>;

export const isAppendOnlyTable = (name: string): boolean => Object.hasOwn(appendOnlyTables, name);

export type LoggedTable = keyof typeof loggedTables;

export const isLoggedTable = (name: string): name is LoggedTable => Object.hasOwn(loggedTables, name);
