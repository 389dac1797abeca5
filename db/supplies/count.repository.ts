import type { EntityManager } from 'typeorm';
import { columnsOf } from '../columns-of.ts';
import { VersionedRows } from '../versioned-rows.ts';
import { StockCount, StockCountLine } from './stock-count.entity.ts';

export interface CountTotals extends StockCount {
  readonly lines: number;
  readonly counted: number;
  readonly differing: number;
}

/** Of one item and place: the last posted count, and what came and went since. Base units. */
export interface CountPast {
  readonly itemId: string;
  readonly storagePlaceId: string;
  readonly lastCount: number;
  readonly lastCountedAt: string;
  readonly cameIn: number;
  readonly wentOut: number;
}

export interface CountedPack {
  readonly itemId: string;
  readonly code: string;
  readonly baseUnits: number;
}

/** Counts of rooms. */
export class CountRepository {
  readonly counts: VersionedRows<StockCount>;
  readonly lines: VersionedRows<StockCountLine>;
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
    this.counts = new VersionedRows(manager, StockCount, 'count');
    this.lines = new VersionedRows(manager, StockCountLine, 'line of the count');
  }

  /** Newest first. */
  async list(limit: number): Promise<CountTotals[]> {
    return this.#manager.query(`${this.#totals} WHERE c.archived_at IS NULL GROUP BY c.id ORDER BY c.started_at DESC, c.id DESC LIMIT ?`, [
      limit,
    ]);
  }

  async find(id: string): Promise<CountTotals | undefined> {
    const rows: CountTotals[] = await this.#manager.query(`${this.#totals} WHERE c.id = ? AND c.archived_at IS NULL GROUP BY c.id`, [id]);
    return rows[0];
  }

  /** The count of a room that is not posted or cancelled. */
  async findOpenOf(storagePlaceId: string): Promise<StockCount | undefined> {
    const rows: StockCount[] = await this.#manager.query(
      `SELECT ${columnsOf(this.#manager, StockCount, 'c')} FROM stock_count c
       WHERE c.storage_place_id = ? AND c.archived_at IS NULL AND c.status IN ('counting', 'review')`,
      [storagePlaceId],
    );
    return rows[0];
  }

  /** In the order they were put in: shelf by shelf. */
  async linesOf(countId: string): Promise<StockCountLine[]> {
    return this.#manager.query(
      `SELECT ${columnsOf(this.#manager, StockCountLine, 'l')} FROM stock_count_line l WHERE l.stock_count_id = ? AND l.archived_at IS NULL ORDER BY l.id`,
      [countId],
    );
  }

  async findLine(id: string): Promise<StockCountLine | undefined> {
    const rows: StockCountLine[] = await this.#manager.query(
      `SELECT ${columnsOf(this.#manager, StockCountLine, 'l')} FROM stock_count_line l WHERE l.id = ? AND l.archived_at IS NULL`,
      [id],
    );
    return rows[0];
  }

  /** The highest number a count of this computer has; 0 before the first. Undone ones keep theirs. */
  async lastNumber(letter: string): Promise<number> {
    const rows: { number: number | null }[] = await this.#manager.query('SELECT max(number) AS number FROM stock_count WHERE letter = ?', [
      letter,
    ]);
    return rows[0]?.number ?? 0;
  }

  /** Every pack the items of a count come in, whoever sells it. */
  async packsOf(countId: string): Promise<CountedPack[]> {
    return this.#manager.query(
      `SELECT DISTINCT p.item_id AS itemId, p.code, p.base_units AS baseUnits FROM item_pack p
       WHERE p.archived_at IS NULL AND p.item_id IN (SELECT item_id FROM stock_count_line WHERE stock_count_id = ? AND archived_at IS NULL)
       ORDER BY p.base_units, p.code`,
      [countId],
    );
  }

  /** What became of the lines' items since each was last counted in its place, by counts before this one. */
  async pastOf(countId: string): Promise<CountPast[]> {
    return this.#manager.query(
      `WITH last AS (
         SELECT l.item_id, l.storage_place_id, max(c.posted_at) AS posted_at FROM stock_count_line l
         JOIN stock_count c ON c.id = l.stock_count_id AND c.status = 'posted' AND c.id <> ?
         WHERE l.counted IS NOT NULL AND l.archived_at IS NULL
           AND l.item_id IN (SELECT item_id FROM stock_count_line WHERE stock_count_id = ? AND archived_at IS NULL)
         GROUP BY 1, 2)
       SELECT last.item_id AS itemId, last.storage_place_id AS storagePlaceId, last.posted_at AS lastCountedAt,
         (SELECT sum(l.counted) FROM stock_count_line l JOIN stock_count c ON c.id = l.stock_count_id
          WHERE l.item_id = last.item_id AND l.storage_place_id = last.storage_place_id AND c.posted_at = last.posted_at AND l.archived_at IS NULL) AS lastCount,
         coalesce(sum(CASE WHEN m.quantity > 0 THEN m.quantity END), 0) AS cameIn,
         -coalesce(sum(CASE WHEN m.quantity < 0 THEN m.quantity END), 0) AS wentOut
       FROM last LEFT JOIN stock_movement m
         ON m.item_id = last.item_id AND m.storage_place_id = last.storage_place_id AND m.moved_at > last.posted_at
       GROUP BY 1, 2, 3`,
      [countId, countId],
    );
  }

  get #totals(): string {
    return `SELECT ${columnsOf(this.#manager, StockCount, 'c')}, count(l.id) AS lines, count(l.counted) AS counted,
      count(CASE WHEN l.counted <> l.expected THEN 1 END) AS differing
      FROM stock_count c LEFT JOIN stock_count_line l ON l.stock_count_id = c.id AND l.archived_at IS NULL`;
  }
}
