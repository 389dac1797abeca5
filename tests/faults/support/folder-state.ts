import { openDataFolder } from '../../../db/data-folder.ts';
import { openDatabase } from '../../../db/data-source.ts';
import { openKeyOf } from '../../../db/keyring/keyring-file.ts';
import { stateHash } from '../../../db/state-hash.ts';
import { checkChain } from './check-database.ts';

/** The state of a data folder that nobody has open and that has no passphrase. Throws unless its file and its change log are whole. */
export async function stateOfFolder(folder: string): Promise<string> {
  const held = openDataFolder(folder, 'cli');
  try {
    const dataSource = await openDatabase({ path: held.databasePath, key: openKeyOf(held.keyring).bytes.toString('hex') });
    try {
      const [integrity]: { integrity_check: string }[] = await dataSource.query('PRAGMA integrity_check');
      if (integrity?.integrity_check !== 'ok') throw new Error(`The file is damaged: ${integrity?.integrity_check}`);
      const violations: unknown[] = await dataSource.query('PRAGMA foreign_key_check');
      if (violations.length > 0) throw new Error(`${violations.length} rows point to rows that are not there`);
      await checkChain(dataSource);
      return await stateHash(dataSource);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    held.release();
  }
}
