import type { z } from 'zod';
import type { Repositories } from '../../../../db/repositories.ts';
import type { StockCount } from '../../../../db/supplies/stock-count.entity.ts';
import { AppError } from '../../../../preload/contract/shared/app-error.ts';
import type { Id, SeenRow, Written } from '../../../../preload/contract/shared/primitives.ts';
import type { CountSummary, CountView, startCountInput } from '../../../../preload/contract/supplies/counts.ts';
import type { Context } from '../../../kernel/trpc.ts';
import { planCountLines } from '../domain/count-lines.ts';
import { Ledger, type Entry } from '../stock/ledger.ts';
import type { WrittenRow } from '../stock/places.service.ts';
import { practiceToday } from '../stock/practice-today.ts';
import { countSummary, countView } from './count.view.ts';

/** Counts shown in the list. */
const shownCounts = 50;

const gone = (): AppError => new AppError('not_found', 'This count is no longer there. Look at the counts as they are now.');

/** Newest first. */
export function listCounts(ctx: Context): Promise<CountSummary[]> {
  return ctx.read(async ({ counts, stock }) => {
    const rooms = new Map((await stock.listPlaces()).map((place) => [place.id, place.name]));
    return (await counts.list(shownCounts)).map((row) => countSummary(row, rooms));
  });
}

export function getCount(ctx: Context, countId: Id): Promise<CountView> {
  return ctx.read(async (repositories) => {
    const count = await repositories.counts.find(countId);
    if (!count) throw gone();
    return countView(repositories, count);
  });
}

/** Begins the count of a room; the one that is open there is gone on with. `rule_violation` where there is nothing to count. */
export async function startCount(ctx: Context, { placeId, blind }: z.output<typeof startCountInput>): Promise<WrittenRow> {
  const { result, changeSet } = await ctx.write(
    ({ room }: { room: string }) => `Start to count ${room}`,
    async (repositories) => {
      const { counts, practice, stock } = repositories;
      const room = (await stock.listPlaces()).find((place) => place.id === placeId && place.parentId === null);
      if (!room) throw new AppError('not_found', 'This room is no longer there. Choose another one.');
      const open = await counts.findOpenOf(placeId);
      if (open) return { room: room.name, id: open.id };
      const lines = await linesOf(ctx, repositories, placeId);
      if (lines.length === 0) {
        throw new AppError(
          'rule_violation',
          `Nothing is kept in ${room.name} yet. Say in an item's panel where it is kept, or put something in.`,
          {
            rule: 'count.empty_room',
          },
        );
      }
      const letter = await practice.computerLetter(ctx.deviceId);
      const id = ctx.newId();
      await counts.counts.insert([
        {
          id,
          storagePlaceId: placeId,
          number: (await counts.lastNumber(letter)) + 1,
          letter,
          blind: blind ? 1 : 0,
          status: 'counting',
          startedAt: ctx.clock(),
          startedBy: ctx.actor.name,
          postedAt: null,
          postedBy: '',
          note: '',
        },
      ]);
      await counts.lines.insert(
        lines.map((line) => ({
          id: ctx.newId(),
          stockCountId: id,
          itemId: line.itemId,
          storagePlaceId: line.placeId,
          lotId: line.lotId,
          expected: line.expected,
          counted: null,
          typed: '',
          skipped: 0,
          note: '',
          countedAt: null,
          countedBy: '',
        })),
      );
      return { room: room.name, id };
    },
  );
  return { changeSet, id: result.id };
}

async function linesOf(ctx: Context, repositories: Repositories, roomId: Id) {
  const { catalogue, stock } = repositories;
  const today = await practiceToday(ctx, repositories);
  const shelves = (await stock.listPlaces()).filter((place) => place.parentId === roomId);
  const items = (await catalogue.listItems()).filter((item) => item.controlled === 0);
  // What is no longer bought is counted until it is used up.
  const bought = new Set(items.filter((item) => item.inactiveOn === null || item.inactiveOn > today).map((item) => item.id));
  const kept = (await stock.listItemPlaces()).filter((row) => bought.has(row.itemId));
  return planCountLines({
    places: [...shelves.map(({ id }) => ({ id, isRoom: false })), { id: roomId, isRoom: true }],
    kept: kept.map((row) => ({ itemId: row.itemId, placeId: row.storagePlaceId })),
    balances: (await stock.listBalances()).map((row) => ({ ...row, placeId: row.storagePlaceId })),
    byLot: new Set(items.filter((item) => item.lotTracked === 1).map((item) => item.id)),
    counted: new Set(items.map((item) => item.id)),
  });
}

/** Ends the counting: now the differences are looked through. */
export function reviewCount(ctx: Context, seen: SeenRow): Promise<Written> {
  return setStatus(ctx, seen, 'Look through a count', ['counting'], 'review');
}

/** Goes back to counting. */
export function reopenCount(ctx: Context, seen: SeenRow): Promise<Written> {
  return setStatus(ctx, seen, 'Go on with a count', ['review'], 'counting');
}

/** Gives the count up; nothing in the ledger changes. */
export function cancelCount(ctx: Context, seen: SeenRow): Promise<Written> {
  return setStatus(ctx, seen, 'Give a count up', ['counting', 'review'], 'cancelled');
}

async function setStatus(ctx: Context, seen: SeenRow, label: string, from: readonly string[], to: string): Promise<Written> {
  const { changeSet } = await ctx.write(label, async ({ counts }) => {
    const count = await counts.find(seen.id);
    if (!count) throw gone();
    refuseEnded(count, from);
    await counts.counts.update(seen, { status: to });
  });
  return { changeSet };
}

function refuseEnded(count: StockCount, allowed: readonly string[]): void {
  if (allowed.includes(count.status)) return;
  const words: Readonly<Record<string, string>> = {
    posted: 'is booked already',
    cancelled: 'was given up',
    review: 'is being looked through',
  };
  throw new AppError('rule_violation', `This count ${words[count.status] ?? 'is still going on'}. Look at it as it is now.`, {
    rule: 'count.status',
  });
}

/**
 * Books the differences of a count and ends it. The difference is to what the ledger said when the line was counted, so what was used or came in
 * since stays. Lines that were not counted are left as they are.
 */
export async function postCount(ctx: Context, seen: SeenRow): Promise<Written> {
  const { changeSet } = await ctx.write(
    (label: string) => `Book count ${label}`,
    async (repositories) => {
      const { counts } = repositories;
      const count = await counts.find(seen.id);
      if (!count) throw gone();
      refuseEnded(count, ['counting', 'review']);
      const entries = (await counts.linesOf(count.id)).flatMap((line): Entry[] => {
        const difference = (line.counted ?? line.expected) - line.expected;
        if (difference === 0) return [];
        return [
          {
            kind: 'count',
            itemId: line.itemId,
            placeId: line.storagePlaceId,
            lot: lotOfDifference(line.lotId, difference),
            quantity: difference,
            reason: 'recounted',
            note: line.note,
            subject: { table: 'stock_count_line', id: line.id },
          },
        ];
      });
      const ledger = await Ledger.open(ctx, repositories);
      await ledger.book(entries);
      await counts.counts.update(seen, { status: 'posted', postedAt: ctx.clock(), postedBy: ctx.actor.name });
      return `${count.letter}-${count.number}`;
    },
  );
  return { changeSet };
}

/** A line that is not counted by lot may hold several: what is missing goes from the oldest, what is more has no lot. */
function lotOfDifference(lotId: Id | null, difference: number): Entry['lot'] {
  if (lotId !== null) return { id: lotId };
  return difference < 0 ? 'oldest' : null;
}
