import type { EntityManager } from 'typeorm';
import type { ChainedRow, ChainedSet } from './hash-chain.ts';
import { appendOnlyTables } from './logged-tables.ts';

/** Where a computer's chain ends. Kept elsewhere, it shows later that a tail was cut. */
export interface ChainHead {
  readonly deviceId: string;
  /** Number of the last change. */
  readonly sequence: number;
  /** Its hash, as hex. */
  readonly hash: string;
}

/** A change set as it lies there. */
export interface StoredSet extends ChainedSet {
  readonly hash: string;
}

/** A row of the log as it lies there. */
export interface StoredRow extends ChainedRow {
  readonly sequence: number;
  readonly changeSetId: string;
  /** Of an added entry of the access record: 1 when it is what was logged, 0 when it differs, null when it is gone. */
  readonly entrySame: number | null;
}

/** An entry of the access record that stands out. */
export interface StoredEntry {
  readonly id: string;
  readonly at: string;
  readonly actorName: string;
  readonly detail: string;
}

/** What there is to walk, at one moment. */
export interface ChainExtent {
  readonly heads: readonly (ChainHead & { readonly key: string | null })[];
  /** Sequence of the last row of the log. */
  readonly lastRow: number;
  readonly rows: number;
  readonly entries: number;
  /** Place of the last entry of the access record. */
  readonly lastEntry: number;
}

const setColumns = `id, device_id AS deviceId, sequence, logical_clock AS logicalClock, actor_id AS actorId, actor_name AS actorName, procedure, label, at,
  undoes_id AS undoesId, hash`;

// A value that JSON cannot hold would stop the walk.
const entryColumns = appendOnlyTables.audit_entry;
const entrySame = `CASE WHEN l.table_name = 'audit_entry' AND l.column_name IS NULL THEN (
  SELECT CASE WHEN 'blob' IN (${entryColumns.map((column) => `typeof(e."${column}")`).join(', ')}) THEN 0
    ELSE json_object(${entryColumns.map((column) => `'${column}', e."${column}"`).join(', ')}) IS l.value END
  FROM audit_entry e WHERE e.id = l.row_id) END`;
const rowColumns = `l.sequence, l.change_set_id AS changeSetId, l.table_name AS tableName, l.row_id AS rowId, l.column_name AS columnName, l.value,
  l.replaced_change_set_id AS replacedChangeSetId, ${entrySame} AS entrySame`;

/** Reads the change log as the hash chain sees it, in pages, with nothing left out or interpreted. */
export class ChainRepository {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  /** Where each computer's chain ends now: what a backup keeps. */
  async heads(): Promise<ChainHead[]> {
    const { heads } = await this.extent();
    return heads.map(({ deviceId, sequence, hash }) => ({ deviceId, sequence, hash }));
  }

  async extent(): Promise<ChainExtent> {
    // With MAX, SQLite takes the other columns from the row that has it.
    const heads: (ChainHead & { key: string | null })[] = await this.#manager.query(
      `SELECT s.deviceId, s.sequence, s.hash, d.chain_key AS key
       FROM (SELECT device_id AS deviceId, MAX(sequence) AS sequence, hash FROM change_set GROUP BY device_id) s
       LEFT JOIN device_secret d ON d.device_id = s.deviceId ORDER BY s.deviceId`,
    );
    const [counts]: Omit<ChainExtent, 'heads'>[] = await this.#manager.query(
      `SELECT (SELECT COALESCE(MAX(sequence), 0) FROM change_log) AS lastRow, (SELECT COUNT(*) FROM change_log) AS rows,
         (SELECT COUNT(*) FROM audit_entry) AS entries, (SELECT COALESCE(MAX(rowid), 0) FROM audit_entry) AS lastEntry`,
    );
    return { heads, ...(counts ?? { lastRow: 0, rows: 0, entries: 0, lastEntry: 0 }) };
  }

  /** A computer's sets after one number and up to another, in order. */
  sets(deviceId: string, after: number, upTo: number, limit: number): Promise<StoredSet[]> {
    return this.#manager.query(
      `SELECT ${setColumns} FROM change_set WHERE device_id = ? AND sequence > ? AND sequence <= ? ORDER BY sequence, rowid LIMIT ?`,
      [deviceId, after, upTo, limit],
    );
  }

  /** The rows of a computer's sets from one number to another, in the order of the chain. */
  rows(deviceId: string, from: number, upTo: number, limit: number): Promise<(StoredRow & { readonly setSequence: number })[]> {
    return this.#manager.query(
      `SELECT s.sequence AS setSequence, ${rowColumns} FROM change_set s CROSS JOIN change_log l ON l.change_set_id = s.id
       WHERE s.device_id = ? AND s.sequence >= ? AND s.sequence <= ? ORDER BY s.sequence, s.rowid, l.sequence LIMIT ?`,
      [deviceId, from, upTo, limit],
    );
  }

  /** The rows of one set behind a row of it. */
  rowsOfSet(changeSetId: string, after: number, limit: number): Promise<StoredRow[]> {
    return this.#manager.query(
      `SELECT ${rowColumns} FROM change_log l WHERE l.change_set_id = ? AND l.sequence > ? ORDER BY l.sequence LIMIT ?`,
      [changeSetId, after, limit],
    );
  }

  /** The first row of the log, up to `lastRow`, whose set is not there. */
  async findRowWithoutSet(lastRow: number): Promise<StoredRow | undefined> {
    const rows: StoredRow[] = await this.#manager.query(
      `SELECT ${rowColumns} FROM change_log l
       WHERE l.sequence <= ? AND NOT EXISTS (SELECT 1 FROM change_set s WHERE s.id = l.change_set_id) ORDER BY l.sequence LIMIT 1`,
      [lastRow],
    );
    return rows[0];
  }

  /** The first entry of the access record, up to the place `lastEntry`, that was never logged. */
  async findEntryWithoutRow(lastEntry: number): Promise<StoredEntry | undefined> {
    const entries: StoredEntry[] = await this.#manager.query(
      `SELECT e.id, e.at, e.actor_name AS actorName, e.detail FROM audit_entry e WHERE e.rowid <= ? AND NOT EXISTS (
         SELECT 1 FROM change_log l WHERE l.table_name = 'audit_entry' AND l.row_id = e.id AND l.column_name IS NULL) ORDER BY e.rowid LIMIT 1`,
      [lastEntry],
    );
    return entries[0];
  }
}
