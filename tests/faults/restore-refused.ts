import Database from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArchive } from '../../db/backup/archive-reader.ts';
import type { BackupRefusal } from '../../db/backup/backup-refusal.ts';
import { randomFrom } from '../support/campaign/random.ts';
import { inLanes, type CampaignRow } from '../support/campaign/row.ts';
import { faultKey, filledDatabase, inFolder } from './support/filled-database.ts';
import { entriesOf, goodBackup, offer, pack, packDatabase, put, rewritten, type Good } from './support/spoiled-backup.ts';

interface Kind {
  readonly name: string;
  readonly refusal: BackupRefusal;
  /** Answers the archive that is offered. */
  readonly make: (good: Good) => Promise<string>;
  readonly key?: string;
}

const withManifest = (changes: object) => (good: Good) => pack(good, entriesOf({ ...good, manifest: { ...good.manifest, ...changes } }));

const kinds: readonly Kind[] = [
  { name: 'a letter', refusal: 'backup-not-one', make: async (good) => put(good, Buffer.from('Dear Ann, '.repeat(900))) },
  { name: 'an empty file', refusal: 'backup-not-one', make: async (good) => put(good, Buffer.alloc(0)) },
  { name: 'the database alone', refusal: 'backup-not-one', make: async (good) => put(good, good.database) },
  {
    name: 'cut in the middle',
    refusal: 'backup-incomplete',
    make: async (good) => put(good, good.bytes.subarray(0, good.bytes.length >> 1)),
  },
  { name: 'cut by its last byte', refusal: 'backup-incomplete', make: async (good) => put(good, good.bytes.subarray(0, -1)) },
  {
    name: 'one bit flipped',
    refusal: 'backup-damaged',
    make: async (good) => {
      const bytes = Buffer.from(good.bytes);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      return put(good, bytes);
    },
  },
  { name: 'another key', refusal: 'backup-key', key: 'ab'.repeat(32), make: async (good) => good.archive },
  { name: 'of a newer schema', refusal: 'backup-newer', make: withManifest({ newestMigration: 'FromTheFuture9999999999999' }) },
  { name: 'of a newer format', refusal: 'backup-newer', make: withManifest({ format: 2 }) },
  { name: 'a manifest with more in it', refusal: 'backup-damaged', make: withManifest({ practiceName: 'Elm Street' }) },
  { name: 'another state than its own', refusal: 'backup-damaged', make: withManifest({ stateHash: '0'.repeat(64) }) },
  {
    name: 'a fourth entry',
    refusal: 'backup-strange',
    make: (good) => pack(good, { ...entriesOf(good), 'read-me.txt': Buffer.from('x') }),
  },
  {
    name: 'a path for a name',
    refusal: 'backup-strange',
    make: (good) => {
      const { 'practice.db': database, ...others } = entriesOf(good);
      return pack(good, { ...others, 'sub/practice.db': database });
    },
  },
  { name: 'links for files', refusal: 'backup-strange', make: (good) => pack(good, entriesOf(good), { mode: 0o120777 }) },
  { name: 'compressed entries', refusal: 'backup-strange', make: (good) => pack(good, entriesOf(good), { compress: true }) },
  {
    name: 'an entry that grows a thousandfold',
    refusal: 'backup-strange',
    make: (good) => pack(good, { ...entriesOf(good), 'keyring.json': Buffer.alloc(2 ** 26) }, { compress: true }),
  },
  { name: 'an archive within', refusal: 'backup-strange', make: (good) => packDatabase(good, good.bytes) },
  {
    name: 'a database that is not encrypted',
    refusal: 'backup-strange',
    make: (good) => {
      const plain = new Database(':memory:');
      plain.exec('CREATE TABLE person (id)');
      return packDatabase(good, plain.serialize());
    },
  },
  {
    name: 'a trigger that deletes',
    refusal: 'backup-schema',
    make: (good) => rewritten(good, ['CREATE TRIGGER evil AFTER INSERT ON person BEGIN DELETE FROM shift; END']),
  },
  { name: 'a view', refusal: 'backup-schema', make: (good) => rewritten(good, [`CREATE VIEW evil AS SELECT load_extension('x')`]) },
  { name: 'a guard taken away', refusal: 'backup-schema', make: (good) => rewritten(good, ['DROP TRIGGER keep_shift']) },
  {
    name: 'a schema written by hand',
    refusal: 'backup-schema',
    make: (good) => rewritten(good, ['PRAGMA writable_schema = ON', `UPDATE sqlite_master SET sql = sql || ' ' WHERE name = 'person'`]),
  },
  {
    name: 'a value of another kind than its column',
    refusal: 'backup-schema',
    make: (good) => rewritten(good, [`UPDATE device_secret SET chain_key = x'00'`]),
  },
  { name: 'a row changed', refusal: 'backup-damaged', make: (good) => rewritten(good, changePosition) },
];

/** By hand, past the triggers, which are put back as they were. */
const changePosition = [
  "CREATE TEMP TABLE kept AS SELECT name, sql FROM sqlite_master WHERE name = 'log_position_update'",
  'PRAGMA writable_schema = ON',
  `DELETE FROM sqlite_master WHERE name = 'log_position_update'`,
  'PRAGMA writable_schema = RESET',
  `UPDATE position SET name = 'Someone else' WHERE id = (SELECT min(id) FROM position)`,
  'PRAGMA writable_schema = ON',
  `INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) SELECT 'trigger', name, 'position', 0, sql FROM kept`,
];

/** Files that are no good backup, each offered to a restore: refused with its own reason, and the practice is what it was. */
export const restoreRefused: CampaignRow = {
  name: 'restore-refused',
  about: `${kinds.length} kinds of files that are no good backup`,
  full: kinds.length,
  quick: 12,
  run: (attempts) =>
    inFolder('refused', async (folder) => {
      const live = join(folder, 'practice.db');
      await filledDatabase(live, randomFrom(attempts.seed), 10);
      const before = readFileSync(live);
      const good = await goodBackup(folder, live);
      await inLanes(attempts, 1, async (number) => {
        const kind = kinds[number];
        if (!kind) return;
        const found = await offer(await kind.make(good), kind.key ?? faultKey, join(folder, 'work'));
        if (found !== kind.refusal) throw new Error(`A backup that is ${kind.name} was ${found}, not ${kind.refusal}`);
        if (!readFileSync(live).equals(before)) throw new Error(`A backup that is ${kind.name} changed the practice`);
        await readArchive(good.archive);
      });
    }),
};
