import type { MigrationInterface, QueryRunner } from 'typeorm';
import { changeLogTriggers } from '../change-log/triggers.ts';

/** Who may sign in, and the practice's own keys. */
export class Accounts1764100000000 implements MigrationInterface {
  readonly name = 'Accounts1764100000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "account" (
      "id" varchar PRIMARY KEY NOT NULL,
      "version" integer NOT NULL DEFAULT (1),
      "archived_at" varchar,
      "name" varchar NOT NULL,
      "role" varchar NOT NULL,
      "person_id" varchar,
      "deactivated_at" varchar,
      "must_change_passphrase" integer NOT NULL,
      "passphrase_set_at" varchar NOT NULL,
      "pin_set_at" varchar,
      CONSTRAINT "fk_account_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )`);
    await queryRunner.query('CREATE INDEX "ix_account_person" ON "account" ("person_id")');
    await queryRunner.query('CREATE TABLE "account_secret" ("account_id" varchar PRIMARY KEY NOT NULL, "pin_hash" varchar NOT NULL)');
    await queryRunner.query(`CREATE TABLE "practice_secret" (
      "id" integer PRIMARY KEY NOT NULL,
      "capture_private_key" varchar NOT NULL,
      "capture_public_key" varchar NOT NULL,
      "draft_key" varchar NOT NULL
    )`);
    const columns = [
      'archived_at',
      'name',
      'role',
      'person_id',
      'deactivated_at',
      'must_change_passphrase',
      'passphrase_set_at',
      'pin_set_at',
    ];
    for (const trigger of changeLogTriggers('account', columns)) await queryRunner.query(trigger);
  }

  async down(): Promise<void> {
    throw new Error('Accounts are not taken back: restore the copy made before.');
  }
}
