import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDataFolder } from '../../../db/data-folder.ts';
import { unlockByPassphrase } from '../../../db/keyring/keyring.ts';
import { PracticeFile } from '../../../db/practice-file.ts';
import { stateHash } from '../../../db/state-hash.ts';
import { sequentialIds, steppingClock } from '../../support/ports.ts';
import { checkChain } from './check-database.ts';

/** Whose passphrase opens a practice. */
export interface Opener {
  readonly name: string;
  readonly passphrase: string;
}

/**
 * The state of a data folder that nobody has open, opened as the program does: without a secret, or with what `opener` types.
 * Throws where that does not open it, and unless its file and its change log are whole.
 */
export async function stateOfFolder(folder: string, opener?: Opener): Promise<string> {
  const held = openDataFolder(folder, 'cli');
  const file = await PracticeFile.open(held, { clock: steppingClock(), newId: sequentialIds() });
  try {
    if (file.trouble) throw file.trouble;
    if (opener) {
      const unlocked = await unlockByPassphrase(file.ring, opener.name, opener.passphrase);
      if (!unlocked) throw new Error(`The passphrase of ${opener.name} does not open it`);
      if (file.isOpen) throw new Error('It opens without a passphrase');
      await file.unlock(unlocked);
    }
    return await file.unitOfWork.withDataSource(async (dataSource) => {
      const [integrity]: { integrity_check: string }[] = await dataSource.query('PRAGMA integrity_check');
      if (integrity?.integrity_check !== 'ok') throw new Error(`The file is damaged: ${integrity?.integrity_check}`);
      const violations: unknown[] = await dataSource.query('PRAGMA foreign_key_check');
      if (violations.length > 0) throw new Error(`${violations.length} rows point to rows that are not there`);
      await checkChain(dataSource);
      return stateHash(dataSource);
    });
  } finally {
    await file.release();
  }
}

/** Every file below a folder, by its path within. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
