import { captureInput, handleNoteInput, listNotesInput } from '../../../preload/contract/capture/capture.ts';
import { anyone, planners, procedureFor, router } from '../../kernel/trpc.ts';
import { countNotes, handleNote, leaveNote, listNotes } from './capture.service.ts';

/** What is left at the desk for others: anybody may leave it, the next who signs in brings it in. */
export const captureRouter = router({
  leave: procedureFor({ access: anyone, topics: ['capture'] })
    .input(captureInput)
    .mutation(async ({ ctx, input }) => {
      await leaveNote(ctx, input);
      return { left: true };
    }),
  count: procedureFor({ access: planners, topics: ['capture'] }).query(({ ctx }) => countNotes(ctx)),
  list: procedureFor({ access: planners, topics: ['capture'] })
    .input(listNotesInput)
    .query(({ ctx, input }) => listNotes(ctx, input.handled)),
  handle: procedureFor({ access: planners, topics: ['capture'] })
    .input(handleNoteInput)
    .mutation(({ ctx, input }) => handleNote(ctx, input)),
});
