import { createReadStream, renameSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFile, syncFolder } from './write-durably.ts';

/** Gives a finished file its name at one stroke; after that it is there, whole, whatever happens. */
export function renameDurably(from: string, to: string): void {
  syncFile(from);
  renameSync(from, to);
  syncFolder(dirname(to));
}

/** In bytes: what the disk is given at once. */
const step = 2 * 2 ** 20;

/**
 * Writes a large file beside the event loop; whole and on the disk when it resolves. The disk gets it in small steps:
 * all of it at once would keep it busy, and whoever saves meanwhile would wait for it.
 */
export async function writeInSteps(source: AsyncIterable<string | Uint8Array>, target: string): Promise<void> {
  const file = await open(target, 'w', 0o600);
  try {
    let waiting = 0;
    for await (const chunk of source) {
      await file.writeFile(chunk);
      waiting += Buffer.byteLength(chunk);
      if (waiting < step) continue;
      await file.datasync();
      waiting = 0;
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Copies a file beside the event loop; the copy has its name only once it is whole and on the disk. */
export async function copyDurably(from: string, to: string): Promise<void> {
  const fresh = `${to}.new`;
  try {
    await writeInSteps(createReadStream(from), fresh);
    await rename(fresh, to);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
  syncFolder(dirname(to));
}
