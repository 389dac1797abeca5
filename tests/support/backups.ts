import { join } from 'node:path';
import { openDatabase } from '../../db/data-source.ts';
import { runTask } from '../../db/backup/run-task.ts';
import type { MadeBackup } from '../../db/backup/tasks.ts';
import { stateHash } from '../../db/state-hash.ts';
import { UnitOfWork } from '../../db/unit-of-work.ts';
import { sequentialIds, steppingClock } from './ports.ts';

export const backupKey = '5e'.repeat(32);
const intent = { actor: { id: 'local', name: 'Dana' }, procedure: 'test.write' };

/** Makes a practice with some positions and people in `folder`, closed again. Answers its state. */
export async function makeDatabase(folder: string, people = 20): Promise<{ path: string; hash: string }> {
  const path = join(folder, 'practice.db');
  const dataSource = await openDatabase({ path, key: backupKey });
  const newId = sequentialIds();
  const unitOfWork = await UnitOfWork.open(dataSource, { clock: steppingClock(), newId });
  await unitOfWork.write(intent, 'Add positions', ({ practice }) =>
    practice.positions.insert(
      Array.from({ length: people }, (_, index) => ({
        id: newId(),
        name: `Wilhelmina ${index}`,
        code: 'PP',
        colour: 'fd',
        sortOrder: index,
      })),
    ),
  );
  const hash = await stateHash(dataSource);
  await dataSource.destroy();
  return { path, hash };
}

/** A backup of that database. */
export function backUp(folder: string, database: string, at = '2026-11-23T17:00:00.000Z'): Promise<MadeBackup> {
  return runTask({
    kind: 'make',
    database,
    key: backupKey,
    keyring: '{"version":1}',
    attachments: [],
    folder: join(folder, 'backups'),
    work: join(folder, 'backups', 'work'),
    program: '0.1.0',
    at,
  });
}
