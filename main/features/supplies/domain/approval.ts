import type { AccountRole } from '../../../../preload/contract/accounts/access.ts';
import type { Role } from '../../../../preload/contract/system/system.ts';
import { dollars } from './words.ts';

/** By whom orders are approved. */
export interface ApprovalPolicy {
  /** Small practices leave it off: every order counts as approved. */
  readonly enabled: boolean;
  /** Up to how many cents each role approves; null for any sum. */
  readonly limitCents: Readonly<Record<AccountRole, number | null>>;
}

/** Whether a role may approve an order of this sum. Whoever signs nothing in approves nothing, unless approval is off. */
export function mayApprove({ enabled, limitCents }: ApprovalPolicy, role: Role, totalCents: number): boolean {
  if (!enabled) return true;
  if (role === 'capture') return false;
  const limit = limitCents[role];
  return limit === null || (limit > 0 && totalCents <= limit);
}

/** From who may least to who may most. */
const inRank: readonly AccountRole[] = ['staff', 'lead', 'manager', 'owner'];

/** The roles that may approve this sum, as a sentence begins: "A manager or an owner"; "Nobody" where no limit reaches. */
export function whoApproves(policy: ApprovalPolicy, totalCents: number): string {
  const roles = inRank.filter((role) => mayApprove(policy, role, totalCents));
  if (roles.length === 0) return 'Nobody';
  const names = roles.map((role) => (role === 'owner' ? 'an owner' : `a ${role === 'staff' ? 'member of staff' : role}`));
  const text = names.length === 1 ? `${names[0]}` : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Approval over $400.00": from which sum an order of this role waits for somebody; null when never. */
export function approvalNote(policy: ApprovalPolicy, role: Role): string | null {
  if (!policy.enabled) return null;
  const limit = role === 'capture' ? 0 : policy.limitCents[role];
  if (limit === null) return null;
  return limit === 0 ? 'Every order needs approval' : `Approval over ${dollars(limit)}`;
}
