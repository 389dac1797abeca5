import type { z } from 'zod';
import type { NewMovement } from '../../../../db/supplies/stock.repository.ts';
import { AppError } from '../../../../preload/contract/shared/app-error.ts';
import type { Id, Written } from '../../../../preload/contract/shared/primitives.ts';
import type { correctInput, StockWarning, transferInput, useInput } from '../../../../preload/contract/supplies/stock.ts';
import type { Context } from '../../../kernel/trpc.ts';
import { Ledger, type Booking, type Entry } from './ledger.ts';

export interface Booked extends Written {
  readonly warnings: readonly StockWarning[];
}

/** Takes out or throws away, oldest lots first where none is named. */
export function useStock(ctx: Context, { kind, entries }: z.output<typeof useInput>): Promise<Booked> {
  return bookAlone(
    ctx,
    kind === 'issue' ? 'Use' : 'Throw away',
    entries.map(({ quantity, ...entry }) => ({ kind, ...entry, quantity: -quantity })),
  );
}

/** Puts right what the ledger says, or books what came without an order. */
export function correctStock(ctx: Context, { kind, entries }: z.output<typeof correctInput>): Promise<Booked> {
  return bookAlone(
    ctx,
    kind === 'receipt' ? 'Put in' : 'Correct',
    entries.map((entry) => ({ kind, ...entry })),
  );
}

/** Moves between two places; all its entries carry one transfer id. */
export function transferStock(
  ctx: Context,
  { fromPlaceId, toPlaceId, quantity, ...rest }: z.output<typeof transferInput>,
): Promise<Booked> {
  if (fromPlaceId === toPlaceId) {
    const message = 'It is there already. Choose another place.';
    throw new AppError('invalid_input', message, { fields: { toPlaceId: message } });
  }
  const out: Entry = { ...rest, kind: 'transfer', reason: 'moved', transferId: ctx.newId(), placeId: fromPlaceId, quantity: -quantity };
  return bookAlone(ctx, 'Move', [out], toPlaceId);
}

/** Books entries as a change of their own; what was taken is put into `toPlaceId`, in the same lots. */
async function bookAlone(ctx: Context, verb: string, entries: readonly Entry[], toPlaceId?: Id): Promise<Booked> {
  const { result, changeSet } = await ctx.write(
    (booking: Booking) => labelOf(verb, entries, booking),
    async (repositories) => {
      const ledger = await Ledger.open(ctx, repositories);
      const booking = await ledger.book(entries);
      if (toPlaceId !== undefined) await ledger.book(booking.movements.map((movement) => putDown(movement, toPlaceId)));
      return booking;
    },
  );
  return { changeSet, warnings: result.warnings };
}

const putDown = ({ itemId, lotId, quantity, note, transferId }: NewMovement, placeId: Id): Entry => ({
  kind: 'transfer',
  itemId,
  placeId,
  lot: lotId === null ? null : { id: lotId },
  quantity: -quantity,
  reason: 'moved',
  note,
  ...(transferId === null ? {} : { transferId }),
});

function labelOf(verb: string, entries: readonly Entry[], { items }: Booking): string {
  const [first, second] = entries;
  const [item] = items;
  if (!first || !item || second) return `${verb} ${entries.length} items`;
  return `${verb} ${Math.abs(first.quantity)} ${item.baseUnit} ${item.name}`;
}
