import { hash, verify } from '@node-rs/argon2';
import type { z } from 'zod';
import type { AccountRow } from '../../../db/accounts/accounts.repository.ts';
import { isProtected, locatorOf, unlockByPassphrase, type Unlocked } from '../../../db/keyring/keyring.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { Written } from '../../../preload/contract/shared/primitives.ts';
import type { pinChangeInput, pinInput, signInInput } from '../../../preload/contract/accounts/access.ts';
import type { Context } from '../../kernel/trpc.ts';
import { seal, takeIn } from '../capture/capture.service.ts';
import { roleOf } from './account.view.ts';

/** After so many wrong PINs the passphrase is asked for. */
const wrongPins = 5;

const wrong = (message: string, field: string): AppError => new AppError('invalid_input', message, { fields: { [field]: message } });

/** Signs in by name and passphrase, and opens the file where it is closed. Refused as `invalid_input`; `unavailable` while a wait lasts. */
export async function signIn(ctx: Context, { name, passphrase }: z.output<typeof signInInput>): Promise<void> {
  const { ring } = ctx.practiceFile;
  if (!isProtected(ring)) throw new AppError('conflict', 'This practice has no passphrase yet, so nobody signs in.');
  const unlocked = await ctx.attempts.attempt(locatorOf(ring, name), () => unlockByPassphrase(ring, name, passphrase));
  if (!unlocked) {
    await recordFailure(ctx, 'Wrong name or passphrase');
    throw wrong('The name or the passphrase is not right. Look at Caps Lock, then try again.', 'passphrase');
  }
  await enter(ctx, unlocked);
}

/** Opens the file with what a slot gave and signs its account in. */
async function enter(ctx: Context, unlocked: Unlocked): Promise<void> {
  if (!ctx.practiceFile.isOpen) await ctx.practiceFile.unlock(unlocked);
  const accountId = unlocked.slot.kind === 'passphrase' ? unlocked.slot.accountId : '';
  const account = await ctx.read(({ accounts }) => accounts.find(accountId));
  if (!account || account.deactivatedAt !== null) {
    throw new AppError('forbidden', 'This account signs in no more. Ask the owner of the practice.');
  }
  ctx.attempts.forget(pinTries(account.id));
  await beginRecorded(ctx, account, 'sign_in', 'With the passphrase');
  if (ctx.actor.role !== 'capture') await takeIn(ctx);
  ctx.events.publish(['session']);
}

const pinTries = (accountId: string): string => `pin ${accountId}`;

/** Puts an account into this session. Before their first own passphrase a person can do nothing but choose it. */
export function begin(ctx: Context, account: Pick<AccountRow, 'id' | 'name' | 'role' | 'mustChangePassphrase'>): void {
  ctx.session.signIn({ id: account.id, name: account.name, role: account.mustChangePassphrase === 1 ? 'capture' : roleOf(account.role) });
}

/** Nobody is signed in where that cannot be recorded. */
async function beginRecorded(ctx: Context, account: AccountRow, kind: 'sign_in' | 'pin_switch', detail: string): Promise<void> {
  begin(ctx, account);
  try {
    await ctx.record(kind, detail);
  } catch (error) {
    ctx.session.signOut();
    throw error;
  }
}

/** Switches to another person by PIN while the file is open. Refused as `invalid_input`; `rule_violation` when only the passphrase will do. */
export async function switchByPin(ctx: Context, { accountId, pin }: z.output<typeof pinInput>): Promise<void> {
  const found = await ctx.read(async ({ accounts }) => ({
    account: await accounts.find(accountId),
    hash: await accounts.findPinHash(accountId),
  }));
  const { account } = found;
  if (!account || account.deactivatedAt !== null || found.hash === undefined || account.mustChangePassphrase === 1) {
    throw new AppError('rule_violation', 'Sign in with your passphrase here.', { rule: 'pin.none' });
  }
  const who = pinTries(accountId);
  if (ctx.attempts.failures(who) >= wrongPins) {
    throw new AppError('rule_violation', 'Five wrong PINs: sign in with your passphrase now.', { rule: 'pin.spent' });
  }
  const { hash: pinHash } = found;
  const right = await ctx.attempts.attempt(who, async () => ((await verify(pinHash, pin)) ? true : undefined));
  if (!right) {
    await recordFailure(ctx, `Wrong PIN of ${account.name}`);
    const left = wrongPins - ctx.attempts.failures(who);
    throw wrong(
      left > 0
        ? `This PIN is not right. ${left === 1 ? 'One try is' : `${left} tries are`} left.`
        : 'Five wrong PINs: sign in with your passphrase now.',
      'pin',
    );
  }
  await beginRecorded(ctx, account, 'pin_switch', 'With the PIN');
  await takeIn(ctx);
  ctx.events.publish(['session']);
}

