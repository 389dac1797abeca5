import type { EntityManager } from 'typeorm';
import { columnsOf } from '../columns-of.ts';
import { VersionedRows } from '../versioned-rows.ts';
import { Item, ItemCategory, ItemIdentifier } from './item.entity.ts';
import { ItemPack, MappingProfile, PackPrice, VendorItem } from './vendor-item.entity.ts';
import { Vendor } from './vendor.entity.ts';

/** What is stocked, who sells it, in which packs and at what price. */
export class CatalogueRepository {
  readonly vendors: VersionedRows<Vendor>;
  readonly categories: VersionedRows<ItemCategory>;
  readonly items: VersionedRows<Item>;
  readonly identifiers: VersionedRows<ItemIdentifier>;
  readonly vendorItems: VersionedRows<VendorItem>;
  readonly packs: VersionedRows<ItemPack>;
  readonly prices: VersionedRows<PackPrice>;
  readonly profiles: VersionedRows<MappingProfile>;
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
    this.vendors = new VersionedRows(manager, Vendor, 'vendor');
    this.categories = new VersionedRows(manager, ItemCategory, 'category');
    this.items = new VersionedRows(manager, Item, 'item');
    this.identifiers = new VersionedRows(manager, ItemIdentifier, 'code of an item');
    this.vendorItems = new VersionedRows(manager, VendorItem, 'item of a vendor');
    this.packs = new VersionedRows(manager, ItemPack, 'pack');
    this.prices = new VersionedRows(manager, PackPrice, 'price');
    this.profiles = new VersionedRows(manager, MappingProfile, 'saved mapping');
  }

  /** By name. */
  async listVendors(): Promise<Vendor[]> {
    return this.#manager.query(
      `SELECT ${columnsOf(this.#manager, Vendor, 'v')} FROM vendor v WHERE v.archived_at IS NULL ORDER BY v.name, v.id`,
    );
  }

  /** In the practice's own order. */
  async listCategories(): Promise<ItemCategory[]> {
    const columns = columnsOf(this.#manager, ItemCategory, 'c');
    return this.#manager.query(`SELECT ${columns} FROM item_category c WHERE c.archived_at IS NULL ORDER BY c.sort_order, c.name, c.id`);
  }

  /** By name; items that are no longer bought too. */
  async listItems(): Promise<Item[]> {
    return this.#manager.query(
      `SELECT ${columnsOf(this.#manager, Item, 'i')} FROM item i WHERE i.archived_at IS NULL ORDER BY i.name, i.id`,
    );
  }

  async findItem(id: string): Promise<Item | undefined> {
    const rows: Item[] = await this.#manager.query(
      `SELECT ${columnsOf(this.#manager, Item, 'i')} FROM item i WHERE i.id = ? AND i.archived_at IS NULL`,
      [id],
    );
    return rows[0];
  }
}
