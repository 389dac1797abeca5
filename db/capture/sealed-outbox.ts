import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../write-durably.ts';

/** Sealed captures that wait for somebody to sign in. Names are ids; contents only the practice's own key opens. */
export interface SealedOutbox {
  count(): number;
  put(id: string, sealed: Buffer): void;
  /** Oldest first, as ids of captures grow. */
  list(): string[];
  read(id: string): Buffer;
  /** It is in the database now. */
  remove(id: string): void;
  /** It cannot be opened: kept, but not tried again. */
  setAside(id: string): void;
}

const ending = '.sealed';

/** In `capture` of the data folder. */
export function outboxIn(dataFolder: string): SealedOutbox {
  const folder = join(dataFolder, 'capture');
  const fileOf = (id: string): string => join(folder, `${id}${ending}`);
  const list = (): string[] =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => name.endsWith(ending))
          .map((name) => name.slice(0, -ending.length))
          .toSorted()
      : [];
  return {
    count: () => list().length,
    put: (id, sealed) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeDurably(fileOf(id), sealed);
    },
    list,
    read: (id) => readFileSync(fileOf(id)),
    remove: (id) => rmSync(fileOf(id), { force: true }),
    setAside: (id) => renameSync(fileOf(id), `${fileOf(id)}.unreadable`),
  };
}

/** For a practice in memory. */
export function outboxInMemory(): SealedOutbox {
  const waiting = new Map<string, Buffer>();
  return {
    count: () => waiting.size,
    put: (id, sealed) => void waiting.set(id, sealed),
    list: () => [...waiting.keys()].toSorted(),
    read: (id) => waiting.get(id) ?? Buffer.alloc(0),
    remove: (id) => void waiting.delete(id),
    setAside: (id) => void waiting.delete(id),
  };
}
