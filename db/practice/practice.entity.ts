import { Column, Entity } from 'typeorm';
import { VersionedRow } from '../versioned-row.entity.ts';

/** The practice: one row. */
@Entity({ name: 'practice' })
export class Practice extends VersionedRow {
  @Column({ name: 'name', type: 'varchar' })
  name: string;

  @Column({ name: 'time_zone', type: 'varchar' })
  timeZone: string;

  @Column({ name: 'week_starts_on', type: 'integer' })
  weekStartsOn: number;

  @Column({ name: 'workweek_starts_on', type: 'integer' })
  workweekStartsOn: number;

  @Column({ name: 'clock', type: 'varchar' })
  clock: string;

  @Column({ name: 'paper', type: 'varchar' })
  paper: string;

  @Column({ name: 'meal_after_minutes', type: 'integer' })
  mealAfterMinutes: number;

  @Column({ name: 'meal_minutes', type: 'integer' })
  mealMinutes: number;

  @Column({ name: 'meal_start_minute', type: 'integer' })
  mealStartMinute: number;

  /** 0 or 1. */
  @Column({ name: 'closed_on_holidays', type: 'integer' })
  closedOnHolidays: number;

  /** Ids of the federal holidays on which it is open all the same, with commas between; null for none. */
  @Column({ name: 'open_holidays', type: 'varchar', nullable: true })
  openHolidays: string | null;
}
