import { Column, PrimaryColumn } from 'typeorm';

/** What every thing of the practice has: a UUIDv7, the version a write must name, and when it was archived (nothing is deleted). */
export abstract class VersionedRow {
  @PrimaryColumn({ name: 'id', type: 'varchar' })
  id: string;

  /** Grows by one with each write. */
  @Column({ name: 'version', type: 'integer', default: 1 })
  version: number;

  /** Instant, ISO 8601 UTC, or null. */
  @Column({ name: 'archived_at', type: 'varchar', nullable: true })
  archivedAt: string | null;
}
