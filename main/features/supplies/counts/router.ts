import { everyone, planners, procedureFor, router } from '../../../kernel/trpc.ts';
import {
  addLineInput,
  countRefInput,
  readLineInput,
  seenCountInput,
  skipLineInput,
  startCountInput,
  writeLineInput,
} from '../../../../preload/contract/supplies/counts.ts';
import * as lines from './count-lines.service.ts';
import * as service from './count.service.ts';

const count = () => procedureFor({ access: everyone, topics: ['stock'] });
const decide = () => procedureFor({ access: planners, topics: ['stock'] });

/** Counting rooms: anybody counts, who plans books the differences. */
export const countsRouter = router({
  list: procedureFor({ access: everyone, topics: ['stock'] }).query(({ ctx }) => service.listCounts(ctx)),
  get: procedureFor({ access: everyone, topics: ['stock', 'catalogue'] })
    .input(countRefInput)
    .query(({ ctx, input }) => service.getCount(ctx, input.countId)),
  read: procedureFor({ access: everyone, topics: ['stock'] })
    .input(readLineInput)
    .query(({ ctx, input }) => lines.readLine(ctx, input)),
  start: count()
    .input(startCountInput)
    .mutation(({ ctx, input }) => service.startCount(ctx, input)),
  write: count()
    .input(writeLineInput)
    .mutation(({ ctx, input }) => lines.writeLine(ctx, input)),
  skip: count()
    .input(skipLineInput)
    .mutation(({ ctx, input }) => lines.skipLine(ctx, input.seen, input.skipped)),
  add: count()
    .input(addLineInput)
    .mutation(({ ctx, input }) => lines.addLine(ctx, input)),
  review: count()
    .input(seenCountInput)
    .mutation(({ ctx, input }) => service.reviewCount(ctx, input.seen)),
  reopen: count()
    .input(seenCountInput)
    .mutation(({ ctx, input }) => service.reopenCount(ctx, input.seen)),
  post: decide()
    .input(seenCountInput)
    .mutation(({ ctx, input }) => service.postCount(ctx, input.seen)),
  cancel: decide()
    .input(seenCountInput)
    .mutation(({ ctx, input }) => service.cancelCount(ctx, input.seen)),
});
