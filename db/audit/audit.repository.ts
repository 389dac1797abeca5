import type { EntityManager } from 'typeorm';
import type { AuditKind, AuditSubject } from '../../preload/contract/audit/audit.ts';

/** An entry as it is added. */
export interface NewAuditEntry {
  readonly id: string;
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly kind: AuditKind;
  readonly detail: string;
  readonly subject: AuditSubject | null;
}

/** An entry as the table holds it. */
export interface AuditRow {
  /** Grows with every entry. */
  readonly place: number;
  readonly id: string;
  readonly at: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly kind: string;
  readonly subjectTable: string | null;
  readonly subjectId: string | null;
  readonly detail: string;
}

/** Which entries; what is left out does not narrow. */
export interface AuditSearch {
  readonly kinds?: readonly AuditKind[] | undefined;
  readonly actorId?: string | undefined;
  /** Instant, included. */
  readonly from?: string | undefined;
  /** Instant, not included any more. */
  readonly before?: string | undefined;
  /** Each must occur in the sentence or the name. */
  readonly words?: readonly string[];
}

/** The same look again: for what is recorded once in a while. */
export interface SeenBefore {
  readonly actorId: string;
  readonly kind: AuditKind;
  readonly subject: AuditSubject | null;
  readonly detail: string;
  /** Instants, both included: what a clock that ran ahead wrote does not count. */
  readonly since: string;
  readonly until: string;
}

// The order in which they came, whatever the clock said: rows are only added, and copies of the file keep their order.
const columns = `rowid AS place, id, at, actor_id AS actorId, actor_name AS actorName, kind, subject_table AS subjectTable, subject_id AS subjectId, detail`;

/** The access record. Entries are added and read, nothing else; the table itself refuses more. */
export class AuditRepository {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  async add({ id, at, actorId, actorName, kind, subject, detail }: NewAuditEntry): Promise<void> {
    await this.#manager.query(
      'INSERT INTO audit_entry (id, at, actor_id, actor_name, kind, subject_table, subject_id, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      [id, at, actorId, actorName, kind, subject?.table ?? null, subject?.id ?? null, detail],
    );
  }

  /** Newest first, older than the place `olderThan`. */
  async search(search: AuditSearch, { olderThan, limit }: { olderThan?: number | undefined; limit: number }): Promise<AuditRow[]> {
    const { condition, parameters } = conditionOf(search);
    return this.#manager.query(`SELECT ${columns} FROM audit_entry WHERE rowid < ? AND ${condition} ORDER BY rowid DESC LIMIT ?`, [
      olderThan ?? Number.MAX_SAFE_INTEGER,
      ...parameters,
      limit,
    ]);
  }

  async count(search: AuditSearch): Promise<number> {
    const { condition, parameters } = conditionOf(search);
    const rows: { count: number }[] = await this.#manager.query(`SELECT COUNT(*) AS count FROM audit_entry WHERE ${condition}`, parameters);
    return rows[0]?.count ?? 0;
  }

  /** Everyone who is in the record, by their latest name. */
  async listActors(): Promise<{ id: string; name: string }[]> {
    // With MAX, SQLite takes the other columns from the row that has it.
    const rows: { id: string; name: string }[] = await this.#manager.query(
      'SELECT actor_id AS id, actor_name AS name, MAX(rowid) FROM audit_entry GROUP BY actor_id ORDER BY actor_name, actor_id',
    );
    return rows.map(({ id, name }) => ({ id, name }));
  }

  async lastOf(kinds: readonly AuditKind[]): Promise<AuditRow | undefined> {
    const [row] = await this.search({ kinds }, { limit: 1 });
    return row;
  }

  async isThere({ actorId, kind, subject, detail, since, until }: SeenBefore): Promise<boolean> {
    const rows: unknown[] = await this.#manager.query(
      `SELECT 1 FROM audit_entry WHERE actor_id = ? AND kind = ? AND at BETWEEN ? AND ? AND subject_table IS ? AND subject_id IS ?
         AND (subject_id IS NOT NULL OR detail = ?) LIMIT 1`,
      [actorId, kind, since, until, subject?.table ?? null, subject?.id ?? null, detail],
    );
    return rows.length > 0;
  }
}

function conditionOf({ kinds, actorId, from, before, words = [] }: AuditSearch): { condition: string; parameters: string[] } {
  const parts: [string, readonly string[]][] = [];
  if (kinds && kinds.length > 0) parts.push([`kind IN (${kinds.map(() => '?').join(', ')})`, kinds]);
  if (actorId !== undefined) parts.push(['actor_id = ?', [actorId]]);
  if (from !== undefined) parts.push(['at >= ?', [from]]);
  if (before !== undefined) parts.push(['at < ?', [before]]);
  for (const word of words) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push([`(detail LIKE ? ESCAPE '\\' OR actor_name LIKE ? ESCAPE '\\')`, [pattern, pattern]]);
  }
  return {
    condition: parts.map(([part]) => part).join(' AND ') || '1',
    parameters: parts.flatMap(([, values]) => values),
  };
}
