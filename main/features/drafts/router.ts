import { keepDraftsInput } from '../../../preload/contract/drafts/drafts.ts';
import { everyone, procedureFor, router } from '../../kernel/trpc.ts';
import { keepDrafts, keptDrafts } from './drafts.service.ts';

/** What somebody typed and did not save: theirs alone. */
export const draftsRouter = router({
  keep: procedureFor({ access: everyone, topics: ['session'] })
    .input(keepDraftsInput)
    .mutation(async ({ ctx, input }) => {
      await keepDrafts(ctx, input.text);
      return { kept: true };
    }),
  get: procedureFor({ access: everyone, topics: [] }).query(({ ctx }) => keptDrafts(ctx)),
});
