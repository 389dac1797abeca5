import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom, type Random } from '../support/campaign/random.ts';
import { inLanes, type Attempts, type CampaignRow } from '../support/campaign/row.ts';
import { filledDatabase, inFolder } from './support/filled-database.ts';
import { readEverything } from './support/read-everything.ts';

const pageBytes = 4096;

/** One flipped bit anywhere in the file: found before a value of a damaged page is shown. */
export const bitFlips: CampaignRow = {
  name: 'bit-flips',
  about: 'one bit of the practice file flipped',
  full: 1000,
  quick: 25,
  run: (attempts) =>
    damage(attempts, (bytes, random) => {
      const at = random.between(0, bytes.length - 1);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.between(0, 7));
      return `bit in byte ${at}`;
    }),
};

/** A page of zeros, as a failing disk leaves it. */
export const zeroedPages: CampaignRow = {
  name: 'zeroed-pages',
  about: 'one page of the practice file zeroed',
  full: 100,
  quick: 10,
  run: (attempts) =>
    damage(attempts, (bytes, random) => {
      const page = random.between(0, bytes.length / pageBytes - 1);
      bytes.fill(0, page * pageBytes, (page + 1) * pageBytes);
      return `page ${page}`;
    }),
};

function damage(attempts: Attempts, spoil: (bytes: Buffer, random: Random) => string): Promise<void> {
  return inFolder('damage', async (folder) => {
    const good = join(folder, 'good.db');
    await filledDatabase(good, randomFrom(attempts.seed, -1), 60);
    const bytes = readFileSync(good);
    const before = await readEverything(good);
    await inLanes(attempts, 1, async (number) => {
      const spoiled = Buffer.from(bytes);
      const what = spoil(spoiled, randomFrom(attempts.seed, number));
      const path = join(folder, `spoiled-${number}.db`);
      writeFileSync(path, spoiled);
      const found = await readEverything(path);
      for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
      if (found !== 'detected')
        throw new Error(`The damage (${what}) was not found; ${found === before ? 'the same' : 'other'} values were read`);
    });
  });
}
