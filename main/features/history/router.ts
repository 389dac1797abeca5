import { historyInput, recentInput, undoInput } from '../../../preload/contract/history/history.ts';
import { topics } from '../../../preload/contract/system/system.ts';
import { managers, planners, procedureFor, router } from '../../kernel/trpc.ts';
import { listHistory, listRecentChanges } from './history.service.ts';
import { undoChangeSet } from './undo.service.ts';

/** Who changed what, and taking it back. */
export const historyRouter = router({
  list: procedureFor({ access: planners, topics: ['history'] })
    .input(historyInput)
    .query(({ ctx, input }) => listHistory(ctx, input.subject, input.ids)),
  recent: procedureFor({ access: managers, topics: ['history'] })
    .input(recentInput)
    .query(({ ctx, input }) => listRecentChanges(ctx, input.limit)),
  undo: procedureFor({ access: managers, topics })
    .input(undoInput)
    .mutation(({ ctx, input }) => undoChangeSet(ctx, input.changeSetId)),
});
