import 'reflect-metadata';
import Database from 'better-sqlite3';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DataSource } from 'typeorm';
import { openToRead, unlock, type Connection } from './connection.ts';
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
  connection.pragma('trusted_schema = OFF');
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  // 32 MB instead of 2: a page that is no longer kept has to be deciphered and checked anew.
  connection.pragma('cache_size = -32768');
  const wanted = {
    synchronous: 2,
    foreign_keys: 1,
    trusted_schema: 0,
    journal_mode: path === ':memory:' ? 'memory' : 'wal',
    // What has no key has nothing to hide in passing files: memory, and the other side of the bench.
    ...(key === null ? {} : { temp_store: 2 }),
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
  const known = migrations.map((migration) => migration.name);
  let applied: readonly string[] = [];
  const dataSource = new DataSource({
    type: 'better-sqlite3',
    driver: Database,
    database: location.path,
    prepareDatabase: (connection: Connection) => {
      try {
        unlock(connection, location.key);
        applied = knownMigrations(connection, known);
        prepare(connection, location);
      } catch (error) {
        connection.close();
        throw error;
      }
    },
    entities,
    migrations: [...migrations],
    migrationsTransactionMode: 'all',
    synchronize: false,
    logger: quietLogger,
  });
  try {
    // What an unclean close left in the journal would go into the file when the connection is closed again.
    if (existsSync(`${location.path}-wal`)) lookFirst(location, known);
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

/** The migrations of a file, none of a new one. Throws a `DatabaseTrouble` where a newer version wrote it; changes nothing. */
function knownMigrations(connection: Connection, known: readonly string[]): readonly string[] {
  const hasTable = connection.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migrations'`).get();
  if (!hasTable) return [];
  const applied = connection.prepare<[], string>('SELECT name FROM migrations ORDER BY id').pluck().all();
  if (applied.every((name) => known.includes(name))) return applied;
  throw new DatabaseTrouble(
    'newer',
    'This practice was opened with a newer version of the program. Install that version here; nothing was changed.',
  );
}

/** Looks at a file without changing it. */
function lookFirst({ path, key }: DatabaseLocation, known: readonly string[]): void {
  const connection = openToRead(path, key);
  try {
    knownMigrations(connection, known);
  } finally {
    connection.close();
  }
}
