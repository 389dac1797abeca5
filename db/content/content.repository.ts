import type { EntityManager } from 'typeorm';
import { contentColumns, contentTables } from '../change-log/content-tables.ts';
import type { LoggedTable } from '../change-log/logged-tables.ts';
import { pagesOf } from '../pages.ts';
import { stateHash } from '../state-hash.ts';

/** A row by its column names. */
export type ContentRow = Readonly<Record<string, string | number | null>>;

/** SQLite takes 32,766 parameters in one statement. */
const maximumParameters = 30_000;

/** Whole tables of the practice, archived rows too, as they lie: for taking everything out and bringing it in. */
export class ContentRepository {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  async rowsOf(table: LoggedTable): Promise<ContentRow[]> {
    const names = contentColumns(table).map((column) => `"${column}"`);
    const sql = `SELECT ${names.join(', ')} FROM "${table}" ORDER BY id`;
    const rows: ContentRow[] = [];
    for await (const page of pagesOf<ContentRow>(this.#manager, sql)) rows.push(...page);
    return rows;
  }

  /** Whether no table of the practice holds a row, archived ones included. */
  async isEmpty(): Promise<boolean> {
    for (const table of contentTables) {
      const rows: unknown[] = await this.#manager.query(`SELECT 1 FROM "${table}" LIMIT 1`);
      if (rows.length > 0) return false;
    }
    return true;
  }

  /** Lets rows come before those they point to, until the end of this transaction. */
  async takeInAnyOrder(): Promise<void> {
    await this.#manager.query('PRAGMA defer_foreign_keys = ON');
  }

  /** Puts rows in as they are, ids and versions too. */
  async insert(table: LoggedTable, rows: readonly ContentRow[]): Promise<void> {
    const columns = contentColumns(table);
    const names = columns.map((column) => `"${column}"`).join(', ');
    const one = `(${columns.map(() => '?').join(', ')})`;
    const perStatement = Math.floor(maximumParameters / columns.length);
    for (let start = 0; start < rows.length; start += perStatement) {
      const part = rows.slice(start, start + perStatement);
      const parameters = part.flatMap((row) => columns.map((column) => row[column] ?? null));
      await this.#manager.query(`INSERT INTO "${table}" (${names}) VALUES ${part.map(() => one).join(', ')}`, parameters);
    }
  }

  /** The table of a row that points to one that is not there. */
  async brokenReference(): Promise<string | undefined> {
    const rows: { table: string }[] = await this.#manager.query('PRAGMA foreign_key_check');
    return rows[0]?.table;
  }

  stateHash(): Promise<string> {
    return stateHash(this.#manager);
  }
}
