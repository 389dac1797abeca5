import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VersionedRow } from '../versioned-row.entity.ts';

/** The bytes of a file, kept once however often it is added. They lie encrypted in the data folder under this row's id. */
@Entity({ name: 'attachment' })
@Index('ix_attachment_sha256', ['sha256'])
export class Attachment extends VersionedRow {
  /** Of the plain bytes, as hex. */
  @Column({ name: 'sha256', type: 'varchar' })
  sha256: string;

  @Column({ name: 'bytes', type: 'integer' })
  bytes: number;

  /** As found in the bytes, never from the name. */
  @Column({ name: 'media_type', type: 'varchar' })
  mediaType: string;

  /** Without a dot. */
  @Column({ name: 'extension', type: 'varchar' })
  extension: string;

  /** 1 when a small picture lies beside it. */
  @Column({ name: 'has_thumbnail', type: 'integer' })
  hasThumbnail: number;
}

/** The key of one file. Never logged, never exported. */
@Entity({ name: 'attachment_secret' })
export class AttachmentSecret {
  @PrimaryColumn({ name: 'attachment_id', type: 'varchar' })
  attachmentId: string;

  /** 32 bytes as hex. */
  @Column({ name: 'file_key', type: 'varchar' })
  fileKey: string;
}

/** A file as it was added to something: its name there, when, and by whom. */
@Entity({ name: 'attachment_link' })
@Index('ix_attachment_link_subject', ['subjectTable', 'subjectId'])
@Index('ix_attachment_link_attachment', ['attachmentId'])
export class AttachmentLink extends VersionedRow {
  @ForeignKey(() => Attachment, { name: 'fk_attachment_link_attachment' })
  @Column({ name: 'attachment_id', type: 'varchar' })
  attachmentId: string;

  @Column({ name: 'subject_table', type: 'varchar' })
  subjectTable: string;

  @Column({ name: 'subject_id', type: 'varchar' })
  subjectId: string;

  /** As the person gave it, cleaned. */
  @Column({ name: 'name', type: 'varchar' })
  name: string;

  /** Instant, ISO 8601 UTC. */
  @Column({ name: 'added_at', type: 'varchar' })
  addedAt: string;

  @Column({ name: 'actor_name', type: 'varchar' })
  actorName: string;
}
