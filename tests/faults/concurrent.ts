import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestApp } from '../support/test-app.ts';
import { addDays } from '../../main/kernel/local-date.ts';
import type { Operation } from '../../preload/contract/shared/transport.ts';
import { ask, setUpPractice, type Inputs, type Outputs, type Request, type SmallPractice } from '../support/campaign/caller.ts';
import { randomFrom } from '../support/campaign/random.ts';
import type { CampaignRow } from '../support/campaign/row.ts';

const firstDay = '2027-01-04';
const unknownId = '01900000-0000-7000-8000-ffffffffffff';
const good = 160;
const bad = 40;
const cellsEach = 3;

interface Write {
  readonly number: number;
  /** Undefined when it must succeed. */
  readonly wrong: string | undefined;
  readonly operation: Operation;
  readonly days: readonly string[];
}

/** 200 writes at once, of which 40 fail in their midst: exactly those are missing, and of those nothing is there. */
export const concurrent: CampaignRow = {
  name: 'concurrent',
  about: '200 writes at once, 20 % of them failing',
  full: good + bad,
  quick: good + bad,
  run: async ({ seed, count, done }) => {
    const folder = mkdtempSync(join(tmpdir(), 'faults-concurrent-'));
    const { app } = await openTestApp({ folder });
    const request: Request = (operation) => app.transport.request(operation);
    try {
      const practice = await setUpPractice(request, 10);
      const random = randomFrom(seed);
      const failing = new Set(random.some([...Array(count).keys()], bad));
      const writes = Array.from({ length: count }, (_, number) => plan(practice, number, failing.has(number)));
      const answers = await Promise.all(writes.map((write) => request(write.operation)));
      const entries = await countEntries(request, practice);
      for (const [index, write] of writes.entries()) {
        const answer = answers[index];
        const filled = write.days.reduce((sum, on) => sum + (entries.get(on) ?? 0), 0);
        const wanted = write.wrong === undefined ? cellsEach : 0;
        const said = answer?.ok === (write.wrong === undefined);
        const fault = said ? `left ${filled} cells, not ${wanted}` : `answered ${JSON.stringify(answer)}`;
        const isRight = said && filled === wanted;
        done(write.number, isRight ? undefined : `Write ${write.number} (${write.wrong ?? 'good'}) ${fault}`);
      }
    } finally {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Each write has days of its own, so that what it left can be told from the others. The last of its cells is the wrong one. */
function plan({ locationId, personIds }: SmallPractice, number: number, fails: boolean): Write {
  const days = Array.from({ length: cellsEach }, (_, day) => addDays(firstDay, number * cellsEach + day));
  const person = personIds[number % personIds.length] ?? '';
  const writes = days.map((on) => ({ personId: person, on, text: '8-5', seen: [] as { id: string; version: number }[] }));
  const wrongs = ['unknown person', 'moved version', 'same cell twice', 'unknown place'] as const;
  const wrong = fails ? wrongs[number % wrongs.length] : undefined;
  const last = writes.at(-1);
  if (last && wrong === 'unknown person') last.personId = unknownId;
  if (last && wrong === 'moved version') last.seen = [{ id: unknownId, version: 1 }];
  if (last && wrong === 'same cell twice') writes.push(last);
  const input: Inputs['rostering']['cells']['write'] = { locationId: wrong === 'unknown place' ? unknownId : locationId, writes };
  return { number, wrong, days, operation: { type: 'mutation', path: 'rostering.cells.write', input } };
}

/** How many entries there are on each day. */
async function countEntries(request: Request, { locationId }: SmallPractice): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (let day = 0; day < (good + bad) * cellsEach; day += 7) {
    const view = await ask<Outputs['rostering']['week']['get']>(request, {
      type: 'query',
      path: 'rostering.week.get',
      input: { locationId, on: addDays(firstDay, day) },
    });
    const rows = view.groups.flatMap((group) => group.rows);
    for (const [index, { on }] of view.days.entries()) {
      counts.set(
        on,
        rows.reduce((sum, row) => sum + (row.cells[index]?.entries.length ?? 0), 0),
      );
    }
  }
  return counts;
}
