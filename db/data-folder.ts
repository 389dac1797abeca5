import Database from 'better-sqlite3';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { DatabaseTrouble } from './database-trouble.ts';
import { isOnNetwork, placeFacts, realPath, type PlaceFacts } from './folder-place.ts';
import { KeyringFile } from './keyring/keyring-file.ts';

/** A data folder that this process holds. */
export interface HeldFolder {
  readonly path: string;
  readonly databasePath: string;
  readonly keyring: KeyringFile;
  /** True when a practice lay in it before it was opened. */
  readonly wasThere: boolean;
  /** True when the program that had it before ended without closing it. */
  readonly wasLeftOpen: boolean;
  /** Lets another process have the folder. */
  release(): void;
}

const holder = z.object({ pid: z.int(), host: z.string() });

/**
 * Takes a data folder for the process's life; makes it where there is none.
 * Throws a `DatabaseTrouble`: `held` by another process (which it names), on a `network` share, or `read_only`.
 */
export function openDataFolder(path: string, host: string, facts: PlaceFacts = placeFacts()): HeldFolder {
  if ([path, realPath(resolve(path))].some((place) => isOnNetwork(place, facts))) {
    throw new DatabaseTrouble(
      'network',
      'This folder lies on a network share, where two computers could damage the practice file. Choose a folder on this computer’s own disk.',
    );
  }
  let lock: InstanceType<typeof Database> | undefined;
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const wasThere = existsSync(join(path, 'practice.db'));
    const wasLeftOpen = existsSync(join(path, 'holder.json'));
    lock = hold(path, host);
    const held = lock;
    return {
      path,
      databasePath: join(path, 'practice.db'),
      keyring: new KeyringFile(path),
      wasThere,
      wasLeftOpen,
      release: () => {
        try {
          rmSync(join(path, 'holder.json'), { force: true });
        } catch {
          // The right to write was taken away meanwhile. The lock is what counts.
        } finally {
          held.close();
        }
      },
    };
  } catch (cause) {
    lock?.close();
    if (cause instanceof DatabaseTrouble) throw cause;
    throw new DatabaseTrouble(
      'read_only',
      'The data folder cannot be written. Choose another folder, or ask for the right to write there.',
      cause,
    );
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
      throw new DatabaseTrouble('held', `This practice is open already, ${whoHolds(path)}. Close it there first.`, error);
    }
    throw error;
  }
  try {
    // Put there at one stroke, for the other start that reads it at this moment.
    const file = join(path, 'holder.json');
    writeFileSync(`${file}.new`, JSON.stringify({ pid: process.pid, host }), { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return lock;
  } catch (error) {
    lock.close();
    throw error;
  }
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
