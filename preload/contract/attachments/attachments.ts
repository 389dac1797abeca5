import { z } from 'zod';
import { id, seenRow, type Id } from '../shared/primitives.ts';

/** The things that files can be added to, by the name of their table. */
export const subjectKinds = ['person'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export const attachmentSubject = z.strictObject({ kind: z.enum(subjectKinds), id });
export type AttachmentSubject = z.infer<typeof attachmentSubject>;

/** Largest file that may be added: 25 MiB. */
export const maximumAttachmentBytes = 25 * 1024 * 1024;

export const listAttachmentsInput = z.strictObject({ subject: attachmentSubject });
/** `file` is the handle of a file that was put. */
export const addAttachmentInput = z.strictObject({ subject: attachmentSubject, file: z.string().max(100) });
export const archiveAttachmentInput = z.strictObject({ seen: seenRow });
export const attachmentInput = z.strictObject({ id });

/** What a file is, found in its bytes. */
export const fileTypes = ['png', 'jpeg', 'gif', 'webp', 'pdf', 'docx', 'xlsx', 'csv', 'text'] as const;
export type FileType = (typeof fileTypes)[number];

export interface AttachmentView {
  readonly id: Id;
  readonly version: number;
  readonly name: string;
  /** Size of the plain file. */
  readonly bytes: number;
  /** "PDF", "picture", "spreadsheet". */
  readonly kind: string;
  /** Instant, ISO 8601 UTC. */
  readonly addedAt: string;
  readonly addedBy: string;
  readonly hasThumbnail: boolean;
}

export interface AttachmentList {
  readonly files: readonly AttachmentView[];
  /** Whether this person may add and remove files here. */
  readonly mayChange: boolean;
}

/** A copy of a file, put where the person chose. */
export interface SavedCopy {
  /** False when the person cancelled. */
  readonly saved: boolean;
  readonly fileName: string | null;
  /** Web host: the handle to fetch at /files/<handle>. */
  readonly download?: string;
}
