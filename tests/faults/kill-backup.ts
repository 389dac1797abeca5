import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkArchive } from '../../db/backup/archive-reader.ts';
import { openBackupApp } from '../support/backup-app.ts';
import { setUpPractice } from '../support/campaign/caller.ts';
import { randomFrom } from '../support/campaign/random.ts';
import { inLanes, type CampaignRow } from '../support/campaign/row.ts';
import { inFolder } from './support/filled-database.ts';
import { stateOfFolder } from './support/folder-state.ts';
import { killCommand } from './support/killed-command.ts';

const people = 12;

/** kill -9 while a backup is made: whatever has a backup's name is whole, the practice is what it was, and the next one succeeds. */
export function killBackup(program: string): CampaignRow {
  return {
    name: 'kill-backup',
    about: 'kill -9 while a backup is made',
    full: 50,
    quick: 3,
    run: (attempts) =>
      inFolder('kill-backup', async (folder) => {
        const before = await begin(folder);
        let survived = 0;
        await inLanes(attempts, 1, async (number) => {
          if (await killCommand(program, folder, 'backup.make', undefined, 5, randomFrom(attempts.seed, number))) survived += 1;
          if ((await stateOfFolder(folder)) !== before) throw new Error('The practice changed by a backup');
          for (const name of backupsIn(folder)) await checkArchive(join(folder, 'backups', name));
        });
        const next = await openBackupApp(folder);
        try {
          await next.make();
        } finally {
          await next.app.close();
        }
        const left = readdirSync(join(folder, 'backups')).filter((name) => name === 'work' || name.endsWith('.new'));
        if (left.length > 0) throw new Error(`The next backup left ${left.join(', ')} of those that were killed`);
        console.error(`kill-backup: ${survived} were made before they could be killed`);
      }),
  };
}

const backupsIn = (folder: string): string[] =>
  existsSync(join(folder, 'backups')) ? readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.backup')) : [];

async function begin(folder: string): Promise<string> {
  const { app } = await openBackupApp(folder);
  try {
    await setUpPractice((operation) => app.transport.request(operation), people);
  } finally {
    await app.close();
  }
  return stateOfFolder(folder);
}
