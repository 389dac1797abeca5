import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe, expect, it } from 'vitest';
import { unlock } from '../../../db/connection.ts';
import { openDatabase } from '../../../db/data-source.ts';
import { migrations } from '../../../db/migrations/migrations.ts';
import { inspectBackup, restoreDatabase, unpackBackup, type UnpackedBackup } from '../../../db/backup/restore.ts';
import { stateHash } from '../../../db/state-hash.ts';
import { UnitOfWork } from '../../../db/unit-of-work.ts';
import { backUp, backupKey, makeDatabase } from '../../support/backups.ts';
import { temporaryFolder } from '../../support/database.ts';
import { sequentialIds, steppingClock } from '../../support/ports.ts';

const otherKey = 'ab'.repeat(32);

async function unpacked(): Promise<{ folder: string; work: string; hash: string; backup: UnpackedBackup }> {
  const folder = temporaryFolder();
  const { path, hash } = await makeDatabase(folder);
  const work = join(folder, 'work');
  return { folder, work, hash, backup: await unpackBackup((await backUp(folder, path)).path, work) };
}

/** Writes to the unpacked file as whoever has its key would, and corrects what the manifest says. */
async function tamper(backup: UnpackedBackup, statements: readonly string[]): Promise<UnpackedBackup> {
  const connection = new Database(backup.database);
  unlock(connection, backupKey);
  connection.unsafeMode(true);
  for (const statement of statements) connection.exec(statement);
  connection.close();
  return backup;
}

/** Every row and statement of a file, as a hash. */
const dump = async (path: string, key: string): Promise<string> => {
  const connection = new Database(path, { readonly: true });
  unlock(connection, key);
  const tables = connection.prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).pluck().all();
  const schema = connection.prepare('SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name').all();
  const rows = tables.map((table) =>
    connection
      .prepare(`SELECT * FROM "${table}"`)
      .raw()
      .all()
      .map((row) => JSON.stringify(row))
      .toSorted(),
  );
  connection.close();
  return createHash('sha256')
    .update(JSON.stringify([schema, rows]))
    .digest('hex');
};

