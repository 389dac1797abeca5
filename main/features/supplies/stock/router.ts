import { z } from 'zod';
import { archiveRow } from '../../../../preload/contract/practice/practice.ts';
import { id } from '../../../../preload/contract/shared/primitives.ts';
import {
  correctInput,
  keepItemInput,
  saveLevelInput,
  savePlaceInput,
  transferInput,
  useInput,
} from '../../../../preload/contract/supplies/stock.ts';
import { everyone, managers, planners, procedureFor, router } from '../../../kernel/trpc.ts';
import * as booking from './booking.service.ts';
import * as levels from './levels.service.ts';
import * as places from './places.service.ts';
import * as stock from './stock.service.ts';

const manage = () => procedureFor({ access: managers, topics: ['stock'] });

/** Where things lie, and the ledger of what came and went. */
export const stockRouter = router({
  list: procedureFor({ access: everyone, topics: ['stock', 'catalogue'] }).query(({ ctx }) => stock.listStock(ctx)),
  item: procedureFor({ access: everyone, topics: ['stock', 'catalogue'] })
    .input(z.strictObject({ itemId: id }))
    .query(({ ctx, input }) => stock.getItemStock(ctx, input.itemId)),
  /** What anybody takes from a shelf. */
  use: procedureFor({ access: everyone, topics: ['stock'] })
    .input(useInput)
    .mutation(({ ctx, input }) => booking.useStock(ctx, input)),
  transfer: procedureFor({ access: everyone, topics: ['stock'] })
    .input(transferInput)
    .mutation(({ ctx, input }) => booking.transferStock(ctx, input)),
  correct: procedureFor({ access: planners, topics: ['stock'] })
    .input(correctInput)
    .mutation(({ ctx, input }) => booking.correctStock(ctx, input)),
  keepIn: manage()
    .input(keepItemInput)
    .mutation(({ ctx, input }) => places.keepItem(ctx, input)),
  place: router({
    list: procedureFor({ access: everyone, topics: ['stock'] }).query(({ ctx }) => places.listPlaces(ctx)),
    save: manage()
      .input(savePlaceInput)
      .mutation(({ ctx, input }) => places.savePlace(ctx, input)),
    archive: manage()
      .input(archiveRow)
      .mutation(({ ctx, input }) => places.archivePlace(ctx, input.seen)),
    order: manage()
      .input(z.strictObject({ ids: z.array(id).min(1).max(1000) }))
      .mutation(({ ctx, input }) => places.orderPlaces(ctx, input.ids)),
  }),
  level: router({
    list: procedureFor({ access: everyone, topics: ['stock'] }).query(({ ctx }) => levels.listLevels(ctx)),
    save: manage()
      .input(saveLevelInput)
      .mutation(({ ctx, input }) => levels.saveLevel(ctx, input)),
    archive: manage()
      .input(archiveRow)
      .mutation(({ ctx, input }) => levels.archiveLevel(ctx, input.seen)),
  }),
});
