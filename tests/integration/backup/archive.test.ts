import { copyFileSync, createWriteStream, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { checkArchive, readArchive, unpackArchive } from '../../../db/backup/archive-reader.ts';
import { backupName, readBackupName } from '../../../db/backup/backup-name.ts';
import { runTask } from '../../../db/backup/run-task.ts';
import { backUp, makeDatabase } from '../../support/backups.ts';
import { temporaryFolder } from '../../support/database.ts';

async function oneBackup() {
  const folder = temporaryFolder();
  const { path, hash } = await makeDatabase(folder);
  return { folder, hash, backup: await backUp(folder, path) };
}

/** A zip as somebody else would make it. */
async function zipOf(
  path: string,
  entries: readonly { name: string; bytes: Buffer; mode?: number; compress?: boolean }[],
): Promise<string> {
  const zip = new ZipFile();
  for (const { name, bytes, mode = 0o100600, compress = false } of entries) zip.addBuffer(bytes, name, { mode, compress });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

describe('a backup', () => {
  it('is named by its instant and computer alone', async () => {
    const { backup } = await oneBackup();
    expect(backup.name).toBe('2026-11-23T17-00-00-000Z-L.backup');
    expect(readBackupName(backup.name)).toEqual({ name: backup.name, at: '2026-11-23T17:00:00.000Z', letter: 'L' });
    expect(readBackupName('2026-99-23T17-00-00-000Z-L.backup')).toBeUndefined();
    expect(readBackupName('../2026-11-23T17-00-00-000Z-L.backup')).toBeUndefined();
    expect(backupName('2026-11-23T17:00:00.000Z', 'L')).toBe(backup.name);
  });

  it('says what it is, and leaves nothing unfinished', async () => {
    const { folder, hash, backup } = await oneBackup();
    expect(backup.manifest).toMatchObject({
      format: 1,
      program: '0.1.0',
      letter: 'L',
      stateHash: hash,
      head: { sequence: 2 },
      attachments: [],
    });
    expect((await readArchive(backup.path)).manifest).toEqual(backup.manifest);
    expect(readdirSync(join(folder, 'backups'), { recursive: true })).toEqual([backup.name]);
  });

  it('holds no readable text of the practice', async () => {
    const { backup } = await oneBackup();
    const bytes = readFileSync(backup.path);
    for (const text of ['Wilhelmina', 'Dana', 'Add positions', 'CREATE TABLE', 'SQLite format'])
      expect(bytes.includes(text), text).toBe(false);
  });

  it('can be stopped before it is made', async () => {
    const folder = temporaryFolder();
    const stop = new AbortController();
    stop.abort();
    const task = { kind: 'check', archive: join(folder, 'x') } as const;
    await expect(runTask(task, { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('reading an archive', () => {
  it('refuses a file that is none', async () => {
    const path = join(temporaryFolder(), 'letter.backup');
    writeFileSync(path, 'Dear Ann, '.repeat(1000));
    await expect(readArchive(path)).rejects.toMatchObject({ rule: 'backup-not-one' });
    writeFileSync(path, '');
    await expect(readArchive(path)).rejects.toMatchObject({ rule: 'backup-not-one' });
  });

  it('tells a cut one from a damaged one', async () => {
    const { folder, backup } = await oneBackup();
    const cut = join(folder, 'cut.backup');
    copyFileSync(backup.path, cut);
    truncateSync(cut, 20_000);
    await expect(checkArchive(cut)).rejects.toMatchObject({ rule: 'backup-incomplete' });
    const bytes = readFileSync(backup.path);
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
    const flipped = join(folder, 'flipped.backup');
    writeFileSync(flipped, bytes);
    await expect(checkArchive(flipped)).rejects.toMatchObject({ rule: 'backup-damaged' });
    await expect(unpackArchive(flipped, join(folder, 'out.db'))).rejects.toMatchObject({ rule: 'backup-damaged' });
  });

  it('refuses entries that a backup does not have', async () => {
    const { folder, backup } = await oneBackup();
    const { manifest, keyring } = await readArchive(backup.path);
    const database = join(folder, 'out.db');
    await unpackArchive(backup.path, database);
    const good = [
      { name: 'manifest.json', bytes: Buffer.from(JSON.stringify(manifest)) },
      { name: 'keyring.json', bytes: Buffer.from(keyring) },
      { name: 'practice.db', bytes: readFileSync(database) },
    ];
    const [first, second, third] = good;
    if (!first || !second || !third) throw new Error('unreachable');
    await expect(checkArchive(await zipOf(join(folder, 'good'), good))).resolves.toMatchObject({ manifest });
    const strange = {
      fourth: [...good, { name: 'more.txt', bytes: Buffer.from('x') }],
      missing: [first, second],
      twice: [first, second, second],
      folder: [first, second, { ...third, name: 'sub/practice.db' }],
      link: [first, second, { ...third, mode: 0o120777 }],
      compressed: [first, second, { ...third, compress: true }],
      bomb: [first, { ...second, bytes: Buffer.alloc(2 ** 24), compress: true }, third],
      long: [first, { ...second, bytes: Buffer.alloc(2 ** 21) }, third],
    };
    for (const [name, entries] of Object.entries(strange)) {
      await expect(checkArchive(await zipOf(join(folder, name), entries)), name).rejects.toMatchObject({ rule: 'backup-strange' });
    }
  });

  it('refuses an archive within the archive', async () => {
    const { folder, backup } = await oneBackup();
    const { manifest, keyring } = await readArchive(backup.path);
    const nested = readFileSync(backup.path);
    const claims = { ...manifest, database: { ...manifest.database, bytes: nested.length } };
    const path = await zipOf(join(folder, 'nested'), [
      { name: 'manifest.json', bytes: Buffer.from(JSON.stringify(claims)) },
      { name: 'keyring.json', bytes: Buffer.from(keyring) },
      { name: 'practice.db', bytes: nested },
    ]);
    await expect(unpackArchive(path, join(folder, 'out.db'))).rejects.toMatchObject({ rule: 'backup-strange' });
  });

  it('refuses a manifest of another format as newer, and one with more in it', async () => {
    const { folder, backup } = await oneBackup();
    const { manifest, keyring } = await readArchive(backup.path);
    const withManifest = (claims: object) =>
      zipOf(join(folder, 'claims'), [
        { name: 'manifest.json', bytes: Buffer.from(JSON.stringify(claims)) },
        { name: 'keyring.json', bytes: Buffer.from(keyring) },
        { name: 'practice.db', bytes: Buffer.alloc(manifest.database.bytes) },
      ]);
    await expect(readArchive(await withManifest({ ...manifest, format: 2 }))).rejects.toMatchObject({ rule: 'backup-newer' });
    await expect(readArchive(await withManifest({ ...manifest, name: 'Elm Street' }))).rejects.toMatchObject({ rule: 'backup-damaged' });
    await expect(checkArchive(await withManifest(manifest))).rejects.toMatchObject({ rule: 'backup-damaged' });
  });
});
