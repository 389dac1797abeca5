import { computerPatch } from '../../../preload/contract/computer/computer.ts';
import { anyone, procedureFor, router } from '../../kernel/trpc.ts';
import { readComputer, saveComputer } from './computer.service.ts';

/** What belongs to this computer: how it looks, where it looks at, when it locks. */
export const computerRouter = router({
  get: procedureFor({ access: anyone, topics: ['computer'] }).query(({ ctx }) => readComputer(ctx)),
  save: procedureFor({ access: anyone, topics: ['computer'] })
    .input(computerPatch)
    .mutation(({ ctx, input }) => saveComputer(ctx, input)),
});
