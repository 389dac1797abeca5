import type { EntityManager } from 'typeorm';
import { VersionedRows } from '../versioned-rows.ts';
import { Attachment, AttachmentLink } from './attachment.entity.ts';

/** A file as it was added to something, with what is known of its bytes. */
export interface AttachedFile {
  /** Of the link. */
  readonly id: string;
  readonly version: number;
  readonly attachmentId: string;
  readonly subjectTable: string;
  readonly subjectId: string;
  readonly name: string;
  readonly addedAt: string;
  readonly actorName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly extension: string;
  readonly hasThumbnail: number;
}

export interface Subject {
  readonly table: string;
  readonly id: string;
}

const columns = `l.id, l.version, l.attachment_id AS attachmentId, l.subject_table AS subjectTable, l.subject_id AS subjectId, l.name,
  l.added_at AS addedAt, l.actor_name AS actorName, a.sha256, a.bytes, a.media_type AS mediaType, a.extension, a.has_thumbnail AS hasThumbnail`;

/**
 * Files and what they were added to. A link decides whether a file is there; its attachment may be archived, when the change
 * that first brought it was undone while another link came meanwhile.
 */
export class AttachmentsRepository {
  readonly attachments: VersionedRows<Attachment>;
  readonly links: VersionedRows<AttachmentLink>;
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
    this.attachments = new VersionedRows(manager, Attachment, 'file');
    this.links = new VersionedRows(manager, AttachmentLink, 'file');
  }

  /** Oldest first. */
  async listOf({ table, id }: Subject): Promise<AttachedFile[]> {
    return this.#manager.query(
      `SELECT ${columns} FROM attachment_link l JOIN attachment a ON a.id = l.attachment_id
       WHERE l.subject_table = ? AND l.subject_id = ? AND l.archived_at IS NULL ORDER BY l.added_at, l.id`,
      [table, id],
    );
  }

  async findLink(id: string): Promise<AttachedFile | undefined> {
    const rows: AttachedFile[] = await this.#manager.query(
      `SELECT ${columns} FROM attachment_link l JOIN attachment a ON a.id = l.attachment_id WHERE l.id = ? AND l.archived_at IS NULL`,
      [id],
    );
    return rows[0];
  }

  /** The attachment with these bytes, archived or not. */
  async findBytes(sha256: string): Promise<{ id: string } | undefined> {
    const rows: { id: string }[] = await this.#manager.query('SELECT id FROM attachment WHERE sha256 = ? ORDER BY id LIMIT 1', [sha256]);
    return rows[0];
  }

  /** Every attachment, with the name of its first link, for the export. */
  async listAll(): Promise<Pick<AttachedFile, 'sha256' | 'bytes' | 'extension' | 'attachmentId' | 'name'>[]> {
    return this.#manager.query(
      `SELECT a.id AS attachmentId, a.sha256, a.bytes, a.extension,
         COALESCE((SELECT l.name FROM attachment_link l WHERE l.attachment_id = a.id ORDER BY l.archived_at IS NOT NULL, l.id LIMIT 1), '') AS name
       FROM attachment a ORDER BY a.id`,
    );
  }

  /** The key of a file, 32 bytes as hex. */
  async findKey(attachmentId: string): Promise<string | undefined> {
    const rows: { fileKey: string }[] = await this.#manager.query(
      'SELECT file_key AS fileKey FROM attachment_secret WHERE attachment_id = ?',
      [attachmentId],
    );
    return rows[0]?.fileKey;
  }

  async keepKey(attachmentId: string, fileKey: string): Promise<void> {
    await this.#manager.query('INSERT INTO attachment_secret (attachment_id, file_key) VALUES (?, ?)', [attachmentId, fileKey]);
  }
}
