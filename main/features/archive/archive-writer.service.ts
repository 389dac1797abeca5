import { Readable, type Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { version as program } from '../../../package.json';
import { contentColumns, contentTables } from '../../../db/change-log/content-tables.ts';
import type { LoggedTable } from '../../../db/change-log/logged-tables.ts';
import type { ContentRow } from '../../../db/content/content.repository.ts';
import type { Repositories } from '../../../db/repositories.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { Report } from '../../kernel/progress.ts';
import { csvLine } from '../../kernel/table/csv-writer.ts';
import type { Context } from '../../kernel/trpc.ts';
import { isPacked, unsealStored } from '../attachments/sealed-attachments.service.ts';
import { readmeText } from './archive.view.ts';
import { archiveFormat, archiveVersion, type ArchiveAttachment } from './archive-format.ts';

/** Everything of the practice in one consistent state, apart from the bytes of its files. */
export interface Content {
  readonly name: string;
  readonly tables: ReadonlyMap<LoggedTable, readonly ContentRow[]>;
  readonly stateHash: string;
  readonly files: readonly ContentFile[];
}

interface ContentFile {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly extension: string;
  readonly fileKey: string | undefined;
}

export async function readContent({ content, attachments, practice }: Repositories): Promise<Content> {
  const tables = new Map<LoggedTable, readonly ContentRow[]>();
  for (const table of contentTables) tables.set(table, await content.rowsOf(table));
  const files: ContentFile[] = [];
  for (const { attachmentId, ...file } of await attachments.listAll()) {
    files.push({ ...file, id: attachmentId, fileKey: await attachments.findKey(attachmentId) });
  }
  return { name: (await practice.find())?.name ?? 'the practice', tables, stateHash: await content.stateHash(), files };
}

export interface WrittenArchive {
  readonly rows: number;
  readonly files: number;
  readonly missingFiles: number;
}

/** Rows between two looks at the progress. */
const batch = 500;

/** Writes everything as one zip, piece by piece. A file that is missing or damaged is left out and counted. */
export async function writeArchive(
  ctx: Pick<Context, 'attachmentStore' | 'clock'>,
  content: Content,
  target: Writable,
  report: Report,
  signal: AbortSignal,
): Promise<WrittenArchive> {
  const zip = new ZipFile();
  const stop = new AbortController();
  zip.on('error', (error: unknown) => stop.abort(error));
  const ended = AbortSignal.any([signal, stop.signal]);
  const written = pipeline(zip.outputStream, target, { signal: ended, end: false });
  // Awaited below; until then a failure shows in whatever waits for room.
  written.catch((error: unknown) => stop.abort(error));
  const add = async (stream: Readable, name: string, compress = true): Promise<void> => {
    zip.addReadStream(stream, name, { compress, mode: 0o100600 });
    await finished(stream, { signal: ended, writable: false });
  };
  try {
    const at = ctx.clock();
    const rowCount = [...content.tables.values()].reduce((sum, rows) => sum + rows.length, 0);
    const total = rowCount * 2 + content.files.length;
    let done = 0;
    const advance = (by: number) => report(Math.min((done += by), total), total);
    const attachments: ArchiveAttachment[] = [];
    for (const file of content.files) {
      const bytes = await unsealStored(ctx, file.id, file.fileKey, file.sha256).catch(() => undefined);
      const name = bytes ? `attachments/${file.id}-${file.name === '' ? `file.${file.extension}` : file.name}` : null;
      if (bytes && name !== null) await add(Readable.from([bytes]), name, !isPacked(file.extension));
      attachments.push({ id: file.id, file: name, sha256: file.sha256, bytes: file.bytes });
      advance(1);
    }
    const missingFiles = attachments.filter(({ file }) => file === null).length;
    await add(Readable.from([Buffer.from(readmeText(content.name, at, missingFiles))]), 'README.txt');
    for (const [table, rows] of content.tables) await add(textOf(csvPieces(table, rows, advance)), `data/${table}.csv`);
    await add(textOf(jsonPieces(content, attachments, at, advance)), 'data.json');
    zip.end();
    await written;
    return { rows: rowCount, files: attachments.length - missingFiles, missingFiles };
  } catch (error) {
    stop.abort(error);
    if (signal.aborted) throw new AppError('unavailable', 'The export was cancelled; no file was left.', { cause: error });
    throw stop.signal.reason instanceof Error ? stop.signal.reason : error;
  }
}

const textOf = (pieces: Iterable<string>): Readable => Readable.from(encoded(pieces), { objectMode: false });

function* encoded(pieces: Iterable<string>): Generator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece);
}

function* csvPieces(table: LoggedTable, rows: readonly ContentRow[], advance: (by: number) => void): Generator<string> {
  const columns = contentColumns(table);
  // The mark tells a spreadsheet that this is UTF-8.
  yield `\ufeff${csvLine(columns)}`;
  for (let start = 0; start < rows.length; start += batch) {
    const part = rows.slice(start, start + batch);
    yield part.map((row) => csvLine(columns.map((column) => String(row[column] ?? '')))).join('');
    advance(part.length);
  }
}

function* jsonPieces(
  { tables, stateHash }: Content,
  attachments: readonly ArchiveAttachment[],
  exportedAt: string,
  advance: (by: number) => void,
): Generator<string> {
  const head = { format: archiveFormat, version: archiveVersion, program, exportedAt, stateHash, attachments };
  yield `${JSON.stringify(head).slice(0, -1)},"tables":{`;
  for (const [index, [table, rows]] of [...tables].entries()) {
    yield `${index > 0 ? ',' : ''}\n"${table}":[`;
    for (let start = 0; start < rows.length; start += batch) {
      const part = rows.slice(start, start + batch);
      yield `${start > 0 ? ',' : ''}\n${part.map((row) => JSON.stringify(row)).join(',\n')}`;
      advance(part.length);
    }
    yield ']';
  }
  yield '}}\n';
}
