import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom, type Random } from '../support/campaign/random.ts';
import { inLanes, messageOf, type CampaignRow } from '../support/campaign/row.ts';
import { inFolder } from './support/filled-database.ts';
import { stateOfFolder, type Opener } from './support/folder-state.ts';
import { killCommand } from './support/killed-command.ts';
import { danaThen, inApp, makeClosed, makeOpen, type MadePractice } from './support/made-practices.ts';

/**
 * kill -9 while a backup is restored, by turns into a practice without passphrases and into one whose keyring and key are others than those
 * of the backup: the practice is the one from before or the one of the backup, whole, with its own people, and a second try succeeds.
 */
export function killRestore(program: string): CampaignRow {
  return {
    name: 'kill-restore',
    about: 'kill -9 while a backup is restored',
    full: 50,
    quick: 4,
    run: (attempts) =>
      inFolder('kill-restore', async (root) => {
        const made = [await makeOpen(join(root, 'open')), await makeClosed(join(root, 'closed'))] as const;
        const ends = { before: 0, after: 0 };
        await inLanes(attempts, 2, async (number) => {
          const practice = made[number % 2 === 0 ? 0 : 1];
          const folder = join(root, `copy-${number}`);
          cpSync(practice.folder, folder, { recursive: true });
          try {
            ends[await attempt(program, practice, folder, randomFrom(attempts.seed, number))] += 1;
          } finally {
            rmSync(folder, { recursive: true, force: true });
          }
        });
        console.error(`kill-restore: ${ends.before} ended before the change of files, ${ends.after} after it`);
      }),
  };
}

async function attempt(program: string, made: MadePractice, folder: string, random: Random): Promise<'before' | 'after'> {
  const source = { kind: 'listed', place: 'here', name: made.backup } as const;
  const ofBackup = made.opener && danaThen;
  const opener = ofBackup && ({ kind: 'passphrase', ...ofBackup } as const);
  const wasDone = await killCommand(program, folder, 'backup.restore', { source, opener }, 4, random, made.opener);
  const { state, opener: opens } = await stateNow(folder, made, ofBackup);
  if (state !== made.state && state !== made.backedUp) throw new Error('The practice is neither the one before nor the restored one');
  if (wasDone && state !== made.backedUp) throw new Error('The restore was acknowledged, and the practice is the one before');
  await inApp(folder, opens, (again) => again.restore(source, opener));
  if ((await stateOfFolder(folder, ofBackup)) !== made.backedUp) throw new Error('The second try did not restore the backup');
  return state === made.state ? 'before' : 'after';
}

/** The practice of before opens for those of before, the restored one for those of the backup; whoever is of the other is refused in words. */
async function stateNow(
  folder: string,
  { opener, state: before }: MadePractice,
  ofBackup: Opener | undefined,
): Promise<{ readonly state: string; readonly opener: Opener | undefined }> {
  if (!opener || !ofBackup) return { state: await stateOfFolder(folder), opener: undefined };
  const refusals: string[] = [];
  for (const one of [opener, ofBackup]) {
    // A wrong passphrase makes the next one wait.
    rmSync(join(folder, 'attempts.json'), { force: true });
    try {
      const state = await inApp(folder, one, async () => {}).then(() => stateOfFolder(folder, one));
      if ((state === before) !== (one === opener))
        throw new Error(`It opens for the ${one === opener ? 'people of before' : 'people of the backup'}`);
      return { state, opener: one };
    } catch (error) {
      refusals.push(messageOf(error));
      if (!/^(The name or the passphrase is not right|Bringing back a backup was interrupted)/.test(messageOf(error))) throw error;
    }
  }
  throw new Error(`It opens for nobody: ${refusals.join(' / ')}`);
}
