import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyringFile, openKeyOf } from '../../db/keyring/keyring-file.ts';
import { openDatabase } from '../../db/data-source.ts';
import { stateHash } from '../../db/state-hash.ts';
import { AppError } from '../../preload/contract/shared/app-error.ts';
import { openTestApp } from '../support/test-app.ts';
import { setUpPractice } from '../support/campaign/caller.ts';
import { lookAround, type Client, type Step } from './support/history-world.ts';
import { practiceSteps } from './support/practice-steps.ts';
import { randomFrom, type Random } from '../support/campaign/random.ts';
import { rosterSteps } from './support/roster-steps.ts';
import { inLanes, messageOf, type CampaignRow } from '../support/campaign/row.ts';

const steps: readonly Step[] = [...rosterSteps, ...rosterSteps, ...practiceSteps];

/** A change of the history, with the state it led to. */
interface Made {
  readonly step: string;
  readonly changeSetId: string;
  readonly hash: string;
}

/**
 * Random histories of everything a person may do. Undone change by change, last to first, each leads back to the state before it;
 * redone, to the state after it. A refused step changes nothing.
 */
export const undo: CampaignRow = {
  name: 'undo',
  about: 'random histories undone and redone',
  full: 500,
  quick: 25,
  run: (attempts) => inLanes(attempts, 1, (number) => tryHistory(randomFrom(attempts.seed, number))),
};

async function tryHistory(random: Random): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-undo-'));
  const path = join(folder, 'practice.db');
  try {
    const { app, client } = await openTestApp({ folder });
    // A second connection looks at what is committed.
    const key = openKeyOf(new KeyringFile(folder)).bytes.toString('hex');
    const dataSource = await openDatabase({ path, key });
    try {
      await setUpPractice((operation) => app.transport.request(operation), 5);
      await goThere(client, random, () => stateHash(dataSource));
    } finally {
      await dataSource.destroy();
      await app.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function goThere(client: Client, random: Random, hashNow: () => Promise<string>): Promise<void> {
  const start = await hashNow();
  const history: Made[] = [];
  const length = random.between(4, 16);
  let last = start;
  for (let tried = 0; tried < length; tried += 1) {
    const step = random.pick(steps);
    const changeSetId = await perform(client, random, step);
    const hash = await hashNow();
    if (changeSetId === null && hash !== last) throw new Error(`"${step.name}" made no change set, but another state`);
    if (changeSetId !== null) history.push({ step: step.name, changeSetId, hash });
    last = hash;
  }
  const story = history.map((made) => made.step).join(', ');
  const undone: { readonly step: string; readonly undoId: string; readonly hash: string }[] = [];
  for (const [index, made] of [...history.entries()].toReversed()) {
    const undoId = await undoOne(client, made.changeSetId, `undo "${made.step}" after ${story}`);
    if ((await hashNow()) !== (history[index - 1]?.hash ?? start))
      throw new Error(`Undoing "${made.step}" leads to another state (${story})`);
    undone.push({ step: made.step, undoId, hash: made.hash });
  }
  for (const { step, undoId, hash } of undone.toReversed()) {
    await undoOne(client, undoId, `redo "${step}" of ${story}`);
    if ((await hashNow()) !== hash) throw new Error(`Redoing "${step}" leads to another state (${story})`);
  }
}

/** The id of the change the step made, or null. Refusals are part of life; what went wrong inside is not. */
async function perform(client: Client, random: Random, step: Step): Promise<string | null> {
  try {
    return (await step.perform(await lookAround(client, random)))?.id ?? null;
  } catch (error) {
    const refusal = error instanceof Error ? error.cause : undefined;
    if (refusal instanceof AppError && refusal.code !== 'internal') return null;
    throw new Error(`"${step.name}" failed: ${messageOf(error)}`, { cause: error });
  }
}

async function undoOne(client: Client, changeSetId: string, what: string): Promise<string> {
  try {
    const { changeSet } = await client.history.undo.mutate({ changeSetId });
    if (changeSet === null) throw new Error('nothing was changed');
    return changeSet.id;
  } catch (error) {
    throw new Error(`Cannot ${what}: ${messageOf(error)}`, { cause: error });
  }
}
