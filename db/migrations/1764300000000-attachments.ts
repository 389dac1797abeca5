import type { MigrationInterface, QueryRunner } from 'typeorm';
import { changeLogTriggers } from '../change-log/triggers.ts';

const statements = [
  `CREATE TABLE "attachment" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "sha256" varchar NOT NULL, "bytes" integer NOT NULL, "media_type" varchar NOT NULL, "extension" varchar NOT NULL, "has_thumbnail" integer NOT NULL)`,
  `CREATE TABLE "attachment_secret" ("attachment_id" varchar PRIMARY KEY NOT NULL, "file_key" varchar NOT NULL)`,
  `CREATE TABLE "attachment_link" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "attachment_id" varchar NOT NULL, "subject_table" varchar NOT NULL, "subject_id" varchar NOT NULL, "name" varchar NOT NULL, "added_at" varchar NOT NULL, "actor_name" varchar NOT NULL, CONSTRAINT "fk_attachment_link_attachment" FOREIGN KEY ("attachment_id") REFERENCES "attachment" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE INDEX "ix_attachment_sha256" ON "attachment" ("sha256")`,
  `CREATE INDEX "ix_attachment_link_subject" ON "attachment_link" ("subject_table", "subject_id")`,
  `CREATE INDEX "ix_attachment_link_attachment" ON "attachment_link" ("attachment_id")`,
];

/** The columns that the change log follows, as this migration made them. */
const logged: Readonly<Record<string, readonly string[]>> = {
  attachment: ['archived_at', 'sha256', 'bytes', 'media_type', 'extension', 'has_thumbnail'],
  attachment_link: ['archived_at', 'attachment_id', 'subject_table', 'subject_id', 'name', 'added_at', 'actor_name'],
};

/** Files that are added to things of the practice. */
export class Attachments1764300000000 implements MigrationInterface {
  readonly name = 'Attachments1764300000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
    for (const [table, columns] of Object.entries(logged)) {
      for (const trigger of changeLogTriggers(table, columns)) await queryRunner.query(trigger);
    }
  }

  async down(): Promise<void> {
    throw new Error('This step is not taken back: restore the copy made before.');
  }
}
