import { accessSync, constants, statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { BackupStatus, BackupsView, MadeBackupView, SecondPlace } from '../../../preload/contract/backup/backup.ts';
import type { Report } from '../../kernel/progress.ts';
import type { Context } from '../../kernel/trpc.ts';
import { backupEntry, toConfirmView } from './backup.view.ts';
import { freshness } from './domain/freshness.ts';
import { mayRestore } from './restore-rights.ts';

/** Every backup of this computer and of its second place. While the practice does not open, anybody may see that there are some. */
export async function listBackups(ctx: Context): Promise<BackupsView> {
  mayRestore(ctx);
  const { backups } = ctx;
  return {
    backups: (await backups.list()).map(backupEntry),
    second: await backups.second(),
    toConfirm: toConfirmView(backups.aside?.toConfirm),
  };
}

/** What the bar in the window says. */
export async function backupStatus(ctx: Context): Promise<BackupStatus> {
  const { backups, practiceFile } = ctx;
  const toConfirm = toConfirmView(backups.aside?.toConfirm);
  if (!practiceFile.folder || ctx.demonstration) return { latestAt: null, daysSince: null, warn: false, toConfirm };
  const latestAt = (await backups.list()).find(({ state }) => state === 'good')?.at ?? null;
  const begunAt = await ctx.read(async ({ practice, changeLog }) => ((await practice.find()) ? changeLog.firstAt() : null));
  return { latestAt, ...freshness(latestAt, begunAt, ctx.clock()), toConfirm };
}

/** Makes a backup now. Refused as `unavailable` when the disk is full; what is there stays. */
export async function makeBackup(ctx: Context, report: Report, signal: AbortSignal): Promise<MadeBackupView> {
  // Before, so that it is in the backup.
  await ctx.record('backup', 'Backup made by hand');
  try {
    const { name, manifest, path, second } = await ctx.backups.make({ report, signal });
    return { name, at: manifest.at, bytes: statSync(path).size, second };
  } catch (error) {
    await ctx.record('backup_failed', signal.aborted ? 'The backup was stopped' : 'The backup did not succeed');
    throw error;
  }
}

/** Sets the second place, or takes it away. Refused as `invalid_input`: no folder, not to be written, or within the data folder. */
export async function setSecondPlace(ctx: Context, folder: string | null): Promise<{ readonly second: SecondPlace | null }> {
  if (folder !== null) checkSecondPlace(folder, ctx.practiceFile.held.path);
  ctx.computer.save({ backupFolder: folder });
  await ctx.record('backup', folder === null ? 'No second place for backups any more' : 'A second place for backups was set');
  ctx.events.publish(['backup', 'computer']);
  return { second: await ctx.backups.second() };
}

const refuse = (message: string, cause?: unknown): AppError =>
  new AppError('invalid_input', message, { fields: { folder: message }, cause });

function checkSecondPlace(folder: string, dataFolder: string): void {
  if (!isAbsolute(folder)) throw refuse('Write the whole path of the folder, as the file manager shows it.');
  const within = relative(resolve(dataFolder), resolve(folder));
  if (within === '' || (!within.startsWith('..') && !isAbsolute(within))) {
    throw refuse('This folder is inside the data folder and would be lost with it. Choose one on another disk.');
  }
  try {
    if (!statSync(folder).isDirectory()) throw new Error('no folder');
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw refuse('This folder is not there, or nothing can be written into it. Plug the disk in, or choose another folder.', cause);
  }
}
