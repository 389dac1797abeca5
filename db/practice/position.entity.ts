import { Column, Entity } from 'typeorm';
import { VersionedRow } from '../versioned-row.entity.ts';

/** A job on the schedule: front desk, medical assistant. */
@Entity({ name: 'position' })
export class Position extends VersionedRow {
  @Column({ name: 'name', type: 'varchar' })
  name: string;

  /** Two capital letters. */
  @Column({ name: 'code', type: 'varchar' })
  code: string;

  @Column({ name: 'colour', type: 'varchar' })
  colour: string;

  @Column({ name: 'sort_order', type: 'integer' })
  sortOrder: number;
}
