import type { MigrationInterface, QueryRunner } from 'typeorm';
import { changeLogTriggers } from '../change-log/triggers.ts';

/** The columns that the change log follows, as this migration made them. */
const logged = ['at', 'actor_id', 'actor_name', 'kind', 'subject_table', 'subject_id', 'detail'];

/** The access record. Its rows are logged like all others, so that they stand in the hash chain, and are never changed. */
export class Audit1764200000000 implements MigrationInterface {
  readonly name = 'Audit1764200000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "audit_entry" ("id" varchar PRIMARY KEY NOT NULL, "at" varchar NOT NULL, "actor_id" varchar NOT NULL, "actor_name" varchar NOT NULL, "kind" varchar NOT NULL, "subject_table" varchar, "subject_id" varchar, "detail" varchar NOT NULL)`,
    );
    await queryRunner.query(`CREATE INDEX "ix_audit_entry_seen" ON "audit_entry" ("actor_id", "kind", "at")`);
    await queryRunner.query(`CREATE INDEX "ix_audit_entry_kind" ON "audit_entry" ("kind")`);
    const [onInsert = ''] = changeLogTriggers('audit_entry', logged);
    await queryRunner.query(onInsert);
    // A row that replaces another one takes it out without the trigger on DELETE.
    await queryRunner.query(
      `CREATE TRIGGER "keep_audit_entry_rows" BEFORE INSERT ON "audit_entry" WHEN EXISTS (SELECT 1 FROM "audit_entry" WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the access record only grows'); END`,
    );
    await queryRunner.query(
      'CREATE TRIGGER "keep_audit_entry" BEFORE DELETE ON "audit_entry" BEGIN SELECT RAISE(ABORT, \'the access record only grows\'); END',
    );
    await queryRunner.query(
      'CREATE TRIGGER "keep_audit_entry_values" BEFORE UPDATE ON "audit_entry" BEGIN SELECT RAISE(ABORT, \'the access record only grows\'); END',
    );
  }

  async down(): Promise<void> {
    throw new Error('The access record is not taken back: restore the copy made before.');
  }
}
