import { AppError } from '../../../../preload/contract/shared/app-error.ts';
import type { Id } from '../../../../preload/contract/shared/primitives.ts';
import { fundings } from '../../../../preload/contract/supplies/choices.ts';
import type { ItemStock, StockLine } from '../../../../preload/contract/supplies/stock.ts';
import type { Context } from '../../../kernel/trpc.ts';
import { practiceToday } from './practice-today.ts';
import { levelView, lotView, movementViews, stockLines } from './stock.view.ts';

/** Entries shown of one item; older ones are in the change log's history. */
const shownMovements = 200;

/** On hand of every item that has any. */
export function listStock(ctx: Context): Promise<StockLine[]> {
  return ctx.read(async (repositories) => {
    const { stock } = repositories;
    const lots = new Map((await stock.listLots()).map((lot) => [lot.id, lot]));
    return stockLines(await stock.listBalances(), lots, await practiceToday(ctx, repositories));
  });
}

/** Where one item lies, its lots and its last entries. */
export function getItemStock(ctx: Context, itemId: Id): Promise<ItemStock> {
  return ctx.read(async (repositories) => {
    const { catalogue, stock } = repositories;
    if (!(await catalogue.findItem(itemId)))
      throw new AppError('not_found', 'This item is no longer there. Look at the items as they are now.');
    const today = await practiceToday(ctx, repositories);
    const balances = await stock.listBalancesOf(itemId);
    const lots = await stock.listLotsOf(itemId);
    const [line] = stockLines(balances, new Map(lots.map((lot) => [lot.id, lot])), today);
    const { onHand, usable } = line ?? { onHand: 0, usable: 0 };
    const held = new Set(balances.map((row) => row.lotId));
    const shown = lots.map((lot) => lotView(lot, today)).filter((lot) => held.has(lot.id));
    return {
      itemId,
      onHand,
      usable,
      balances: balances.map((row) => ({ placeId: row.storagePlaceId, lotId: row.lotId, onHand: row.onHand })),
      lots: lots.map((lot) => lotView(lot, today)),
      keptIn: (await stock.listItemPlaces()).filter((row) => row.itemId === itemId).map((row) => row.storagePlaceId),
      levels: (await stock.listLevels()).filter((row) => row.itemId === itemId).map(levelView),
      movements: movementViews(await stock.listMovementsOf(itemId, shownMovements), onHand),
      lastCountedAt: await stock.lastCountedAt(itemId),
      nextExpiry: shown.find((lot) => lot.expiresOn !== null && !lot.expired)?.expiresOn ?? null,
      fundings: fundings.filter((funding) => shown.some((lot) => lot.funding === funding)),
    };
  });
}
