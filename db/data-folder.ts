import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../preload/contract/shared/app-error.ts';

/** A data folder that this process holds. */
export interface OpenFolder {
  readonly path: string;
  readonly databasePath: string;
  /** The data key, 32 bytes as hex. */
  readonly key: string;
  /** False while the key lies in the open slot. */
  readonly protected: boolean;
  /** Lets another process have the folder. */
  release(): void;
}

const keyring = z.object({
  version: z.literal(1),
  slots: z.array(z.object({ kind: z.literal('open'), key: z.string().regex(/^[0-9a-f]{64}$/) })).min(1),
});

const holder = z.object({ pid: z.int(), host: z.string() });

/**
 * Takes a data folder for the process's life; makes it, with a random key, where there is none.
 * Refuses as `unavailable`: held by another process (which it names), not writable, no readable key.
 */
export function openDataFolder(path: string, host: string): OpenFolder {
  let lock: InstanceType<typeof Database> | undefined;
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    lock = hold(path, host);
    const key = readKey(path);
    const held = lock;
    return {
      path,
      databasePath: join(path, 'practice.db'),
      key,
      protected: false,
      release: () => {
        rmSync(join(path, 'holder.json'), { force: true });
        held.close();
      },
    };
  } catch (cause) {
    lock?.close();
    if (cause instanceof AppError) throw cause;
    throw new AppError('unavailable', 'The data folder cannot be written. Choose another folder, or ask for the right to write there.', {
      cause,
    });
  }
}

/** BEGIN EXCLUSIVE on a small file beside the database shuts a second process out at once and is freed even by kill -9. */
function hold(path: string, host: string): InstanceType<typeof Database> {
  const lock = new Database(join(path, 'lock.db'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') {
      throw new AppError('unavailable', `This practice is open already, ${whoHolds(path)}. Close it there first.`, { cause: error });
    }
    throw error;
  }
  // Put there at one stroke, for the other start that reads it at this moment.
  const file = join(path, 'holder.json');
  writeFileSync(`${file}.new`, JSON.stringify({ pid: process.pid, host }), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return lock;
}

const hostNames: Readonly<Record<string, string>> = { electron: 'in the app', web: 'in the browser', cli: 'by the command line' };

/** Whoever just took the folder needs a moment to write its name; until then the file is missing or names one that was killed. */
const nameWithin = { looks: 50, eachMilliseconds: 20 } as const;

function whoHolds(path: string): string {
  for (let look = 0; look < nameWithin.looks; look += 1) {
    const named = readHolder(path);
    if (named && isRunning(named.pid)) return `${hostNames[named.host] ?? 'by another program'} (process ${named.pid})`;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, nameWithin.eachMilliseconds);
  }
  return 'by another program';
}

function readHolder(path: string): z.infer<typeof holder> | undefined {
  try {
    return holder.parse(JSON.parse(readFileSync(join(path, 'holder.json'), 'utf8')));
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another person's process may not be signalled, but it runs.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function readKey(path: string): string {
  const file = join(path, 'keyring.json');
  if (!existsSync(file)) {
    if (existsSync(join(path, 'practice.db'))) {
      throw new AppError(
        'unavailable',
        'The key of this practice (keyring.json) is missing. Put it back beside the practice file; without it nothing can be read.',
      );
    }
    const key = randomBytes(32).toString('hex');
    writeDurably(file, path, JSON.stringify({ version: 1, slots: [{ kind: 'open', key }] }, null, 2));
    return key;
  }
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new AppError('unavailable', 'The key of this practice (keyring.json) cannot be read. Put back a good copy of it.', { cause });
  }
  const parsed = keyring.safeParse(content);
  const [slot] = parsed.success ? parsed.data.slots : [];
  if (!slot)
    throw new AppError(
      'unavailable',
      'The key of this practice (keyring.json) was written by a newer version or is damaged. Install that version, or put back a good copy.',
    );
  return slot.key;
}

/** The key is on the disk before the first page of the database can be. */
function writeDurably(file: string, folder: string, text: string): void {
  const descriptor = openSync(`${file}.new`, 'w', 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(`${file}.new`, file);
  if (process.platform === 'win32') return;
  const directory = openSync(folder, 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}
