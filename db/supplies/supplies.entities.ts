import { Item, ItemCategory, ItemIdentifier } from './item.entity.ts';
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
import { StockCount, StockCountLine } from './stock-count.entity.ts';
import { Lot, StockBalance, StockMovement } from './stock-movement.entity.ts';
import { ItemPlace, StockLevel, StoragePlace } from './storage-place.entity.ts';
import { ItemPack, MappingProfile, PackPrice, VendorItem } from './vendor-item.entity.ts';
import { Vendor } from './vendor.entity.ts';

/** Every table of Supplies. */
export const suppliesEntities = [
  Vendor,
  Item,
  ItemCategory,
  ItemIdentifier,
  ItemPack,
  MappingProfile,
  PackPrice,
  VendorItem,
  ItemPlace,
  StockLevel,
  StoragePlace,
  Lot,
  StockBalance,
  StockMovement,
  StockCount,
  StockCountLine,
  ApprovalLimit,
  PurchaseOrder,
  PurchaseOrderLine,
  PurchaseRequest,
  StandingOrder,
  StandingOrderLine,
  SupplySettings,
  Receipt,
  ReceiptLine,
];
