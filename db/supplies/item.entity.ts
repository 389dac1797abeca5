import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { VersionedRow } from '../versioned-row.entity.ts';

/** A group of items, with the account its spending is booked on. */
@Entity({ name: 'item_category' })
export class ItemCategory extends VersionedRow {
  @Column({ name: 'name', type: 'varchar' })
  name: string;

  @Column({ name: 'gl_account', type: 'varchar' })
  glAccount: string;

  @Column({ name: 'sort_order', type: 'integer' })
  sortOrder: number;
}

/** What is stocked, whoever sells it. All quantities of it are whole numbers of its base unit. */
@Entity({ name: 'item' })
@Index('ix_item_code', ['code'])
@Index('ix_item_name', ['name'])
@Index('ix_item_category', ['categoryId'])
export class Item extends VersionedRow {
  /** The practice's own short code. */
  @Column({ name: 'code', type: 'varchar' })
  code: string;

  @Column({ name: 'name', type: 'varchar' })
  name: string;

  /** The word of the smallest counted unit: "each", "box", "dose". */
  @Column({ name: 'base_unit', type: 'varchar' })
  baseUnit: string;

  @ForeignKey(() => ItemCategory, { name: 'fk_item_category' })
  @Column({ name: 'category_id', type: 'varchar', nullable: true })
  categoryId: string | null;

  @Column({ name: 'service_class', type: 'varchar' })
  serviceClass: string;

  @Column({ name: 'storage_class', type: 'varchar' })
  storageClass: string;

  /** 1 when every receipt names its lot. */
  @Column({ name: 'lot_tracked', type: 'integer' })
  lotTracked: number;

  /** 1 when every receipt names its expiry. */
  @Column({ name: 'expiry_tracked', type: 'integer' })
  expiryTracked: number;

  /** 1 for a controlled substance: it has a register of its own and never stands in this ledger. */
  @Column({ name: 'controlled', type: 'integer' })
  controlled: number;

  /** Days an opened pack may be used; null when opening changes nothing. */
  @Column({ name: 'days_after_opening', type: 'integer', nullable: true })
  daysAfterOpening: number | null;

  /** No longer bought from this day. */
  @Column({ name: 'inactive_on', type: 'varchar', nullable: true })
  inactiveOn: string | null;

  @Column({ name: 'note', type: 'varchar' })
  note: string;
}

/** A code that stands for so many base units of an item. */
@Entity({ name: 'item_identifier' })
@Index('ix_item_identifier_item', ['itemId'])
@Index('ix_item_identifier_value', ['value'])
export class ItemIdentifier extends VersionedRow {
  @ForeignKey(() => Item, { name: 'fk_item_identifier_item' })
  @Column({ name: 'item_id', type: 'varchar' })
  itemId: string;

  @Column({ name: 'scheme', type: 'varchar' })
  scheme: string;

  /** As it is compared: digits of a GTIN (14) or an NDC (11), else as scanned. */
  @Column({ name: 'value', type: 'varchar' })
  value: string;

  @Column({ name: 'base_units', type: 'integer' })
  baseUnits: number;
}
