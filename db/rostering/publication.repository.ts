import type { EntityManager } from 'typeorm';
import type { LocalDate } from '../../preload/contract/shared/primitives.ts';
import { VersionedRows } from '../versioned-rows.ts';
import { SchedulePublication } from './schedule-publication.entity.ts';

export type PublicationRow = Omit<SchedulePublication, 'archivedAt'>;

const columns = `id, version, location_id AS locationId, week_on AS weekOn, number, letter, published_at AS publishedAt, actor_name AS actorName, contents`;

/** Published weeks, each kept as people saw it. */
export class PublicationRepository {
  readonly publications: VersionedRows<SchedulePublication>;
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
    this.publications = new VersionedRows(manager, SchedulePublication, 'version');
  }

  /** All versions of a week, newest first. */
  async list(locationId: string, weekOn: LocalDate): Promise<PublicationRow[]> {
    return this.#manager.query(
      `SELECT ${columns} FROM schedule_publication WHERE location_id = ? AND week_on = ? AND archived_at IS NULL ORDER BY number DESC, id DESC`,
      [locationId, weekOn],
    );
  }

  async findLatest(locationId: string, weekOn: LocalDate): Promise<PublicationRow | undefined> {
    const rows: PublicationRow[] = await this.#manager.query(
      `SELECT ${columns} FROM schedule_publication WHERE location_id = ? AND week_on = ? AND archived_at IS NULL ORDER BY number DESC, id DESC LIMIT 1`,
      [locationId, weekOn],
    );
    return rows[0];
  }

  async find(id: string): Promise<PublicationRow | undefined> {
    const rows: PublicationRow[] = await this.#manager.query(
      `SELECT ${columns} FROM schedule_publication WHERE id = ? AND archived_at IS NULL`,
      [id],
    );
    return rows[0];
  }

  /** Numbers are never given twice, not even after an undo: paper cannot be recalled. */
  async nextNumber(letter: string): Promise<number> {
    const rows: { highest: number | null }[] = await this.#manager.query(
      'SELECT MAX(number) AS highest FROM schedule_publication WHERE letter = ?',
      [letter],
    );
    return (rows[0]?.highest ?? 0) + 1;
  }
}
