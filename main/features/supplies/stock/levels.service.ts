import type { z } from 'zod';
import { AppError } from '../../../../preload/contract/shared/app-error.ts';
import type { SeenRow, Written } from '../../../../preload/contract/shared/primitives.ts';
import type { LevelFields, LevelView, saveLevelInput } from '../../../../preload/contract/supplies/stock.ts';
import type { Context } from '../../../kernel/trpc.ts';
import { levelFault } from '../domain/level-fault.ts';
import type { WrittenRow } from './places.service.ts';
import { levelView } from './stock.view.ts';

export function listLevels(ctx: Context): Promise<LevelView[]> {
  return ctx.read(async ({ stock }) => (await stock.listLevels()).map(levelView));
}

const levelColumns = ({ itemId, placeId, reorderPoint, par, neverExceed }: LevelFields) => ({
  itemId,
  storagePlaceId: placeId,
  reorderPoint,
  par,
  neverExceed: neverExceed ? 1 : 0,
  origin: 'hand',
});

/** Sets when to order an item and up to how much, for the practice or one room. One level for each: a second one replaces the first. */
export async function saveLevel(ctx: Context, { seen, level }: z.output<typeof saveLevelInput>): Promise<WrittenRow> {
  const fault = levelFault(level);
  if (fault !== null) throw new AppError('invalid_input', fault, { fields: { 'level.par': fault } });
  let id = seen?.id ?? ctx.newId();
  const { changeSet } = await ctx.write(
    (name: string) => `Set when to order ${name}`,
    async ({ catalogue, stock }) => {
      const item = await catalogue.findItem(level.itemId);
      if (!item) throw new AppError('not_found', 'This item is no longer there. Look at the items as they are now.');
      const present = (await stock.listLevels()).find((row) => row.itemId === level.itemId && row.storagePlaceId === level.placeId);
      id = seen?.id ?? present?.id ?? id;
      if (seen) await stock.levels.update(seen, levelColumns(level));
      else if (present) await stock.levels.update(present, levelColumns(level));
      else await stock.levels.insert([{ id, ...levelColumns(level) }]);
      return item.name;
    },
  );
  return { changeSet, id };
}

export async function archiveLevel(ctx: Context, seen: SeenRow): Promise<Written> {
  const { changeSet } = await ctx.write('Take a level away', ({ stock }) => stock.levels.archive([seen], ctx.clock()));
  return { changeSet };
}