describe('a restore', () => {
  it('makes a fresh file with the same rows, counters, history and schema', async () => {
    const { backup, work, hash } = await unpacked();
    const restored = await restoreDatabase(backup, { backup: backupKey, restored: otherKey }, work);
    expect(await dump(restored.path, otherKey)).toBe(await dump(backup.database, backupKey));
    const dataSource = await openDatabase({ path: restored.path, key: otherKey });
    expect(await stateHash(dataSource)).toBe(hash);
    const unitOfWork = await UnitOfWork.open(dataSource, { clock: steppingClock(), newId: sequentialIds() });
    expect(unitOfWork.deviceId).toBe(backup.manifest.head.device);
    await expect(dataSource.query('DELETE FROM position')).rejects.toThrow(/archived, never deleted/);
    await dataSource.destroy();
    expect(readFileSync(restored.path).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
  });

  it('tells what a backup holds without restoring it', async () => {
    const { backup } = await unpacked();
    expect(await inspectBackup(backup, backupKey)).toMatchObject({
      people: 0,
      practiceName: null,
      lastChange: { label: 'Add positions', by: 'Dana' },
    });
  });

  it('brings an older schema to the one of today', async () => {
    class AddRoom2000000000000 implements MigrationInterface {
      readonly name = 'AddRoom2000000000000';
      async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query('CREATE TABLE "room" ("id" varchar PRIMARY KEY NOT NULL)');
      }
      async down(): Promise<void> {}
    }
    const { backup, work, hash } = await unpacked();
    const { path } = await restoreDatabase(backup, { backup: backupKey, restored: backupKey }, work, {}, [
      ...migrations,
      AddRoom2000000000000,
    ]);
    const dataSource = await openDatabase({ path, key: backupKey }, [...migrations, AddRoom2000000000000]);
    expect(await stateHash(dataSource)).toBe(hash);
    expect(await dataSource.query('SELECT count(*) AS count FROM room')).toEqual([{ count: 0 }]);
    await dataSource.destroy();
  });

  it('refuses another key, a newer schema, and rows that are not those of the manifest', async () => {
    const { backup } = await unpacked();
    await expect(inspectBackup(backup, otherKey)).rejects.toMatchObject({ rule: 'backup-key' });
    const newer = { ...backup, manifest: { ...backup.manifest, newestMigration: 'FromTheFuture9999999999999' } };
    await expect(inspectBackup(newer, backupKey)).rejects.toMatchObject({ rule: 'backup-newer' });
    const other = { ...backup, manifest: { ...backup.manifest, stateHash: '0'.repeat(64) } };
    await expect(inspectBackup(other, backupKey)).rejects.toMatchObject({ rule: 'backup-damaged' });
  });

  it.each([
    ['a trigger of its own', [`CREATE TRIGGER evil AFTER INSERT ON person BEGIN DELETE FROM person; END`]],
    ['a view of its own', [`CREATE VIEW evil AS SELECT load_extension('x')`]],
    ['a table of its own', ['CREATE TABLE evil (id)']],
    ['an index of its own', ['CREATE INDEX evil ON person (phone)']],
    ['a table less', ['DROP TABLE week_note']],
    ['a trigger less', ['DROP TRIGGER keep_person']],
    [
      'another statement under our name',
      ['DROP TRIGGER keep_person', `CREATE TRIGGER keep_person BEFORE DELETE ON person BEGIN SELECT load_extension('x'); END`],
    ],
    ['a rewritten schema', [`PRAGMA writable_schema = ON`, `UPDATE sqlite_master SET sql = sql || ' ' WHERE name = 'person'`]],
    ['a migration that was never run', [`INSERT INTO migrations (timestamp, name) VALUES (9, 'Evil9')`]],
  ])('refuses a file with %s', async (_name, statements) => {
    const { backup, work } = await unpacked();
    await tamper(backup, statements);
    await expect(restoreDatabase(backup, { backup: backupKey, restored: backupKey }, work)).rejects.toMatchObject({
      rule: 'backup-schema',
    });
  });

  it('refuses a value of another kind than its column', async () => {
    const { backup, work } = await unpacked();
    const trigger = new Database(backup.database, { readonly: true });
    unlock(trigger, backupKey);
    const sql = trigger.prepare<[], string>(`SELECT sql FROM sqlite_master WHERE name = 'log_device_update'`).pluck().get() ?? '';
    trigger.close();
    await tamper(backup, ['DROP TRIGGER log_device_update', `UPDATE device SET letter = x'00'`, sql]);
    await expect(restoreDatabase(backup, { backup: backupKey, restored: backupKey }, work)).rejects.toMatchObject({
      rule: 'backup-schema',
    });
  });

  it.each([['9223372036854775807'], ["'evil'"]])(
    'takes no counter that stands at %s: what is saved afterwards is saved',
    async (counter) => {
      const { backup, work } = await unpacked();
      await tamper(backup, [`UPDATE sqlite_sequence SET seq = ${counter}`]);
      const { path } = await restoreDatabase(backup, { backup: backupKey, restored: backupKey }, work);
      const dataSource = await openDatabase({ path, key: backupKey });
      const unitOfWork = await UnitOfWork.open(dataSource, { clock: steppingClock(), newId: sequentialIds() });
      const id = '01900000-0000-7000-8000-0000000fffff';
      const intent = { actor: { id: 'local', name: 'Dana' }, procedure: 'test.write' };
      const { changeSet } = await unitOfWork.write(intent, 'Add a position', ({ practice }) =>
        practice.positions.insert([{ id, name: 'Scribe', code: 'SC', colour: 'fd', sortOrder: 99 }]),
      );
      expect(changeSet).not.toBeNull();
      await dataSource.destroy();
    },
  );

  it('leaves the unpacked file as it was', async () => {
    const { backup, work } = await unpacked();
    const hash = () => createHash('sha256').update(readFileSync(backup.database)).digest('hex');
    const before = hash();
    await restoreDatabase(backup, { backup: backupKey, restored: backupKey }, work);
    expect(hash()).toBe(before);
    expect(statSync(backup.database).size).toBe(backup.manifest.database.bytes);
  });
});
