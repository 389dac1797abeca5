import type { MigrationInterface, QueryRunner } from 'typeorm';
import { changeLogTriggers } from '../change-log/triggers.ts';

const tables = [
  `CREATE TABLE "storage_place" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "location_id" varchar NOT NULL, "parent_id" varchar, "name" varchar NOT NULL, "scan_code" varchar NOT NULL, "sort_order" integer NOT NULL, CONSTRAINT "fk_storage_place_location" FOREIGN KEY ("location_id") REFERENCES "location" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_storage_place_parent" FOREIGN KEY ("parent_id") REFERENCES "storage_place" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "item_place" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "item_id" varchar NOT NULL, "storage_place_id" varchar NOT NULL, "sort_order" integer NOT NULL, CONSTRAINT "fk_item_place_item" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_item_place_storage_place" FOREIGN KEY ("storage_place_id") REFERENCES "storage_place" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "stock_level" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "item_id" varchar NOT NULL, "storage_place_id" varchar, "reorder_point" integer NOT NULL, "par" integer NOT NULL, "never_exceed" integer NOT NULL, "origin" varchar NOT NULL, CONSTRAINT "fk_stock_level_item" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_stock_level_storage_place" FOREIGN KEY ("storage_place_id") REFERENCES "storage_place" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "lot" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "item_id" varchar NOT NULL, "number" varchar NOT NULL, "expires_on" varchar, "funding" varchar NOT NULL, "manufacturer" varchar NOT NULL, "quarantined_at" varchar, "quarantine_reason" varchar NOT NULL, CONSTRAINT "fk_lot_item" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "stock_movement" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "item_id" varchar NOT NULL, "storage_place_id" varchar NOT NULL, "lot_id" varchar, "kind" varchar NOT NULL, "quantity" integer NOT NULL, "reason" varchar NOT NULL, "moved_at" varchar NOT NULL, "actor_name" varchar NOT NULL, "transfer_id" varchar, "reverses_id" varchar, "subject_table" varchar, "subject_id" varchar, "value_cents" integer, "note" varchar NOT NULL, CONSTRAINT "fk_stock_movement_item" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_stock_movement_storage_place" FOREIGN KEY ("storage_place_id") REFERENCES "storage_place" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_stock_movement_lot" FOREIGN KEY ("lot_id") REFERENCES "lot" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_stock_movement_reverses" FOREIGN KEY ("reverses_id") REFERENCES "stock_movement" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "stock_count" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "storage_place_id" varchar NOT NULL, "number" integer NOT NULL, "letter" varchar NOT NULL, "blind" integer NOT NULL, "status" varchar NOT NULL, "started_at" varchar NOT NULL, "started_by" varchar NOT NULL, "posted_at" varchar, "posted_by" varchar NOT NULL, "note" varchar NOT NULL, CONSTRAINT "fk_stock_count_storage_place" FOREIGN KEY ("storage_place_id") REFERENCES "storage_place" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "stock_count_line" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "stock_count_id" varchar NOT NULL, "item_id" varchar NOT NULL, "storage_place_id" varchar NOT NULL, "lot_id" varchar, "expected" integer NOT NULL, "counted" integer, "typed" varchar NOT NULL, "skipped" integer NOT NULL, "note" varchar NOT NULL, "counted_at" varchar, "counted_by" varchar NOT NULL, CONSTRAINT "fk_stock_count_line_stock_count" FOREIGN KEY ("stock_count_id") REFERENCES "stock_count" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_stock_count_line_item" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_stock_count_line_storage_place" FOREIGN KEY ("storage_place_id") REFERENCES "storage_place" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_stock_count_line_lot" FOREIGN KEY ("lot_id") REFERENCES "lot" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "stock_balance" ("item_id" varchar NOT NULL, "storage_place_id" varchar NOT NULL, "lot_id" varchar NOT NULL, "on_hand" integer NOT NULL, PRIMARY KEY ("item_id", "storage_place_id", "lot_id"))`,
];

