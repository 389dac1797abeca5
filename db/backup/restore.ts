import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../data-source.ts';
import { migrations as ownMigrations, type MigrationClass } from '../migrations/migrations.ts';
import type { ReadArchive } from './archive-reader.ts';
import type { DatabaseFacts } from './facts.ts';
import { runTask } from './run-task.ts';
import { expectedSchema, migrationsUpTo } from './schema.ts';

/** A backup's database beside the live one, not yet trusted. */
export interface UnpackedBackup extends ReadArchive {
  readonly database: string;
}

/** A fresh database of today's schema that holds what the backup held. */
export interface RestoredDatabase {
  readonly path: string;
  readonly facts: DatabaseFacts;
}

interface Watch {
  readonly signal?: AbortSignal | undefined;
  readonly report?: (done: number, total: number) => void;
}

/** Takes a backup apart in the folder `work`, which is emptied first. Refuses by `backupRefusals`. */
export async function unpackBackup(archive: string, work: string, { signal }: Watch = {}): Promise<UnpackedBackup> {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true, mode: 0o700 });
  const database = join(work, 'unpacked.db');
  return { ...(await runTask({ kind: 'unpack', archive, target: database }, { signal })), database };
}

/** Proves that the database is one of ours and reads what it holds. `key` is the data key of the backup, 32 bytes as hex. */
export async function inspectBackup({ manifest, database }: UnpackedBackup, key: string, { signal }: Watch = {}): Promise<DatabaseFacts> {
  const expected = await expectedSchema(migrationsUpTo(manifest.newestMigration));
  return runTask({ kind: 'inspect', database, key, expected, stateHash: manifest.stateHash }, { signal });
}

/**
 * Makes a fresh database by our own migrations, copies the rows of the backup into it, and brings it to today's schema.
 * The backup's file itself is never taken over. Refuses by `backupRefusals`; the live database is not touched.
 */
export async function restoreDatabase(
  { manifest, database }: UnpackedBackup,
  keys: { readonly backup: string; readonly restored: string },
  work: string,
  { signal, report }: Watch = {},
  migrations: readonly MigrationClass[] = ownMigrations,
): Promise<RestoredDatabase> {
  const path = join(work, 'restored.db');
  const location = { path, key: keys.restored };
  const then = migrationsUpTo(manifest.newestMigration, migrations);
  const expected = await expectedSchema(then);
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  await (await openDatabase(location, then)).destroy();
  const facts = await runTask(
    {
      kind: 'pour',
      source: database,
      sourceKey: keys.backup,
      target: path,
      targetKey: keys.restored,
      expected,
      stateHash: manifest.stateHash,
    },
    { signal, ...(report ? { report } : {}) },
  );
  signal?.throwIfAborted();
  if (then.length < migrations.length) await (await openDatabase(location, migrations)).destroy();
  await runTask({ kind: 'prove', database: path, key: keys.restored }, { signal });
  return { path, facts };
}
