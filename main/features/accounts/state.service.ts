import { syncedBy } from '../../../db/folder-place.ts';
import { isProtected } from '../../../db/keyring/keyring.ts';
import type { AccessState, SignedIn } from '../../../preload/contract/accounts/access.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { Context } from '../../kernel/trpc.ts';

/** What the window must know before anything else. Never refused: it says what stands in the way. */
export async function accessState(ctx: Context): Promise<AccessState> {
  const { practiceFile, session, actor } = ctx;
  const trouble = practiceFile.trouble;
  const base = {
    databaseOpen: practiceFile.isOpen,
    protected: practiceFile.isProtected,
    mayCall: ctx.mayCall(actor.role),
    people: await peopleWithPin(ctx),
    recoveryKey: recoveryKeyOf(ctx),
    autoUnlock: await autoUnlockOf(ctx),
    demonstration: ctx.demonstration,
    syncedBy: (practiceFile.folder && syncedBy(practiceFile.folder.path)) ?? null,
  } as const;
  if (!practiceFile.isOpen && trouble) {
    const { kind, message } = trouble;
    return { ...base, stage: 'trouble', me: null, trouble: { kind, message }, lastChange: null, offerProtection: false };
  }
  const me = practiceFile.isOpen ? await signedIn(ctx) : null;
  if (!me) return { ...base, stage: 'locked', me, trouble: null, lastChange: null, offerProtection: false };
  const lastChange = practiceFile.folder?.wasLeftOpen && session.account?.role !== 'capture' ? await lastChangeOf(ctx) : null;
  return {
    ...base,
    stage: 'open',
    me,
    trouble: null,
    lastChange,
    offerProtection: !base.protected && (practiceFile.folder?.wasThere ?? false),
  };
}

/** Looks anew at what lies in the folder: someone may have put a disk right, or files back. Does nothing to a practice that is open. */
export async function openAgain({ practiceFile, events }: Context): Promise<void> {
  if (practiceFile.isOpen) return;
  await practiceFile.openAgain();
  events.publish(['session']);
}

async function signedIn(ctx: Context): Promise<SignedIn | null> {
  const { session, actor } = ctx;
  if (actor.id === 'local') return { accountId: null, name: actor.name, role: actor.role, mustChangePassphrase: false, hasPin: false };
  const row = session.account && (await ctx.read(({ accounts }) => accounts.find(session.account?.id ?? '')));
  if (!row) return null;
  return {
    accountId: row.id,
    name: row.name,
    role: actor.role,
    mustChangePassphrase: row.mustChangePassphrase === 1,
    hasPin: row.pinSetAt !== null,
  };
}

async function peopleWithPin(ctx: Context): Promise<AccessState['people']> {
  if (!ctx.practiceFile.isOpen || !ctx.practiceFile.isProtected) return [];
  const rows = await ctx.read(({ accounts }) => accounts.list());
  return rows.filter((row) => row.deactivatedAt === null).map(({ id, name, pinSetAt }) => ({ id, name, hasPin: pinSetAt !== null }));
}

function recoveryKeyOf({ practiceFile }: Context): AccessState['recoveryKey'] {
  if (!practiceFile.isProtected) return 'none';
  const slot = practiceFile.ring.slots.find(({ kind }) => kind === 'recovery');
  if (slot?.kind !== 'recovery') return 'none';
  return slot.confirmed ? 'confirmed' : 'unconfirmed';
}

async function autoUnlockOf({ practiceFile, desktop }: Context): Promise<AccessState['autoUnlock']> {
  if (!practiceFile.isProtected || !(await desktop.secrets?.isAvailable())) return 'impossible';
  return practiceFile.ring.slots.some(({ kind }) => kind === 'system') ? 'on' : 'off';
}

/** The newest change that people made, after an end without closing. */
async function lastChangeOf(ctx: Context): Promise<AccessState['lastChange']> {
  return ctx.read(async ({ changeLog }) => {
    const [last] = await changeLog.listSets(1);
    return last && last.procedure !== 'device.create' ? { label: last.label, actor: last.actorName, at: last.at } : null;
  });
}

/** Refused as `rule_violation` before there is a passphrase. */
export function requireProtected(ctx: Context): void {
  if (!isProtected(ctx.practiceFile.ring)) {
    throw new AppError('rule_violation', 'Choose a passphrase for the practice first.', { rule: 'access.unprotected' });
  }
}
