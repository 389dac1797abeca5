import type { AccountRole } from '../../../../preload/contract/accounts/access.ts';
import type { Role } from '../../../../preload/contract/system/system.ts';

/** What the rules of rights need to know of an account. */
export interface AccountFacts {
  readonly id: string;
  readonly role: AccountRole;
  readonly active: boolean;
}

/** Roles someone may give to others: an owner every one, a manager those that see no pay. */
export function rolesToGive(role: Role): readonly AccountRole[] {
  if (role === 'owner') return ['owner', 'manager', 'lead', 'staff'];
  return role === 'manager' ? ['lead', 'staff'] : [];
}

/** Whether someone may change this account at all. */
export const mayChange = (role: Role, account: Pick<AccountFacts, 'role'>): boolean => rolesToGive(role).includes(account.role);

/** The last one who can give every right. */
export const isLastOwner = (account: AccountFacts, all: readonly AccountFacts[]): boolean =>
  account.role === 'owner' && account.active && !all.some((other) => other.id !== account.id && other.role === 'owner' && other.active);
