import { setImmediate as nextTurn } from 'node:timers/promises';
import { contentTables } from '../../../db/change-log/content-tables.ts';
import { newFileKey } from '../../../db/attachments/sealed-file.ts';
import type { Repositories } from '../../../db/repositories.ts';
import type { ArchiveImportResult, ArchivePreview, ExportResult } from '../../../preload/contract/archive/archive.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { Report } from '../../kernel/progress.ts';
import type { Context } from '../../kernel/trpc.ts';
import { discardFile, readAttachment, sha256Of, storeFile } from '../attachments/sealed-attachments.service.ts';
import { openArchive, refuseArchive, type OpenArchive } from './archive-reader.service.ts';
import { readContent, writeArchive, type WrittenArchive } from './archive-writer.service.ts';
import { archiveCounts } from './archive.view.ts';

/** Takes everything out as one zip in open formats, where the person chooses. Asks for the passphrase again first. Aborting `signal` leaves no file. */
export async function exportEverything(ctx: Context, report: Report, signal: AbortSignal): Promise<ExportResult> {
  ctx.session.requireConfirmed();
  let written: WrittenArchive = { rows: 0, files: 0, missingFiles: 0 };
  const name = `Medical Office Manager ${ctx.clock().slice(0, 10)}.zip`;
  const saved = await ctx.desktop.saveStream(name, 'application/zip', async (file) => {
    written = await writeArchive(ctx, await ctx.read(readContent), file, report, signal);
  });
  if (saved.saved) await ctx.record('export', `Exported everything: ${written.rows} rows, ${countFiles(written.files)}`);
  return { ...saved, ...written };
}

const countFiles = (count: number): string => (count === 1 ? '1 file' : `${count} files`);

const notEmpty =
  'This practice holds data already, and an export goes into an empty one only. Start with a new data folder and choose "Open an export" there.';

/** What an export holds, and whether it can be brought in here; changes nothing. */
export async function previewArchive(ctx: Context, handle: string): Promise<ArchivePreview> {
  const archive = await openArchive(ctx.files.get(handle));
  archive.close();
  const { data } = archive;
  const isEmpty = await ctx.read(({ content }) => content.isEmpty());
  const practice = (data.tables.practice ?? []).find((row) => row['archived_at'] === null);
  return {
    name: String(practice?.['name'] ?? 'A practice without a name'),
    exportedAt: data.exportedAt,
    counts: archiveCounts(data),
    missingFiles: data.attachments.filter(({ file }) => file === null).length,
    obstacle: isEmpty ? null : notEmpty,
  };
}

/**
 * Brings an export into an empty practice, all or nothing, and only when what comes of it is what was taken out.
 * Refused as `rule_violation` when the practice is not empty. Aborting `signal` takes everything back.
 */
export async function importArchive(ctx: Context, handle: string, report: Report, signal: AbortSignal): Promise<ArchiveImportResult> {
  const archive = await openArchive(ctx.files.get(handle));
  const stored: StoredKey[] = [];
  try {
    await ctx.read(refuseUnlessEmpty);
    const { data } = archive;
    const rows = contentTables.reduce((sum, table) => sum + (data.tables[table]?.length ?? 0), 0);
    const total = rows + archive.files.size;
    await storeFiles(ctx, archive, stored, (done) => step(done, total, report, signal));
    const { changeSet } = await ctx.write('Bring in an export of everything', async (repositories) => {
      await refuseUnlessEmpty(repositories);
      await insertRows(repositories, archive, (done) => step(archive.files.size + done, total, report, signal));
      const keys = new Map(stored.map(({ id, fileKey }) => [id, fileKey]));
      // One that was missing gets a key too: added again, it is mended.
      for (const { id } of data.attachments) await repositories.attachments.keepKey(id, keys.get(id) ?? newFileKey());
      await refuseUnlessSame(repositories, data.stateHash);
    });
    ctx.files.forget(handle);
    return { changeSet, rows, files: archive.files.size };
  } catch (error) {
    for (const { id } of stored) await discardFile(ctx, id);
    throw error;
  } finally {
    archive.close();
  }
}

interface StoredKey {
  readonly id: string;
  readonly fileKey: string;
}

async function refuseUnlessEmpty({ content }: Repositories): Promise<void> {
  if (!(await content.isEmpty())) throw new AppError('rule_violation', notEmpty, { rule: 'archive.not_empty' });
}

async function step(done: number, total: number, report: Report, signal: AbortSignal): Promise<void> {
  report(done, total);
  await nextTurn();
  if (signal.aborted) throw new AppError('unavailable', 'It was cancelled; nothing was brought in.');
}

/** Seals each file under a key of its own, checked like any file that is added: by its bytes, and against its row. */
async function storeFiles(ctx: Context, archive: OpenArchive, stored: StoredKey[], told: (done: number) => Promise<void>): Promise<void> {
  const mediaTypes = new Map((archive.data.tables.attachment ?? []).map((row) => [row['id'], row['media_type']]));
  for (const { id, file, sha256 } of archive.data.attachments) {
    if (file === null) continue;
    const bytes = await archive.read(file);
    if (sha256Of(bytes) !== sha256) throw refuseArchive(`${file} is not the file that was exported. Choose the zip as it was exported.`);
    // Written down first, so that a failure half way is taken back too.
    stored.push({ id, fileKey: '' });
    const kept = await storeFile(ctx, id, readAttachment(bytes), bytes);
    stored[stored.length - 1] = kept;
    if (kept.mediaType !== mediaTypes.get(id))
      throw refuseArchive(`${file} is another kind of file than its data say. Choose the zip as it was exported.`);
    await told(stored.length);
  }
}

/** Rows written before the progress is told and a cancel is heard. */
const batch = 2000;

async function insertRows({ content }: Repositories, { data }: OpenArchive, told: (done: number) => Promise<void>): Promise<void> {
  await content.takeInAnyOrder();
  let done = 0;
  for (const table of contentTables) {
    const rows = data.tables[table] ?? [];
    for (let start = 0; start < rows.length; start += batch) {
      const part = rows.slice(start, start + batch);
      await content.insert(table, part);
      await told((done += part.length));
    }
  }
}

async function refuseUnlessSame({ content }: Repositories, stateHash: string): Promise<void> {
  const table = await content.brokenReference();
  if (table !== undefined)
    throw refuseArchive(`A row of ${table} belongs to one that is not in this export. Choose the zip as it was exported.`);
  if ((await content.stateHash()) !== stateHash)
    throw refuseArchive('The data of this export were changed after it was made. Choose the zip as it was exported.');
}
