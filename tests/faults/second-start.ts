import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWeb } from '../support/campaign/web-process.ts';
import { inLanes, type CampaignRow } from '../support/campaign/row.ts';

/** A folder is used this often, so that most starts find what a kill -9 left, and some a new folder. */
const startsPerFolder = 5;

/**
 * Two starts on one data folder at the same moment: exactly one runs, the other says who holds the folder and ends with 1.
 * The one that runs is killed with -9, and the next attempt starts on what it left.
 */
export function secondStart(program: string): CampaignRow {
  return {
    name: 'second-start',
    about: 'two starts at once on one folder',
    full: 100,
    quick: 4,
    run: async (attempts) => {
      const folders = new Map<number, { path: string; uses: number }>();
      const take = (lane: number): string => {
        let folder = folders.get(lane);
        if (folder?.uses === startsPerFolder) {
          rmSync(folder.path, { recursive: true, force: true });
          folder = undefined;
        }
        folder ??= { path: mkdtempSync(join(tmpdir(), 'faults-start-')), uses: 0 };
        folders.set(lane, { path: folder.path, uses: folder.uses + 1 });
        return folder.path;
      };
      await inLanes(attempts, 2, (_number, lane) => startTwice(program, take(lane)));
      for (const { path } of folders.values()) rmSync(path, { recursive: true, force: true });
    },
  };
}

async function startTwice(program: string, folder: string): Promise<void> {
  const starts = [startWeb(program, folder), startWeb(program, folder)];
  try {
    const outcomes = await Promise.all(starts.map((start) => start.outcome));
    const running = starts.filter((_, index) => outcomes[index]?.kind === 'open');
    const refused = outcomes.filter((outcome) => outcome.kind === 'ended');
    const [runs] = running;
    const [other] = refused;
    if (running.length !== 1 || !runs || !other) {
      throw new Error(`${running.length} of two starts run; ${refused.map(({ said }) => said).join(' / ')}`);
    }
    if (other.code !== 1) throw new Error(`The second start ended with ${other.code}: ${other.said}`);
    const expected = `This practice is open already, in the browser (process ${runs.pid}). Close it there first.`;
    if (other.said !== expected) throw new Error(`The second start said "${other.said}" where process ${runs.pid} holds the folder`);
  } finally {
    await Promise.all(starts.map((start) => start.kill()));
  }
}
