import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../db/data-source.ts';
import { stateHash } from '../../db/state-hash.ts';
import { randomFrom, type Random } from '../support/campaign/random.ts';
import { inLanes, type CampaignRow } from '../support/campaign/row.ts';
import { checkChain } from './support/check-database.ts';
import { faultKey, fill, inFolder } from './support/filled-database.ts';

const changeSets = 30;

/** What a power cut or a failing disk leaves of the journal: cut at any byte, missing, or with garbage in it. A consistent beginning opens. */
export const walDamage: CampaignRow = {
  name: 'wal-damage',
  about: 'the journal cut, missing, or with garbage',
  full: 202,
  quick: 12,
  run: (attempts) =>
    inFolder('wal', async (folder) => {
      const { file, journal, states } = await leftOpen(folder, randomFrom(attempts.seed, -1));
      await inLanes(attempts, 1, async (number) => {
        const path = join(folder, `practice-${number}.db`);
        writeFileSync(path, file);
        const { what, bytes } = spoil(journal, number, randomFrom(attempts.seed, number));
        if (bytes) writeFileSync(`${path}-wal`, bytes);
        const found = await openAndLook(path, states);
        for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
        if (found !== undefined) throw new Error(`With the journal ${what}: ${found}`);
      });
    }),
};

/** File and journal of a practice that is in use, with the states its changes led through. */
async function leftOpen(folder: string, random: Random): Promise<{ file: Buffer; journal: Buffer; states: readonly string[] }> {
  const path = join(folder, 'practice.db');
  const dataSource = await openDatabase({ path, key: faultKey });
  try {
    await dataSource.query('PRAGMA wal_checkpoint(TRUNCATE)');
    await dataSource.query('PRAGMA wal_autocheckpoint = 0');
    const states = await fill(dataSource, random, changeSets);
    copyFileSync(path, `${path}.copy`);
    copyFileSync(`${path}-wal`, `${path}.copy-wal`);
    return { file: readFileSync(`${path}.copy`), journal: readFileSync(`${path}.copy-wal`), states: [...new Set(states)] };
  } finally {
    await dataSource.destroy();
  }
}

/** The first attempt has no journal, the second an empty one; the others in turn a cut one, one with garbage within, one with garbage after. */
function spoil(journal: Buffer, number: number, random: Random): { what: string; bytes: Buffer | undefined } {
  if (number === 0) return { what: 'missing', bytes: undefined };
  if (number === 1) return { what: 'empty', bytes: Buffer.alloc(0) };
  const at = random.between(0, journal.length - 1);
  if (number % 4 < 2) return { what: `cut at ${at} of ${journal.length}`, bytes: journal.subarray(0, at) };
  const garbage = Buffer.from(Array.from({ length: random.between(1, 6000) }, () => random.between(0, 255)));
  if (number % 4 === 2) return { what: `cut at ${at} and garbage after`, bytes: Buffer.concat([journal.subarray(0, at), garbage]) };
  const bytes = Buffer.from(journal);
  garbage.copy(bytes, at);
  return { what: `with garbage from ${at} on`, bytes };
}

async function openAndLook(path: string, states: readonly string[]): Promise<string | undefined> {
  const dataSource = await openDatabase({ path, key: faultKey });
  try {
    const [integrity]: { integrity_check: string }[] = await dataSource.query('PRAGMA integrity_check');
    if (integrity?.integrity_check !== 'ok') return `the file is damaged: ${integrity?.integrity_check}`;
    const violations: unknown[] = await dataSource.query('PRAGMA foreign_key_check');
    if (violations.length > 0) return `${violations.length} rows point nowhere`;
    const state = await stateHash(dataSource);
    if (!states.includes(state)) return 'a state opened that never was';
    const [devices]: { count: number }[] = await dataSource.query('SELECT count(*) AS count FROM device_secret');
    if (devices?.count === 1) await checkChain(dataSource);
    return undefined;
  } finally {
    await dataSource.destroy();
  }
}
