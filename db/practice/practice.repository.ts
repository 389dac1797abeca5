import type { EntityManager } from 'typeorm';
import type { LocalDate } from '../../preload/contract/shared/primitives.ts';
import { Device } from '../change-log/change-log.entity.ts';
import { VersionedRows } from '../versioned-rows.ts';
import { Closure, Location, OpeningHoursRow } from './location.entity.ts';
import { Position } from './position.entity.ts';
import { Practice } from './practice.entity.ts';

type Present<Row> = Omit<Row, 'archivedAt'>;
export type PracticeRow = Present<Practice>;

/** The practice, its places, jobs and closed days, as they are now. */
export class PracticeRepository {
  readonly practices: VersionedRows<Practice>;
  readonly locations: VersionedRows<Location>;
  readonly openingHours: VersionedRows<OpeningHoursRow>;
  readonly closures: VersionedRows<Closure>;
  readonly positions: VersionedRows<Position>;
  readonly devices: VersionedRows<Device>;
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
    this.practices = new VersionedRows(manager, Practice, 'practice');
    this.locations = new VersionedRows(manager, Location, 'location');
    this.openingHours = new VersionedRows(manager, OpeningHoursRow, 'opening');
    this.closures = new VersionedRows(manager, Closure, 'closure');
    this.positions = new VersionedRows(manager, Position, 'position');
    this.devices = new VersionedRows(manager, Device, 'computer');
  }

  /** Undefined before set-up. */
  async find(): Promise<PracticeRow | undefined> {
    const rows: PracticeRow[] = await this.#manager.query(
      `SELECT id, version, name, time_zone AS timeZone, week_starts_on AS weekStartsOn, workweek_starts_on AS workweekStartsOn, clock, paper,
         meal_after_minutes AS mealAfterMinutes, meal_minutes AS mealMinutes, meal_start_minute AS mealStartMinute, closed_on_holidays AS closedOnHolidays,
         open_holidays AS openHolidays
       FROM practice WHERE archived_at IS NULL ORDER BY id LIMIT 1`,
    );
    return rows[0];
  }

  /** In the practice's own order. */
  async listLocations(): Promise<Present<Location>[]> {
    return this.#manager.query(
      'SELECT id, version, name, time_zone AS timeZone, sort_order AS sortOrder FROM location WHERE archived_at IS NULL ORDER BY sort_order, id',
    );
  }

  async listOpeningHours(): Promise<Present<OpeningHoursRow>[]> {
    return this.#manager.query(
      `SELECT id, version, location_id AS locationId, weekday, start_minute AS startMinute, length_minutes AS lengthMinutes
       FROM opening_hours WHERE archived_at IS NULL ORDER BY location_id, weekday, start_minute`,
    );
  }

  /** Closures from `from` to `to`, both included; all of them when left out. */
  async listClosures(from: LocalDate = '0000-01-01', to: LocalDate = '9999-12-31'): Promise<Present<Closure>[]> {
    return this.#manager.query(
      `SELECT id, version, on_date AS "on", name, location_id AS locationId, credited
       FROM closure WHERE archived_at IS NULL AND on_date BETWEEN ? AND ? ORDER BY on_date, id`,
      [from, to],
    );
  }

  /** In the practice's own order. */
  async listPositions(): Promise<Present<Position>[]> {
    return this.#manager.query(
      'SELECT id, version, name, code, colour, sort_order AS sortOrder FROM position WHERE archived_at IS NULL ORDER BY sort_order, id',
    );
  }

  /** The letter before this computer's numbers. */
  async computerLetter(deviceId: string): Promise<string> {
    const rows: { letter: string }[] = await this.#manager.query('SELECT letter FROM device WHERE id = ?', [deviceId]);
    return rows[0]?.letter ?? 'L';
  }
}
