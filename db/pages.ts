import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';

const page = 5000;

/** The rows of a statement that orders them, some thousand at a time, so that others are heard meanwhile. */
export async function* pagesOf<Row extends object>(database: Pick<EntityManager, 'query'>, sql: string): AsyncGenerator<readonly Row[]> {
  for (let start = 0; ; start += page) {
    const rows: Row[] = await database.query(`${sql} LIMIT ${page} OFFSET ${start}`);
    yield rows;
    if (rows.length < page) return;
    await nextTurn();
  }
}
