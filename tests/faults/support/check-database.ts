import { openDataFolder } from '../../../db/data-folder.ts';
import { openKeyOf } from '../../../db/keyring/keyring-file.ts';
import { openDatabase } from '../../../db/data-source.ts';
import { chainHash, type ChainedRow, type ChainedSet } from '../../../db/change-log/hash-chain.ts';
import type { DataSource } from 'typeorm';

/** Throws unless the file of a data folder is sound, its hash chain unbroken, and holds just this many entries of the schedule. */
export async function checkDatabase(folder: string, entries: number): Promise<void> {
  const opened = openDataFolder(folder, 'cli');
  try {
    const dataSource = await openDatabase({ path: opened.databasePath, key: openKeyOf(opened.keyring).bytes.toString('hex') });
    try {
      const [integrity]: { integrity_check: string }[] = await dataSource.query('PRAGMA integrity_check');
      if (integrity?.integrity_check !== 'ok') throw new Error(`The file is damaged: ${integrity?.integrity_check}`);
      const violations: unknown[] = await dataSource.query('PRAGMA foreign_key_check');
      if (violations.length > 0) throw new Error(`${violations.length} rows point to rows that are not there`);
      const [counted]: { count: number }[] = await dataSource.query(
        'SELECT (SELECT COUNT(*) FROM shift) + (SELECT COUNT(*) FROM time_off) + (SELECT COUNT(*) FROM unread_entry) AS count',
      );
      if (counted?.count !== entries) throw new Error(`There are ${counted?.count} entries where ${entries} were saved`);
      await checkChain(dataSource);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    opened.release();
  }
}

export async function checkChain(dataSource: DataSource): Promise<void> {
  const [secret]: { key: string }[] = await dataSource.query('SELECT chain_key AS key FROM device_secret');
  if (!secret) throw new Error('The key of the hash chain is missing');
  const sets: (ChainedSet & { hash: string })[] = await dataSource.query(
    `SELECT id, device_id AS deviceId, sequence, logical_clock AS logicalClock, actor_id AS actorId, actor_name AS actorName, procedure, label,
       at, undoes_id AS undoesId, hash FROM change_set ORDER BY sequence`,
  );
  const rows: (ChainedRow & { changeSetId: string | null })[] = await dataSource.query(
    `SELECT change_set_id AS changeSetId, table_name AS tableName, row_id AS rowId, column_name AS columnName, value,
       replaced_change_set_id AS replacedChangeSetId FROM change_log ORDER BY change_log.sequence`,
  );
  const bySet = Map.groupBy(rows, (row) => row.changeSetId);
  let previous = '';
  for (const [index, set] of sets.entries()) {
    if (set.sequence !== index + 1) throw new Error(`Change ${index + 1} is missing in the change log`);
    const hash = chainHash(secret.key, previous, set, bySet.get(set.id) ?? []);
    if (hash !== set.hash) throw new Error(`The hash chain breaks at change ${set.sequence}`);
    bySet.delete(set.id);
    previous = hash;
  }
  if (bySet.size > 0) throw new Error(`${bySet.size} changes are logged without their change set`);
}
