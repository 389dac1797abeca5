import type { EntityManager } from 'typeorm';
import { columnsOf } from '../columns-of.ts';
import { VersionedRows } from '../versioned-rows.ts';
import { Lot, StockMovement } from './stock-movement.entity.ts';
import { ItemPlace, StockLevel, StoragePlace } from './storage-place.entity.ts';

/** What lies of one item and lot in one place, in base units. `lotId` is null for stock without a lot. */
export interface BalanceRow {
  readonly itemId: string;
  readonly storagePlaceId: string;
  readonly lotId: string | null;
  readonly onHand: number;
}

export type NewMovement = Omit<StockMovement, 'version' | 'archivedAt'>;

/** Where things lie, and the ledger of what came and went. */
export class StockRepository {
  readonly places: VersionedRows<StoragePlace>;
  readonly itemPlaces: VersionedRows<ItemPlace>;
  readonly levels: VersionedRows<StockLevel>;
  readonly lots: VersionedRows<Lot>;
  readonly #movements: VersionedRows<StockMovement>;
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
    this.places = new VersionedRows(manager, StoragePlace, 'room');
    this.itemPlaces = new VersionedRows(manager, ItemPlace, 'place of an item');
    this.levels = new VersionedRows(manager, StockLevel, 'level');
    this.lots = new VersionedRows(manager, Lot, 'lot');
    this.#movements = new VersionedRows(manager, StockMovement, 'entry');
  }

  /** Adds entries to the ledger. There is no way to change one. */
  async book(movements: readonly NewMovement[]): Promise<void> {
    await this.#movements.insert(movements);
  }

  /** Books the opposite of an entry, as what takes it back. */
  async reverse(movementId: string, reversal: Pick<NewMovement, 'id' | 'movedAt' | 'actorName'>): Promise<void> {
    const rows: NewMovement[] = await this.#manager.query(
      `SELECT ${columnsOf(this.#manager, StockMovement, 'm')} FROM stock_movement m WHERE m.id = ?`,
      [movementId],
    );
    const [movement] = rows;
    if (!movement) throw new Error(`There is no entry ${movementId}`);
    await this.book([
      {
        ...movement,
        ...reversal,
        quantity: -movement.quantity,
        valueCents: movement.valueCents === null ? null : -movement.valueCents,
        reversesId: movementId,
      },
    ]);
  }

  /** What lies where, without what is used up. */
  async listBalances(): Promise<BalanceRow[]> {
    return this.#manager.query(
      `SELECT item_id AS itemId, storage_place_id AS storagePlaceId, nullif(lot_id, '') AS lotId, on_hand AS onHand
       FROM stock_balance WHERE on_hand <> 0`,
    );
  }

  /** Rooms and bins in the practice's own order. */
  async listPlaces(): Promise<StoragePlace[]> {
    const columns = columnsOf(this.#manager, StoragePlace, 'p');
    return this.#manager.query(`SELECT ${columns} FROM storage_place p WHERE p.archived_at IS NULL ORDER BY p.sort_order, p.name, p.id`);
  }

  async listItemPlaces(): Promise<ItemPlace[]> {
    const columns = columnsOf(this.#manager, ItemPlace, 'p');
    return this.#manager.query(`SELECT ${columns} FROM item_place p WHERE p.archived_at IS NULL ORDER BY p.sort_order, p.id`);
  }

  async listLevels(): Promise<StockLevel[]> {
    return this.#manager.query(
      `SELECT ${columnsOf(this.#manager, StockLevel, 'l')} FROM stock_level l WHERE l.archived_at IS NULL ORDER BY l.id`,
    );
  }

  async listLots(): Promise<Lot[]> {
    return this.#manager.query(
      `SELECT ${columnsOf(this.#manager, Lot, 'l')} FROM lot l WHERE l.archived_at IS NULL ORDER BY l.expires_on, l.id`,
    );
  }

  async listBalancesOf(itemId: string): Promise<BalanceRow[]> {
    return this.#manager.query(
      `SELECT item_id AS itemId, storage_place_id AS storagePlaceId, nullif(lot_id, '') AS lotId, on_hand AS onHand
       FROM stock_balance WHERE item_id = ? AND on_hand <> 0`,
      [itemId],
    );
  }

  /** Of all lots, used-up ones too, what expires first at the top. */
  async listLotsOf(itemId: string): Promise<Lot[]> {
    const columns = columnsOf(this.#manager, Lot, 'l');
    return this.#manager.query(
      `SELECT ${columns} FROM lot l WHERE l.item_id = ? AND l.archived_at IS NULL ORDER BY l.expires_on IS NULL, l.expires_on, l.id`,
      [itemId],
    );
  }

  /** Newest first. */
  async listMovementsOf(itemId: string, limit: number): Promise<NewMovement[]> {
    const columns = columnsOf(this.#manager, StockMovement, 'm');
    return this.#manager.query(`SELECT ${columns} FROM stock_movement m WHERE m.item_id = ? ORDER BY m.moved_at DESC, m.id DESC LIMIT ?`, [
      itemId,
      limit,
    ]);
  }

  /** Instant of the last count that was posted for the item, or null. A count that found what was expected counts too. */
  async lastCountedAt(itemId: string): Promise<string | null> {
    const rows: { at: string | null }[] = await this.#manager.query(
      `SELECT max(c.posted_at) AS at FROM stock_count_line l JOIN stock_count c ON c.id = l.stock_count_id
       WHERE l.item_id = ? AND l.counted IS NOT NULL AND c.status = 'posted'`,
      [itemId],
    );
    return rows[0]?.at ?? null;
  }
}
