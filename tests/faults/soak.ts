import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ask, fullTimer, setUpPractice, type Outputs, type Request } from '../support/campaign/caller.ts';
import { openApp } from '../support/campaign/open-app.ts';
import { inLanes, type CampaignRow } from '../support/campaign/row.ts';

const people = 80;
const saves = { full: 100_000, quick: 1_500 } as const;
/** The first saves compile code; memory is compared from there on. The cache of pages, 32 MB, fills later. */
const warmUp = { full: 5_000, quick: 500 } as const;
const megabyte = 2 ** 20;
const mostGrowthMegabytes = 50;
const largestWalMegabytes = 20;
const lookEvery = 250;

/** A year of saves in one go: the program's memory and the journal stay small, and the last save is there. */
export const soak: CampaignRow = {
  name: 'soak',
  about: '100,000 saves: memory and journal',
  full: 1,
  quick: 1,
  run: (attempts) => inLanes(attempts, 1, () => attempt(attempts.judgesTimes ? 'full' : 'quick')),
};

async function attempt(length: 'full' | 'quick'): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-soak-'));
  try {
    const { app, request } = await openApp(folder);
    const practice = await setUpPractice(request, people);
    const versions = new Map(practice.personIds.map((id) => [id, 1]));
    let startedWith = 0;
    let largestWal = 0;
    for (let save = 0; save < saves[length]; save += 1) {
      const number = save % people;
      const id = practice.personIds[number] ?? '';
      const position = practice.positionIds[number % practice.positionIds.length] ?? '';
      const person = { ...fullTimer(number, practice.locationId, position), phone: `555-${String(save).padStart(6, '0')}` };
      const seen = { id, version: versions.get(id) ?? 1 };
      await ask(request, { type: 'mutation', path: 'people.save', input: { seen, person } });
      versions.set(id, seen.version + 1);
      if (save === warmUp[length]) startedWith = heldBytes();
      if (save % lookEvery === 0)
        largestWal = Math.max(largestWal, statSync(join(folder, 'practice.db-wal'), { throwIfNoEntry: false })?.size ?? 0);
    }
    const growth = (heldBytes() - startedWith) / megabyte;
    const wal = largestWal / megabyte;
    console.error(`soak: memory grew by ${growth.toFixed(1)} MB, the journal was ${wal.toFixed(1)} MB at most`);
    await checkLast(request, saves[length] - 1);
    await app.close();
    if (growth >= mostGrowthMegabytes) throw new Error(`Memory grew by ${growth.toFixed(1)} MB`);
    if (wal >= largestWalMegabytes) throw new Error(`The journal grew to ${wal.toFixed(1)} MB`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What the process holds, after garbage was collected: its memory without the part of V8's heap that is free. How much of that V8 keeps for
 * the next garbage is its own choice, and within its own bound.
 */
function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('Garbage cannot be collected.');
  collect();
  const { rss, heapTotal, heapUsed } = process.memoryUsage();
  return rss - heapTotal + heapUsed;
}

async function checkLast(request: Request, save: number): Promise<void> {
  const found = await ask<Outputs['people']['list']>(request, { type: 'query', path: 'people.list' });
  const phone = `555-${String(save).padStart(6, '0')}`;
  if (!found.some((person) => person.phone === phone)) throw new Error(`The last save, ${phone}, is not there`);
}
