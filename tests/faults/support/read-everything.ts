import { createHash } from 'node:crypto';
import { openDatabase } from '../../../db/data-source.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import { faultKey } from './filled-database.ts';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Errors of the driver that say that a page is not what was written. */
const isDamage = (error: unknown): boolean => /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(codeOf(error));

/**
 * Opens a database as the program does and reads every row of every table. Answers a hash over them, or `detected` when the damage was
 * found on the way: as a plain refusal while opening, or by the driver at the page itself. Throws what is neither.
 */
export async function readEverything(path: string): Promise<string> {
  try {
    const dataSource = await openDatabase({ path, key: faultKey });
    try {
      const tables: { name: string }[] = await dataSource.query(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`);
      const hash = createHash('sha256');
      for (const { name } of tables) hash.update(JSON.stringify(await dataSource.query(`SELECT * FROM "${name}"`)));
      const found: { integrity_check: string }[] = await dataSource.query('PRAGMA integrity_check');
      return found.length === 1 && found[0]?.integrity_check === 'ok' ? hash.digest('hex') : 'detected';
    } finally {
      await dataSource.destroy();
    }
  } catch (error) {
    for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
      if (isDamage(cause) || (cause instanceof AppError && cause.code === 'unavailable')) return 'detected';
    }
    throw error;
  }
}
