import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { setUpPractice, type Request } from '../support/campaign/caller.ts';
import { checkDatabase } from './support/check-database.ts';
import { randomFrom, type Random } from '../support/campaign/random.ts';
import { SaveBook } from './support/save-book.ts';
import { enterWeb, startWeb, type WebStart } from '../support/campaign/web-process.ts';
import { inLanes, messageOf, type CampaignRow } from '../support/campaign/row.ts';

const people = 12;
/** The bar of a start after a kill. */
const longestStartMilliseconds = 3000;
/** Saves on their way at once, as two windows would have them. */
const savesAtOnce = 2;

/**
 * kill -9 of the loopback host while saves come in over HTTP. What was acknowledged is there whole after the next start,
 * nothing is there half, and in the full run every start takes at most 3 s.
 */
export function killSave(program: string): CampaignRow {
  return {
    name: 'kill-save',
    about: 'kill -9 during saves over HTTP',
    full: 1000,
    quick: 16,
    run: async (attempts) => {
      const lanes = [new Lane(program, attempts.judgesTimes), new Lane(program, attempts.judgesTimes)];
      await inLanes(attempts, lanes.length, async (number, index) => lanes[index]?.attempt(randomFrom(attempts.seed, number)));
      for (const lane of lanes) await lane.finish();
    },
  };
}

interface OpenHost {
  readonly host: WebStart;
  readonly request: Request;
  /** How long its start took. */
  readonly milliseconds: number;
}

/** One data folder whose host is killed again and again. */
class Lane {
  readonly #program: string;
  readonly #judgesTimes: boolean;
  #folder = '';
  #open: OpenHost | undefined;
  #slowestStart = 0;
  #book: SaveBook | undefined;

  constructor(program: string, judgesTimes: boolean) {
    this.#program = program;
    this.#judgesTimes = judgesTimes;
  }

  /** Saves, kills, starts again and looks. After a fault the folder is left for whoever wants to see it, and a new one is taken. */
  async attempt(random: Random): Promise<void> {
    try {
      const { open, book } = await this.#ready();
      await killDuringSaves(open, book, random);
      const started = await this.#start();
      const faults = await book.look(started.request);
      if (this.#judgesTimes && started.milliseconds > longestStartMilliseconds) {
        faults.push(`the start after the kill took ${Math.round(started.milliseconds)} ms`);
      }
      if (faults.length > 0) throw new Error(faults.join('; '));
    } catch (error) {
      await this.#open?.host.kill();
      const folder = this.#folder;
      this.#open = this.#book = undefined;
      throw new Error(`${messageOf(error)} (in ${folder})`, { cause: error });
    }
  }

  async #ready(): Promise<{ open: OpenHost; book: SaveBook }> {
    if (this.#open && this.#book) return { open: this.#open, book: this.#book };
    this.#folder = mkdtempSync(join(tmpdir(), 'faults-kill-'));
    const open = (this.#open = await this.#start());
    const book = (this.#book = await SaveBook.open(open.request, await setUpPractice(open.request, people)));
    return { open, book };
  }

  async #start(): Promise<OpenHost> {
    const host = startWeb(this.#program, this.#folder);
    const outcome = await host.outcome;
    if (outcome.kind === 'ended') throw new Error(`The host did not start again (${outcome.code}): ${outcome.said}`);
    this.#slowestStart = Math.max(this.#slowestStart, outcome.milliseconds);
    return (this.#open = { host, request: await enterWeb(outcome.address), milliseconds: outcome.milliseconds });
  }

  /** After the last attempt: counts everything that was ever saved here, and checks the file itself. */
  async finish(): Promise<void> {
    if (!this.#open || !this.#book) return;
    await this.#open.host.kill();
    await checkDatabase(this.#folder, this.#book.entries);
    console.error(`kill-save: the slowest start after a kill took ${Math.round(this.#slowestStart)} ms`);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

async function killDuringSaves({ host, request }: OpenHost, book: SaveBook, random: Random): Promise<void> {
  const kill = async (): Promise<void> => {
    await wait(random.between(5, 350));
    await host.kill();
  };
  const saveUntilItIsGone = async (): Promise<void> => {
    while (await book.save(request, random));
  };
  await Promise.all([kill(), ...Array.from({ length: savesAtOnce }, saveUntilItIsGone)]);
}
