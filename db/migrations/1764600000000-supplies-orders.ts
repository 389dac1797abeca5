import type { MigrationInterface, QueryRunner } from 'typeorm';
import { changeLogTriggers } from '../change-log/triggers.ts';

const tables = [
  `CREATE TABLE "supply_settings" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "approvals" integer NOT NULL, "invoice_matching" integer NOT NULL, "price_tolerance_basis_points" integer NOT NULL, "quantity_tolerance_basis_points" integer NOT NULL, "carrying_basis_points" integer NOT NULL)`,
  `CREATE TABLE "approval_limit" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "role" varchar NOT NULL, "limit_cents" integer)`,
  `CREATE TABLE "standing_order" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "vendor_id" varchar NOT NULL, "location_id" varchar NOT NULL, "name" varchar NOT NULL, "interval_days" integer NOT NULL, "next_on" varchar NOT NULL, "ends_on" varchar, CONSTRAINT "fk_standing_order_vendor" FOREIGN KEY ("vendor_id") REFERENCES "vendor" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_standing_order_location" FOREIGN KEY ("location_id") REFERENCES "location" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "standing_order_line" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "standing_order_id" varchar NOT NULL, "item_id" varchar NOT NULL, "vendor_item_id" varchar, "pack_code" varchar NOT NULL, "units_per_pack" integer NOT NULL, "packs" integer NOT NULL, CONSTRAINT "fk_standing_order_line_standing_order" FOREIGN KEY ("standing_order_id") REFERENCES "standing_order" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_standing_order_line_item" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_standing_order_line_vendor_item" FOREIGN KEY ("vendor_item_id") REFERENCES "vendor_item" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "purchase_order" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "vendor_id" varchar NOT NULL, "location_id" varchar NOT NULL, "number" integer NOT NULL, "letter" varchar NOT NULL, "status" varchar NOT NULL, "created_at" varchar NOT NULL, "created_by" varchar NOT NULL, "submitted_at" varchar, "approved_at" varchar, "approved_by" varchar NOT NULL, "ordered_at" varchar, "ordered_by" varchar NOT NULL, "confirmation_number" varchar NOT NULL, "expected_on" varchar, "freight_cents" integer NOT NULL, "tax_cents" integer NOT NULL, "other_cents" integer NOT NULL, "closed_at" varchar, "close_reason" varchar NOT NULL, "standing_order_id" varchar, "note" varchar NOT NULL, CONSTRAINT "fk_purchase_order_vendor" FOREIGN KEY ("vendor_id") REFERENCES "vendor" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_purchase_order_location" FOREIGN KEY ("location_id") REFERENCES "location" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_purchase_order_standing_order" FOREIGN KEY ("standing_order_id") REFERENCES "standing_order" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "purchase_order_line" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "purchase_order_id" varchar NOT NULL, "item_id" varchar NOT NULL, "vendor_item_id" varchar, "vendor_number" varchar NOT NULL, "pack_code" varchar NOT NULL, "units_per_pack" integer NOT NULL, "packs" integer NOT NULL, "cents_per_pack" integer NOT NULL, "cancelled_packs" integer NOT NULL, "entered" integer NOT NULL, "expected_on" varchar, "reason" varchar NOT NULL, "sort_order" integer NOT NULL, CONSTRAINT "fk_purchase_order_line_purchase_order" FOREIGN KEY ("purchase_order_id") REFERENCES "purchase_order" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_purchase_order_line_item" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_purchase_order_line_vendor_item" FOREIGN KEY ("vendor_item_id") REFERENCES "vendor_item" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "purchase_request" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "item_id" varchar, "text" varchar NOT NULL, "quantity" integer NOT NULL, "location_id" varchar, "requested_by" varchar NOT NULL, "requested_at" varchar NOT NULL, "needed_on" varchar, "note" varchar NOT NULL, "status" varchar NOT NULL, "decided_by" varchar NOT NULL, "decided_at" varchar, "decision_note" varchar NOT NULL, "purchase_order_line_id" varchar, CONSTRAINT "fk_purchase_request_item" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_purchase_request_location" FOREIGN KEY ("location_id") REFERENCES "location" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_purchase_request_purchase_order_line" FOREIGN KEY ("purchase_order_line_id") REFERENCES "purchase_order_line" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "receipt" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "purchase_order_id" varchar, "vendor_id" varchar, "received_at" varchar NOT NULL, "received_by" varchar NOT NULL, "packing_slip" varchar NOT NULL, "checked" integer NOT NULL, "note" varchar NOT NULL, CONSTRAINT "fk_receipt_purchase_order" FOREIGN KEY ("purchase_order_id") REFERENCES "purchase_order" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_receipt_vendor" FOREIGN KEY ("vendor_id") REFERENCES "vendor" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "receipt_line" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "receipt_id" varchar NOT NULL, "purchase_order_line_id" varchar, "item_id" varchar NOT NULL, "lot_id" varchar, "storage_place_id" varchar NOT NULL, "pack_code" varchar NOT NULL, "units_per_pack" integer NOT NULL, "quantity" integer NOT NULL, "cents_per_pack" integer, "note" varchar NOT NULL, CONSTRAINT "fk_receipt_line_receipt" FOREIGN KEY ("receipt_id") REFERENCES "receipt" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_receipt_line_purchase_order_line" FOREIGN KEY ("purchase_order_line_id") REFERENCES "purchase_order_line" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_receipt_line_item" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_receipt_line_lot" FOREIGN KEY ("lot_id") REFERENCES "lot" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_receipt_line_storage_place" FOREIGN KEY ("storage_place_id") REFERENCES "storage_place" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
];

const indexes = [
  `CREATE INDEX "ix_standing_order_vendor" ON "standing_order" ("vendor_id")`,
  `CREATE INDEX "ix_standing_order_line_order" ON "standing_order_line" ("standing_order_id")`,
  `CREATE INDEX "ix_purchase_order_vendor" ON "purchase_order" ("vendor_id")`,
  `CREATE INDEX "ix_purchase_order_status" ON "purchase_order" ("status")`,
  `CREATE INDEX "ix_purchase_order_line_order" ON "purchase_order_line" ("purchase_order_id")`,
  `CREATE INDEX "ix_purchase_order_line_item" ON "purchase_order_line" ("item_id")`,
  `CREATE INDEX "ix_purchase_request_item" ON "purchase_request" ("item_id")`,
  `CREATE INDEX "ix_purchase_request_status" ON "purchase_request" ("status")`,
  `CREATE INDEX "ix_receipt_order" ON "receipt" ("purchase_order_id")`,
  `CREATE INDEX "ix_receipt_line_receipt" ON "receipt_line" ("receipt_id")`,
  `CREATE INDEX "ix_receipt_line_order_line" ON "receipt_line" ("purchase_order_line_id")`,
];

/** The columns that the change log follows, as this migration made them. */
const logged: Readonly<Record<string, readonly string[]>> = {
  supply_settings: [
    'archived_at',
    'approvals',
    'invoice_matching',
    'price_tolerance_basis_points',
    'quantity_tolerance_basis_points',
    'carrying_basis_points',
  ],
  approval_limit: ['archived_at', 'role', 'limit_cents'],
  standing_order: ['archived_at', 'vendor_id', 'location_id', 'name', 'interval_days', 'next_on', 'ends_on'],
  standing_order_line: ['archived_at', 'standing_order_id', 'item_id', 'vendor_item_id', 'pack_code', 'units_per_pack', 'packs'],
  purchase_order: [
    'archived_at',
    'vendor_id',
    'location_id',
    'number',
    'letter',
    'status',
    'created_at',
    'created_by',
    'submitted_at',
    'approved_at',
    'approved_by',
    'ordered_at',
    'ordered_by',
    'confirmation_number',
    'expected_on',
    'freight_cents',
    'tax_cents',
    'other_cents',
    'closed_at',
    'close_reason',
    'standing_order_id',
    'note',
  ],
  purchase_order_line: [
    'archived_at',
    'purchase_order_id',
    'item_id',
    'vendor_item_id',
    'vendor_number',
    'pack_code',
    'units_per_pack',
    'packs',
    'cents_per_pack',
    'cancelled_packs',
    'entered',
    'expected_on',
    'reason',
    'sort_order',
  ],
  purchase_request: [
    'archived_at',
    'item_id',
    'text',
    'quantity',
    'location_id',
    'requested_by',
    'requested_at',
    'needed_on',
    'note',
    'status',
    'decided_by',
    'decided_at',
    'decision_note',
    'purchase_order_line_id',
  ],
  receipt: ['archived_at', 'purchase_order_id', 'vendor_id', 'received_at', 'received_by', 'packing_slip', 'checked', 'note'],
  receipt_line: [
    'archived_at',
    'receipt_id',
    'purchase_order_line_id',
    'item_id',
    'lot_id',
    'storage_place_id',
    'pack_code',
    'units_per_pack',
    'quantity',
    'cents_per_pack',
    'note',
  ],
};

/** From the request to the receipt. */
export class SuppliesOrders1764600000000 implements MigrationInterface {
  readonly name = 'SuppliesOrders1764600000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...indexes]) await queryRunner.query(statement);
    for (const [table, columns] of Object.entries(logged)) {
      for (const trigger of changeLogTriggers(table, columns)) await queryRunner.query(trigger);
    }
  }

  async down(): Promise<void> {
    throw new Error('This step is not taken back: restore the copy made before.');
  }
}
