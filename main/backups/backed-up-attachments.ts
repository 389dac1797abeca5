import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { copyDurably } from '../../db/durable-files.ts';
import { hashOfFile } from '../../db/backup/hash-of-file.ts';
import type { BackedUpAttachment } from '../../db/backup/manifest.ts';
import { makeFolder } from './backup-folder.ts';

const storedName = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.t)?$/;

/**
 * The encrypted files of a data folder, each with its hash. They never change, so what an earlier backup `known` says of one is taken
 * over where the size is the same.
 */
export async function listAttachmentFiles(folder: string, known: readonly BackedUpAttachment[]): Promise<BackedUpAttachment[]> {
  if (!existsSync(folder)) return [];
  const before = new Map(known.map((attachment) => [attachment.id, attachment]));
  const files: BackedUpAttachment[] = [];
  for (const id of readdirSync(folder).toSorted()) {
    if (!storedName.test(id)) continue;
    const { size: bytes } = statSync(join(folder, id));
    const same = before.get(id);
    files.push(same?.bytes === bytes ? same : { id, bytes, sha256: await hashOfFile(join(folder, id)) });
  }
  return files;
}

/** Copies those that are not there yet from one folder to another; a copy that differs is not kept. Answers how many are in neither. */
export async function copyAttachments(wanted: readonly BackedUpAttachment[], from: string, to: string): Promise<number> {
  let missing = 0;
  for (const { id, bytes, sha256 } of wanted) {
    if (hasWhole(join(to, id), bytes)) continue;
    const source = join(from, id);
    if (!hasWhole(source, bytes) || (await hashOfFile(source)) !== sha256) {
      missing += 1;
      continue;
    }
    makeFolder(to);
    await copyDurably(source, join(to, id));
  }
  return missing;
}

/** How many of them lie in none of these folders. */
export const countMissing = (wanted: readonly BackedUpAttachment[], folders: readonly string[]): number =>
  wanted.filter(({ id, bytes }) => !folders.some((folder) => hasWhole(join(folder, id), bytes))).length;

const hasWhole = (file: string, bytes: number): boolean => statSync(file, { throwIfNoEntry: false })?.size === bytes;
