import type { LoggedTable } from '../../../db/change-log/logged-tables.ts';
import type { Repositories } from '../../../db/repositories.ts';
import type { Context } from '../../kernel/trpc.ts';

type Inverse = (ctx: Context, repositories: Repositories, rowId: string) => Promise<void>;

/** Rows that are not taken back by archiving them or writing earlier values: stock is a ledger, and what was booked is reversed by another entry. */
export const inverses: Partial<Record<LoggedTable, Inverse>> = {
  stock_movement: ({ newId, clock, actor }, { stock }, rowId) =>
    stock.reverse(rowId, { id: newId(), movedAt: clock(), actorName: actor.name }),
};