/** Nobody is signed in any more. `close` closes the file too. */
export async function lock(ctx: Context, close: boolean): Promise<void> {
  if (!ctx.practiceFile.isProtected) {
    throw new AppError('rule_violation', 'There is nothing to lock yet: choose a passphrase in Settings > Security first.', {
      rule: 'lock.unprotected',
    });
  }
  if (ctx.session.account) await ctx.record('lock', close ? 'Locked and closed' : 'Locked');
  ctx.sessions.lock([ctx.session]);
  if (close) {
    ctx.sessions.lockAll();
    await ctx.practiceFile.close();
    ctx.events.publish(['session']);
  }
}

/** The passphrase of whoever is signed in, again: for what must not happen at an unattended screen. */
export async function confirmPassphrase(ctx: Context, passphrase: string): Promise<void> {
  await checkOwnPassphrase(ctx, passphrase, 'passphrase');
  ctx.session.confirm();
}

/** Refused as `invalid_input` on `field` when it is not the passphrase of whoever is signed in. */
export async function checkOwnPassphrase(ctx: Context, passphrase: string, field: string): Promise<void> {
  const { account } = ctx.session;
  if (!account) throw new AppError('forbidden', 'Sign in first.');
  const { ring } = ctx.practiceFile;
  const unlocked = await ctx.attempts.attempt(locatorOf(ring, account.name), () => unlockByPassphrase(ring, account.name, passphrase));
  if (unlocked?.slot.kind === 'passphrase' && unlocked.slot.accountId === account.id) return;
  await recordFailure(ctx, `Wrong passphrase of ${account.name}`);
  throw wrong('This is not your passphrase. Look at Caps Lock, then try again.', field);
}

/** Sets or takes away one's own PIN. Kept as Argon2id with the library's usual cost: it never opens the file. */
export async function setPin(ctx: Context, { pin }: z.output<typeof pinChangeInput>): Promise<Written> {
  const { account } = ctx.session;
  if (!account) throw new AppError('rule_violation', 'A PIN belongs to an account: choose a passphrase first.', { rule: 'pin.no_account' });
  if (pin !== null && isEasyPin(pin)) throw wrong('This PIN is among the first that anybody would try. Choose another one.', 'pin');
  const pinHash = pin === null ? null : await hash(pin);
  const { changeSet } = await ctx.write(pin === null ? 'Take your PIN away' : 'Set your PIN', async ({ accounts }) => {
    const row = await accounts.find(account.id);
    if (!row) throw new AppError('not_found', 'This account is no longer there.');
    await accounts.setPinHash(account.id, pinHash);
    await accounts.accounts.update(row, { pinSetAt: pin === null ? null : ctx.clock() });
  });
  ctx.attempts.forget(pinTries(account.id));
  return { changeSet };
}

/** 000000, 123456, 654321, 121212, 123123. */
export function isEasyPin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10);
  return new Set(steps).size === 1 || pin.slice(0, 2).repeat(3) === pin || pin.slice(0, 3).repeat(2) === pin;
}

async function recordFailure(ctx: Context, detail: string): Promise<void> {
  if (ctx.practiceFile.isOpen) await ctx.record('sign_in_failed', detail);
  else seal(ctx, 'sign_in_failed', { detail });
}
