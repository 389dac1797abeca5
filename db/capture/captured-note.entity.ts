import { Column, Entity, Index } from 'typeorm';
import { VersionedRow } from '../versioned-row.entity.ts';

/** What somebody left at the desk while nobody was signed in. */
@Entity({ name: 'captured_note' })
@Index('ix_captured_note_handled_at', ['handledAt'])
export class CapturedNote extends VersionedRow {
  @Column({ name: 'text', type: 'varchar' })
  text: string;

  @Column({ name: 'initials', type: 'varchar' })
  initials: string;

  /** Instant at which it was written, ISO 8601 UTC. */
  @Column({ name: 'captured_at', type: 'varchar' })
  capturedAt: string;

  /** Instant at which somebody had seen to it, or null. */
  @Column({ name: 'handled_at', type: 'varchar', nullable: true })
  handledAt: string | null;

  @Column({ name: 'handled_by', type: 'varchar', nullable: true })
  handledBy: string | null;
}
