import type { EntityManager } from 'typeorm';
import type { LocalDate } from '../../preload/contract/shared/primitives.ts';
import { VersionedRows } from '../versioned-rows.ts';
import { CoverageRequirement } from './coverage-requirement.entity.ts';
import { WeekNote } from './schedule-publication.entity.ts';
import { Shift, TimeOff, UnreadEntry } from './shift.entity.ts';

export type ShiftRow = Omit<Shift, 'archivedAt'>;
export type TimeOffRow = Omit<TimeOff, 'archivedAt'>;
export type UnreadEntryRow = Omit<UnreadEntry, 'archivedAt'>;
export type CoverageRequirementRow = Omit<CoverageRequirement, 'archivedAt'>;
export type WeekNoteRow = Omit<WeekNote, 'archivedAt'>;

const shiftColumns = `id, version, location_id AS locationId, person_id AS personId, position_id AS positionId, on_date AS "on", start_minute AS startMinute,
  length_minutes AS lengthMinutes, meal_minutes AS mealMinutes, meal_start_minute AS mealStartMinute, note`;

/** Shifts, days off, unread text and people needed. Dates are local, both ends included. */
export class RosteringRepository {
  readonly shifts: VersionedRows<Shift>;
  readonly timeOffs: VersionedRows<TimeOff>;
  readonly unreadEntries: VersionedRows<UnreadEntry>;
  readonly requirements: VersionedRows<CoverageRequirement>;
  readonly weekNotes: VersionedRows<WeekNote>;
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
    this.shifts = new VersionedRows(manager, Shift, 'shift');
    this.timeOffs = new VersionedRows(manager, TimeOff, 'day off');
    this.unreadEntries = new VersionedRows(manager, UnreadEntry, 'entry');
    this.requirements = new VersionedRows(manager, CoverageRequirement, 'number of people needed');
    this.weekNotes = new VersionedRows(manager, WeekNote, 'note');
  }

  /** Shifts of every location, as someone may work at two. */
  async listShifts(from: LocalDate, to: LocalDate): Promise<ShiftRow[]> {
    return this.#manager.query(
      `SELECT ${shiftColumns} FROM shift WHERE on_date BETWEEN ? AND ? AND archived_at IS NULL ORDER BY on_date, start_minute, id`,
      [from, to],
    );
  }

  async findShift(id: string): Promise<ShiftRow | undefined> {
    const rows: ShiftRow[] = await this.#manager.query(`SELECT ${shiftColumns} FROM shift WHERE id = ? AND archived_at IS NULL`, [id]);
    return rows[0];
  }

  /** The next shifts of these people from a day on, soonest first. */
  async listUpcoming(personIds: readonly string[], from: LocalDate, limit: number): Promise<ShiftRow[]> {
    if (personIds.length === 0) return [];
    return this.#manager.query(
      `SELECT ${shiftColumns} FROM shift WHERE person_id IN (${personIds.map(() => '?').join(', ')}) AND on_date >= ? AND archived_at IS NULL
       ORDER BY on_date, start_minute, id LIMIT ?`,
      [...personIds, from, limit],
    );
  }

  async listTimeOff(from: LocalDate, to: LocalDate): Promise<TimeOffRow[]> {
    return this.#manager.query(
      'SELECT id, version, person_id AS personId, on_date AS "on", kind, minutes FROM time_off WHERE on_date BETWEEN ? AND ? AND archived_at IS NULL ORDER BY on_date, id',
      [from, to],
    );
  }

  async listUnread(from: LocalDate, to: LocalDate): Promise<UnreadEntryRow[]> {
    return this.#manager.query(
      `SELECT id, version, location_id AS locationId, person_id AS personId, on_date AS "on", text, reason
       FROM unread_entry WHERE on_date BETWEEN ? AND ? AND archived_at IS NULL ORDER BY on_date, id`,
      [from, to],
    );
  }

  async listRequirements(locationId: string): Promise<CoverageRequirementRow[]> {
    return this.#manager.query(
      `SELECT id, version, location_id AS locationId, position_id AS positionId, weekday, start_minute AS startMinute, length_minutes AS lengthMinutes, minimum
       FROM coverage_requirement WHERE location_id = ? AND archived_at IS NULL ORDER BY position_id, weekday, start_minute, id`,
      [locationId],
    );
  }

  async findWeekNote(locationId: string, weekOn: LocalDate): Promise<WeekNoteRow | undefined> {
    const rows: WeekNoteRow[] = await this.#manager.query(
      'SELECT id, version, location_id AS locationId, week_on AS weekOn, note FROM week_note WHERE location_id = ? AND week_on = ? AND archived_at IS NULL ORDER BY id LIMIT 1',
      [locationId, weekOn],
    );
    return rows[0];
  }
}
