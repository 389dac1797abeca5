import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Location } from '../practice/location.entity.ts';
import { Position } from '../practice/position.entity.ts';
import { VersionedRow } from '../versioned-row.entity.ts';

/** How many people a position needs at a location, on a weekday, in a band of local time. */
@Entity({ name: 'coverage_requirement' })
@Index('ix_coverage_requirement_location', ['locationId'])
export class CoverageRequirement extends VersionedRow {
  @ForeignKey(() => Location, { name: 'fk_coverage_requirement_location' })
  @Column({ name: 'location_id', type: 'varchar' })
  locationId: string;

  @ForeignKey(() => Position, { name: 'fk_coverage_requirement_position' })
  @Column({ name: 'position_id', type: 'varchar' })
  positionId: string;

  @Column({ name: 'weekday', type: 'integer' })
  weekday: number;

  @Column({ name: 'start_minute', type: 'integer' })
  startMinute: number;

  @Column({ name: 'length_minutes', type: 'integer' })
  lengthMinutes: number;

  @Column({ name: 'minimum', type: 'integer' })
  minimum: number;
}
