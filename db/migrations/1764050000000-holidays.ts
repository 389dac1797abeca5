import type { MigrationInterface, QueryRunner } from 'typeorm';
import { changeLogTriggers } from '../change-log/triggers.ts';

/** The columns that the change log follows from here on, as this migration made them. */
const logged = [
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
];

/** Federal holidays on which a practice is open. Null is none, which is also what an undo finds in a log that did not know the column. */
export class Holidays1764050000000 implements MigrationInterface {
  readonly name = 'Holidays1764050000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "practice" ADD COLUMN "open_holidays" varchar');
    for (const trigger of ['log_practice_insert', 'log_practice_update', 'keep_practice']) {
      await queryRunner.query(`DROP TRIGGER "${trigger}"`);
    }
    for (const trigger of changeLogTriggers('practice', logged)) await queryRunner.query(trigger);
  }

  async down(): Promise<void> {
    throw new Error('The holidays are not taken back: restore the copy made before.');
  }
}
