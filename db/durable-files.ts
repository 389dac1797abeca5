import { renameSync } from 'node:fs';
import { copyFile, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFile, syncFolder } from './write-durably.ts';

/** Gives a finished file its name at one stroke; after that it is there, whole, whatever happens. */
export function renameDurably(from: string, to: string): void {
  syncFile(from);
  renameSync(from, to);
  syncFolder(dirname(to));
}

/** Copies a file beside the event loop; the copy has its name only once it is whole and on the disk. */
export async function copyDurably(from: string, to: string): Promise<void> {
  const fresh = `${to}.new`;
  try {
    await copyFile(from, fresh);
    const file = await open(fresh, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, to);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
  syncFolder(dirname(to));
}
