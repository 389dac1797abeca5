import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openBackupApp } from '../support/backup-app.ts';
import { setUpPractice } from '../support/campaign/caller.ts';
import { randomFrom, type Random } from '../support/campaign/random.ts';
import { inLanes, messageOf, type CampaignRow } from '../support/campaign/row.ts';
import { AppError } from '../../preload/contract/shared/app-error.ts';
import { inFolder } from './support/filled-database.ts';
import { stateOfFolder } from './support/folder-state.ts';
import { lookAround, type Client, type Step } from './support/history-world.ts';
import { practiceSteps } from './support/practice-steps.ts';
import { rosterSteps } from './support/roster-steps.ts';

const steps: readonly Step[] = [...rosterSteps, ...practiceSteps];

/** Random practices, backed up, wiped, and restored on a bare folder: the same to the last value. */
export const restoreRoundtrip: CampaignRow = {
  name: 'restore-roundtrip',
  about: 'random practices backed up, wiped and restored',
  full: 100,
  quick: 3,
  run: (attempts) =>
    inLanes(attempts, 2, (number) => inFolder('roundtrip', (folder) => goRound(folder, randomFrom(attempts.seed, number)))),
};

async function goRound(folder: string, random: Random): Promise<void> {
  const [lived, kept, bare] = [join(folder, 'lived'), join(folder, 'kept.backup'), join(folder, 'bare')];
  const first = await openBackupApp(lived);
  try {
    await setUpPractice((operation) => first.app.transport.request(operation), random.between(1, 6));
    for (let made = random.between(1, 12); made > 0; made -= 1) await perform(first.client, random);
    const { name } = await first.make();
    copyFileSync(join(lived, 'backups', name), kept);
  } finally {
    await first.app.close();
  }
  const before = await stateOfFolder(lived);
  rmSync(lived, { recursive: true });
  mkdirSync(bare);
  const second = await openBackupApp(bare);
  try {
    await second.restore({ kind: 'path', path: kept });
  } finally {
    await second.app.close();
  }
  if ((await stateOfFolder(bare)) !== before) throw new Error('What was restored is another practice than the one that was backed up');
}

/** Refusals are part of life. */
async function perform(client: Client, random: Random): Promise<void> {
  const step = random.pick(steps);
  try {
    await step.perform(await lookAround(client, random));
  } catch (error) {
    const refusal = error instanceof Error ? error.cause : undefined;
    if (!(refusal instanceof AppError && refusal.code !== 'internal'))
      throw new Error(`"${step.name}" failed: ${messageOf(error)}`, { cause: error });
  }
}
