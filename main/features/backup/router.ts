import * as contract from '../../../preload/contract/backup/backup.ts';
import { progressOf } from '../../kernel/progress.ts';
import { anyone, everyone, managers, procedureFor, router } from '../../kernel/trpc.ts';
import { backupStatus, listBackups, makeBackup, setSecondPlace } from './backup.service.ts';
import { chooseBackup } from './choose-backup.service.ts';
import { confirmRestore, previewBackup, restoreBackup, revertRestore } from './restore.service.ts';

const done = async (work: Promise<void>): Promise<{ done: true }> => {
  await work;
  return { done: true };
};

/** Copies of the practice, and the way back to one. What works without an open practice asks itself who may. */
export const backupRouter = router({
  list: procedureFor({ access: anyone, topics: ['backup', 'computer', 'session'] }).query(({ ctx }) => listBackups(ctx)),
  status: procedureFor({ access: everyone, topics: ['backup', 'practice'] }).query(({ ctx }) => backupStatus(ctx)),
  make: procedureFor({ access: everyone, topics: ['backup'] }).subscription(({ ctx, signal }) =>
    progressOf(signal, (report, stop) => makeBackup(ctx, report, stop)),
  ),
  /** Asks in the host's own dialog for a file. */
  choose: procedureFor({ access: anyone, topics: ['backup'] })
    .input(contract.noInput)
    .mutation(({ ctx }) => chooseBackup(ctx)),
  /** What a backup holds: long, as it is read from the first byte to the last. */
  preview: procedureFor({ access: anyone, topics: ['backup'] })
    .input(contract.previewInput)
    .mutation(({ ctx, input, signal }) => previewBackup(ctx, input, signal)),
  restore: procedureFor({ access: anyone, topics: ['backup', 'session'] })
    .input(contract.previewInput)
    .subscription(({ ctx, input, signal }) => progressOf(signal, (report, stop) => restoreBackup(ctx, input, report, stop))),
  confirmRestore: procedureFor({ access: managers, topics: ['backup'] })
    .input(contract.noInput)
    .mutation(({ ctx }) => done(confirmRestore(ctx))),
  revertRestore: procedureFor({ access: managers, topics: ['backup'] })
    .input(contract.revertInput)
    .mutation(({ ctx, input }) => done(revertRestore(ctx, input))),
  settings: procedureFor({ access: managers, topics: ['backup', 'computer'] })
    .input(contract.backupSettingsInput)
    .mutation(({ ctx, input }) => setSecondPlace(ctx, input.folder)),
});
