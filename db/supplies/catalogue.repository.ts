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

  async findVendor(id: string): Promise<Vendor | undefined> {
    return this.#one(Vendor, 'vendor', id);
  }

  async findCategory(id: string): Promise<ItemCategory | undefined> {
    return this.#one(ItemCategory, 'item_category', id);
  }

  async findVendorItem(id: string): Promise<VendorItem | undefined> {
    return this.#one(VendorItem, 'vendor_item', id);
  }

  async findPack(id: string): Promise<ItemPack | undefined> {
    return this.#one(ItemPack, 'item_pack', id);
  }

  /** Items, vendors and categories by id, archived ones too: for what happened earlier. */
  async namesOf(table: 'item' | 'vendor' | 'item_category', ids: readonly string[]): Promise<{ id: string; name: string }[]> {
    return this.#inParts(ids, (part, marks) => this.#manager.query(`SELECT id, name FROM "${table}" WHERE id IN (${marks})`, part));
  }

  /** What vendors sell, of one item or one vendor or all, in the order in which it is bought: chosen ones first. */
  async listVendorItems(of: { readonly itemId?: string; readonly vendorId?: string } = {}): Promise<VendorItem[]> {
    return this.#parts(VendorItem, 'vendor_item', of, 'CASE x.preference WHEN 0 THEN 100 ELSE x.preference END, x.id');
  }

  /** The packs of everything one vendor sells, smallest first. */
  async listPacksOfVendor(vendorId: string): Promise<ItemPack[]> {
    return this.#manager.query(
      `SELECT ${columnsOf(this.#manager, ItemPack, 'x')} FROM item_pack x JOIN vendor_item v ON v.id = x.vendor_item_id
       WHERE v.vendor_id = ? AND v.archived_at IS NULL AND x.archived_at IS NULL ORDER BY x.base_units, x.id`,
      [vendorId],
    );
  }

  /** The packs of one item, or of all, smallest first. */
  async listPacks(of: { readonly itemId?: string; readonly vendorItemId?: string } = {}): Promise<ItemPack[]> {
    return this.#parts(ItemPack, 'item_pack', of, 'x.base_units, x.id');
  }

  /** Newest first. For those who may see prices. */
  async listPrices(of: { readonly vendorItemId?: string } = {}): Promise<PackPrice[]> {
    return this.#parts(PackPrice, 'pack_price', of, 'x.effective_on DESC, x.id DESC');
  }

  /** Newest first. For those who may see prices. */
  async listPricesOf(vendorItemIds: readonly string[]): Promise<PackPrice[]> {
    const columns = columnsOf(this.#manager, PackPrice, 'x');
    return this.#inParts(vendorItemIds, (part, marks) =>
      this.#manager.query(
        `SELECT ${columns} FROM pack_price x WHERE x.vendor_item_id IN (${marks}) AND x.archived_at IS NULL ORDER BY x.effective_on DESC, x.id DESC`,
        part,
      ),
    );
  }

  async listIdentifiers(of: { readonly itemId?: string } = {}): Promise<ItemIdentifier[]> {
    return this.#parts(ItemIdentifier, 'item_identifier', of, 'x.scheme, x.value, x.id');
  }

  /** What these codes stand for, as they are compared. By the index on the value. */
  async findIdentifiers(values: readonly string[]): Promise<ItemIdentifier[]> {
    const columns = columnsOf(this.#manager, ItemIdentifier, 'x');
    return this.#inParts(values, (part, marks) =>
      this.#manager.query(
        `SELECT ${columns} FROM item_identifier x WHERE x.value IN (${marks}) AND x.archived_at IS NULL ORDER BY x.id`,
        part,
      ),
    );
  }

  async listProfiles(purpose: string): Promise<MappingProfile[]> {
    return this.#manager.query(
      `SELECT ${columnsOf(this.#manager, MappingProfile, 'x')} FROM mapping_profile x WHERE x.purpose = ? AND x.archived_at IS NULL ORDER BY x.id`,
      [purpose],
    );
  }

  /** Names of those among these items of which something is in stock. */
  async namesInStock(itemIds: readonly string[]): Promise<string[]> {
    const rows = await this.#inParts<{ name: string }>(itemIds, (part, marks) =>
      this.#manager.query(
        `SELECT i.name FROM item i WHERE i.id IN (${marks})
         AND (SELECT sum(b.on_hand) FROM stock_balance b WHERE b.item_id = i.id) <> 0 ORDER BY i.name`,
        part,
      ),
    );
    return rows.map(({ name }) => name);
  }

  /** Orders that are not done yet with something of this vendor. */
  async countOpenOrders(vendorId: string): Promise<number> {
    const [row]: { count: number }[] = await this.#manager.query(
      "SELECT count(*) AS count FROM purchase_order WHERE vendor_id = ? AND archived_at IS NULL AND status NOT IN ('closed', 'cancelled')",
      [vendorId],
    );
    return row?.count ?? 0;
  }

  async #one<Row extends object>(entity: new () => Row, table: string, id: string): Promise<Row | undefined> {
    const rows: Row[] = await this.#manager.query(
      `SELECT ${columnsOf(this.#manager, entity, 'x')} FROM "${table}" x WHERE x.id = ? AND x.archived_at IS NULL`,
      [id],
    );
    return rows[0];
  }

  async #parts<Row extends object>(
    entity: new () => Row,
    table: string,
    of: Readonly<Record<string, string | undefined>>,
    order: string,
  ): Promise<Row[]> {
    const given = Object.entries(of).filter(([, id]) => id !== undefined);
    const conditions = given.map(([property]) => `x.${columnNames[property]} = ? AND `).join('');
    return this.#manager.query(
      `SELECT ${columnsOf(this.#manager, entity, 'x')} FROM "${table}" x WHERE ${conditions}x.archived_at IS NULL ORDER BY ${order}`,
      given.map(([, id]) => id),
    );
  }

  async #inParts<Row>(values: readonly string[], read: (part: readonly string[], marks: string) => Promise<Row[]>): Promise<Row[]> {
    const rows: Row[] = [];
    for (let start = 0; start < values.length; start += valuesInOne) {
      const part = values.slice(start, start + valuesInOne);
      rows.push(...(await read(part, part.map(() => '?').join(', '))));
    }
    return rows;
  }
}

/** By which column the parts of a thing are asked for. */
const columnNames: Readonly<Record<string, string>> = { itemId: 'item_id', vendorId: 'vendor_id', vendorItemId: 'vendor_item_id' };
/** SQLite takes 32,766 parameters in one statement. */
const valuesInOne = 10_000;
