import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { AppError } from '../preload/contract/shared/app-error.ts';
import type { SeenRow } from '../preload/contract/shared/primitives.ts';
import type { VersionedRow } from './versioned-row.entity.ts';

type Values<Row> = Omit<Row, 'version' | 'archivedAt'>;
type Patch<Row> = Partial<Omit<Row, 'id' | 'version' | 'archivedAt'>>;
type Cell = string | number | null;

/** SQLite takes 32,766 parameters in one statement. */
const maximumParameters = 30_000;

/** Writes to one table of versioned rows. A row whose version moved is a `conflict`; one that is gone, `not_found`. */
export class VersionedRows<Row extends VersionedRow> {
  readonly #manager: EntityManager;
  readonly #table: string;
  readonly #columns: ReadonlyMap<string, string>;
  /** What a person calls such a row: "shift". */
  readonly #word: string;

  constructor(manager: EntityManager, entity: EntityTarget<Row & ObjectLiteral>, word: string) {
    const metadata = manager.connection.getMetadata(entity);
    this.#manager = manager;
    this.#table = metadata.tableName;
    this.#columns = columnsOf(metadata.columns);
    this.#word = word;
  }

  /** New rows, version 1. */
  async insert(rows: readonly Values<Row>[]): Promise<void> {
    const properties = [...this.#columns.keys()].filter((property) => property !== 'version' && property !== 'archivedAt');
    const names = properties.map((property) => `"${this.#columns.get(property)}"`).join(', ');
    const perStatement = Math.floor(maximumParameters / properties.length);
    const one = `(${properties.map(() => '?').join(', ')})`;
    for (let start = 0; start < rows.length; start += perStatement) {
      const part = rows.slice(start, start + perStatement);
      const parameters = part.flatMap((row) => properties.map((property) => cellOf(row, property)));
      await this.#manager.query(`INSERT INTO "${this.#table}" (${names}) VALUES ${part.map(() => one).join(', ')}`, parameters);
    }
  }

  /** Answers the row's new version. */
  async update(seen: SeenRow, patch: Patch<Row>): Promise<number> {
    return this.#write(seen, patch, 'archived_at IS NULL');
  }

  /** `at`: instant, ISO 8601 UTC. */
  async archive(seen: readonly SeenRow[], at: string): Promise<void> {
    for (const row of seen) await this.#write(row, { archivedAt: at }, 'archived_at IS NULL');
  }

  async #write(seen: SeenRow, patch: object, condition: string): Promise<number> {
    const names = Object.keys(patch).filter((name) => this.#columns.has(name));
    const assignments = names.map((name) => `"${this.#columns.get(name)}" = ?, `).join('');
    const written: { version: number }[] = await this.#manager.query(
      `UPDATE "${this.#table}" SET ${assignments}version = version + 1 WHERE id = ? AND version = ? AND ${condition} RETURNING version`,
      [...names.map((name) => cellOf(patch, name)), seen.id, seen.version],
    );
    const [row] = written;
    if (row) return row.version;
    const found: { archivedAt: string | null }[] = await this.#manager.query(
      `SELECT archived_at AS archivedAt FROM "${this.#table}" WHERE id = ?`,
      [seen.id],
    );
    if (!found[0] || found[0].archivedAt !== null)
      throw new AppError('not_found', `This ${this.#word} is no longer there. Look at what is there now.`);
    throw new AppError('conflict', `Someone changed this ${this.#word} meanwhile. Look at what it is now; what you typed is kept.`);
  }
}

type Columns = readonly { readonly propertyName: string; readonly databaseName: string }[];

/** Every unit of work has repositories of its own, but the columns stay the same. */
const known = new WeakMap<Columns, ReadonlyMap<string, string>>();

function columnsOf(columns: Columns): ReadonlyMap<string, string> {
  let names = known.get(columns);
  if (!names) known.set(columns, (names = new Map(columns.map((column) => [column.propertyName, column.databaseName]))));
  return names;
}

function cellOf(row: object, property: string): Cell {
  const value: unknown = Reflect.get(row, property);
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new Error(`${property} holds no value that a column takes`);
}
