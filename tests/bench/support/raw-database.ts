import Database from 'better-sqlite3';
import { join } from 'node:path';
import { openDataFolder } from '../../../db/data-folder.ts';
import { openKeyOf } from '../../../db/keyring/keyring-file.ts';

export type RawDatabase = InstanceType<typeof Database>;

/** The practice's own file through the driver alone: same key, same journal, same durability, same checks. `key` where the folder is held. */
export function openRaw(folder: string, key: string = keyOf(folder)): RawDatabase {
  const connection = new Database(join(folder, 'practice.db'), { fileMustExist: true });
  connection.pragma(`cipher='sqlcipher'`);
  connection.pragma(`legacy=4`);
  connection.pragma(`key="x'${key}'"`);
  connection.pragma('trusted_schema = OFF');
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  return connection;
}

const keys = new Map<string, string>();

/** The folder must be free at the first call. */
export function keyOf(folder: string): string {
  let key = keys.get(folder);
  if (key === undefined) {
    const opened = openDataFolder(folder, 'cli');
    key = openKeyOf(opened.keyring).bytes.toString('hex');
    opened.release();
    keys.set(folder, key);
  }
  return key;
}

/** Takes the change log's triggers off: what is left is a table that is written to and nothing else. */
export function dropTriggers(connection: RawDatabase): void {
  const names = connection.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).pluck().all();
  for (const name of names) connection.exec(`DROP TRIGGER "${String(name)}"`);
}