const indexes = [
  `CREATE INDEX "ix_storage_place_location" ON "storage_place" ("location_id")`,
  `CREATE INDEX "ix_storage_place_parent" ON "storage_place" ("parent_id")`,
  `CREATE INDEX "ix_item_place_item" ON "item_place" ("item_id")`,
  `CREATE INDEX "ix_item_place_place" ON "item_place" ("storage_place_id")`,
  `CREATE INDEX "ix_stock_level_item" ON "stock_level" ("item_id")`,
  `CREATE INDEX "ix_stock_level_place" ON "stock_level" ("storage_place_id")`,
  `CREATE INDEX "ix_lot_item" ON "lot" ("item_id")`,
  `CREATE INDEX "ix_lot_number" ON "lot" ("number")`,
  `CREATE INDEX "ix_stock_movement_item" ON "stock_movement" ("item_id", "moved_at")`,
  `CREATE INDEX "ix_stock_movement_place" ON "stock_movement" ("storage_place_id")`,
  `CREATE INDEX "ix_stock_movement_lot" ON "stock_movement" ("lot_id")`,
  `CREATE INDEX "ix_stock_movement_subject" ON "stock_movement" ("subject_id")`,
  `CREATE INDEX "ix_stock_movement_reverses" ON "stock_movement" ("reverses_id")`,
  `CREATE INDEX "ix_stock_count_place" ON "stock_count" ("storage_place_id")`,
  `CREATE INDEX "ix_stock_count_line_count" ON "stock_count_line" ("stock_count_id")`,
  `CREATE INDEX "ix_stock_count_line_item" ON "stock_count_line" ("item_id")`,
];

/** The ledger only grows, and what lies where is its sum. */
const ledgerTriggers = [
  `CREATE TRIGGER "keep_stock_movement_values" BEFORE UPDATE ON "stock_movement" BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END`,
  `CREATE TRIGGER "sum_stock_movement" AFTER INSERT ON "stock_movement" BEGIN
  INSERT INTO stock_balance (item_id, storage_place_id, lot_id, on_hand)
  VALUES (NEW.item_id, NEW.storage_place_id, coalesce(NEW.lot_id, ''), NEW.quantity)
  ON CONFLICT (item_id, storage_place_id, lot_id) DO UPDATE SET on_hand = on_hand + excluded.on_hand;
END`,
];

/** The columns that the change log follows, as this migration made them. */
const logged: Readonly<Record<string, readonly string[]>> = {
  storage_place: ['archived_at', 'location_id', 'parent_id', 'name', 'scan_code', 'sort_order'],
  item_place: ['archived_at', 'item_id', 'storage_place_id', 'sort_order'],
  stock_level: ['archived_at', 'item_id', 'storage_place_id', 'reorder_point', 'par', 'never_exceed', 'origin'],
  lot: ['archived_at', 'item_id', 'number', 'expires_on', 'funding', 'manufacturer', 'quarantined_at', 'quarantine_reason'],
  stock_movement: [
    'archived_at',
    'item_id',
    'storage_place_id',
    'lot_id',
    'kind',
    'quantity',
    'reason',
    'moved_at',
    'actor_name',
    'transfer_id',
    'reverses_id',
    'subject_table',
    'subject_id',
    'value_cents',
    'note',
  ],
  stock_count: [
    'archived_at',
    'storage_place_id',
    'number',
    'letter',
    'blind',
    'status',
    'started_at',
    'started_by',
    'posted_at',
    'posted_by',
    'note',
  ],
  stock_count_line: [
    'archived_at',
    'stock_count_id',
    'item_id',
    'storage_place_id',
    'lot_id',
    'expected',
    'counted',
    'typed',
    'skipped',
    'note',
    'counted_at',
    'counted_by',
  ],
};

/** Where things lie, the ledger of stock, levels and counts. */
export class SuppliesStock1764500000000 implements MigrationInterface {
  readonly name = 'SuppliesStock1764500000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...indexes, ...ledgerTriggers]) await queryRunner.query(statement);
    for (const [table, columns] of Object.entries(logged)) {
      for (const trigger of changeLogTriggers(table, columns)) await queryRunner.query(trigger);
    }
  }

  async down(): Promise<void> {
    throw new Error('This step is not taken back: restore the copy made before.');
  }
}
