import { v7 } from 'uuid';
import { chainHash, nextLogicalClock, type ChainedRow, type ChainedSet } from '../../../db/change-log/hash-chain.ts';
import type { RawDatabase } from './raw-database.ts';

const setColumns = `id, device_id AS deviceId, sequence, logical_clock AS logicalClock, actor_id AS actorId, actor_name AS actorName, procedure, label, at,
  undoes_id AS undoesId`;
const rowColumns = `table_name AS tableName, row_id AS rowId, column_name AS columnName, value, replaced_change_set_id AS replacedChangeSetId`;

interface Head {
  readonly deviceId: string;
  readonly key: string;
  readonly sequence: number;
  readonly logicalClock: string;
  readonly hash: string;
}

/** Adds entries to the access record as the app does, each in a change set of its own; but in one transaction, as nobody waits a minute for them. */
export function addEntries(file: RawDatabase, count: number): void {
  const current = file.prepare('UPDATE current_change_set SET change_set_id = ? WHERE id = 1');
  const addEntry = file.prepare(
    'INSERT INTO audit_entry (id, at, actor_id, actor_name, kind, subject_table, subject_id, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const logged = file.prepare<[string], ChainedRow>(`SELECT ${rowColumns} FROM change_log WHERE change_set_id = ? ORDER BY sequence`);
  const addSet = file.prepare(
    `INSERT INTO change_set (id, device_id, sequence, logical_clock, actor_id, actor_name, procedure, label, at, undoes_id, hash)
     VALUES (@id, @deviceId, @sequence, @logicalClock, @actorId, @actorName, @procedure, @label, @at, @undoesId, @hash)`,
  );
  let head = headOf(file);
  const add = (number: number): void => {
    const id = v7();
    const at = new Date(Date.parse('2026-01-05T08:00:00.000Z') + number * 60_000).toISOString();
    const actor = { actorId: v7(), actorName: 'Dana Whitfield' };
    current.run(id);
    addEntry.run(v7(), at, actor.actorId, actor.actorName, 'view_confidential', 'person', v7(), `Looked at the pay of Person ${number}`);
    const set: ChainedSet = {
      id,
      deviceId: head.deviceId,
      sequence: head.sequence + 1,
      logicalClock: nextLogicalClock(head.logicalClock, Date.parse(at)),
      ...actor,
      procedure: 'people.get',
      label: '',
      at,
      undoesId: null,
    };
    const hash = chainHash(head.key, head.hash, set, logged.all(id));
    addSet.run({ ...set, hash });
    head = { ...head, sequence: set.sequence, logicalClock: set.logicalClock, hash };
  };
  const all = file.transaction(() => {
    for (let number = 0; number < count; number += 1) add(number);
    current.run(null);
  });
  all();
}

/** What the hash of every set covers, in order: the bytes of each as `chainHash` gives them to HMAC. */
export function chainedBytes(file: RawDatabase): Buffer[][] {
  const sets = file.prepare<[], ChainedSet & { hash: string }>(`SELECT ${setColumns}, hash FROM change_set ORDER BY sequence`).all();
  const logged = file.prepare<[string], ChainedRow>(`SELECT ${rowColumns} FROM change_log WHERE change_set_id = ? ORDER BY sequence`);
  let previous = '';
  return sets.map(({ hash, ...set }) => {
    const head = [
      previous,
      set.id,
      set.deviceId,
      set.sequence,
      set.logicalClock,
      set.actorId,
      set.actorName,
      set.procedure,
      set.label,
      set.at,
      set.undoesId,
    ];
    previous = hash;
    const rows = logged.all(set.id).map((row) => [row.tableName, row.rowId, row.columnName, row.value, row.replacedChangeSetId]);
    return [head, ...rows].map((values) => Buffer.from(JSON.stringify(values)));
  });
}

export function headOf(file: RawDatabase): Head {
  const head = file
    .prepare<[], Head>(
      `SELECT s.device_id AS deviceId, d.chain_key AS key, s.sequence, s.logical_clock AS logicalClock, s.hash
       FROM change_set s JOIN device_secret d ON d.device_id = s.device_id ORDER BY s.sequence DESC LIMIT 1`,
    )
    .get();
  if (!head) throw new Error('There is no chain to go on with.');
  return head;
}
