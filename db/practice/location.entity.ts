import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { VersionedRow } from '../versioned-row.entity.ts';

/** A place where the practice works. */
@Entity({ name: 'location' })
export class Location extends VersionedRow {
  @Column({ name: 'name', type: 'varchar' })
  name: string;

  @Column({ name: 'time_zone', type: 'varchar' })
  timeZone: string;

  @Column({ name: 'sort_order', type: 'integer' })
  sortOrder: number;
}

/** One opening of one weekday at one location, local time. */
@Entity({ name: 'opening_hours' })
@Index('ix_opening_hours_location', ['locationId'])
export class OpeningHoursRow extends VersionedRow {
  @ForeignKey(() => Location, { name: 'fk_opening_hours_location' })
  @Column({ name: 'location_id', type: 'varchar' })
  locationId: string;

  @Column({ name: 'weekday', type: 'integer' })
  weekday: number;

  @Column({ name: 'start_minute', type: 'integer' })
  startMinute: number;

  @Column({ name: 'length_minutes', type: 'integer' })
  lengthMinutes: number;
}

/** A dated closure, of one location or (null) of all. */
@Entity({ name: 'closure' })
@Index('ix_closure_on', ['on'])
export class Closure extends VersionedRow {
  @Column({ name: 'on_date', type: 'varchar' })
  on: string;

  @Column({ name: 'name', type: 'varchar' })
  name: string;

  @ForeignKey(() => Location, { name: 'fk_closure_location' })
  @Column({ name: 'location_id', type: 'varchar', nullable: true })
  locationId: string | null;

  /** 1 when the day counts toward contract hours. */
  @Column({ name: 'credited', type: 'integer' })
  credited: number;
}
