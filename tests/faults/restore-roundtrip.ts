import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setUpPractice } from '../support/campaign/caller.ts';
import { randomFrom, type Random } from '../support/campaign/random.ts';
import { inLanes, messageOf, type CampaignRow } from '../support/campaign/row.ts';
import { AppError } from '../../preload/contract/shared/app-error.ts';
import { inFolder } from './support/filled-database.ts';
import { stateOfFolder, type Opener } from './support/folder-state.ts';
import { lookAround, type Client, type Step } from './support/history-world.ts';
import { danaLater, danaThen, inApp } from './support/made-practices.ts';
import { practiceSteps } from './support/practice-steps.ts';
import { rosterSteps } from './support/roster-steps.ts';

const steps: readonly Step[] = [...rosterSteps, ...practiceSteps];

/**
 * Random practices, backed up and restored: the same to the last value. Half of them have passphrases. By turns they are wiped and come back
 * on a bare folder, or they go on and come back over what they became, where the keyring and its passphrases are others by then.
 */
export const restoreRoundtrip: CampaignRow = {
  name: 'restore-roundtrip',
  about: 'random practices backed up, wiped and restored',
  full: 100,
  quick: 4,
  run: (attempts) =>
    inLanes(attempts, 2, (number) =>
      inFolder('roundtrip', (folder) => goRound(folder, randomFrom(attempts.seed, number), number % 2 === 1, number % 4 < 2)),
    ),
};

async function goRound(folder: string, random: Random, isProtected: boolean, isWiped: boolean): Promise<void> {
  const [lived, kept, bare] = [join(folder, 'lived'), join(folder, 'kept.backup'), join(folder, 'bare')];
  const opener = isProtected ? danaThen : undefined;
  await inApp(lived, undefined, async (first) => {
    await setUpPractice((operation) => first.app.transport.request(operation), random.between(1, 6));
    if (opener) await first.client.access.protect.mutate(opener);
    for (let made = random.between(1, 12); made > 0; made -= 1) await perform(first.client, random);
    const { name } = await first.make();
    copyFileSync(join(lived, 'backups', name), kept);
  });
  const before = await stateOfFolder(lived, opener);
  if (isWiped) rmSync(lived, { recursive: true });
  else await goOn(lived, opener, random);
  const target = isWiped ? bare : lived;
  mkdirSync(target, { recursive: true });
  await inApp(target, isWiped ? undefined : danaLater, (second) =>
    second.restore({ kind: 'path', path: kept }, opener && { kind: 'passphrase', ...opener }),
  );
  if ((await stateOfFolder(target, opener)) !== before)
    throw new Error('What was restored is another practice than the one that was backed up');
}

/** Afterwards it has other passphrases than its backup, or has some where that had none. */
async function goOn(folder: string, opener: Opener | undefined, random: Random): Promise<void> {
  await inApp(folder, opener, async ({ client }) => {
    await perform(client, random);
    if (opener) await client.access.changePassphrase.mutate({ current: opener.passphrase, next: danaLater.passphrase });
    else await client.access.protect.mutate(danaLater);
  });
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
