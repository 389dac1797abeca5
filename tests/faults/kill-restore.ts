import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBackupApp } from '../support/backup-app.ts';
import { fullTimer, setUpPractice } from '../support/campaign/caller.ts';
import { randomFrom } from '../support/campaign/random.ts';
import { inLanes, type CampaignRow } from '../support/campaign/row.ts';
import { inFolder } from './support/filled-database.ts';
import { stateOfFolder } from './support/folder-state.ts';
import { killCommand } from './support/killed-command.ts';

/** kill -9 while a backup is restored: the practice is the one from before or the one of the backup, whole, and a second try succeeds. */
export function killRestore(program: string): CampaignRow {
  return {
    name: 'kill-restore',
    about: 'kill -9 while a backup is restored',
    full: 50,
    quick: 3,
    run: (attempts) =>
      inFolder('kill-restore', async (root) => {
        const made = await begin(join(root, 'first'));
        const input = { source: { kind: 'listed', place: 'here', name: made.name } };
        const ends = { before: 0, after: 0 };
        await inLanes(attempts, 2, async (number) => {
          const folder = join(root, `copy-${number}`);
          cpSync(join(root, 'first'), folder, { recursive: true });
          const wasDone = await killCommand(program, folder, 'backup.restore', input, 4, randomFrom(attempts.seed, number));
          const state = await stateOfFolder(folder);
          if (state !== made.present && state !== made.backedUp)
            throw new Error(`The practice is neither the one before nor the restored one (${folder})`);
          if (wasDone && state !== made.backedUp)
            throw new Error(`The restore was acknowledged, and the practice is the one before (${folder})`);
          ends[state === made.present ? 'before' : 'after'] += 1;
          const again = await openBackupApp(folder);
          try {
            await again.restore({ kind: 'listed', place: 'here', name: made.name });
          } finally {
            await again.app.close();
          }
          if ((await stateOfFolder(folder)) !== made.backedUp) throw new Error(`The second try did not restore the backup (${folder})`);
        });
        console.error(`kill-restore: ${ends.before} ended before the change of files, ${ends.after} after it`);
      }),
  };
}

/** A practice with a backup, and changes since then. */
async function begin(folder: string): Promise<{ name: string; backedUp: string; present: string }> {
  mkdirSync(folder);
  const first = await openBackupApp(folder);
  const request = (operation: Parameters<typeof first.app.transport.request>[0]) => first.app.transport.request(operation);
  const { locationId, positionIds } = await setUpPractice(request, 12);
  const { name } = await first.make();
  await first.app.close();
  const backedUp = await stateOfFolder(folder);
  const later = await openBackupApp(folder);
  await later.client.people.save.mutate({ person: fullTimer(40, locationId, positionIds[0] ?? '') });
  await later.app.close();
  return { name, backedUp, present: await stateOfFolder(folder) };
}
