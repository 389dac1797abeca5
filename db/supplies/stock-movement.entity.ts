import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VersionedRow } from '../versioned-row.entity.ts';
import { Item } from './item.entity.ts';
import { StoragePlace } from './storage-place.entity.ts';

/** One production run of an item. */
@Entity({ name: 'lot' })
@Index('ix_lot_item', ['itemId'])
@Index('ix_lot_number', ['number'])
export class Lot extends VersionedRow {
  @ForeignKey(() => Item, { name: 'fk_lot_item' })
  @Column({ name: 'item_id', type: 'varchar' })
  itemId: string;

  /** Empty when only the expiry is known. */
  @Column({ name: 'number', type: 'varchar' })
  number: string;

  /** Last day of use. */
  @Column({ name: 'expires_on', type: 'varchar', nullable: true })
  expiresOn: string | null;

  /** Public and private vaccine stock are kept apart. */
  @Column({ name: 'funding', type: 'varchar' })
  funding: string;

  @Column({ name: 'manufacturer', type: 'varchar' })
  manufacturer: string;

  /** Set aside since; null when it may be used. */
  @Column({ name: 'quarantined_at', type: 'varchar', nullable: true })
  quarantinedAt: string | null;

  @Column({ name: 'quarantine_reason', type: 'varchar' })
  quarantineReason: string;
}

/** One entry of the ledger. It is never changed: a wrong one is reversed by another. */
@Entity({ name: 'stock_movement' })
@Index('ix_stock_movement_item', ['itemId', 'movedAt'])
@Index('ix_stock_movement_place', ['storagePlaceId'])
@Index('ix_stock_movement_lot', ['lotId'])
@Index('ix_stock_movement_subject', ['subjectId'])
@Index('ix_stock_movement_reverses', ['reversesId'])
export class StockMovement extends VersionedRow {
  @ForeignKey(() => Item, { name: 'fk_stock_movement_item' })
  @Column({ name: 'item_id', type: 'varchar' })
  itemId: string;

  @ForeignKey(() => StoragePlace, { name: 'fk_stock_movement_storage_place' })
  @Column({ name: 'storage_place_id', type: 'varchar' })
  storagePlaceId: string;

  @ForeignKey(() => Lot, { name: 'fk_stock_movement_lot' })
  @Column({ name: 'lot_id', type: 'varchar', nullable: true })
  lotId: string | null;

  @Column({ name: 'kind', type: 'varchar' })
  kind: string;

  /** Base units; in is positive, out negative. */
  @Column({ name: 'quantity', type: 'integer' })
  quantity: number;

  @Column({ name: 'reason', type: 'varchar' })
  reason: string;

  @Column({ name: 'moved_at', type: 'varchar' })
  movedAt: string;

  @Column({ name: 'actor_name', type: 'varchar' })
  actorName: string;

  /** The same on both halves of a transfer. */
  @Column({ name: 'transfer_id', type: 'varchar', nullable: true })
  transferId: string | null;

  /** The entry this one takes back. */
  @ForeignKey(() => StockMovement, { name: 'fk_stock_movement_reverses' })
  @Column({ name: 'reverses_id', type: 'varchar', nullable: true })
  reversesId: string | null;

  /** What it was booked by. */
  @Column({ name: 'subject_table', type: 'varchar', nullable: true })
  subjectTable: string | null;

  @Column({ name: 'subject_id', type: 'varchar', nullable: true })
  subjectId: string | null;

  /** What this quantity was paid with; null when not known. */
  @Column({ name: 'value_cents', type: 'integer', nullable: true })
  valueCents: number | null;

  @Column({ name: 'note', type: 'varchar' })
  note: string;
}

/** What lies where: the sum of the ledger, kept by a trigger. Never written by hand, and not logged. */
@Entity({ name: 'stock_balance' })
export class StockBalance {
  @PrimaryColumn({ name: 'item_id', type: 'varchar' })
  itemId: string;

  @PrimaryColumn({ name: 'storage_place_id', type: 'varchar' })
  storagePlaceId: string;

  /** Empty for stock without a lot. */
  @PrimaryColumn({ name: 'lot_id', type: 'varchar' })
  lotId: string;

  /** Base units. */
  @Column({ name: 'on_hand', type: 'integer' })
  onHand: number;
}
