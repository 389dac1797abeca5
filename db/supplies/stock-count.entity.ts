import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { VersionedRow } from '../versioned-row.entity.ts';
import { Item } from './item.entity.ts';
import { Lot } from './stock-movement.entity.ts';
import { StoragePlace } from './storage-place.entity.ts';

/** The count of one room. */
@Entity({ name: 'stock_count' })
@Index('ix_stock_count_place', ['storagePlaceId'])
export class StockCount extends VersionedRow {
  /** The room. */
  @ForeignKey(() => StoragePlace, { name: 'fk_stock_count_storage_place' })
  @Column({ name: 'storage_place_id', type: 'varchar' })
  storagePlaceId: string;

  /** Counts on this computer; shown with its letter, as in L-31. */
  @Column({ name: 'number', type: 'integer' })
  number: number;

  @Column({ name: 'letter', type: 'varchar' })
  letter: string;

  /** 1 when those who count do not see what should be there. */
  @Column({ name: 'blind', type: 'integer' })
  blind: number;

  @Column({ name: 'status', type: 'varchar' })
  status: string;

  @Column({ name: 'started_at', type: 'varchar' })
  startedAt: string;

  @Column({ name: 'started_by', type: 'varchar' })
  startedBy: string;

  @Column({ name: 'posted_at', type: 'varchar', nullable: true })
  postedAt: string | null;

  @Column({ name: 'posted_by', type: 'varchar' })
  postedBy: string;

  @Column({ name: 'note', type: 'varchar' })
  note: string;
}

/** One item (and lot) of a count. */
@Entity({ name: 'stock_count_line' })
@Index('ix_stock_count_line_count', ['stockCountId'])
@Index('ix_stock_count_line_item', ['itemId'])
export class StockCountLine extends VersionedRow {
  @ForeignKey(() => StockCount, { name: 'fk_stock_count_line_stock_count' })
  @Column({ name: 'stock_count_id', type: 'varchar' })
  stockCountId: string;

  @ForeignKey(() => Item, { name: 'fk_stock_count_line_item' })
  @Column({ name: 'item_id', type: 'varchar' })
  itemId: string;

  /** Where it lies: the room or one of its bins. */
  @ForeignKey(() => StoragePlace, { name: 'fk_stock_count_line_storage_place' })
  @Column({ name: 'storage_place_id', type: 'varchar' })
  storagePlaceId: string;

  @ForeignKey(() => Lot, { name: 'fk_stock_count_line_lot' })
  @Column({ name: 'lot_id', type: 'varchar', nullable: true })
  lotId: string | null;

  /** On hand when it was counted (or when the count began, until then); base units. */
  @Column({ name: 'expected', type: 'integer' })
  expected: number;

  /** Null until it is counted; base units. */
  @Column({ name: 'counted', type: 'integer', nullable: true })
  counted: number | null;

  /** As it was typed: "2b 35". */
  @Column({ name: 'typed', type: 'varchar' })
  typed: string;

  @Column({ name: 'skipped', type: 'integer' })
  skipped: number;

  @Column({ name: 'note', type: 'varchar' })
  note: string;

  @Column({ name: 'counted_at', type: 'varchar', nullable: true })
  countedAt: string | null;

  @Column({ name: 'counted_by', type: 'varchar' })
  countedBy: string;
}
