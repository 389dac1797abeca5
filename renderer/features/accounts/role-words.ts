import type { AccountRole } from '../../../preload/contract/accounts/access.ts';

interface RoleWords {
  readonly name: string;
  /** What the role may do. */
  readonly may: string;
}

/** The roles in an office's words. */
export const roleWords: Readonly<Record<AccountRole, RoleWords>> = {
  owner: { name: 'Owner', may: 'Everything: also the recovery key, other owners and managers, and taking everything out.' },
  manager: {
    name: 'Office manager',
    may: 'Plans and publishes the schedule, keeps people and settings, and lets leads and staff sign in.',
  },
  lead: { name: 'Lead', may: 'Sees the schedule as it is made, and the people without their pay. Changes nothing.' },
  staff: { name: 'Staff', may: 'Sees and prints the published week.' },
};
