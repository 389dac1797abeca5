import Database from 'better-sqlite3';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArchive } from '../../db/backup/archive-reader.ts';
import { unlock } from '../../db/connection.ts';
import { faultKey, filledDatabase, inFolder } from '../faults/support/filled-database.ts';
import { goodBackup, offer, packDatabase, rewritten, type Good } from '../faults/support/spoiled-backup.ts';
import { randomFrom } from '../support/campaign/random.ts';
import { inLanes, type CampaignRow } from '../support/campaign/row.ts';

/** A database made by somebody who has the key and means harm, in a backup whose manifest was made to fit. */
interface Hostile {
  readonly name: string;
  readonly make: (good: Good) => Promise<string>;
}

const by =
  (...statements: readonly string[]) =>
  (good: Good): Promise<string> =>
    rewritten(good, statements);

/** By the schema's own table: what no statement would make. */
const bySchema = (...statements: readonly string[]) => by('PRAGMA writable_schema = ON', ...statements, 'PRAGMA writable_schema = RESET');

/** What a file that is made from nothing holds, with our key and pages of another size. */
function made(pageSize: number, statements: readonly string[]) {
  return (good: Good): Promise<string> => {
    const path = join(good.folder, `made-${pageSize}.db`);
    writeFileSync(path, '');
    const connection = new Database(path);
    unlock(connection, faultKey);
    connection.pragma(`page_size = ${pageSize}`);
    for (const statement of statements) connection.exec(statement);
    connection.close();
    return packDatabase(good, readFileSync(path));
  };
}

const kinds: readonly Hostile[] = [
  {
    name: 'a trigger that attaches and writes',
    make: by(`CREATE TRIGGER evil AFTER INSERT ON change_set BEGIN INSERT INTO device_secret SELECT randomblob(8), 'x'; END`),
  },
  {
    name: 'a trigger that never ends',
    make: by(
      `CREATE TRIGGER evil BEFORE INSERT ON person BEGIN SELECT (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n); END`,
    ),
  },
  {
    name: 'a view in the place of a table',
    make: by('ALTER TABLE week_note RENAME TO real_note', 'CREATE VIEW week_note AS SELECT * FROM real_note'),
  },
  {
    name: 'a view that reads forever',
    make: by('CREATE VIEW evil AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n'),
  },
  { name: 'another table', make: by('CREATE TABLE evil (payload)', 'INSERT INTO evil VALUES (randomblob(100000))') },
  { name: 'a column that is computed', make: by(`ALTER TABLE person ADD COLUMN evil GENERATED ALWAYS AS (hex(zeroblob(1000))) VIRTUAL`) },
  { name: 'an index on a function', make: by('CREATE INDEX evil ON person (abs(length(family_name)))') },
  { name: 'a virtual table', make: by('CREATE VIRTUAL TABLE evil USING fts5(words)') },
  {
    name: 'a table whose text runs a function',
    make: bySchema(
      `UPDATE sqlite_master SET sql = replace(sql, 'archived_at', 'archived_at DEFAULT (load_extension(''x''))') WHERE name = 'person'`,
    ),
  },
  {
    name: 'a table that points to the pages of another',
    make: bySchema(
      `UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'device_secret') WHERE name = 'week_note'`,
    ),
  },
  { name: 'a table that points beyond the file', make: bySchema(`UPDATE sqlite_master SET rootpage = 9999999 WHERE name = 'week_note'`) },
  {
    name: 'a schema that is no SQL',
    make: bySchema(`UPDATE sqlite_master SET sql = 'CREATE TABLE' || char(0) || 'evil' WHERE name = 'week_note'`),
  },
  { name: 'a blob in the place of a text', make: by(`UPDATE device_secret SET chain_key = zeroblob(30000000)`) },
  { name: 'migrations that are not ours', make: by(`INSERT INTO migrations (timestamp, name) VALUES (1, 'Evil1')`) },
  { name: 'pages of 512 bytes and nothing of ours', make: made(512, ['CREATE TABLE evil (id)']) },
  {
    name: 'pages of 64 KiB and nothing of ours',
    make: made(65_536, ['CREATE TABLE migrations (id integer PRIMARY KEY, timestamp bigint, name varchar)']),
  },
];

/** Hostile databases offered as a backup: opened, looked at and refused, never taken over; the practice and its backup are what they were. */
export const hostileSqlite: CampaignRow = {
  name: 'hostile-sqlite',
  about: `${kinds.length} kinds of hostile database in a backup`,
  full: kinds.length,
  quick: 6,
  run: (attempts) =>
    inFolder('hostile', async (folder) => {
      const live = join(folder, 'practice.db');
      await filledDatabase(live, randomFrom(attempts.seed), 5);
      const good = await goodBackup(folder, live);
      const before = readFileSync(live);
      await inLanes(attempts, 1, async (number) => {
        const kind = kinds[number];
        if (!kind) return;
        const found = await offer(await kind.make(good), faultKey, join(folder, 'work'));
        if (found === 'restored') throw new Error(`${kind.name}: was restored`);
        if (!readFileSync(live).equals(before)) throw new Error(`${kind.name}: changed the practice`);
        if (existsSync(join(folder, 'work', 'restored.db-wal'))) throw new Error(`${kind.name}: left a database open`);
        await readArchive(good.archive);
      });
    }),
};
