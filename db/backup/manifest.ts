import { z } from 'zod';

/** Name of an encrypted file of the folder `attachments/`: its id, or its small picture. */
const attachmentFile = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.t)?$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What a backup says of itself, readable without a key: no name of a person or of the practice is in it.
 * Bytes are counts; hashes are SHA-256 as hex.
 */
export const backupManifest = z.strictObject({
  format: z.literal(1),
  /** Version of the program that made it. */
  program: z.string().max(40),
  /** Instant, ISO 8601 UTC. */
  at: z.iso.datetime(),
  newestMigration: z.string().regex(/^[A-Za-z]\w{0,120}\d{13}$/),
  /** Letter of the computer that made it. */
  letter: z.string().regex(/^[A-Z]{1,3}$/),
  /** Tells the backups of two practices apart; null before one was set up. */
  practiceId: z.string().max(60).nullable(),
  database: z.strictObject({ bytes: z.int().min(1), sha256 }),
  /** Hash over what the practice held then. */
  stateHash: sha256,
  /** The last change of this computer, with its hash: a change log that was cut or rewritten later does not lead here. */
  head: z.strictObject({ device: z.string().max(60), sequence: z.int().min(0), hash: z.string().max(64) }),
  attachments: z.array(z.strictObject({ id: attachmentFile, bytes: z.int().min(0), sha256 })).max(200_000),
});
export type BackupManifest = z.infer<typeof backupManifest>;

/** An encrypted file that belongs to a backup. It never changes, so it lies once beside all backups that name it; bytes and hash are those of the encrypted file. */
export type BackedUpAttachment = BackupManifest['attachments'][number];
