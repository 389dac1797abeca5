import type { EntityManager } from 'typeorm';
import { VersionedRows } from '../versioned-rows.ts';
import { CapturedNote } from './captured-note.entity.ts';

export type CapturedNoteRow = Omit<CapturedNote, 'archivedAt'>;

const columns = `id, version, text, initials, captured_at AS capturedAt, handled_at AS handledAt, handled_by AS handledBy`;

/** Notes from the front desk. */
export class CaptureRepository {
  readonly notes: VersionedRows<CapturedNote>;
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
    this.notes = new VersionedRows(manager, CapturedNote, 'note');
  }

  /** Oldest first while they wait, newest first once they are handled. */
  async list(handled: boolean, limit = 500): Promise<CapturedNoteRow[]> {
    return this.#manager.query(
      handled
        ? `SELECT ${columns} FROM captured_note WHERE archived_at IS NULL AND handled_at IS NOT NULL ORDER BY handled_at DESC, id DESC LIMIT ?`
        : `SELECT ${columns} FROM captured_note WHERE archived_at IS NULL AND handled_at IS NULL ORDER BY captured_at, id LIMIT ?`,
      [limit],
    );
  }

  async countWaiting(): Promise<number> {
    const rows: { count: number }[] = await this.#manager.query(
      'SELECT COUNT(*) AS count FROM captured_note WHERE archived_at IS NULL AND handled_at IS NULL',
    );
    return rows[0]?.count ?? 0;
  }

  async isKnown(id: string): Promise<boolean> {
    const rows: unknown[] = await this.#manager.query('SELECT 1 FROM captured_note WHERE id = ?', [id]);
    return rows.length > 0;
  }
}
