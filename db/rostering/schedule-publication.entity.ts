import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Location } from '../practice/location.entity.ts';
import { VersionedRow } from '../versioned-row.entity.ts';

/** A week as it was published, kept as people saw it. */
@Entity({ name: 'schedule_publication' })
@Index('ix_schedule_publication_week', ['locationId', 'weekOn'])
export class SchedulePublication extends VersionedRow {
  @ForeignKey(() => Location, { name: 'fk_schedule_publication_location' })
  @Column({ name: 'location_id', type: 'varchar' })
  locationId: string;

  /** First day of the week. */
  @Column({ name: 'week_on', type: 'varchar' })
  weekOn: string;

  /** Counts on this computer; shown with its letter, as in L-31. */
  @Column({ name: 'number', type: 'integer' })
  number: number;

  @Column({ name: 'letter', type: 'varchar' })
  letter: string;

  @Column({ name: 'published_at', type: 'varchar' })
  publishedAt: string;

  @Column({ name: 'actor_name', type: 'varchar' })
  actorName: string;

  /** The printed week as JSON. */
  @Column({ name: 'contents', type: 'text' })
  contents: string;
}

/** The manager's note on one week's print. */
@Entity({ name: 'week_note' })
@Index('ix_week_note_week', ['locationId', 'weekOn'])
export class WeekNote extends VersionedRow {
  @ForeignKey(() => Location, { name: 'fk_week_note_location' })
  @Column({ name: 'location_id', type: 'varchar' })
  locationId: string;

  @Column({ name: 'week_on', type: 'varchar' })
  weekOn: string;

  @Column({ name: 'note', type: 'varchar' })
  note: string;
}
