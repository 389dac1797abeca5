import type { EntityManager } from 'typeorm';
import { columnsOf } from '../columns-of.ts';
import { VersionedRows } from '../versioned-rows.ts';
import {
  ApprovalLimit,
  PurchaseOrder,
  PurchaseOrderLine,
  PurchaseRequest,
  StandingOrder,
  StandingOrderLine,
  SupplySettings,
} from './purchase-order.entity.ts';
import { Receipt, ReceiptLine } from './receipt.entity.ts';

/** From the request to the receipt. */
export class OrderRepository {
  readonly settings: VersionedRows<SupplySettings>;
  readonly limits: VersionedRows<ApprovalLimit>;
  readonly standingOrders: VersionedRows<StandingOrder>;
  readonly standingOrderLines: VersionedRows<StandingOrderLine>;
  readonly orders: VersionedRows<PurchaseOrder>;
  readonly lines: VersionedRows<PurchaseOrderLine>;
  readonly requests: VersionedRows<PurchaseRequest>;
  readonly receipts: VersionedRows<Receipt>;
  readonly receiptLines: VersionedRows<ReceiptLine>;
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
    this.settings = new VersionedRows(manager, SupplySettings, 'setting');
    this.limits = new VersionedRows(manager, ApprovalLimit, 'limit');
    this.standingOrders = new VersionedRows(manager, StandingOrder, 'standing order');
    this.standingOrderLines = new VersionedRows(manager, StandingOrderLine, 'line of the standing order');
    this.orders = new VersionedRows(manager, PurchaseOrder, 'order');
    this.lines = new VersionedRows(manager, PurchaseOrderLine, 'line of the order');
    this.requests = new VersionedRows(manager, PurchaseRequest, 'request');
    this.receipts = new VersionedRows(manager, Receipt, 'receipt');
    this.receiptLines = new VersionedRows(manager, ReceiptLine, 'line of the receipt');
  }

  /** Every order that is not closed or cancelled, newest first. */
  async listOpenOrders(): Promise<PurchaseOrder[]> {
    return this.#manager.query(
      `SELECT ${columnsOf(this.#manager, PurchaseOrder, 'o')} FROM purchase_order o
       WHERE o.archived_at IS NULL AND o.status NOT IN ('closed', 'cancelled') ORDER BY o.created_at DESC, o.id`,
    );
  }
}
