import { archiveInput } from '../../../preload/contract/archive/archive.ts';
import { topics } from '../../../preload/contract/system/system.ts';
import { progressOf } from '../../kernel/progress.ts';
import { owners, procedureFor, router } from '../../kernel/trpc.ts';
import * as service from './archive.service.ts';

/** Everything out of the practice in open formats, and back into an empty one. */
export const archiveRouter = router({
  /** Progress and then the result; unsubscribing leaves no file. */
  export: procedureFor({ access: owners, topics: ['audit'] }).subscription(({ ctx }) =>
    progressOf(ctx.signal, (report, signal) => service.exportEverything(ctx, report, signal)),
  ),
  /** What an export holds, and whether it can be brought in here. */
  preview: procedureFor({ access: owners, topics: ['practice', 'people', 'rostering', 'attachments'] })
    .input(archiveInput)
    .query(({ ctx, input }) => service.previewArchive(ctx, input.file)),
  /** Progress and then the result; unsubscribing takes it back. */
  import: procedureFor({ access: owners, topics, audit: 'import' })
    .input(archiveInput)
    .subscription(({ ctx, input }) => progressOf(ctx.signal, (report, signal) => service.importArchive(ctx, input.file, report, signal))),
});
