import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { AppError } from '../../preload/contract/shared/app-error.ts';

/** Has a file written beside its place and moves it there once it is whole. What throws leaves nothing, and what was there stays. */
export async function writeWhole(path: string, write: (file: Writable) => Promise<void>): Promise<void> {
  const unfinished = `${path}.unfinished`;
  const file = createWriteStream(unfinished, { mode: 0o600, flush: true });
  try {
    await write(file);
    await ended(file);
    await rename(unfinished, path);
  } catch (error) {
    await destroyed(file);
    await rm(unfinished, { force: true });
    throw isOfDisk(error) ? refuseDisk(error) : error;
  }
}

/** Resolves once everything is on the disk. */
function ended(file: Writable): Promise<void> {
  return new Promise((resolve, reject) => {
    if (file.closed) return resolve();
    file.once('error', reject);
    file.once('close', () => resolve());
    file.end();
  });
}

/** Resolves once it is closed: a file that is still being opened would come to be after it was taken away. */
function destroyed(file: Writable): Promise<void> {
  return new Promise((resolve) => {
    if (file.closed) return resolve();
    file.on('error', () => {});
    file.once('close', () => resolve());
    file.destroy();
  });
}

const isOfDisk = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

function refuseDisk(cause: unknown): AppError {
  const isFull = cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC';
  const message = isFull
    ? 'The disk is full, and nothing was left there. Free some space, or choose another place.'
    : 'The file could not be written there. Close it if it is open, or choose another place.';
  return new AppError('unavailable', message, { cause });
}
