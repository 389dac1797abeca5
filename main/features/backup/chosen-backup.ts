import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { BackupSource } from '../../../preload/contract/backup/backup.ts';
import { attachmentsOf } from '../../backups/backup-folder.ts';
import { gone } from '../../backups/backups.ts';
import type { Context } from '../../kernel/trpc.ts';

/** Where the chosen backup lies. */
export interface ChosenArchive {
  readonly path: string;
  /** The folder with the files of people that lie beside it; undefined for one that came alone. */
  readonly attachments: string | undefined;
}

/**
 * Finds the archive that is meant; one that was put is written into `work` under a name of ours.
 * Refused as `not_found` when it is no longer there, as `forbidden` for a path that does not come from a command.
 */
export async function chooseArchive(ctx: Context, source: BackupSource, work: string): Promise<ChosenArchive> {
  switch (source.kind) {
    case 'listed': {
      const found = await ctx.backups.find(source.place, source.name);
      if (!found) throw gone();
      return { path: found.path, attachments: attachmentsOf(dirname(found.path)) };
    }
    case 'path': {
      if (ctx.host !== 'cli' && ctx.host !== 'test') {
        throw new AppError('forbidden', 'A path is taken from the command line alone. Choose the file instead.');
      }
      if (!existsSync(source.path)) throw new AppError('not_found', 'There is no such file. Look at the path again.');
      return { path: source.path, attachments: attachmentsOf(dirname(source.path)) };
    }
    case 'file': {
      const chosen = ctx.backups.chosen(source.handle);
      if (chosen !== undefined) return { path: chosen, attachments: attachmentsOf(dirname(chosen)) };
      const path = join(work, 'chosen');
      writeFileSync(path, ctx.files.get(source.handle).bytes, { mode: 0o600 });
      return { path, attachments: undefined };
    }
  }
}
