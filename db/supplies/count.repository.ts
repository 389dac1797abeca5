import type { EntityManager } from 'typeorm';
import { VersionedRows } from '../versioned-rows.ts';
import { StockCount, StockCountLine } from './stock-count.entity.ts';

/** Counts of rooms. */
export class CountRepository {
  readonly counts: VersionedRows<StockCount>;
  readonly lines: VersionedRows<StockCountLine>;

  constructor(manager: EntityManager) {
    this.counts = new VersionedRows(manager, StockCount, 'count');
    this.lines = new VersionedRows(manager, StockCountLine, 'line of the count');
  }
}
