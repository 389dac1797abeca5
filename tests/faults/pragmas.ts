import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../db/data-source.ts';
import { UnitOfWork } from '../../db/unit-of-work.ts';
import { migrations } from '../../db/migrations/migrations.ts';
import { sequentialIds, steppingClock } from '../support/ports.ts';
import { inLanes, messageOf, type CampaignRow } from '../support/campaign/row.ts';

const wanted = { synchronous: 2, foreign_keys: 1, journal_mode: 'wal', trusted_schema: 0, temp_store: 2 } as const;
const key = '5e'.repeat(32);
const intent = { actor: { id: 'local', name: 'This computer' }, procedure: 'fault' };

/** A way to come by a connection; `use` is what is done with it before it is looked at. */
interface Way {
  readonly name: string;
  /** Makes what is there before the connection is opened. */
  readonly before?: (path: string) => Promise<void>;
  readonly use?: (dataSource: Opened) => Promise<void>;
  /** The file that is opened, when it is not the practice's own. */
  readonly file?: (path: string) => string;
}

type Opened = Awaited<ReturnType<typeof openDatabase>>;

const ways: readonly Way[] = [
  { name: 'new' },
  { name: 'existing', before: (path) => openAndClose(path) },
  {
    name: 'migrated from an empty file',
    before: async (path) => raw(path, ['CREATE TABLE migrations (id integer PRIMARY KEY, timestamp bigint, name varchar)']),
  },
  {
    name: 'after a wrong key',
    before: async (path) => void (await openAndClose(path), await mustFail(openDatabase({ path, key: 'ab'.repeat(32) }))),
  },
  {
    name: 'after a migration that failed',
    before: async (path) => {
      raw(path, ['CREATE TABLE shift (id varchar)']);
      await mustFail(openDatabase({ path, key }));
      raw(path, ['DROP TABLE shift']);
    },
  },
  {
    name: 'after a newer program wrote it',
    before: async (path) => {
      await openAndClose(path);
      raw(path, [`INSERT INTO migrations (timestamp, name) VALUES (9, 'Newer9')`]);
      await mustFail(openDatabase({ path, key }));
      raw(path, [`DELETE FROM migrations WHERE name = 'Newer9'`]);
    },
  },
  {
    name: 'in use, after a write that was rolled back',
    use: async (dataSource) => {
      const unitOfWork = await UnitOfWork.open(dataSource, { clock: steppingClock(), newId: sequentialIds() });
      await mustFail(
        unitOfWork.write(intent, 'Fail', async ({ rostering }) => {
          await rostering.weekNotes.insert([{ id: 'x', locationId: 'no such place', weekOn: '2026-11-23', note: '' }]);
        }),
      );
    },
  },
  {
    name: 'a copy made by VACUUM INTO',
    file: (path) => `${path}.copy`,
    before: async (path) => {
      const dataSource = await openDatabase({ path, key });
      await dataSource.query('VACUUM INTO ?', [`${path}.copy`]);
      await dataSource.destroy();
    },
  },
  {
    name: 'left in another journal mode',
    before: async (path) => void (await openAndClose(path), raw(path, ['PRAGMA journal_mode = DELETE'])),
  },
  { name: 'a second one beside the first', before: (path) => openDatabase({ path, key }).then(keepOpen) },
];

const beside: Opened[] = [];
const keepOpen = (dataSource: Opened): void => void beside.push(dataSource);

/** Every way a connection to the practice's database is opened: synchronous FULL, foreign keys on, WAL, no trust in the schema, and no passing files. */
export const pragmas: CampaignRow = {
  name: 'pragmas',
  about: `${ways.length} ways to open a connection`,
  full: ways.length,
  quick: ways.length,
  run: (attempts) =>
    inLanes(attempts, 1, async (number) => {
      const way = ways[number];
      if (!way) return;
      const folder = mkdtempSync(join(tmpdir(), 'faults-pragmas-'));
      try {
        await look(way, join(folder, 'practice.db'));
      } catch (error) {
        throw new Error(`A connection ${way.name}: ${messageOf(error)}`, { cause: error });
      } finally {
        for (const dataSource of beside.splice(0)) await dataSource.destroy();
        rmSync(folder, { recursive: true, force: true });
      }
    }),
};

async function look({ before, use, file = (path) => path }: Way, path: string): Promise<void> {
  await before?.(path);
  const dataSource = await openDatabase({ path: file(path), key });
  try {
    await use?.(dataSource);
    const [applied]: { count: number }[] = await dataSource.query('SELECT COUNT(*) AS count FROM migrations');
    if (applied?.count !== migrations.length) throw new Error(`${applied?.count} of ${migrations.length} migrations are applied`);
    for (const [pragma, value] of Object.entries(wanted)) {
      const [row]: Record<string, unknown>[] = await dataSource.query(`PRAGMA ${pragma}`);
      if (row?.[pragma] !== value) throw new Error(`${pragma} is ${String(row?.[pragma])}, not ${value}`);
    }
  } finally {
    await dataSource.destroy();
  }
}

async function openAndClose(path: string): Promise<void> {
  await (await openDatabase({ path, key })).destroy();
}

async function mustFail(work: Promise<unknown>): Promise<void> {
  const failed = await work.then(
    () => false,
    () => true,
  );
  if (!failed) throw new Error('What must fail did not');
}

/** As any other program with the key would write the file. */
function raw(path: string, statements: readonly string[]): void {
  const connection = new Database(path);
  try {
    connection.pragma(`cipher='sqlcipher'`);
    connection.pragma(`legacy=4`);
    connection.pragma(`key="x'${key}'"`);
    for (const statement of statements) connection.exec(statement);
  } finally {
    connection.close();
  }
}
