import { z } from 'zod';
import { archivePeople, importCommitInput, importInput, savePayRate, savePerson } from '../../../preload/contract/people/people.ts';
import { archiveRow, orderInput } from '../../../preload/contract/practice/practice.ts';
import { id } from '../../../preload/contract/shared/primitives.ts';
import { progressOf } from '../../kernel/progress.ts';
import { managers, planners, procedureFor, router } from '../../kernel/trpc.ts';
import { commitImport, previewImport } from './import.service.ts';
import * as payRates from './pay-rates.service.ts';
import * as service from './people.service.ts';

const write = () => procedureFor({ access: managers, topics: ['people', 'rostering'] });

/** The people who work here. */
export const peopleRouter = router({
  list: procedureFor({ access: planners, topics: ['people'] }).query(({ ctx }) => service.listPeople(ctx)),
  get: procedureFor({ access: planners, topics: ['people'] })
    .input(z.strictObject({ id }))
    .query(({ ctx, input }) => service.getPerson(ctx, input.id)),
  save: write()
    .input(savePerson)
    .mutation(({ ctx, input }) => service.savePerson(ctx, input)),
  archive: write()
    .input(archivePeople)
    .mutation(({ ctx, input }) => service.archivePeople(ctx, input.people)),
  order: write()
    .input(orderInput.extend({ ids: z.array(id).min(1).max(5000) }))
    .mutation(({ ctx, input }) => service.orderPeople(ctx, input.ids)),
  import: router({
    /** What the import would create, change and refuse. */
    preview: procedureFor({ access: managers, topics: ['people', 'practice'] })
      .input(importInput)
      .query(({ ctx, input }) => previewImport(ctx, input)),
    /** Progress and then the result; unsubscribing takes it back. */
    commit: procedureFor({ access: managers, topics: ['people', 'practice', 'rostering'], audit: 'import' })
      .input(importCommitInput)
      .subscription(({ ctx, input }) => progressOf(ctx.signal, (report, signal) => commitImport(ctx, input, report, signal))),
  }),
  payRate: router({
    save: write()
      .input(savePayRate)
      .mutation(({ ctx, input }) => payRates.savePayRate(ctx, input)),
    archive: write()
      .input(archiveRow)
      .mutation(({ ctx, input }) => payRates.archivePayRate(ctx, input.seen)),
  }),
});
