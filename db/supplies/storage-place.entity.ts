import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Location } from '../practice/location.entity.ts';
import { VersionedRow } from '../versioned-row.entity.ts';
import { Item } from './item.entity.ts';

/** A room of a location, or a bin within a room. */
@Entity({ name: 'storage_place' })
@Index('ix_storage_place_location', ['locationId'])
@Index('ix_storage_place_parent', ['parentId'])
export class StoragePlace extends VersionedRow {
  @ForeignKey(() => Location, { name: 'fk_storage_place_location' })
  @Column({ name: 'location_id', type: 'varchar' })
  locationId: string;

  /** The room a bin is in; null for a room. */
  @ForeignKey(() => StoragePlace, { name: 'fk_storage_place_parent' })
  @Column({ name: 'parent_id', type: 'varchar', nullable: true })
  parentId: string | null;

  @Column({ name: 'name', type: 'varchar' })
  name: string;

  /** What its label says; empty without one. */
  @Column({ name: 'scan_code', type: 'varchar' })
  scanCode: string;

  @Column({ name: 'sort_order', type: 'integer' })
  sortOrder: number;
}

/** Where an item is kept, and its turn when that room is counted. */
@Entity({ name: 'item_place' })
@Index('ix_item_place_item', ['itemId'])
@Index('ix_item_place_place', ['storagePlaceId'])
export class ItemPlace extends VersionedRow {
  @ForeignKey(() => Item, { name: 'fk_item_place_item' })
  @Column({ name: 'item_id', type: 'varchar' })
  itemId: string;

  @ForeignKey(() => StoragePlace, { name: 'fk_item_place_storage_place' })
  @Column({ name: 'storage_place_id', type: 'varchar' })
  storagePlaceId: string;

  @Column({ name: 'sort_order', type: 'integer' })
  sortOrder: number;
}

/** When to order an item and up to how much, for the whole practice or for one room. */
@Entity({ name: 'stock_level' })
@Index('ix_stock_level_item', ['itemId'])
@Index('ix_stock_level_place', ['storagePlaceId'])
export class StockLevel extends VersionedRow {
  @ForeignKey(() => Item, { name: 'fk_stock_level_item' })
  @Column({ name: 'item_id', type: 'varchar' })
  itemId: string;

  /** Null for the whole practice. */
  @ForeignKey(() => StoragePlace, { name: 'fk_stock_level_storage_place' })
  @Column({ name: 'storage_place_id', type: 'varchar', nullable: true })
  storagePlaceId: string | null;

  /** Ordered when the position is at or below it; base units. */
  @Column({ name: 'reorder_point', type: 'integer' })
  reorderPoint: number;

  /** Filled up to it; base units. */
  @Column({ name: 'par', type: 'integer' })
  par: number;

  /** 1 when packs are rounded down rather than past par. */
  @Column({ name: 'never_exceed', type: 'integer' })
  neverExceed: number;

  /** Who set it: a person, a first proposal from purchases, or a proposal from usage that was accepted. */
  @Column({ name: 'origin', type: 'varchar' })
  origin: string;
}
