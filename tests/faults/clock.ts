import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, fullTimer, setUpPractice, type Outputs, type Request, type SmallPractice } from '../support/campaign/caller.ts';
import { openApp } from '../support/campaign/open-app.ts';
import { inLanes, kindOf, type CampaignRow } from '../support/campaign/row.ts';
import { checkDatabase } from './support/check-database.ts';

const savesEach = 12;
const hour = 3_600_000;
const day = 24 * hour;

interface ClockFault {
  readonly name: string;
  /** Where the clock stands at first, ISO 8601 UTC. */
  readonly from: string;
  /** Milliseconds it jumps by in the midst of the saves. */
  readonly jump: number;
  /** The zone the computer believes to be in. */
  readonly zone?: string;
  /** True where the program is started anew after the jump. */
  readonly restart: boolean;
}

const kinds: readonly ClockFault[] = [
  { name: '400 days back', from: '2026-11-23T16:00:00.000Z', jump: -400 * day, restart: true },
  { name: 'ten years ahead', from: '2026-11-23T16:00:00.000Z', jump: 3652 * day, restart: true },
  { name: 'over the start of summer time', from: '2026-03-08T06:59:55.000Z', jump: 10_000, restart: false },
  { name: 'over the end of summer time', from: '2026-11-01T05:59:55.000Z', jump: 10_000, restart: false },
  { name: 'an hour back while running', from: '2026-11-23T16:00:00.000Z', jump: -hour, restart: false },
  { name: 'in a wrong zone', from: '2026-11-23T16:00:00.000Z', jump: 1000, zone: 'Pacific/Kiritimati', restart: true },
];

/** A clock that is wrong or jumps: every save succeeds, the history keeps the order in which things happened, and the chain holds. */
export const clock: CampaignRow = {
  name: 'clock',
  about: 'saves while the clock is wrong or jumps',
  full: kinds.length,
  quick: kinds.length,
  run: (attempts) => inLanes(attempts, 1, (number) => attempt(kindOf(kinds, number))),
};

async function attempt({ name, from, jump, zone, restart }: ClockFault): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-clock-'));
  const zoneBefore = process.env['TZ'];
  let now = Date.parse(from);
  const read = () => new Date((now += 10)).toISOString();
  try {
    let opened = await openApp(folder, read);
    const practice = await setUpPractice(opened.request, 0);
    await save(opened.request, practice, 0);
    now += jump;
    if (zone !== undefined) process.env['TZ'] = zone;
    if (restart) {
      await opened.app.close();
      opened = await openApp(folder, read);
    }
    await save(opened.request, practice, savesEach);
    await look(opened.request, name);
    await ask(opened.request, {
      type: 'query',
      path: 'rostering.week.get',
      input: { locationId: practice.locationId, on: new Date(now).toISOString().slice(0, 10) },
    });
    await opened.app.close();
    await checkDatabase(folder, 0);
  } finally {
    if (zoneBefore === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zoneBefore;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function save(request: Request, { locationId, positionIds }: SmallPractice, from: number): Promise<void> {
  for (let number = from; number < from + savesEach; number += 1) {
    const person = { ...fullTimer(number, locationId, positionIds[0] ?? ''), familyName: `Number ${number}` };
    await ask(request, { type: 'mutation', path: 'people.save', input: { person } });
  }
}

async function look(request: Request, name: string): Promise<void> {
  const input = { limit: 2 * savesEach };
  const recent = await ask<Outputs['history']['recent']>(request, { type: 'query', path: 'history.recent', input });
  const order = recent.map(({ label }) => Number(/Number (\d+)/.exec(label)?.[1])).toReversed();
  const expected = Array.from({ length: 2 * savesEach }, (_, number) => number);
  if (order.join() !== expected.join()) throw new Error(`With the clock ${name} the history is in the order ${order.join()}`);
}
