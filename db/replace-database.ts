import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { HeldFolder } from './data-folder.ts';
import { openToRead, openToWrite } from './connection.ts';
import { requireRoom } from './room.ts';
import { joined, withOnlyKey, type DataKey, type Keyring } from './keyring/keyring.ts';
import { syncFile, syncFolder } from './write-durably.ts';

/** Where a rewritten database is made before it takes the place of the present one. */
export const nextPathOf = ({ databasePath }: Pick<HeldFolder, 'databasePath'>): string => `${databasePath}.next`;

const besides = ['', '-wal', '-shm', '-journal'] as const;

/** Takes away what an interrupted rewriting left. */
export function forgetNext(folder: Pick<HeldFolder, 'databasePath'>): void {
  for (const ending of besides) rmSync(`${nextPathOf(folder)}${ending}`, { force: true });
}

/** Copies the open database into a file that opens with another key. The copy has a rollback journal, as rekeying needs. */
export async function copyWithKey(dataSource: DataSource, present: DataKey, path: string, key: DataKey): Promise<void> {
  await dataSource.query('VACUUM INTO ?', [path]);
  const copy = openToWrite(path, present.bytes.toString('hex'));
  try {
    copy.pragma('journal_mode = DELETE');
    copy.pragma(`rekey="x'${key.bytes.toString('hex')}'"`);
  } finally {
    copy.close();
  }
}

/** Throws unless a closed file is encrypted, opens with its key and is whole. */
export function checkDatabaseFile(path: string, key: DataKey): void {
  const header = Buffer.alloc(16);
  const descriptor = openSync(path, 'r');
  try {
    readSync(descriptor, header, 0, 16, 0);
  } finally {
    closeSync(descriptor);
  }
  if (header.toString('latin1') === 'SQLite format 3\0') throw new Error('The rewritten database is not encrypted');
  const connection = openToRead(path, key.bytes.toString('hex'));
  try {
    if (connection.pragma('integrity_check', { simple: true }) !== 'ok') throw new Error('The rewritten database is damaged');
    const violations = connection.pragma('foreign_key_check');
    if (Array.isArray(violations) && violations.length > 0) throw new Error('The rewritten database has rows that point nowhere');
  } finally {
    connection.close();
  }
}

/**
 * Puts the file at `nextPathOf` in the place of the database, which nobody has open, and `ring` in the place of the keyring.
 * Until the last step the keyring opens both, so whenever the process ends, one of them opens. What throws leaves the present file.
 * `aside`: a folder that keeps the present files; without it they go.
 */
export function swapIn(folder: HeldFolder, ring: Keyring, key: DataKey, aside?: string): void {
  const next = nextPathOf(folder);
  syncFile(next);
  const present = readRing(folder);
  if (aside !== undefined) keepAside(folder, aside);
  requireRoom(folder.path);
  folder.keyring.write(present ? joined(ring, present) : ring);
  // A journal that stayed beside the file belongs to the one before.
  for (const ending of besides.slice(1)) rmSync(`${folder.databasePath}${ending}`, { force: true });
  // Looking at the closed file left an empty journal beside it.
  for (const ending of besides.slice(1)) rmSync(`${next}${ending}`, { force: true });
  renameSync(next, folder.databasePath);
  try {
    syncFolder(folder.path);
    folder.keyring.write(withOnlyKey(ring, key.id));
  } catch {
    // The other file is in its place. Keys of the one before open nothing any more; the next opening takes them away (`settled`).
  }
}

function readRing(folder: HeldFolder): Keyring | undefined {
  try {
    return folder.keyring.read();
  } catch {
    // Missing or damaged: there is nothing to keep of it but the copy aside.
    return undefined;
  }
}

/** Copies database, journal and keyring into a folder of their own. */
export function keepAside(folder: HeldFolder, aside: string): void {
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  for (const file of [...besides.map((ending) => `${folder.databasePath}${ending}`), folder.keyring.path]) {
    if (!existsSync(file)) continue;
    const copy = join(aside, basename(file));
    copyFileSync(file, copy);
    syncFile(copy);
  }
  syncFolder(aside);
}

/**
 * The keyring with nothing but the key that the file was found to open with: an interrupted rewriting ends here.
 * Answers the same keyring where there was nothing to end.
 */
export function settled(ring: Keyring, key: DataKey): Keyring {
  const left = withOnlyKey(ring, key.id);
  return left.slots.length === ring.slots.length && ring.slots.every(({ keys }) => keys.length === 1) ? ring : left;
}
