import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { HeldFile } from '../../kernel/file-handles.ts';
import { readArchiveData, type ArchiveData } from './archive-format.ts';
import { maximumEntries, refusalOfEntries, type StatedEntry } from './domain/archive-limits.ts';

/** An export that was opened: its data, and its files one by one. */
export interface OpenArchive {
  readonly data: ArchiveData;
  /** The bytes of an entry; refuses when there is none or it is damaged. */
  read(name: string): Promise<Uint8Array>;
  /** Names of the files under attachments/. */
  readonly files: ReadonlySet<string>;
  close(): void;
}

export const refuseArchive = (message: string, cause?: unknown): AppError =>
  new AppError('invalid_input', message, { fields: { file: message }, cause });
const damaged = (cause?: unknown): AppError =>
  refuseArchive('This file cannot be read as an export: it is damaged, or no zip. Choose the zip as it was exported.', cause);

/** Opens a held file as an export. Nothing is unpacked before its directory was looked at as a whole. Refuses as `invalid_input`. */
export async function openArchive(held: HeldFile): Promise<OpenArchive> {
  const zip = await openZip(held);
  try {
    const entries = await listEntries(zip, held.size);
    const read = (name: string) => readEntry(zip, entries.get(name));
    const text = decode(await read('data.json'));
    const reading = readArchiveData(text);
    if (!reading.ok) throw refuseArchive(reading.message);
    const files = new Set([...entries.keys()].filter((name) => name.startsWith('attachments/') && !name.endsWith('/')));
    const listed = new Set(reading.data.attachments.flatMap(({ file }) => (file === null ? [] : [file])));
    if (files.size !== listed.size || [...files].some((name) => !listed.has(name))) {
      throw refuseArchive('The files of this export are not those of its data. Choose the zip as it was exported.');
    }
    return { data: reading.data, read, files, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error instanceof AppError ? error : damaged(error);
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw damaged(error);
  }
}

async function openZip(held: HeldFile): Promise<ZipFile> {
  try {
    return await fromRandomAccessReaderPromise(new PartsReader(held.parts), held.size, {
      autoClose: false,
      lazyEntries: true,
      strictFileNames: true,
      validateEntrySizes: true,
    });
  } catch (error) {
    throw damaged(error);
  }
}

async function listEntries(zip: ZipFile, size: number): Promise<ReadonlyMap<string, Entry>> {
  const stated: StatedEntry[] = [];
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    stated.push({
      name: entry.fileName,
      packedBytes: entry.compressedSize,
      bytes: entry.uncompressedSize,
      method: entry.compressionMethod,
      isEncrypted: entry.isEncrypted(),
      unixMode: entry.externalFileAttributes >>> 16,
    });
    entries.set(entry.fileName, entry);
    if (stated.length > maximumEntries) break;
  }
  const refusal = refusalOfEntries(stated, size);
  if (refusal !== undefined) throw refuseArchive(refusal);
  return entries;
}

/** The bytes of an entry, with its own checksum looked at, which yauzl leaves to us. */
async function readEntry(zip: ZipFile, entry: Entry | undefined): Promise<Uint8Array> {
  if (!entry) throw damaged();
  try {
    const bytes = Buffer.alloc(entry.uncompressedSize);
    let at = 0;
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    if (at !== bytes.length || crc32(bytes) !== entry.crc32) throw damaged();
    return bytes;
  } catch (error) {
    throw error instanceof AppError ? error : damaged(error);
  }
}

/** Reads a zip that is held in parts, without putting them together. */
class PartsReader extends RandomAccessReader {
  readonly #parts: readonly Uint8Array[];

  constructor(parts: readonly Uint8Array[]) {
    super();
    this.#parts = parts;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#slices(start, end), { objectMode: false });
  }

  *#slices(start: number, end: number): Generator<Uint8Array> {
    let at = 0;
    for (const part of this.#parts) {
      const [from, to] = [Math.max(start - at, 0), Math.min(end - at, part.length)];
      if (from < to) yield part.subarray(from, to);
      at += part.length;
    }
  }
}
