import { z } from 'zod';
import type { LoggedTable } from '../../../db/change-log/logged-tables.ts';
import { subjectKinds } from '../../../preload/contract/attachments/attachments.ts';
import { longestNote } from '../../../preload/contract/capture/capture.ts';
import { employmentClasses, positionLevels } from '../../../preload/contract/people/people.ts';
import { clockFormats, papers, positionColours, timeZone } from '../../../preload/contract/practice/practice.ts';
import { timeOffKinds } from '../../../preload/contract/rostering/rostering.ts';
import { id, localDate, minuteOfDay, weekday } from '../../../preload/contract/shared/primitives.ts';
import { instant, order, row, text, yesNo, type RowSchema } from './row-schema.ts';
import { suppliesRowSchemas } from './supplies-row-schemas.ts';

/** As they are cleaned when they are added. */
const fileName = z.string().regex(/^[^/\\:*?"<>|\p{Cc}\p{Cf}]{1,120}$/u);
const minutes = z.int().min(0).max(10_080);

/**
 * What a row of each content table may hold, by its column names: an export is read as strictly as any other input.
 * A table without a line here cannot be brought in; a test compares them with the tables.
 */
export const rowSchemas: Partial<Record<LoggedTable, RowSchema>> = {
  practice: row({
    name: text(),
    time_zone: timeZone,
    week_starts_on: weekday,
    workweek_starts_on: weekday,
    clock: z.enum(clockFormats),
    paper: z.enum(papers),
    meal_after_minutes: minutes,
    meal_minutes: minutes,
    meal_start_minute: minuteOfDay,
    closed_on_holidays: yesNo,
    open_holidays: text(1000).nullable(),
  }),
  location: row({ name: text(), time_zone: timeZone, sort_order: order }),
  opening_hours: row({ location_id: id, weekday, start_minute: minuteOfDay, length_minutes: minutes }),
  closure: row({ on_date: localDate, name: text(), location_id: id.nullable(), credited: yesNo }),
  position: row({ name: text(), code: z.string().regex(/^[A-Z]{2}$/), colour: z.enum(positionColours), sort_order: order }),
  person: row({
    given_name: text(),
    family_name: text(),
    nickname: text(),
    employment_class: z.enum(employmentClasses),
    exempt: yesNo,
    phone: text(),
    home_location_id: id.nullable(),
    contract_minutes_1: minutes,
    contract_minutes_2: minutes,
    contract_minutes_3: minutes,
    contract_minutes_4: minutes,
    contract_minutes_5: minutes,
    contract_minutes_6: minutes,
    contract_minutes_7: minutes,
    active_from: localDate.nullable(),
    active_to: localDate.nullable(),
    sort_order: order,
  }),
  person_position: row({ person_id: id, position_id: id, level: z.enum(positionLevels) }),
  pay_rate: row({ person_id: id, effective_on: localDate, cents_per_hour: z.int().min(0).max(10_000_000) }),
  shift: row({
    location_id: id,
    person_id: id.nullable(),
    position_id: id,
    on_date: localDate,
    start_minute: minuteOfDay,
    length_minutes: minutes,
    meal_minutes: minutes.nullable(),
    meal_start_minute: minuteOfDay.nullable(),
    note: text(2000),
  }),
  time_off: row({ person_id: id, on_date: localDate, kind: z.enum(timeOffKinds), minutes: minutes.nullable() }),
  unread_entry: row({ location_id: id, person_id: id.nullable(), on_date: localDate, text: text(40_000), reason: text(2000) }),
  coverage_requirement: row({
    location_id: id,
    position_id: id,
    weekday,
    start_minute: minuteOfDay,
    length_minutes: minutes,
    minimum: z.int().min(0).max(1000),
  }),
  schedule_publication: row({
    location_id: id,
    week_on: localDate,
    number: z.int().min(1).max(1_000_000),
    letter: text(4),
    published_at: instant,
    actor_name: text(),
    contents: text(4_000_000),
  }),
  week_note: row({ location_id: id, week_on: localDate, note: text(2000) }),
  captured_note: row({
    text: text(longestNote),
    initials: text(20),
    captured_at: instant,
    handled_at: instant.nullable(),
    handled_by: text().nullable(),
  }),
  attachment: row({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.int().min(1),
    media_type: text(),
    extension: z.string().regex(/^[a-z]{2,5}$/),
    has_thumbnail: yesNo,
  }),
  attachment_link: row({
    attachment_id: id,
    subject_table: z.enum(subjectKinds),
    subject_id: id,
    name: fileName,
    added_at: instant,
    actor_name: text(),
  }),
  ...suppliesRowSchemas,
};
