import { randomInt } from 'node:crypto';
import type { z } from 'zod';
import { locatorOf, passphraseSlot, recoverySlot, unlockByRecoveryKey } from '../../../db/keyring/keyring.ts';
import { newRecoveryKey, readRecoveryKey } from '../../../db/keyring/recovery-key.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { confirmRecoveryInput, recoverInput, RecoveryKeyMade } from '../../../preload/contract/accounts/access.ts';
import { localDateAt } from '../../kernel/local-date.ts';
import { auditEntry } from '../../kernel/audit-entry.ts';
import type { Context } from '../../kernel/trpc.ts';
import { takeIn } from '../capture/capture.service.ts';
import { roleOf } from './account.view.ts';
import { passphraseProblem } from './domain/passphrase.ts';
import { begin } from './sign-in.service.ts';

const groups = 8;

/** The key made last in this run of the program, so that the groups asked back can be compared; kept nowhere else. */
const made = new WeakMap<object, string>();

/** Makes a new recovery key; the one before stops to open. It is answered once, to be printed. */
export async function makeRecoveryKey(ctx: Context): Promise<RecoveryKeyMade> {
  ctx.session.requireConfirmed();
  const { practiceFile } = ctx;
  if (!practiceFile.isProtected) {
    throw new AppError('rule_violation', 'Choose a passphrase first. Until then the file opens without any key.', {
      rule: 'recovery.unprotected',
    });
  }
  const recoveryKey = newRecoveryKey();
  const read = readRecoveryKey(recoveryKey);
  if (!read.ok) throw new Error('A new recovery key does not read back');
  await practiceFile.replaceSlots(
    recoverySlot(read.bytes),
    ({ kind }) => kind === 'recovery',
    () => ctx.record('recovery_key', 'A new recovery key was made'),
  );
  made.set(practiceFile, recoveryKey);
  const practice = await ctx.read((repositories) => repositories.practice.find());
  const first = randomInt(1, groups);
  ctx.events.publish(['session']);
  return {
    recoveryKey,
    askBack: [first, randomInt(first + 1, groups + 1)],
    practiceName: practice?.name ?? '',
    madeOn: localDateAt(ctx.clock(), practice?.timeZone ?? 'UTC'),
  };
}

/** Two groups typed from the printed sheet. Refused as `invalid_input` on the group that is another one. */
export async function confirmRecoveryKey(ctx: Context, { groups: typed }: z.output<typeof confirmRecoveryInput>): Promise<void> {
  const key = made.get(ctx.practiceFile);
  if (key === undefined) throw new AppError('conflict', 'The key was made before the program was started. Make a new one and print it.');
  const parts = key.split('-');
  for (const [index, { group, text }] of typed.entries()) {
    const plain = text.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1').replaceAll(/[\s-]/g, '');
    if (parts[group - 1] !== plain) {
      const message = `This is not group ${group} of the printed sheet. Look at it again.`;
      throw new AppError('invalid_input', message, { fields: { [`groups.${index}.text`]: message } });
    }
  }
  if (new Set(typed.map(({ group }) => group)).size !== typed.length) throw new AppError('invalid_input', 'Type two different groups.');
  const { ring } = ctx.practiceFile;
  ctx.practiceFile.setRing({ ...ring, slots: ring.slots.map((slot) => (slot.kind === 'recovery' ? { ...slot, confirmed: true } : slot)) });
  made.delete(ctx.practiceFile);
  await ctx.record('recovery_key', 'The printed recovery key was compared');
  ctx.events.publish(['session']);
}

/**
 * Opens the file with the printed key and gives a passphrase to a name: the account of that name where there is one, else a new owner.
 * For whoever forgot, for a bare machine, and for the owner of a practice whose manager is gone.
 * Refused as `invalid_input`: mistyped (which group), of another practice, a passphrase that is easy to guess.
 */
export async function recover(ctx: Context, { recoveryKey, name, passphrase }: z.output<typeof recoverInput>): Promise<void> {
  const { practiceFile } = ctx;
  const { ring } = practiceFile;
  const read = readRecoveryKey(recoveryKey);
  if (!read.ok) throw new AppError('invalid_input', read.message, { fields: { recoveryKey: read.message } });
  const unlocked = await ctx.attempts.attempt('recovery key', async () => unlockByRecoveryKey(ring, read.bytes));
  if (!unlocked) {
    const message = ring.slots.some(({ kind }) => kind === 'recovery')
      ? 'This key is well typed but opens another practice, or a newer one was printed since. Look for the newest sheet.'
      : 'No recovery key was made for this practice.';
    throw new AppError('invalid_input', message, { fields: { recoveryKey: message } });
  }
  if (!practiceFile.isOpen) await practiceFile.unlock(unlocked);
  const practice = await ctx.read(async (repositories) => (await repositories.practice.find())?.name ?? '');
  const problem = passphraseProblem(passphrase, [name, practice]);
  if (problem) throw new AppError('invalid_input', problem, { fields: { passphrase: problem } });

  const accounts = await ctx.read((repositories) => repositories.accounts.list());
  const known = accounts.find((account) => locatorOf(ring, account.name) === locatorOf(ring, name));
  const account = {
    id: known?.id ?? ctx.newId(),
    name: known?.name ?? name,
    role: known ? roleOf(known.role) : 'owner',
    mustChangePassphrase: 0,
  };
  const slot = await passphraseSlot(practiceFile.ring, account.id, account.name, passphrase);
  const at = ctx.clock();
  // Nobody is signed in yet, so the change is the account's own.
  ctx.session.signIn({ id: account.id, name: account.name, role: roleOf(account.role) });
  try {
    const write = () =>
      ctx.write(`${account.name} came in with the recovery key`, async (repositories) => {
        const change = { mustChangePassphrase: 0, passphraseSetAt: at, deactivatedAt: null };
        if (known) await repositories.accounts.accounts.update(known, change);
        else await repositories.accounts.accounts.insert([{ ...account, ...change, personId: null, pinSetAt: null }]);
        await repositories.audit.add(auditEntry(ctx, 'break_glass', `${account.name} came in with the recovery key`));
      });
    await practiceFile.replaceSlots(slot, (one) => one.kind === 'passphrase' && one.accountId === account.id, write);
  } catch (error) {
    ctx.session.signOut();
    throw error;
  }
  begin(ctx, account);
  await takeIn(ctx);
  ctx.events.publish(['session', 'accounts', 'history']);
}
