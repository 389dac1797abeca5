import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Person } from '../people/person.entity.ts';
import { Location } from '../practice/location.entity.ts';
import { Position } from '../practice/position.entity.ts';
import { VersionedRow } from '../versioned-row.entity.ts';

/** An interval of work in its location's local time; open while it has no person. */
@Entity({ name: 'shift' })
@Index('ix_shift_on', ['on', 'locationId'])
@Index('ix_shift_person_on', ['personId', 'on'])
export class Shift extends VersionedRow {
  @ForeignKey(() => Location, { name: 'fk_shift_location' })
  @Column({ name: 'location_id', type: 'varchar' })
  locationId: string;

  @ForeignKey(() => Person, { name: 'fk_shift_person' })
  @Column({ name: 'person_id', type: 'varchar', nullable: true })
  personId: string | null;

  @ForeignKey(() => Position, { name: 'fk_shift_position' })
  @Column({ name: 'position_id', type: 'varchar' })
  positionId: string;

  @Column({ name: 'on_date', type: 'varchar' })
  on: string;

  @Column({ name: 'start_minute', type: 'integer' })
  startMinute: number;

  /** May run past midnight. */
  @Column({ name: 'length_minutes', type: 'integer' })
  lengthMinutes: number;

  /** Unpaid meal; null takes the practice's usual one. */
  @Column({ name: 'meal_minutes', type: 'integer', nullable: true })
  mealMinutes: number | null;

  /** Null takes the usual time. */
  @Column({ name: 'meal_start_minute', type: 'integer', nullable: true })
  mealStartMinute: number | null;

  @Column({ name: 'note', type: 'varchar' })
  note: string;
}

/** A day, or part of one, that someone is away. */
@Entity({ name: 'time_off' })
@Index('ix_time_off_on', ['on'])
export class TimeOff extends VersionedRow {
  @ForeignKey(() => Person, { name: 'fk_time_off_person' })
  @Column({ name: 'person_id', type: 'varchar' })
  personId: string;

  @Column({ name: 'on_date', type: 'varchar' })
  on: string;

  @Column({ name: 'kind', type: 'varchar' })
  kind: string;

  /** Null takes that weekday's contract. */
  @Column({ name: 'minutes', type: 'integer', nullable: true })
  minutes: number | null;
}

/** What was typed or pasted into a cell and could not be read: kept as it is, and marked. */
@Entity({ name: 'unread_entry' })
@Index('ix_unread_entry_on', ['on'])
export class UnreadEntry extends VersionedRow {
  @ForeignKey(() => Location, { name: 'fk_unread_entry_location' })
  @Column({ name: 'location_id', type: 'varchar' })
  locationId: string;

  @ForeignKey(() => Person, { name: 'fk_unread_entry_person' })
  @Column({ name: 'person_id', type: 'varchar', nullable: true })
  personId: string | null;

  @Column({ name: 'on_date', type: 'varchar' })
  on: string;

  @Column({ name: 'text', type: 'varchar' })
  text: string;

  @Column({ name: 'reason', type: 'varchar' })
  reason: string;
}
