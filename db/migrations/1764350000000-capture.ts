import type { MigrationInterface, QueryRunner } from 'typeorm';
import { changeLogTriggers } from '../change-log/triggers.ts';

/** Notes that were left while nobody was signed in. */
export class Capture1764350000000 implements MigrationInterface {
  readonly name = 'Capture1764350000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "captured_note" (
      "id" varchar PRIMARY KEY NOT NULL,
      "version" integer NOT NULL DEFAULT (1),
      "archived_at" varchar,
      "text" varchar NOT NULL,
      "initials" varchar NOT NULL,
      "captured_at" varchar NOT NULL,
      "handled_at" varchar,
      "handled_by" varchar
    )`);
    await queryRunner.query('CREATE INDEX "ix_captured_note_handled_at" ON "captured_note" ("handled_at")');
    const columns = ['archived_at', 'text', 'initials', 'captured_at', 'handled_at', 'handled_by'];
    for (const trigger of changeLogTriggers('captured_note', columns)) await queryRunner.query(trigger);
  }

  async down(): Promise<void> {
    throw new Error('Notes are not taken back: restore the copy made before.');
  }
}
