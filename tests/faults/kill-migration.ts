import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openToRead } from '../../db/connection.ts';
import { openDatabase } from '../../db/data-source.ts';
import { migrations } from '../../db/migrations/migrations.ts';
import { inLanes, type CampaignRow } from '../support/campaign/row.ts';
import { migrateAndDie, watched } from './support/migrate-and-die.ts';

const key = '5e'.repeat(32);
const rows = 10_000;
/** The schemas a practice may come from. There was no release yet: the first schema stands for it. */
const released = 1;
const variable = 'FAULTS_DIE_BEFORE';

/** Of the process that is killed: the program itself, told by a variable what to do. True when it was. */
export async function diedInMigration(): Promise<boolean> {
  const [path, left] = (process.env[variable] ?? '').split('|');
  if (!path || left === undefined) return false;
  await migrateAndDie(path, key, Number(left));
  return true;
}

/**
 * kill -9 before every statement of every migration, on a database with 10,000 rows. The next start finishes, all rows are there,
 * they point where they did, and a whole copy from before lies beside the file.
 */
export async function killMigration(): Promise<CampaignRow> {
  const statements = await countStatements();
  return {
    name: 'kill-migration',
    about: 'kill -9 at every statement of the migrations',
    full: statements,
    quick: 3,
    run: async (attempts) => {
      const template = mkdtempSync(join(tmpdir(), 'faults-migration-'));
      try {
        await makeOld(join(template, 'practice.db'));
        const step = Math.max(1, Math.floor(statements / attempts.count));
        await inLanes(attempts, 2, (number) => attempt(template, 1 + number * step));
      } finally {
        rmSync(template, { recursive: true, force: true });
      }
    },
  };
}

/** Statements after the released schema; the migrations before it run uncounted. */
async function countStatements(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-migration-'));
  const path = join(folder, 'practice.db');
  try {
    await (await openDatabase({ path, key }, migrations.slice(0, released))).destroy();
    let statements = 0;
    const counted = migrations.map((migration) => watched(migration, () => (statements += 1)));
    await (await openDatabase({ path, key }, counted)).destroy();
    return statements;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeOld(path: string): Promise<void> {
  const dataSource = await openDatabase({ path, key }, migrations.slice(0, released));
  try {
    await dataSource.query(`UPDATE current_change_set SET change_set_id = 'made' WHERE id = 1`);
    await dataSource.query(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})
       INSERT INTO position (id, name, code, colour, sort_order) SELECT 'p' || i, 'Position ' || i, 'PP', 'fd', i FROM n`,
    );
    await dataSource.query('UPDATE current_change_set SET change_set_id = NULL WHERE id = 1');
  } finally {
    await dataSource.destroy();
  }
}

async function attempt(template: string, statement: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-migration-'));
  const path = join(folder, 'practice.db');
  try {
    cpSync(template, folder, { recursive: true });
    const program = process.argv[1] ?? '';
    const child = spawn(process.execPath, [program], { env: { ...process.env, [variable]: `${path}|${statement}` }, stdio: 'ignore' });
    const [, signal]: unknown[] = await once(child, 'close');
    if (signal !== 'SIGKILL') throw new Error(`Before statement ${statement} the program was not killed`);
    const dataSource = await openDatabase({ path, key });
    try {
      const [counted]: { count: number }[] = await dataSource.query('SELECT COUNT(*) AS count FROM position');
      const violations: unknown[] = await dataSource.query('PRAGMA foreign_key_check');
      const applied: unknown[] = await dataSource.query('SELECT name FROM migrations');
      if (counted?.count !== rows) throw new Error(`Killed before statement ${statement}, ${counted?.count} of ${rows} rows are left`);
      if (violations.length > 0) throw new Error(`Killed before statement ${statement}, ${violations.length} rows point nowhere`);
      if (applied.length !== migrations.length)
        throw new Error(`Killed before statement ${statement}, ${applied.length} migrations are there`);
    } finally {
      await dataSource.destroy();
    }
    checkCopy(`${path}.before-${migrations.at(-1)?.name}`, statement);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function checkCopy(copy: string, statement: number): void {
  if (!existsSync(copy)) throw new Error(`Killed before statement ${statement}, there is no copy from before`);
  const connection = openToRead(copy, key);
  try {
    const count: unknown = connection.prepare('SELECT COUNT(*) FROM position').pluck().get();
    const tables: unknown = connection.prepare(`SELECT COUNT(*) FROM migrations`).pluck().get();
    if (count !== rows || tables !== released) throw new Error(`Killed before statement ${statement}, the copy from before is not whole`);
  } finally {
    connection.close();
  }
}
