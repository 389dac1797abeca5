import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkArchive } from '../../db/backup/archive-reader.ts';
import { randomFrom } from '../support/campaign/random.ts';
import { inLanes, type CampaignRow } from '../support/campaign/row.ts';
import { inFolder } from './support/filled-database.ts';
import { stateOfFolder } from './support/folder-state.ts';
import { killCommand } from './support/killed-command.ts';
import { inApp, makeClosed, makeOpen } from './support/made-practices.ts';

/**
 * kill -9 while a backup is made, by turns of a practice without and with passphrases: whatever has a backup's name is whole, the practice
 * is what it was, and the next one succeeds.
 */
export function killBackup(program: string): CampaignRow {
  return {
    name: 'kill-backup',
    about: 'kill -9 while a backup is made',
    full: 50,
    quick: 4,
    run: (attempts) =>
      inFolder('kill-backup', async (root) => {
        const made = [await makeOpen(join(root, 'open')), await makeClosed(join(root, 'closed'))] as const;
        let survived = 0;
        await inLanes(attempts, 1, async (number) => {
          const { folder, opener, state } = made[number % 2 === 0 ? 0 : 1];
          if (await killCommand(program, folder, 'backup.make', undefined, 5, randomFrom(attempts.seed, number), opener)) survived += 1;
          if ((await stateOfFolder(folder, opener)) !== state) throw new Error('The practice changed by a backup');
          for (const name of backupsIn(folder)) await checkArchive(join(folder, 'backups', name));
        });
        for (const { folder, opener } of made) {
          await inApp(folder, opener, (next) => next.make());
          const left = readdirSync(join(folder, 'backups')).filter((name) => name === 'work' || name.endsWith('.new'));
          if (left.length > 0) throw new Error(`The next backup left ${left.join(', ')} of those that were killed`);
        }
        console.error(`kill-backup: ${survived} were made before they could be killed`);
      }),
  };
}

const backupsIn = (folder: string): string[] =>
  existsSync(join(folder, 'backups')) ? readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.backup')) : [];
