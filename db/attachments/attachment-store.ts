import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Keeps sealed files by a name that the app made: an id, or an id and `.t`. */
export interface AttachmentStore {
  /** Resolves once the bytes are on the disk. */
  write(name: string, sealed: Uint8Array): Promise<void>;
  /** Undefined when there is none. */
  read(name: string): Promise<Uint8Array | undefined>;
  remove(name: string): Promise<void>;
}

/** An id as the app makes them; nothing a person typed can be one, and none can lead out of the folder. */
const storedName = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.t)?$/;
const unfinished = '.new';

function checked(name: string): string {
  if (!storedName.test(name)) throw new Error('This is no name of a stored file');
  return name;
}

/** The store of a database: the folder `attachments` beside its file, or memory for one in memory. */
export function storeBeside(databasePath: string): AttachmentStore {
  return databasePath === ':memory:' ? memoryStore() : folderStore(join(dirname(databasePath), 'attachments'));
}

/** Files in a folder; what an earlier run did not finish is removed. The folder is made with the first file. */
export function folderStore(folder: string): AttachmentStore {
  removeUnfinished(folder);
  return {
    write: async (name, sealed) => {
      const file = join(folder, checked(name));
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      try {
        await writeThrough(`${file}${unfinished}`, sealed);
        await rename(`${file}${unfinished}`, file);
        await syncFolder(folder);
      } catch (error) {
        await rm(`${file}${unfinished}`, { force: true });
        throw error;
      }
    },
    read: async (name) => {
      try {
        return await readFile(join(folder, checked(name)));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw error;
      }
    },
    remove: (name) => rm(join(folder, checked(name)), { force: true }),
  };
}

/** For a database in memory. */
export function memoryStore(): AttachmentStore {
  const files = new Map<string, Uint8Array>();
  return {
    write: async (name, sealed) => void files.set(checked(name), sealed),
    read: async (name) => files.get(checked(name)),
    remove: async (name) => void files.delete(checked(name)),
  };
}

function removeUnfinished(folder: string): void {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) {
    if (name.endsWith(unfinished) && storedName.test(name.slice(0, -unfinished.length))) rmSync(join(folder, name), { force: true });
  }
}

async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The name is on the disk too, where a folder can be synced. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
