import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Location } from '../practice/location.entity.ts';
import { VersionedRow } from '../versioned-row.entity.ts';
import { Item } from './item.entity.ts';
import { VendorItem } from './vendor-item.entity.ts';
import { Vendor } from './vendor.entity.ts';

/** How the practice buys. One row. */
@Entity({ name: 'supply_settings' })
export class SupplySettings extends VersionedRow {
  /** 1 when orders are approved before they are sent. */
  @Column({ name: 'approvals', type: 'integer' })
  approvals: number;

  @Column({ name: 'invoice_matching', type: 'integer' })
  invoiceMatching: number;

  /** An invoice price may differ by this much; 100 is 1 %. */
  @Column({ name: 'price_tolerance_basis_points', type: 'integer' })
  priceToleranceBasisPoints: number;

  @Column({ name: 'quantity_tolerance_basis_points', type: 'integer' })
  quantityToleranceBasisPoints: number;

  /** Yearly cost of money and shelf, of the stock's value. */
  @Column({ name: 'carrying_basis_points', type: 'integer' })
  carryingBasisPoints: number;
}

/** Up to how much a role may approve. */
@Entity({ name: 'approval_limit' })
export class ApprovalLimit extends VersionedRow {
  @Column({ name: 'role', type: 'varchar' })
  role: string;

  /** Null for any amount. */
  @Column({ name: 'limit_cents', type: 'integer', nullable: true })
  limitCents: number | null;
}

/** An order that comes again. */
@Entity({ name: 'standing_order' })
@Index('ix_standing_order_vendor', ['vendorId'])
export class StandingOrder extends VersionedRow {
  @ForeignKey(() => Vendor, { name: 'fk_standing_order_vendor' })
  @Column({ name: 'vendor_id', type: 'varchar' })
  vendorId: string;

  @ForeignKey(() => Location, { name: 'fk_standing_order_location' })
  @Column({ name: 'location_id', type: 'varchar' })
  locationId: string;

  @Column({ name: 'name', type: 'varchar' })
  name: string;

  @Column({ name: 'interval_days', type: 'integer' })
  intervalDays: number;

  /** Day the next draft is made. */
  @Column({ name: 'next_on', type: 'varchar' })
  nextOn: string;

  @Column({ name: 'ends_on', type: 'varchar', nullable: true })
  endsOn: string | null;
}

/** What a standing order holds. */
@Entity({ name: 'standing_order_line' })
@Index('ix_standing_order_line_order', ['standingOrderId'])
export class StandingOrderLine extends VersionedRow {
  @ForeignKey(() => StandingOrder, { name: 'fk_standing_order_line_standing_order' })
  @Column({ name: 'standing_order_id', type: 'varchar' })
  standingOrderId: string;

  @ForeignKey(() => Item, { name: 'fk_standing_order_line_item' })
  @Column({ name: 'item_id', type: 'varchar' })
  itemId: string;

  @ForeignKey(() => VendorItem, { name: 'fk_standing_order_line_vendor_item' })
  @Column({ name: 'vendor_item_id', type: 'varchar', nullable: true })
  vendorItemId: string | null;

  @Column({ name: 'pack_code', type: 'varchar' })
  packCode: string;

  @Column({ name: 'units_per_pack', type: 'integer' })
  unitsPerPack: number;

  @Column({ name: 'packs', type: 'integer' })
  packs: number;
}

/** One order to one vendor. */
@Entity({ name: 'purchase_order' })
@Index('ix_purchase_order_vendor', ['vendorId'])
@Index('ix_purchase_order_status', ['status'])
export class PurchaseOrder extends VersionedRow {
  @ForeignKey(() => Vendor, { name: 'fk_purchase_order_vendor' })
  @Column({ name: 'vendor_id', type: 'varchar' })
  vendorId: string;

  /** Where it is delivered. */
  @ForeignKey(() => Location, { name: 'fk_purchase_order_location' })
  @Column({ name: 'location_id', type: 'varchar' })
  locationId: string;

  /** Counts on this computer; shown with its letter, as in L-58. */
  @Column({ name: 'number', type: 'integer' })
  number: number;

  @Column({ name: 'letter', type: 'varchar' })
  letter: string;

  @Column({ name: 'status', type: 'varchar' })
  status: string;

  @Column({ name: 'created_at', type: 'varchar' })
  createdAt: string;

  @Column({ name: 'created_by', type: 'varchar' })
  createdBy: string;

  /** Sent for approval. */
  @Column({ name: 'submitted_at', type: 'varchar', nullable: true })
  submittedAt: string | null;

  @Column({ name: 'approved_at', type: 'varchar', nullable: true })
  approvedAt: string | null;

  @Column({ name: 'approved_by', type: 'varchar' })
  approvedBy: string;

  @Column({ name: 'ordered_at', type: 'varchar', nullable: true })
  orderedAt: string | null;

