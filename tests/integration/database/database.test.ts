import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDataFolder } from '../../../db/data-folder.ts';
import { openKeyOf } from '../../../db/keyring/keyring-file.ts';
import { openDatabase } from '../../../db/data-source.ts';
import { appendOnlyTables, loggedTables } from '../../../db/change-log/logged-tables.ts';
import { openTestDatabase, temporaryFolder, testKey } from '../../support/database.ts';

const position = (id: string, name = 'Front desk') => ({ id, name, code: 'FD', colour: 'fd', sortOrder: 1 });
const intent = { actor: { id: 'local', name: 'Dana' }, procedure: 'test.write' };

describe('the database', () => {
  it('sets its pragmas on every connection', async () => {
    const { dataSource } = await openTestDatabase();
    const read = async (pragma: string) => Object.values((await dataSource.query(`PRAGMA ${pragma}`))[0])[0];
    expect(await read('synchronous')).toBe(2);
    expect(await read('foreign_keys')).toBe(1);
    expect(await read('journal_mode')).toBe('wal');
    expect(await read('trusted_schema')).toBe(0);
    expect(await read('temp_store')).toBe(2);
  });

  it('is encrypted from its first byte', async () => {
    const { path, dataSource } = await openTestDatabase();
    await dataSource.query('PRAGMA wal_checkpoint(TRUNCATE)');
    const bytes = readFileSync(path);
    expect(bytes.subarray(0, 16).toString('latin1')).not.toBe('SQLite format 3\0');
    expect(bytes.includes('CREATE TABLE')).toBe(false);
  });

  it('refuses another key in plain words', async () => {
    const { path, dataSource } = await openTestDatabase();
    await dataSource.query('PRAGMA wal_checkpoint(TRUNCATE)');
    const copy = join(temporaryFolder(), 'practice.db');
    copyFileSync(path, copy);
    await expect(openDatabase({ path: copy, key: '00'.repeat(32) })).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('refuses a file that is no database and leaves it as it is', async () => {
    const path = join(temporaryFolder(), 'practice.db');
    writeFileSync(path, 'this is a letter, not a database '.repeat(200));
    const before = readFileSync(path);
    await expect(openDatabase({ path, key: testKey })).rejects.toMatchObject({ code: 'unavailable' });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('refuses a newer schema and leaves the file unchanged', async () => {
    const path = join(temporaryFolder(), 'practice.db');
    const dataSource = await openDatabase({ path, key: testKey });
    await dataSource.query(`INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')`);
    await dataSource.destroy();
    const hash = () => createHash('sha256').update(readFileSync(path)).digest('hex');
    const before = hash();
    await expect(openDatabase({ path, key: testKey })).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('newer version'),
    });
    expect(hash()).toBe(before);
  });

  it('refuses a newer schema that was not closed well and leaves file and journal unchanged', async () => {
    const { path, dataSource } = await openTestDatabase();
    await dataSource.query('PRAGMA wal_checkpoint(TRUNCATE)');
    await dataSource.query(`INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')`);
    const copy = join(temporaryFolder(), 'practice.db');
    for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, `${copy}${end}`);
    const bytes = () => ['', '-wal'].map((end) => readFileSync(`${copy}${end}`).toString('hex'));
    const before = bytes();
    await expect(openDatabase({ path: copy, key: testKey })).rejects.toMatchObject({ message: expect.stringContaining('newer version') });
    expect(bytes()).toEqual(before);
  });

  it('has the schema that its entities state', async () => {
    const { dataSource } = await openTestDatabase();
    const drift = await dataSource.driver.createSchemaBuilder().log();
    expect(drift.upQueries.map((query) => query.query)).toEqual([]);
  });

  it('follows every column of every table in the change log, apart from id and version', async () => {
    const { dataSource } = await openTestDatabase();
    const unlogged = new Set([
      'device_secret',
      'attachment_secret',
      'account_secret',
      'practice_secret',
      'change_set',
      'change_log',
      'current_change_set',
      // Derived: the sum of the ledger.
      'stock_balance',
    ]);
    for (const { tableName, columns } of dataSource.entityMetadatas) {
      if (unlogged.has(tableName)) continue;
      const expected = columns.map((column) => column.databaseName).filter((name) => name !== 'id' && name !== 'version');
      const logged: Readonly<Record<string, readonly string[]>> = { ...loggedTables, ...appendOnlyTables };
      expect(logged[tableName]?.toSorted(), tableName).toEqual(expected.toSorted());
    }
  });

  it('deletes nothing', async () => {
    const { dataSource, unitOfWork, newId } = await openTestDatabase();
    await unitOfWork.write(intent, 'Add a position', ({ practice }) => practice.positions.insert([position(newId())]));
    await expect(dataSource.query('DELETE FROM position')).rejects.toThrow(/archived, never deleted/);
    await expect(dataSource.query('DELETE FROM change_log')).rejects.toThrow(/only grows/);
  });

  it('takes no write outside a unit of work', async () => {
    const { dataSource, newId } = await openTestDatabase();
    await expect(
      dataSource.query(`INSERT INTO position (id, name, code, colour, sort_order) VALUES (?, 'A', 'AA', 'fd', 1)`, [newId()]),
    ).rejects.toThrow(/NOT NULL/);
  });
});

describe('the data folder', () => {
  it('keeps its key in a file only its owner may read, and finds it again', () => {
    const folder = temporaryFolder();
    const first = openDataFolder(folder, 'web');
    const key = openKeyOf(first.keyring);
    first.release();
    const again = openDataFolder(folder, 'web');
    expect(openKeyOf(again.keyring)).toEqual(key);
    expect(statSync(join(folder, 'keyring.json')).mode & 0o077).toBe(0);
    again.release();
  });

  it('names who holds it', () => {
    const folder = temporaryFolder();
    const held = openDataFolder(folder, 'web');
    expect(() => openDataFolder(folder, 'cli')).toThrow(`in the browser (process ${process.pid})`);
    held.release();
    openDataFolder(folder, 'cli').release();
    expect(existsSync(join(folder, 'holder.json'))).toBe(false);
  });

  it('does not make a new key beside an old database', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'practice.db'), 'x');
    const held = openDataFolder(folder, 'cli');
    expect(() => held.keyring.read()).toThrow(/keyring\.json\) is missing/);
    held.release();
    expect(existsSync(join(folder, 'keyring.json'))).toBe(false);
  });

  it('writes nothing readable into the lock', () => {
    const folder = temporaryFolder();
    const held = openDataFolder(folder, 'cli');
    expect(statSync(join(folder, 'lock.db')).size).toBe(0);
    held.release();
    const lock = new Database(join(folder, 'lock.db'));
    expect(lock.prepare('SELECT count(*) AS n FROM sqlite_master').get()).toEqual({ n: 0 });
    lock.close();
  });
});
