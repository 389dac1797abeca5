import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const cipher = 'aes-256-ctr';

/** A large file between its making and the browser's fetching it. */
export interface Spooled {
  readonly size: number;
  open(): Readable;
  remove(): void;
}

/**
 * Has a file written into the system's folder of passing files, under a key that only this process's memory holds:
 * what a killed process leaves there nobody can read. What throws leaves nothing.
 */
export async function spool(write: (file: Writable) => Promise<void>): Promise<Spooled> {
  const folder = mkdtempSync(join(tmpdir(), 'office-download-'));
  const path = join(folder, 'file');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const [key, start] = [randomBytes(32), randomBytes(16)];
  try {
    const sealing = createCipheriv(cipher, key, start);
    const written = pipeline(sealing, createWriteStream(path, { mode: 0o600 }));
    written.catch((error: Error) => sealing.destroy(error));
    await write(sealing);
    sealing.end();
    await written;
  } catch (error) {
    remove();
    throw error;
  }
  return { size: statSync(path).size, open: () => createReadStream(path).pipe(createDecipheriv(cipher, key, start)), remove };
}
