import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { pagesOf } from './pages.ts';
import { contentTables } from './change-log/content-tables.ts';
import { loggedTables } from './change-log/logged-tables.ts';
import type { Connection } from './connection.ts';

/** Reads the rows of a table in order, each as the values of its columns. */
type Ask = (sql: string) => AsyncIterable<readonly unknown[]> | Iterable<readonly unknown[]>;

/** SHA-256 over everything the practice holds now: every row that is not archived, without its version. */
export async function stateHash(database: Pick<EntityManager, 'query'>): Promise<string> {
  return hashOf(async function* (sql) {
    for await (const rows of pagesOf(database, sql)) {
      for (const row of rows) yield Object.values(row);
    }
  });
}

/** The same over a bare connection. */
export function stateHashOf(connection: Connection): Promise<string> {
  return hashOf((sql) => connection.prepare<[], unknown[]>(sql).raw().iterate());
}

/** A file of an older schema has fewer tables and columns: it is hashed as the program of its time did. */
async function hashOf(ask: Ask): Promise<string> {
  const hash = createHash('sha256');
  for (const table of contentTables) {
    const there = new Set<unknown>();
    for await (const [name] of ask(`SELECT name FROM pragma_table_info('${table}')`)) there.add(name);
    if (there.size === 0) continue;
    const columns = loggedTables[table].filter((column) => there.has(column)).map((column) => `"${column}"`);
    hash.update(table);
    const sql = `SELECT id, ${columns.join(', ')} FROM "${table}" WHERE archived_at IS NULL ORDER BY id`;
    for await (const row of ask(sql)) hash.update(JSON.stringify(row));
  }
  return hash.digest('hex');
}
