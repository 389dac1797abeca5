import type { z } from 'zod';
import type { Repositories } from '../../../../db/repositories.ts';
import type { StoragePlace } from '../../../../db/supplies/storage-place.entity.ts';
import { AppError } from '../../../../preload/contract/shared/app-error.ts';
import type { Id, SeenRow, Written } from '../../../../preload/contract/shared/primitives.ts';
import type { keepItemInput, PlaceFields, PlaceView, savePlaceInput } from '../../../../preload/contract/supplies/stock.ts';
import type { Context } from '../../../kernel/trpc.ts';

export interface WrittenRow extends Written {
  readonly id: Id;
}

/** Rooms with their bins behind them, in the practice's own order. */
export function listPlaces(ctx: Context): Promise<PlaceView[]> {
  return ctx.read(async ({ stock }) => placeViews(await stock.listPlaces()));
}

/** Each room, then its bins. */
export function placeViews(rows: readonly StoragePlace[]): PlaceView[] {
  const bins = Map.groupBy(rows, (row) => row.parentId);
  return (bins.get(null) ?? []).flatMap((room) => [placeView(room), ...(bins.get(room.id) ?? []).map((bin) => placeView(bin, room))]);
}

const placeView = ({ id, version, locationId, parentId, name, scanCode }: StoragePlace, room?: StoragePlace): PlaceView => ({
  id,
  version,
  locationId,
  parentId,
  name,
  scanCode,
  label: room ? `${room.name}, ${name}` : name,
});

/** Adds a room or a bin, or changes the one that was seen. */
export async function savePlace(ctx: Context, { seen, place }: z.output<typeof savePlaceInput>): Promise<WrittenRow> {
  const id = seen?.id ?? ctx.newId();
  const { changeSet } = await ctx.write(
    `${seen ? 'Change' : 'Add'} ${place.parentId === null ? 'room' : 'shelf'} ${place.name}`,
    async (repositories) => {
      await refuseWrongPlace(repositories, id, place);
      const { stock } = repositories;
      if (seen) await stock.places.update(seen, place);
      else await stock.places.insert([{ id, ...place, sortOrder: (await stock.listPlaces()).length }]);
    },
  );
  return { changeSet, id };
}

async function refuseWrongPlace({ practice, stock }: Repositories, id: Id, place: PlaceFields): Promise<void> {
  const fields: Record<string, string> = {};
  if (!(await practice.listLocations()).some((row) => row.id === place.locationId))
    fields['place.locationId'] = 'Choose a location of the practice.';
  const places = await stock.listPlaces();
  const room = places.find((row) => row.id === place.parentId);
  if (place.parentId !== null && (!room || room.parentId !== null || room.locationId !== place.locationId || room.id === id))
    fields['place.parentId'] = 'A shelf is in a room of the same location. Choose a room.';
  const taken = place.scanCode !== '' && places.find((row) => row.id !== id && row.scanCode === place.scanCode);
  if (taken) fields['place.scanCode'] = `${taken.name} has this code already. Choose another one.`;
  if (place.parentId !== null && places.some((row) => row.parentId === id))
    fields['place.parentId'] = 'It has shelves of its own. Move them first.';
  const [message] = Object.values(fields);
  if (message !== undefined) throw new AppError('invalid_input', message, { fields });
}

/** Refused while something lies there, or while it has bins. */
export async function archivePlace(ctx: Context, seen: SeenRow): Promise<Written> {
  const { changeSet } = await ctx.write('Archive a room', async ({ stock }) => {
    const items = new Set((await stock.listBalances()).filter((row) => row.storagePlaceId === seen.id).map((row) => row.itemId));
    if (items.size > 0) {
      const what = items.size === 1 ? 'One item lies' : `${items.size} items lie`;
      throw new AppError('rule_violation', `${what} there. Move them to another place first.`, { rule: 'place.in_use' });
    }
    if ((await stock.listPlaces()).some((row) => row.parentId === seen.id))
      throw new AppError('rule_violation', 'It has shelves. Archive them first.', { rule: 'place.has_shelves' });
    const kept = (await stock.listItemPlaces()).filter((row) => row.storagePlaceId === seen.id);
    await stock.itemPlaces.archive(kept, ctx.clock());
    await stock.places.archive([seen], ctx.clock());
  });
  return { changeSet };
}

/** Puts places in the practice's own order: the order in which they are counted. */
export async function orderPlaces(ctx: Context, ids: readonly Id[]): Promise<Written> {
  const { changeSet } = await ctx.write('Order the rooms', async ({ stock }) => {
    const turn = new Map(ids.map((id, index) => [id, index]));
    for (const [index, row] of (await stock.listPlaces()).entries()) {
      const sortOrder = turn.get(row.id) ?? ids.length + index;
      if (sortOrder !== row.sortOrder) await stock.places.update(row, { sortOrder });
    }
  });
  return { changeSet };
}

/** Says where an item is kept, the usual place first. */
export async function keepItem(ctx: Context, { itemId, placeIds }: z.output<typeof keepItemInput>): Promise<Written> {
  const { changeSet } = await ctx.write('Say where an item is kept', async ({ catalogue, stock }) => {
    if (!(await catalogue.findItem(itemId)))
      throw new AppError('not_found', 'This item is no longer there. Look at the items as they are now.');
    const places = new Set((await stock.listPlaces()).map((row) => row.id));
    if (placeIds.some((id) => !places.has(id))) throw new AppError('not_found', 'One of the rooms is no longer there. Choose again.');
    const present = (await stock.listItemPlaces()).filter((row) => row.itemId === itemId);
    const turn = new Map(placeIds.map((id, index) => [id, index]));
    await stock.itemPlaces.archive(
      present.filter((row) => !turn.has(row.storagePlaceId)),
      ctx.clock(),
    );
    for (const row of present) {
      const sortOrder = turn.get(row.storagePlaceId);
      if (sortOrder !== undefined && sortOrder !== row.sortOrder) await stock.itemPlaces.update(row, { sortOrder });
      turn.delete(row.storagePlaceId);
    }
    await stock.itemPlaces.insert([...turn].map(([storagePlaceId, sortOrder]) => ({ id: ctx.newId(), itemId, storagePlaceId, sortOrder })));
  });
  return { changeSet };
}
