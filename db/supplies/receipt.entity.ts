import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { VersionedRow } from '../versioned-row.entity.ts';
import { Item } from './item.entity.ts';
import { PurchaseOrder, PurchaseOrderLine } from './purchase-order.entity.ts';
import { Lot } from './stock-movement.entity.ts';
import { StoragePlace } from './storage-place.entity.ts';
import { Vendor } from './vendor.entity.ts';

/** A delivery: what came, or a box that nobody has opened yet. */
@Entity({ name: 'receipt' })
@Index('ix_receipt_order', ['purchaseOrderId'])
export class Receipt extends VersionedRow {
  @ForeignKey(() => PurchaseOrder, { name: 'fk_receipt_purchase_order' })
  @Column({ name: 'purchase_order_id', type: 'varchar', nullable: true })
  purchaseOrderId: string | null;

  @ForeignKey(() => Vendor, { name: 'fk_receipt_vendor' })
  @Column({ name: 'vendor_id', type: 'varchar', nullable: true })
  vendorId: string | null;

  @Column({ name: 'received_at', type: 'varchar' })
  receivedAt: string;

  @Column({ name: 'received_by', type: 'varchar' })
  receivedBy: string;

  @Column({ name: 'packing_slip', type: 'varchar' })
  packingSlip: string;

  /** 0 while the box stands unchecked. */
  @Column({ name: 'checked', type: 'integer' })
  checked: number;

  @Column({ name: 'note', type: 'varchar' })
  note: string;
}

/** So much of one item and lot, put in one place. */
@Entity({ name: 'receipt_line' })
@Index('ix_receipt_line_receipt', ['receiptId'])
@Index('ix_receipt_line_order_line', ['purchaseOrderLineId'])
export class ReceiptLine extends VersionedRow {
  @ForeignKey(() => Receipt, { name: 'fk_receipt_line_receipt' })
  @Column({ name: 'receipt_id', type: 'varchar' })
  receiptId: string;

  @ForeignKey(() => PurchaseOrderLine, { name: 'fk_receipt_line_purchase_order_line' })
  @Column({ name: 'purchase_order_line_id', type: 'varchar', nullable: true })
  purchaseOrderLineId: string | null;

  /** What came: another item than ordered is a substitution. */
  @ForeignKey(() => Item, { name: 'fk_receipt_line_item' })
  @Column({ name: 'item_id', type: 'varchar' })
  itemId: string;

  @ForeignKey(() => Lot, { name: 'fk_receipt_line_lot' })
  @Column({ name: 'lot_id', type: 'varchar', nullable: true })
  lotId: string | null;

  @ForeignKey(() => StoragePlace, { name: 'fk_receipt_line_storage_place' })
  @Column({ name: 'storage_place_id', type: 'varchar' })
  storagePlaceId: string;

  @Column({ name: 'pack_code', type: 'varchar' })
  packCode: string;

  @Column({ name: 'units_per_pack', type: 'integer' })
  unitsPerPack: number;

  /** Base units. */
  @Column({ name: 'quantity', type: 'integer' })
  quantity: number;

  /** As the packing slip or invoice says; null when it says nothing. */
  @Column({ name: 'cents_per_pack', type: 'integer', nullable: true })
  centsPerPack: number | null;

  @Column({ name: 'note', type: 'varchar' })
  note: string;
}
