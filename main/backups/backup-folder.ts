import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readArchive } from '../../db/backup/archive-reader.ts';
import { readBackupName, type NamedBackup } from '../../db/backup/backup-name.ts';
import type { BackupManifest } from '../../db/backup/manifest.ts';
import { AppError } from '../../preload/contract/shared/app-error.ts';

/** A file with a backup's name, as it lies there. */
export interface FoundBackup extends NamedBackup {
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
  /** Undefined when it cannot be read as a backup. */
  readonly manifest: BackupManifest | undefined;
}

const reachedWithinMilliseconds = 3000;

/** A network folder that is away may keep one waiting for minutes: after three seconds it counts as away. */
export async function isReached(folder: string): Promise<boolean> {
  const looked = stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const timeout = new Promise<false>((resolve) => setTimeout(resolve, reachedWithinMilliseconds, false).unref());
  return Promise.race([looked, timeout]);
}

/** Every backup of a folder, newest first. */
export async function findBackups(folder: string): Promise<FoundBackup[]> {
  if (!existsSync(folder)) return [];
  const named = readdirSync(folder).flatMap((file) => readBackupName(file) ?? []);
  const found = await Promise.all(named.map((backup) => look(folder, backup)));
  return found.filter((backup) => backup !== undefined).toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

async function look(folder: string, backup: NamedBackup): Promise<FoundBackup | undefined> {
  const path = join(folder, backup.name);
  try {
    const { size, mtimeMs } = statSync(path);
    return { ...backup, path, bytes: size, changedAt: Math.round(mtimeMs), manifest: await manifestOf(path) };
  } catch {
    // Taken away meanwhile.
    return undefined;
  }
}

async function manifestOf(path: string): Promise<BackupManifest | undefined> {
  try {
    return (await readArchive(path)).manifest;
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

export const attachmentsOf = (folder: string): string => join(folder, 'attachments');

/** Takes away the files that no backup of the folder names. Where one cannot be read, all stay. */
export async function dropUnnamedAttachments(folder: string): Promise<void> {
  const attachments = attachmentsOf(folder);
  if (!existsSync(attachments)) return;
  const left = await findBackups(folder);
  if (left.some(({ manifest }) => manifest === undefined)) return;
  const named = new Set(left.flatMap(({ manifest }) => manifest?.attachments.map(({ id }) => id) ?? []));
  for (const file of readdirSync(attachments)) if (!named.has(file)) rmSync(join(attachments, file), { force: true });
}

/** What a backup that was broken off left. */
export function forgetUnfinished(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (name === 'work' || name.startsWith('preview-') || name.endsWith('.new'))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

export const makeFolder = (folder: string): void => void mkdirSync(folder, { recursive: true, mode: 0o700 });
