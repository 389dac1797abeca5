import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { unpackArchive } from '../../../db/backup/archive-reader.ts';
import { isBackupRefusal } from '../../../db/backup/backup-refusal.ts';
import { restoreDatabase, unpackBackup } from '../../../db/backup/restore.ts';
import { unlock } from '../../../db/connection.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import { backUp } from '../../support/backups.ts';
import { faultKey } from './filled-database.ts';

/** A good backup, to be spoiled. */
export interface Good {
  readonly folder: string;
  readonly archive: string;
  readonly bytes: Buffer;
  readonly manifest: Record<string, unknown> & { readonly database: object };
  readonly keyring: string;
  readonly database: Buffer;
}

/** Backs the practice in `folder` up, and takes the backup apart. */
export async function goodBackup(folder: string, live: string): Promise<Good> {
  const { path: archive } = await backUp(folder, live);
  const unpacked = join(folder, 'good.db');
  const { manifest, keyring } = await unpackArchive(archive, unpacked);
  return { folder, archive, bytes: readFileSync(archive), manifest, keyring, database: readFileSync(unpacked) };
}

export const entriesOf = ({ manifest, keyring, database }: Good) => ({
  'manifest.json': Buffer.from(JSON.stringify(manifest)),
  'keyring.json': Buffer.from(keyring),
  'practice.db': database,
});

interface Packed {
  readonly compress?: boolean;
  readonly mode?: number;
}

export async function pack(
  good: Good,
  entries: Readonly<Record<string, Buffer>>,
  { compress = false, mode = 0o100600 }: Packed = {},
): Promise<string> {
  const path = join(good.folder, 'spoiled.backup');
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(entries)) zip.addBuffer(bytes, name, { compress, mode });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

export function put(good: Good, bytes: Buffer): string {
  const path = join(good.folder, 'spoiled.backup');
  writeFileSync(path, bytes);
  return path;
}

/** A backup whose database somebody with the key changed, and whose manifest was made to fit. */
export async function rewritten(good: Good, statements: readonly string[]): Promise<string> {
  const path = join(good.folder, 'rewritten.db');
  writeFileSync(path, good.database);
  const connection = new Database(path);
  unlock(connection, faultKey);
  connection.unsafeMode(true);
  for (const statement of statements) connection.exec(statement);
  connection.close();
  return packDatabase(good, readFileSync(path));
}

export function packDatabase(good: Good, database: Buffer): Promise<string> {
  const sha256 = createHash('sha256').update(database).digest('hex');
  const manifest = { ...good.manifest, database: { bytes: database.length, sha256 } };
  return pack(good, entriesOf({ ...good, manifest, database }));
}

/** Offers a backup to a restore: `restored`, or what it was refused as. */
export async function offer(archive: string, key: string, work: string): Promise<string> {
  try {
    const backup = await unpackBackup(archive, work);
    await restoreDatabase(backup, { backup: key, restored: faultKey }, work);
    return 'restored';
  } catch (error) {
    if (error instanceof AppError && error.rule !== undefined && isBackupRefusal(error.rule)) return error.rule;
    throw error;
  }
}
