import { createHash } from 'node:crypto';
import { closeSync, createWriteStream, openSync, readSync, statSync } from 'node:fs';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../preload/contract/shared/app-error.ts';
import { open, type Entry, type ZipFile } from 'yauzl';
import { archiveEntries } from './archive-writer.ts';
import { refuseBackup } from './backup-refusal.ts';
import { backupManifest, type BackupManifest } from './manifest.ts';

/** In bytes. */
const limits = { manifest: 64 * 2 ** 20, keyring: 2 ** 20, database: 16 * 2 ** 30, overhead: 4096 } as const;

/** A backup that was looked at from outside: its list and its manifest, not its database. */
export interface ReadArchive {
  readonly manifest: BackupManifest;
  readonly keyring: string;
}

interface Entries {
  readonly manifest: Entry;
  readonly keyring: Entry;
  readonly database: Entry;
}

/** Reads manifest and keyring. Refuses what is no backup, was cut off, or holds anything else than a backup does. */
export function readArchive(path: string): Promise<ReadArchive> {
  return withArchive(path, (zip, entries) => readHead(zip, entries));
}

/** Reads the whole archive and writes its database to `target`, a name of ours. Refused too when its bytes are not those the manifest names. */
export function unpackArchive(path: string, target: string): Promise<ReadArchive> {
  return withArchive(path, async (zip, entries) => {
    const head = await readHead(zip, entries);
    const hash = createHash('sha256');
    let start: Buffer | undefined;
    const watch = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        start ??= chunk.subarray(0, 4);
        hash.update(chunk);
        done(null, chunk);
      },
    });
    await pipeline(await streamOf(zip, entries.database), watch, createWriteStream(target, { mode: 0o600 }));
    // An archive within the archive, or a database that was never encrypted.
    if (start?.toString('latin1') === 'PK\u0003\u0004' || start?.toString('latin1') === 'SQLi') throw refuseBackup('backup-strange');
    if (hash.digest('hex') !== head.manifest.database.sha256) throw refuseBackup('backup-damaged');
    return head;
  });
}

/** Reads the whole archive and keeps nothing: true when its bytes are those the manifest names. */
export async function checkArchive(path: string): Promise<ReadArchive> {
  return withArchive(path, async (zip, entries) => {
    const head = await readHead(zip, entries);
    const hash = createHash('sha256');
    for await (const chunk of await streamOf(zip, entries.database)) hash.update(chunk as Buffer);
    if (hash.digest('hex') !== head.manifest.database.sha256) throw refuseBackup('backup-damaged');
    return head;
  });
}

async function withArchive<Result>(path: string, work: (zip: ZipFile, entries: Entries) => Promise<Result>): Promise<Result> {
  let zip: ZipFile | undefined;
  try {
    zip = await openZip(path);
    const entries = await listEntries(zip, statSync(path).size);
    return await work(zip, entries);
  } catch (error) {
    throw error instanceof AppError || isOfDisk(error) ? error : refuseBackup('backup-damaged', error);
  } finally {
    zip?.close();
  }
}

/** The disk's own refusals (full, gone, not allowed) are no fault of the backup. */
const isOfDisk = (error: unknown): boolean => error instanceof Error && 'code' in error && 'syscall' in error;

function openZip(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true }, (error, zip) => {
      if (!error) resolve(zip);
      else reject(isOfDisk(error) ? error : refuseBackup(startsAsZip(path) ? 'backup-incomplete' : 'backup-not-one', error));
    });
  });
}

function startsAsZip(path: string): boolean {
  const descriptor = openSync(path, 'r');
  try {
    const start = Buffer.alloc(4);
    readSync(descriptor, start, 0, 4, 0);
    return start.toString('latin1') === 'PK\u0003\u0004';
  } finally {
    closeSync(descriptor);
  }
}

/** Exactly our three entries, each once, as plain uncompressed files, and nothing in the file beside them. */
async function listEntries(zip: ZipFile, fileBytes: number): Promise<Entries> {
  const wanted = Object.entries(archiveEntries);
  if (zip.entryCount !== wanted.length) throw refuseBackup('backup-strange');
  const found = new Map<string, Entry>();
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      const kind = wanted.find(([, name]) => name === entry.fileName)?.[0];
      if (kind === undefined || found.has(kind) || !isPlainFile(entry)) return reject(refuseBackup('backup-strange'));
      found.set(kind, entry);
      zip.readEntry();
    });
    zip.once('end', resolve);
    zip.once('error', reject);
    zip.readEntry();
  });
  const [manifest, keyring, database] = [found.get('manifest'), found.get('keyring'), found.get('database')];
  if (!manifest || !keyring || !database) throw refuseBackup('backup-strange');
  const entries = { manifest, keyring, database };
  const bytes = Object.entries(entries).reduce((sum, [kind, entry]) => {
    if (entry.uncompressedSize > limits[kind as keyof Entries]) throw refuseBackup('backup-strange');
    return sum + entry.uncompressedSize;
  }, 0);
  if (fileBytes > bytes + limits.overhead) throw refuseBackup('backup-strange');
  if (fileBytes < bytes) throw refuseBackup('backup-incomplete');
  return entries;
}

const fileTypeMask = 0o170000;
const regularFile = 0o100000;

/** No links or devices, not encrypted by zip, and not compressed, so that nothing can grow. */
function isPlainFile(entry: Entry): boolean {
  const type = (entry.externalFileAttributes >>> 16) & fileTypeMask;
  const isRegular = type === regularFile || type === 0;
  return isRegular && !entry.isEncrypted() && entry.compressionMethod === 0 && entry.compressedSize === entry.uncompressedSize;
}

async function readHead(zip: ZipFile, { manifest, keyring, database }: Entries): Promise<ReadArchive> {
  const parsed = backupManifest.safeParse(parseJson(await textOf(zip, manifest)));
  if (!parsed.success) throw refuseBackup(isNewerFormat(parsed.error) ? 'backup-newer' : 'backup-damaged', parsed.error);
  if (parsed.data.database.bytes !== database.uncompressedSize) throw refuseBackup('backup-damaged');
  return { manifest: parsed.data, keyring: await textOf(zip, keyring) };
}

const isNewerFormat = ({ issues }: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] }): boolean =>
  issues.some((issue) => issue.path[0] === 'format');

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw refuseBackup('backup-damaged', cause);
  }
}

async function textOf(zip: ZipFile, entry: Entry): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await streamOf(zip, entry)) chunks.push(chunk as Buffer);
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
}

function streamOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error);
      else resolve(stream);
    }),
  );
}
