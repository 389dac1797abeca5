import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { loggedTables } from './change-log/logged-tables.ts';

/** SHA-256 over everything the practice holds now: every row that is not archived, without its version. */
export async function stateHash(dataSource: DataSource): Promise<string> {
  const hash = createHash('sha256');
  for (const [table, columns] of Object.entries(loggedTables)) {
    const names = columns.map((column) => `"${column}"`).join(', ');
    const rows: object[] = await dataSource.query(`SELECT id, ${names} FROM "${table}" WHERE archived_at IS NULL ORDER BY id`);
    hash.update(table);
    for (const row of rows) hash.update(JSON.stringify(Object.values(row)));
  }
  return hash.digest('hex');
}
