import type { AccountRow } from '../../../db/accounts/accounts.repository.ts';
import { accountRole, type AccountRole, type AccountView } from '../../../preload/contract/accounts/access.ts';
import type { Context } from '../../kernel/trpc.ts';
import { isLastOwner, mayChange, type AccountFacts } from './domain/rights.ts';

/** A role this version does not know has the fewest rights. */
export const roleOf = (text: string): AccountRole => accountRole.safeParse(text).data ?? 'staff';

export const factsOf = (row: AccountRow): AccountFacts => ({ id: row.id, role: roleOf(row.role), active: row.deactivatedAt === null });

export function accountView(ctx: Context, row: AccountRow, all: readonly AccountRow[], personName: string | null): AccountView {
  const isMe = ctx.session.account?.id === row.id;
  const mine = mayChange(ctx.actor.role, { role: roleOf(row.role) });
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    role: roleOf(row.role),
    personId: row.personId,
    personName,
    deactivatedAt: row.deactivatedAt,
    hasPin: row.pinSetAt !== null,
    mustChangePassphrase: row.mustChangePassphrase === 1,
    isMe,
    mayChange: mine,
    mayDeactivate: mine && !isMe && row.deactivatedAt === null && !isLastOwner(factsOf(row), all.map(factsOf)),
  };
}
