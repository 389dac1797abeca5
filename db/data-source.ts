import 'reflect-metadata';
import Database from 'better-sqlite3';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DataSource } from 'typeorm';
import { unlock, type Connection } from './connection.ts';
import { DatabaseTrouble, isDamage, troubleOf } from './database-trouble.ts';
import { entities } from './entities.ts';
import { migrations as ownMigrations, type MigrationClass } from './migrations/migrations.ts';
import { quietLogger } from './quiet-logger.ts';
import { syncFile, syncFolder } from './write-durably.ts';

export interface DatabaseLocation {
  /** Path of the file, or `:memory:`. */
  readonly path: string;
  /** 32 bytes as hex; null only in memory. */
  readonly key: string | null;
}

/** Set on every connection, and asserted: the driver's own defaults lost acknowledged commits. */
function prepare(connection: Connection, { path, key }: DatabaseLocation): void {
  unlock(connection, key);
  connection.pragma('trusted_schema = OFF');
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  // 32 MB instead of 2: a page that is no longer kept has to be deciphered and checked anew.
  connection.pragma('cache_size = -32768');
  const inMemory = path === ':memory:';
  const wanted = {
    synchronous: 2,
    foreign_keys: 1,
    trusted_schema: 0,
    journal_mode: inMemory ? 'memory' : 'wal',
    ...(inMemory ? {} : { temp_store: 2 }),
  };
  for (const [pragma, value] of Object.entries(wanted)) {
    if (connection.pragma(pragma, { simple: true }) !== value) throw new Error(`PRAGMA ${pragma} is not ${value}`);
  }
}

/**
 * Opens the database, migrated to the newest schema. The one place that opens one.
 * Throws a `DatabaseTrouble`: a file that is no database or has another key, and one that a newer version wrote (which stays unchanged).
 */
export async function openDatabase(location: DatabaseLocation, migrations: readonly MigrationClass[] = ownMigrations): Promise<DataSource> {
  const exists = location.path !== ':memory:' && existsSync(location.path);
  const applied = exists ? appliedMigrations(location) : [];
  const known = migrations.map((migration) => migration.name);
  if (applied.some((name) => !known.includes(name))) {
    throw new DatabaseTrouble(
      'newer',
      'This practice was opened with a newer version of the program. Install that version here; nothing was changed.',
    );
  }
  const dataSource = new DataSource({
    type: 'better-sqlite3',
    driver: Database,
    database: location.path,
    prepareDatabase: (connection: Connection) => prepare(connection, location),
    entities,
    migrations: [...migrations],
    migrationsTransactionMode: 'all',
    synchronize: false,
    logger: quietLogger,
  });
  try {
    await dataSource.initialize();
  } catch (error) {
    throw troubleOf(error);
  }
  try {
    if (applied.length < known.length) await migrate(dataSource, location, applied.length > 0 ? known.at(-1) : undefined);
    await dataSource.query('UPDATE current_change_set SET change_set_id = NULL WHERE change_set_id IS NOT NULL');
  } catch (error) {
    await dataSource.destroy();
    const trouble = troubleOf(error);
    if (trouble.kind !== 'damaged' || isDamage(error)) throw trouble;
    throw new DatabaseTrouble(
      'migration',
      'The practice file could not be brought up to this version. It is as it was before; try again.',
      error,
    );
  }
  return dataSource;
}

/** Keeps a copy of a file that has data before it is brought to the schema `newest`. */
async function migrate(dataSource: DataSource, { path }: DatabaseLocation, newest: string | undefined): Promise<void> {
  if (newest !== undefined) {
    const copy = `${path}.before-${newest}`;
    if (!existsSync(copy)) await copyWhole(dataSource, copy);
  }
  await dataSource.runMigrations();
  // A migration that rebuilds tables may leave the switch off.
  await dataSource.query('PRAGMA foreign_keys = ON');
  const violations: unknown[] = await dataSource.query('PRAGMA foreign_key_check');
  const [integrity]: { integrity_check: string }[] = await dataSource.query('PRAGMA integrity_check');
  if (violations.length > 0 || integrity?.integrity_check !== 'ok') throw new Error('The migrated database does not pass its checks.');
}

/** A copy that has its name only once it is whole. */
async function copyWhole(dataSource: DataSource, copy: string): Promise<void> {
  const fresh = `${copy}.new`;
  rmSync(fresh, { force: true });
  await dataSource.query('VACUUM INTO ?', [fresh]);
  syncFile(fresh);
  renameSync(fresh, copy);
  syncFolder(dirname(copy));
}

/** Looks at an existing file without changing it. */
function appliedMigrations({ path, key }: DatabaseLocation): string[] {
  let connection: Connection | undefined;
  try {
    connection = new Database(path, { readonly: true, fileMustExist: true });
    unlock(connection, key);
    const hasTable = connection.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migrations'`).get();
    if (!hasTable) return [];
    const rows = connection.prepare('SELECT name FROM migrations ORDER BY id').all();
    return rows.map((row) => String((row as { name: unknown }).name));
  } catch (cause) {
    throw troubleOf(cause);
  } finally {
    connection?.close();
  }
}