  @Column({ name: 'ordered_by', type: 'varchar' })
  orderedBy: string;

  @Column({ name: 'confirmation_number', type: 'varchar' })
  confirmationNumber: string;

  @Column({ name: 'expected_on', type: 'varchar', nullable: true })
  expectedOn: string | null;

  @Column({ name: 'freight_cents', type: 'integer' })
  freightCents: number;

  @Column({ name: 'tax_cents', type: 'integer' })
  taxCents: number;

  @Column({ name: 'other_cents', type: 'integer' })
  otherCents: number;

  @Column({ name: 'closed_at', type: 'varchar', nullable: true })
  closedAt: string | null;

  @Column({ name: 'close_reason', type: 'varchar' })
  closeReason: string;

  @ForeignKey(() => StandingOrder, { name: 'fk_purchase_order_standing_order' })
  @Column({ name: 'standing_order_id', type: 'varchar', nullable: true })
  standingOrderId: string | null;

  @Column({ name: 'note', type: 'varchar' })
  note: string;
}

/** One item of an order, in the pack it was ordered in: the line keeps its own factor. */
@Entity({ name: 'purchase_order_line' })
@Index('ix_purchase_order_line_order', ['purchaseOrderId'])
@Index('ix_purchase_order_line_item', ['itemId'])
export class PurchaseOrderLine extends VersionedRow {
  @ForeignKey(() => PurchaseOrder, { name: 'fk_purchase_order_line_purchase_order' })
  @Column({ name: 'purchase_order_id', type: 'varchar' })
  purchaseOrderId: string;

  @ForeignKey(() => Item, { name: 'fk_purchase_order_line_item' })
  @Column({ name: 'item_id', type: 'varchar' })
  itemId: string;

  @ForeignKey(() => VendorItem, { name: 'fk_purchase_order_line_vendor_item' })
  @Column({ name: 'vendor_item_id', type: 'varchar', nullable: true })
  vendorItemId: string | null;

  @Column({ name: 'vendor_number', type: 'varchar' })
  vendorNumber: string;

  @Column({ name: 'pack_code', type: 'varchar' })
  packCode: string;

  @Column({ name: 'units_per_pack', type: 'integer' })
  unitsPerPack: number;

  @Column({ name: 'packs', type: 'integer' })
  packs: number;

  @Column({ name: 'cents_per_pack', type: 'integer' })
  centsPerPack: number;

  /** Packs that will not come any more. */
  @Column({ name: 'cancelled_packs', type: 'integer' })
  cancelledPacks: number;

  /** 1 when it was ticked on the order pad. */
  @Column({ name: 'entered', type: 'integer' })
  entered: number;

  /** When what is still to come was promised. */
  @Column({ name: 'expected_on', type: 'varchar', nullable: true })
  expectedOn: string | null;

  /** Why this much, as it stood when it was ordered. */
  @Column({ name: 'reason', type: 'varchar' })
  reason: string;

  @Column({ name: 'sort_order', type: 'integer' })
  sortOrder: number;
}

/** What somebody asked for. */
@Entity({ name: 'purchase_request' })
@Index('ix_purchase_request_item', ['itemId'])
@Index('ix_purchase_request_status', ['status'])
export class PurchaseRequest extends VersionedRow {
  /** Null when it is not in the catalogue. */
  @ForeignKey(() => Item, { name: 'fk_purchase_request_item' })
  @Column({ name: 'item_id', type: 'varchar', nullable: true })
  itemId: string | null;

  /** What was asked for, in words. */
  @Column({ name: 'text', type: 'varchar' })
  text: string;

  /** Base units; 0 when no amount was given. */
  @Column({ name: 'quantity', type: 'integer' })
  quantity: number;

  @ForeignKey(() => Location, { name: 'fk_purchase_request_location' })
  @Column({ name: 'location_id', type: 'varchar', nullable: true })
  locationId: string | null;

  @Column({ name: 'requested_by', type: 'varchar' })
  requestedBy: string;

  @Column({ name: 'requested_at', type: 'varchar' })
  requestedAt: string;

  @Column({ name: 'needed_on', type: 'varchar', nullable: true })
  neededOn: string | null;

  @Column({ name: 'note', type: 'varchar' })
  note: string;

  @Column({ name: 'status', type: 'varchar' })
  status: string;

  @Column({ name: 'decided_by', type: 'varchar' })
  decidedBy: string;

  @Column({ name: 'decided_at', type: 'varchar', nullable: true })
  decidedAt: string | null;

  @Column({ name: 'decision_note', type: 'varchar' })
  decisionNote: string;

  /** The line it was merged into. */
  @ForeignKey(() => PurchaseOrderLine, { name: 'fk_purchase_request_purchase_order_line' })
  @Column({ name: 'purchase_order_line_id', type: 'varchar', nullable: true })
  purchaseOrderLineId: string | null;
}
