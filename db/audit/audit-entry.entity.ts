import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something that happened and is no change of the practice's own data: a sign-in, a print, a look at pay. Only grows, by triggers. */
@Entity({ name: 'audit_entry' })
@Index('ix_audit_entry_seen', ['actorId', 'kind', 'at'])
@Index('ix_audit_entry_kind', ['kind'])
export class AuditEntry {
  /** UUIDv7. */
  @PrimaryColumn({ name: 'id', type: 'varchar' })
  id: string;

  /** Instant, ISO 8601 UTC. */
  @Column({ name: 'at', type: 'varchar' })
  at: string;

  @Column({ name: 'actor_id', type: 'varchar' })
  actorId: string;

  @Column({ name: 'actor_name', type: 'varchar' })
  actorName: string;

  @Column({ name: 'kind', type: 'varchar' })
  kind: string;

  @Column({ name: 'subject_table', type: 'varchar', nullable: true })
  subjectTable: string | null;

  @Column({ name: 'subject_id', type: 'varchar', nullable: true })
  subjectId: string | null;

  /** A short plain sentence. */
  @Column({ name: 'detail', type: 'varchar' })
  detail: string;
}
