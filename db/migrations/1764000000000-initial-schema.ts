import type { MigrationInterface, QueryRunner } from 'typeorm';
import { changeLogTriggers } from '../change-log/triggers.ts';

const tables = [
  `CREATE TABLE "device" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "letter" varchar NOT NULL)`,
  `CREATE TABLE "device_secret" ("device_id" varchar PRIMARY KEY NOT NULL, "chain_key" varchar NOT NULL)`,
  `CREATE TABLE "change_set" ("id" varchar PRIMARY KEY NOT NULL, "device_id" varchar NOT NULL, "sequence" integer NOT NULL, "logical_clock" varchar NOT NULL, "actor_id" varchar NOT NULL, "actor_name" varchar NOT NULL, "procedure" varchar NOT NULL, "label" varchar NOT NULL, "at" varchar NOT NULL, "undoes_id" varchar, "hash" varchar NOT NULL)`,
  `CREATE TABLE "change_log" ("sequence" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "change_set_id" varchar NOT NULL, "table_name" varchar NOT NULL, "row_id" varchar NOT NULL, "column_name" varchar, "value" text NOT NULL, "replaced_change_set_id" varchar)`,
  `CREATE TABLE "current_change_set" ("id" integer PRIMARY KEY NOT NULL, "change_set_id" varchar)`,
  `CREATE TABLE "practice" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "name" varchar NOT NULL, "time_zone" varchar NOT NULL, "week_starts_on" integer NOT NULL, "workweek_starts_on" integer NOT NULL, "clock" varchar NOT NULL, "paper" varchar NOT NULL, "meal_after_minutes" integer NOT NULL, "meal_minutes" integer NOT NULL, "meal_start_minute" integer NOT NULL, "closed_on_holidays" integer NOT NULL)`,
  `CREATE TABLE "location" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "name" varchar NOT NULL, "time_zone" varchar NOT NULL, "sort_order" integer NOT NULL)`,
  `CREATE TABLE "opening_hours" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "location_id" varchar NOT NULL, "weekday" integer NOT NULL, "start_minute" integer NOT NULL, "length_minutes" integer NOT NULL, CONSTRAINT "fk_opening_hours_location" FOREIGN KEY ("location_id") REFERENCES "location" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "closure" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "on_date" varchar NOT NULL, "name" varchar NOT NULL, "location_id" varchar, "credited" integer NOT NULL, CONSTRAINT "fk_closure_location" FOREIGN KEY ("location_id") REFERENCES "location" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "position" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "name" varchar NOT NULL, "code" varchar NOT NULL, "colour" varchar NOT NULL, "sort_order" integer NOT NULL)`,
  `CREATE TABLE "person" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "given_name" varchar NOT NULL, "family_name" varchar NOT NULL, "nickname" varchar NOT NULL, "employment_class" varchar NOT NULL, "exempt" integer NOT NULL, "phone" varchar NOT NULL, "home_location_id" varchar, "contract_minutes_1" integer NOT NULL, "contract_minutes_2" integer NOT NULL, "contract_minutes_3" integer NOT NULL, "contract_minutes_4" integer NOT NULL, "contract_minutes_5" integer NOT NULL, "contract_minutes_6" integer NOT NULL, "contract_minutes_7" integer NOT NULL, "active_from" varchar, "active_to" varchar, "sort_order" integer NOT NULL, CONSTRAINT "fk_person_home_location" FOREIGN KEY ("home_location_id") REFERENCES "location" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "person_position" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "person_id" varchar NOT NULL, "position_id" varchar NOT NULL, "level" varchar NOT NULL, CONSTRAINT "fk_person_position_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_person_position_position" FOREIGN KEY ("position_id") REFERENCES "position" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "pay_rate" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "person_id" varchar NOT NULL, "effective_on" varchar NOT NULL, "cents_per_hour" integer NOT NULL, CONSTRAINT "fk_pay_rate_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "shift" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "location_id" varchar NOT NULL, "person_id" varchar, "position_id" varchar NOT NULL, "on_date" varchar NOT NULL, "start_minute" integer NOT NULL, "length_minutes" integer NOT NULL, "meal_minutes" integer, "meal_start_minute" integer, "note" varchar NOT NULL, CONSTRAINT "fk_shift_location" FOREIGN KEY ("location_id") REFERENCES "location" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_shift_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_shift_position" FOREIGN KEY ("position_id") REFERENCES "position" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "time_off" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "person_id" varchar NOT NULL, "on_date" varchar NOT NULL, "kind" varchar NOT NULL, "minutes" integer, CONSTRAINT "fk_time_off_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "unread_entry" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "location_id" varchar NOT NULL, "person_id" varchar, "on_date" varchar NOT NULL, "text" varchar NOT NULL, "reason" varchar NOT NULL, CONSTRAINT "fk_unread_entry_location" FOREIGN KEY ("location_id") REFERENCES "location" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_unread_entry_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "coverage_requirement" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "location_id" varchar NOT NULL, "position_id" varchar NOT NULL, "weekday" integer NOT NULL, "start_minute" integer NOT NULL, "length_minutes" integer NOT NULL, "minimum" integer NOT NULL, CONSTRAINT "fk_coverage_requirement_location" FOREIGN KEY ("location_id") REFERENCES "location" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_coverage_requirement_position" FOREIGN KEY ("position_id") REFERENCES "position" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "schedule_publication" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "location_id" varchar NOT NULL, "week_on" varchar NOT NULL, "number" integer NOT NULL, "letter" varchar NOT NULL, "published_at" varchar NOT NULL, "actor_name" varchar NOT NULL, "contents" text NOT NULL, CONSTRAINT "fk_schedule_publication_location" FOREIGN KEY ("location_id") REFERENCES "location" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "week_note" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "location_id" varchar NOT NULL, "week_on" varchar NOT NULL, "note" varchar NOT NULL, CONSTRAINT "fk_week_note_location" FOREIGN KEY ("location_id") REFERENCES "location" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
];

const indexes = [
  `CREATE INDEX "ix_change_set_sequence" ON "change_set" ("device_id", "sequence")`,
  `CREATE INDEX "ix_change_log_set" ON "change_log" ("change_set_id")`,
  `CREATE INDEX "ix_change_log_row" ON "change_log" ("table_name", "row_id")`,
  `CREATE INDEX "ix_opening_hours_location" ON "opening_hours" ("location_id")`,
  `CREATE INDEX "ix_closure_on" ON "closure" ("on_date")`,
  `CREATE INDEX "ix_person_family_name" ON "person" ("family_name")`,
  `CREATE INDEX "ix_person_position_person" ON "person_position" ("person_id")`,
  `CREATE INDEX "ix_pay_rate_person" ON "pay_rate" ("person_id")`,
  `CREATE INDEX "ix_coverage_requirement_location" ON "coverage_requirement" ("location_id")`,
  `CREATE INDEX "ix_schedule_publication_week" ON "schedule_publication" ("location_id", "week_on")`,
  `CREATE INDEX "ix_week_note_week" ON "week_note" ("location_id", "week_on")`,
  `CREATE INDEX "ix_shift_person_on" ON "shift" ("person_id", "on_date")`,
  `CREATE INDEX "ix_shift_on" ON "shift" ("on_date", "location_id")`,
  `CREATE INDEX "ix_time_off_on" ON "time_off" ("on_date")`,
  `CREATE INDEX "ix_unread_entry_on" ON "unread_entry" ("on_date")`,
];

/** The columns that the change log follows, as this migration made them. */
const logged: Readonly<Record<string, readonly string[]>> = {
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
  week_note: ['archived_at', 'location_id', 'week_on', 'note'],
};

/** The first schema: practice, people, rostering and the change log. */
export class InitialSchema1764000000000 implements MigrationInterface {
  readonly name = 'InitialSchema1764000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...indexes]) await queryRunner.query(statement);
    await queryRunner.query('INSERT INTO current_change_set (id, change_set_id) VALUES (1, NULL)');
    await queryRunner.query(
      'CREATE TRIGGER "keep_change_log" BEFORE DELETE ON "change_log" BEGIN SELECT RAISE(ABORT, \'the change log only grows\'); END',
    );
    await queryRunner.query(
      'CREATE TRIGGER "keep_change_log_values" BEFORE UPDATE ON "change_log" BEGIN SELECT RAISE(ABORT, \'the change log only grows\'); END',
    );
    await queryRunner.query(
      'CREATE TRIGGER "keep_change_set" BEFORE DELETE ON "change_set" BEGIN SELECT RAISE(ABORT, \'the change log only grows\'); END',
    );
    for (const [table, columns] of Object.entries(logged)) {
      for (const trigger of changeLogTriggers(table, columns)) await queryRunner.query(trigger);
    }
  }

  async down(): Promise<void> {
    throw new Error('The first schema is not taken back: restore the copy made before.');
  }
}
