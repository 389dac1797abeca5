import { basename } from 'node:path';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { ChosenBackup } from '../../../preload/contract/backup/backup.ts';
import type { Context } from '../../kernel/trpc.ts';
import { mayRestore } from './restore-rights.ts';

/** Lets the person choose a backup in the system's own dialog. The path stays here; the window gets a handle. */
export async function chooseBackup(ctx: Context): Promise<ChosenBackup> {
  mayRestore(ctx);
  const { chooseFile } = ctx.desktop;
  if (!chooseFile) throw new AppError('unavailable', 'This window cannot choose a file by itself. Choose it in the page.');
  const path = await chooseFile('Choose a backup', 'backup');
  if (path === undefined) return { handle: null, name: null };
  return { handle: ctx.backups.keepChosen(ctx.newId(), path), name: basename(path) };
}
