import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../../../db/data-source.ts';
import { stateHash } from '../../../db/state-hash.ts';
import { UnitOfWork } from '../../../db/unit-of-work.ts';
import { sequentialIds, steppingClock } from '../../support/ports.ts';
import type { Random } from '../../support/campaign/random.ts';

export const faultKey = '5e'.repeat(32);
const intent = { actor: { id: 'local', name: 'This computer' }, procedure: 'fault' };
const words = ['Front desk', 'Phones', 'Nurse', 'Lab', 'Billing', 'Imaging', 'Records', 'Scribe'];

/** A folder that is gone when `work` is done. */
export async function inFolder<Result>(name: string, work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), `faults-${name}-`));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes positions in so many change sets, of several rows each; answers the state after each of them. */
export async function fill(dataSource: DataSource, random: Random, changeSets: number): Promise<string[]> {
  const newId = sequentialIds();
  const unitOfWork = await UnitOfWork.open(dataSource, { clock: steppingClock(), newId });
  const states = [await stateHash(dataSource)];
  for (let made = 0; made < changeSets; made += 1) {
    await unitOfWork.write(intent, 'Add positions', ({ practice }) =>
      practice.positions.insert(
        Array.from({ length: random.between(1, 12) }, (_, index) => ({
          id: newId(),
          name: `${random.pick(words)} ${random.between(1, 1_000_000)}`,
          code: 'AB',
          colour: 'fd',
          sortOrder: index,
        })),
      ),
    );
    states.push(await stateHash(dataSource));
  }
  return states;
}

/** A closed database with this much in it. Answers its state. */
export async function filledDatabase(path: string, random: Random, changeSets: number): Promise<string> {
  const dataSource = await openDatabase({ path, key: faultKey });
  try {
    return (await fill(dataSource, random, changeSets)).at(-1) ?? '';
  } finally {
    await dataSource.destroy();
  }
}
