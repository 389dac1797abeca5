import type { MigrationInterface, QueryRunner } from 'typeorm';
import { changeLogTriggers } from '../change-log/triggers.ts';

const tables = [
  `CREATE TABLE "vendor" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "name" varchar NOT NULL, "account_number" varchar NOT NULL, "contact_name" varchar NOT NULL, "phone" varchar NOT NULL, "email" varchar NOT NULL, "website" varchar NOT NULL, "order_weekdays" varchar NOT NULL, "order_by_minute" integer, "lead_time_days" integer NOT NULL, "minimum_order_cents" integer NOT NULL, "minimum_policy" varchar NOT NULL, "minimum_surcharge_cents" integer NOT NULL, "free_freight_cents" integer, "freight_fee_cents" integer NOT NULL, "note" varchar NOT NULL)`,
  `CREATE TABLE "item_category" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "name" varchar NOT NULL, "gl_account" varchar NOT NULL, "sort_order" integer NOT NULL)`,
  `CREATE TABLE "item" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "code" varchar NOT NULL, "name" varchar NOT NULL, "base_unit" varchar NOT NULL, "category_id" varchar, "service_class" varchar NOT NULL, "storage_class" varchar NOT NULL, "lot_tracked" integer NOT NULL, "expiry_tracked" integer NOT NULL, "controlled" integer NOT NULL, "days_after_opening" integer, "inactive_on" varchar, "note" varchar NOT NULL, CONSTRAINT "fk_item_category" FOREIGN KEY ("category_id") REFERENCES "item_category" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "item_identifier" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "item_id" varchar NOT NULL, "scheme" varchar NOT NULL, "value" varchar NOT NULL, "base_units" integer NOT NULL, CONSTRAINT "fk_item_identifier_item" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "vendor_item" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "item_id" varchar NOT NULL, "vendor_id" varchar NOT NULL, "vendor_number" varchar NOT NULL, "vendor_name" varchar NOT NULL, "manufacturer" varchar NOT NULL, "manufacturer_number" varchar NOT NULL, "preference" integer NOT NULL, "discontinued" integer NOT NULL, "note" varchar NOT NULL, CONSTRAINT "fk_vendor_item_item" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_vendor_item_vendor" FOREIGN KEY ("vendor_id") REFERENCES "vendor" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "item_pack" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "item_id" varchar NOT NULL, "vendor_item_id" varchar, "code" varchar NOT NULL, "base_units" integer NOT NULL, "orderable" integer NOT NULL, CONSTRAINT "fk_item_pack_item" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_item_pack_vendor_item" FOREIGN KEY ("vendor_item_id") REFERENCES "vendor_item" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "pack_price" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "vendor_item_id" varchar NOT NULL, "item_pack_id" varchar NOT NULL, "kind" varchar NOT NULL, "minimum_packs" integer NOT NULL, "cents" integer NOT NULL, "effective_on" varchar NOT NULL, "ends_on" varchar, "source" varchar NOT NULL, CONSTRAINT "fk_pack_price_vendor_item" FOREIGN KEY ("vendor_item_id") REFERENCES "vendor_item" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION, CONSTRAINT "fk_pack_price_item_pack" FOREIGN KEY ("item_pack_id") REFERENCES "item_pack" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
  `CREATE TABLE "mapping_profile" ("id" varchar PRIMARY KEY NOT NULL, "version" integer NOT NULL DEFAULT (1), "archived_at" varchar, "purpose" varchar NOT NULL, "vendor_id" varchar, "name" varchar NOT NULL, "mapping" text NOT NULL, CONSTRAINT "fk_mapping_profile_vendor" FOREIGN KEY ("vendor_id") REFERENCES "vendor" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)`,
];

const indexes = [
  `CREATE INDEX "ix_vendor_name" ON "vendor" ("name")`,
  `CREATE INDEX "ix_item_code" ON "item" ("code")`,
  `CREATE INDEX "ix_item_name" ON "item" ("name")`,
  `CREATE INDEX "ix_item_category" ON "item" ("category_id")`,
  `CREATE INDEX "ix_item_identifier_item" ON "item_identifier" ("item_id")`,
  `CREATE INDEX "ix_item_identifier_value" ON "item_identifier" ("value")`,
  `CREATE INDEX "ix_vendor_item_item" ON "vendor_item" ("item_id")`,
  `CREATE INDEX "ix_vendor_item_vendor" ON "vendor_item" ("vendor_id", "vendor_number")`,
  `CREATE INDEX "ix_item_pack_item" ON "item_pack" ("item_id")`,
  `CREATE INDEX "ix_item_pack_vendor_item" ON "item_pack" ("vendor_item_id")`,
  `CREATE INDEX "ix_pack_price_vendor_item" ON "pack_price" ("vendor_item_id", "effective_on")`,
  `CREATE INDEX "ix_pack_price_pack" ON "pack_price" ("item_pack_id")`,
  `CREATE INDEX "ix_mapping_profile_vendor" ON "mapping_profile" ("vendor_id")`,
];

/** The columns that the change log follows, as this migration made them. */
const logged: Readonly<Record<string, readonly string[]>> = {
  vendor: [
    'archived_at',
    'name',
    'account_number',
    'contact_name',
    'phone',
    'email',
    'website',
    'order_weekdays',
    'order_by_minute',
    'lead_time_days',
    'minimum_order_cents',
    'minimum_policy',
    'minimum_surcharge_cents',
    'free_freight_cents',
    'freight_fee_cents',
    'note',
  ],
  item_category: ['archived_at', 'name', 'gl_account', 'sort_order'],
  item: [
    'archived_at',
    'code',
    'name',
    'base_unit',
    'category_id',
    'service_class',
    'storage_class',
    'lot_tracked',
    'expiry_tracked',
    'controlled',
    'days_after_opening',
    'inactive_on',
    'note',
  ],
  item_identifier: ['archived_at', 'item_id', 'scheme', 'value', 'base_units'],
  vendor_item: [
    'archived_at',
    'item_id',
    'vendor_id',
    'vendor_number',
    'vendor_name',
    'manufacturer',
    'manufacturer_number',
    'preference',
    'discontinued',
    'note',
  ],
  item_pack: ['archived_at', 'item_id', 'vendor_item_id', 'code', 'base_units', 'orderable'],
  pack_price: ['archived_at', 'vendor_item_id', 'item_pack_id', 'kind', 'minimum_packs', 'cents', 'effective_on', 'ends_on', 'source'],
  mapping_profile: ['archived_at', 'purpose', 'vendor_id', 'name', 'mapping'],
};

/** What is stocked, who sells it, in which packs and at what price. */
export class SuppliesCatalogue1764400000000 implements MigrationInterface {
  readonly name = 'SuppliesCatalogue1764400000000';

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
