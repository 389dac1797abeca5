import type { z } from 'zod';
import type { Repositories } from '../../../../db/repositories.ts';
import type { StockCountLine } from '../../../../db/supplies/stock-count.entity.ts';
import { AppError } from '../../../../preload/contract/shared/app-error.ts';
import type { Id, SeenRow, Written } from '../../../../preload/contract/shared/primitives.ts';
import type { addLineInput, CountReading, readLineInput, writeLineInput } from '../../../../preload/contract/supplies/counts.ts';
import type { Context } from '../../../kernel/trpc.ts';
import { formatQuantity } from '../domain/pack-chain.ts';
import { readQuantity } from '../domain/read-quantity.ts';
import type { WrittenRow } from '../stock/places.service.ts';

const gone = (): AppError => new AppError('not_found', 'This line is no longer in the count. Look at the count as it is now.');

/** What the ledger says of a line now. */
async function onHandOf(
  { stock }: Repositories,
  line: Pick<StockCountLine, 'itemId' | 'storagePlaceId' | 'lotId'>,
  byLot: boolean,
): Promise<number> {
  return (await stock.listBalancesOf(line.itemId))
    .filter((row) => row.storagePlaceId === line.storagePlaceId && (!byLot || row.lotId === line.lotId))
    .reduce((sum, row) => sum + row.onHand, 0);
}

/** Lines are written while the count goes on or is looked through. */
async function openLine(repositories: Repositories, id: Id) {
  const line = await repositories.counts.findLine(id);
  const count = line && (await repositories.counts.find(line.stockCountId));
  const item = line && (await repositories.catalogue.findItem(line.itemId));
  if (!line || !count || !item) throw gone();
  if (count.status !== 'counting' && count.status !== 'review') {
    throw new AppError('rule_violation', 'This count has ended. Correct the stock in the item itself, or count the room again.', {
      rule: 'count.status',
    });
  }
  return { line, count, item };
}

/**
 * Writes what was found: "2b 35", "1.5 boxes", "none", "=" for what should be there ('' takes the number away).
 * What cannot be read is `invalid_input` with a sentence; two people on one line is a `conflict`.
 */
export async function writeLine(ctx: Context, { seen, typed, note }: z.output<typeof writeLineInput>): Promise<Written> {
  const { changeSet } = await ctx.write(
    (label: string) => label,
    async (repositories) => {
      const { line, count, item } = await openLine(repositories, seen.id);
      const noted = note === undefined ? {} : { note };
      if (typed === '') {
        await repositories.counts.lines.update(seen, { counted: null, typed: '', countedAt: null, countedBy: '', ...noted });
        return `Take back the count of ${item.name}`;
      }
      const packs = (await repositories.counts.packsOf(count.id)).filter((pack) => pack.itemId === item.id);
      const expected = await onHandOf(repositories, line, item.lotTracked === 1);
      const reading = readQuantity(
        typed,
        { baseUnit: item.baseUnit, packs },
        count.blind === 1 && count.status === 'counting' ? null : expected,
      );
      if (!reading.ok) throw new AppError('invalid_input', reading.message, { fields: { typed: reading.message } });
      await repositories.counts.lines.update(seen, {
        expected,
        counted: reading.baseUnits,
        typed,
        skipped: 0,
        countedAt: ctx.clock(),
        countedBy: ctx.actor.name,
        ...noted,
      });
      return `Count ${item.name}: ${formatQuantity(reading.baseUnits, packs, item.baseUnit)}`;
    },
  );
  return { changeSet };
}

/** How a typed number would be taken, while it is typed; changes nothing. */
export function readLine(ctx: Context, { lineId, typed }: z.output<typeof readLineInput>): Promise<CountReading> {
  return ctx.read(async (repositories) => {
    const { line, count, item } = await openLine(repositories, lineId);
    const packs = (await repositories.counts.packsOf(count.id)).filter((pack) => pack.itemId === item.id);
    const expected = await onHandOf(repositories, line, item.lotTracked === 1);
    const hidden = count.blind === 1 && count.status === 'counting';
    const reading = readQuantity(typed, { baseUnit: item.baseUnit, packs }, hidden ? null : expected);
    if (!reading.ok) return { ok: false, baseUnits: null, text: '', difference: null, message: reading.message };
    const text = formatQuantity(reading.baseUnits, packs, item.baseUnit);
    return { ok: true, baseUnits: reading.baseUnits, text, difference: hidden ? null : reading.baseUnits - expected, message: '' };
  });
}

/** Leaves a line out, or takes it in again. It stays as the ledger has it. */
export async function skipLine(ctx: Context, seen: SeenRow, skipped: boolean): Promise<Written> {
  const { changeSet } = await ctx.write(
    (name: string) => `${skipped ? 'Skip' : 'Count'} ${name}`,
    async (repositories) => {
      const { item } = await openLine(repositories, seen.id);
      await repositories.counts.lines.update(seen, { skipped: skipped ? 1 : 0, counted: null, typed: '', countedAt: null, countedBy: '' });
      return item.name;
    },
  );
  return { changeSet };
}

/** Takes up something that is not kept in the room; the line that is there already is answered. */
export async function addLine(ctx: Context, { countId, itemId, placeId, lotId }: z.output<typeof addLineInput>): Promise<WrittenRow> {
  const { result, changeSet } = await ctx.write(
    ({ name }: { name: string }) => `Add ${name} to the count`,
    async (repositories) => {
      const { catalogue, counts, stock } = repositories;
      const count = await counts.find(countId);
      const item = await catalogue.findItem(itemId);
      if (!count || (count.status !== 'counting' && count.status !== 'review')) throw gone();
      if (!item) throw new AppError('not_found', 'This item is no longer there. Look at the items as they are now.');
      if (item.controlled === 1) {
        throw new AppError('rule_violation', `${item.name} is a controlled substance. Count it in its own register.`, {
          rule: 'stock.controlled',
        });
      }
      const place = (await stock.listPlaces()).find((row) => row.id === placeId);
      if (!place || (place.id !== count.storagePlaceId && place.parentId !== count.storagePlaceId)) {
        throw new AppError('rule_violation', 'This shelf is in another room. Count it there.', { rule: 'count.other_room' });
      }
      const there = (await counts.linesOf(countId)).find(
        (line) => line.itemId === itemId && line.storagePlaceId === placeId && line.lotId === lotId,
      );
      if (there) return { name: item.name, id: there.id };
      const id = ctx.newId();
      const line = { itemId, storagePlaceId: placeId, lotId };
      const expected = await onHandOf(repositories, line, item.lotTracked === 1);
      await counts.lines.insert([
        { id, stockCountId: countId, ...line, expected, counted: null, typed: '', skipped: 0, note: '', countedAt: null, countedBy: '' },
      ]);
      return { name: item.name, id };
    },
  );
  return { changeSet, id: result.id };
}
