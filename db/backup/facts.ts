import type { Connection } from '../connection.ts';

/** What a database holds, in a few numbers. */
export interface DatabaseFacts {
  readonly practiceId: string | null;
  readonly practiceName: string | null;
  readonly timeZone: string | null;
  /** People who are not archived. */
  readonly people: number;
  readonly shifts: number;
  /** First and last day that anything is planned on; null when nothing is. */
  readonly from: string | null;
  readonly to: string | null;
  /** The last change: what it was and its instant, ISO 8601 UTC. */
  readonly lastChange: { readonly label: string; readonly at: string; readonly by: string } | null;
  /** Who may sign in, by the id that stands in the keyring. */
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
}

/** Reads them; works on every schema since the first one. What has no words of a change is an entry of the access record alone. */
export function readFacts(connection: Connection): DatabaseFacts {
  const [practice] = connection
    .prepare<[], { id: string; name: string; timeZone: string }>(
      'SELECT id, name, time_zone AS timeZone FROM practice WHERE archived_at IS NULL',
    )
    .all();
  const count = (table: 'person' | 'shift'): number =>
    connection.prepare<[], number>(`SELECT count(*) FROM "${table}" WHERE archived_at IS NULL`).pluck().get() ?? 0;
  const days = connection
    .prepare<[], { first: string | null; last: string | null }>(
      `SELECT min(on_date) AS first, max(on_date) AS last FROM (SELECT on_date FROM shift WHERE archived_at IS NULL
       UNION ALL SELECT on_date FROM time_off WHERE archived_at IS NULL UNION ALL SELECT on_date FROM unread_entry WHERE archived_at IS NULL)`,
    )
    .get();
  const lastChange = connection
    .prepare<[], { label: string; at: string; by: string }>(
      `SELECT label, at, actor_name AS "by" FROM change_set WHERE label <> '' ORDER BY logical_clock DESC, sequence DESC LIMIT 1`,
    )
    .get();
  return {
    practiceId: practice?.id ?? null,
    practiceName: practice?.name ?? null,
    timeZone: practice?.timeZone ?? null,
    people: count('person'),
    shifts: count('shift'),
    from: days?.first ?? null,
    to: days?.last ?? null,
    lastChange: lastChange ?? null,
    accounts: readAccounts(connection),
  };
}

/** The first schema has none. */
function readAccounts(connection: Connection): { id: string; name: string }[] {
  if (connection.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'account'`).get() === undefined) return [];
  return connection.prepare<[], { id: string; name: string }>('SELECT id, name FROM account ORDER BY name').all();
}

/** The last change of the computer whose database it is. */
export function readHead(connection: Connection): { device: string; sequence: number; hash: string; letter: string } {
  const head = connection
    .prepare<[], { device: string; letter: string | null; sequence: number | null; hash: string | null }>(
      `SELECT s.device_id AS device, d.letter, c.sequence, c.hash FROM device_secret s LEFT JOIN device d ON d.id = s.device_id
       LEFT JOIN change_set c ON c.device_id = s.device_id ORDER BY c.sequence DESC LIMIT 1`,
    )
    .get();
  if (!head) throw new Error('The database names no computer.');
  return { device: head.device, letter: head.letter ?? 'L', sequence: head.sequence ?? 0, hash: head.hash ?? '' };
}
