import { hash } from '@node-rs/argon2';
import type { z } from 'zod';
import type { AccountRow } from '../../../db/accounts/accounts.repository.ts';
import { locatorOf, passphraseSlot, withoutSlots, withSlot, type Slot } from '../../../db/keyring/keyring.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { SeenRow, Written } from '../../../preload/contract/shared/primitives.ts';
import type {
  AccountRole,
  AccountsView,
  addAccountInput,
  changeAccountInput,
  OldBackups,
  PassphraseCheck,
  passphraseCheckInput,
  passphraseInput,
  Protected,
  protectInput,
  resetPassphraseInput,
} from '../../../preload/contract/accounts/access.ts';
import type { Repositories } from '../../../db/repositories.ts';
import { auditEntry } from '../../kernel/audit-entry.ts';
import type { Context } from '../../kernel/trpc.ts';
import { backupsOpenedBy } from '../backup/opened-by.service.ts';
import { takeIn } from '../capture/capture.service.ts';
import { displayName } from '../people/people.service.ts';
import { accountView, factsOf, roleOf } from './account.view.ts';
import { passphraseCheck, passphraseProblem } from './domain/passphrase.ts';
import { isLastOwner, mayChange, rolesToGive } from './domain/rights.ts';
import { begin, checkOwnPassphrase, isEasyPin } from './sign-in.service.ts';

const refuse = (field: string, message: string): AppError => new AppError('invalid_input', message, { fields: { [field]: message } });

/** Everyone who may sign in, and what may be done with each. */
export function listAccounts(ctx: Context): Promise<AccountsView> {
  return ctx.read(async ({ accounts, people }) => {
    const rows = await accounts.list();
    const persons = await people.listAnyOf(rows.flatMap(({ personId }) => (personId === null ? [] : [personId])));
    const names = new Map(persons.map((person) => [person.id, displayName(person)]));
    return {
      accounts: rows.map((row) => accountView(ctx, row, rows, names.get(row.personId ?? '') ?? null)),
      rolesToGive: rolesToGive(ctx.actor.role),
    };
  });
}

/**
 * Makes the first account, an owner, takes the open slot away and gives the file a new key. Backups that are within reach and what lies aside
 * lose their open slots too; copies made by hand still open without a passphrase.
 * Refused as `conflict` where there is one already, `invalid_input` for a passphrase that is easy to guess.
 */
export async function protectPractice(ctx: Context, { name, passphrase, pin }: z.output<typeof protectInput>): Promise<Protected> {
  const { practiceFile } = ctx;
  if (practiceFile.isProtected) throw new AppError('conflict', 'This practice has a passphrase already. Sign in with yours.');
  await checkNew(ctx, passphrase, name, 'passphrase');
  if (pin && isEasyPin(pin)) throw refuse('pin', 'This PIN is among the first that anybody would try. Choose another one.');
  const account = newAccount(ctx, { name, role: 'owner', personId: null, mustChangePassphrase: 0, pinSetAt: pin ? ctx.clock() : null });
  const slot = await passphraseSlot(practiceFile.ring, account.id, name, passphrase);
  const pinHash = pin ? await hash(pin) : null;
  await practiceFile.rekey(
    (ring, key) =>
      withSlot(
        withoutSlots(ring, ({ kind }) => kind !== 'recovery'),
        slot,
        [key],
      ),
    async (unitOfWork) => {
      const actor = { id: account.id, name, role: 'owner' as const };
      const { clock, newId } = ctx;
      await unitOfWork.write({ actor, procedure: ctx.procedure }, 'Protect the practice with a passphrase', async ({ accounts, audit }) => {
        await accounts.accounts.insert([account]);
        await accounts.setPinHash(account.id, pinHash);
        await audit.add(auditEntry({ actor, clock, newId }, 'passphrase', 'The practice has a passphrase now'));
      });
    },
  );
  begin(ctx, account);
  const oldBackupsClosed = await ctx.backups.sealOpenOnes();
  ctx.events.publish(['session', 'accounts', 'history', 'backup']);
  return { oldBackupsClosed };
}

/** Changes one's own passphrase. The file stays as it is; its slot in the keyring is made anew. */
export async function changePassphrase(ctx: Context, { current, next }: z.output<typeof passphraseInput>): Promise<Written & OldBackups> {
  const { account } = ctx.session;
  if (!account) throw new AppError('forbidden', 'Sign in first.');
  await checkOwnPassphrase(ctx, current, 'current');
  if (current === next) throw refuse('next', 'This is the passphrase you have. Choose another one.');
  await checkNew(ctx, next, account.name, 'next');
  const written = await writePassphrase(ctx, account.id, account.name, next, false);
  const row = await ctx.read(({ accounts }) => accounts.find(account.id));
  if (row) begin(ctx, row);
  await takeIn(ctx);
  ctx.events.publish(['session']);
  return { ...written, oldBackups: await backupsOpenedBy(ctx, account.id) };
}

/** A passphrase for someone who forgot theirs, good for one sign-in: they choose their own then. */
export async function resetPassphrase(ctx: Context, { seen, passphrase }: z.output<typeof resetPassphraseInput>): Promise<Written> {
  ctx.session.requireConfirmed();
  const row = await changeable(ctx, seen);
  await checkNew(ctx, passphrase, row.name, 'passphrase');
  const written = await writePassphrase(ctx, row.id, row.name, passphrase, true, seen);
  ctx.sessions.endAccount(row.id);
  return written;
}

/** The slot first: should the program end between the two, both passphrases open. */
export async function writePassphrase(
  ctx: Context,
  accountId: string,
  name: string,
  passphrase: string,
  mustChange: boolean,
  seen?: SeenRow,
): Promise<Written> {
  const detail = mustChange ? `New first passphrase for ${name}` : `${name} changed their passphrase`;
  const slot = await passphraseSlot(ctx.practiceFile.ring, accountId, name, passphrase);
  const write = () =>
    ctx.write(mustChange ? `New first passphrase for ${name}` : 'Change a passphrase', async ({ accounts, audit }) => {
      const row = await accounts.find(accountId);
      if (!row) throw new AppError('not_found', 'This account is no longer there.');
      await accounts.accounts.update(seen ?? row, { mustChangePassphrase: mustChange ? 1 : 0, passphraseSetAt: ctx.clock() });
      await audit.add(auditEntry(ctx, 'passphrase', detail));
    });
  const { changeSet } = await ctx.practiceFile.replaceSlots(slot, (one) => isOf(one, accountId), write);
  return { changeSet };
}

const isOf = (slot: Slot, accountId: string): boolean => slot.kind === 'passphrase' && slot.accountId === accountId;

/** Someone new who may sign in, with a passphrase that is good once. */
export async function addAccount(ctx: Context, input: z.output<typeof addAccountInput>): Promise<Written & { readonly id: string }> {
  ctx.session.requireConfirmed();
  if (!ctx.practiceFile.isProtected) {
    throw new AppError('rule_violation', 'Choose a passphrase for the practice first; others come after.', { rule: 'account.unprotected' });
  }
  mayGive(ctx, input.role);
  await checkNew(ctx, input.passphrase, input.name, 'passphrase');
  const account = newAccount(ctx, {
    name: input.name,
    role: input.role,
    personId: input.personId,
    mustChangePassphrase: 1,
    pinSetAt: null,
  });
  const slot = await passphraseSlot(ctx.practiceFile.ring, account.id, account.name, input.passphrase);
  const write = () =>
    ctx.write(`${account.name} may sign in as ${account.role}`, async (repositories) => {
      await checkName(ctx, repositories, account.name);
      await checkPerson(repositories, account.personId);
      await repositories.accounts.accounts.insert([account]);
      await repositories.audit.add(auditEntry(ctx, 'account', `${account.name} added as ${account.role}`));
    });
  const { changeSet } = await ctx.practiceFile.replaceSlots(slot, (one) => isOf(one, account.id), write);
  return { changeSet, id: account.id };
}

/** Name, role and person of an account. Its sessions end when its rights changed. Refused as `rule_violation` for the last owner. */
export async function changeAccount(ctx: Context, { seen, name, role, personId }: z.output<typeof changeAccountInput>): Promise<Written> {
  ctx.session.requireConfirmed();
  const before = await changeable(ctx, seen);
  mayGive(ctx, role);
  const { ring } = ctx.practiceFile;
  if (locatorOf(ring, name) !== locatorOf(ring, before.name)) {
    throw refuse('name', 'The name one signs in with belongs to the passphrase and stays. Only its capitals and blanks can change.');
  }
  const { changeSet } = await ctx.write(`Change the account of ${name}`, async (repositories) => {
    const rows = await repositories.accounts.list();
    if (role !== 'owner') refuseLastOwner(before, rows);
    await checkPerson(repositories, personId);
    await repositories.accounts.accounts.update(seen, { name, role, personId });
    if (role !== before.role) await repositories.audit.add(auditEntry(ctx, 'rights', `${name}: ${before.role} -> ${role}`));
  });
  if (role !== before.role) ctx.sessions.endAccount(before.id);
  return { changeSet };
}

/** Someone who signs in no more: their slot goes and the file gets a new key. Copies and backups made before still open with their passphrase. */
export async function deactivateAccount(ctx: Context, seen: SeenRow): Promise<OldBackups> {
  ctx.session.requireConfirmed();
  const row = await changeable(ctx, seen);
  if (ctx.session.account?.id === row.id) {
    throw new AppError('rule_violation', 'You cannot take your own account away. Ask another owner.', { rule: 'account.self' });
  }
  await ctx.practiceFile.rekey(
    (ring) => withoutSlots(ring, (slot) => isOf(slot, row.id)),
    async (unitOfWork) => {
      const intent = { actor: ctx.actor, procedure: ctx.procedure };
      await unitOfWork.write(intent, `${row.name} signs in no more`, async ({ accounts, audit }) => {
        refuseLastOwner(row, await accounts.list());
        await accounts.setPinHash(row.id, null);
        await accounts.accounts.update(seen, { deactivatedAt: ctx.clock(), pinSetAt: null });
        await audit.add(auditEntry(ctx, 'account', `${row.name} signs in no more`));
      });
    },
  );
  ctx.sessions.endAccount(row.id);
  ctx.events.publish(['accounts', 'session', 'history']);
  return { oldBackups: await backupsOpenedBy(ctx, row.id) };
}

/** Lets someone sign in again, with a passphrase that is good once. */
export async function reactivateAccount(ctx: Context, { seen, passphrase }: z.output<typeof resetPassphraseInput>): Promise<Written> {
  ctx.session.requireConfirmed();
  const row = await changeable(ctx, seen);
  if (row.deactivatedAt === null) throw new AppError('conflict', `${row.name} can sign in already.`);
  await checkNew(ctx, passphrase, row.name, 'passphrase');
  const slot = await passphraseSlot(ctx.practiceFile.ring, row.id, row.name, passphrase);
  const write = () =>
    ctx.write(`${row.name} may sign in again`, async ({ accounts, audit }) => {
      await accounts.accounts.update(seen, { deactivatedAt: null, mustChangePassphrase: 1, passphraseSetAt: ctx.clock() });
      await audit.add(auditEntry(ctx, 'account', `${row.name} may sign in again`));
    });
  const { changeSet } = await ctx.practiceFile.replaceSlots(slot, (one) => isOf(one, row.id), write);
  return { changeSet };
}

function newAccount(
  ctx: Context,
  fields: Pick<AccountRow, 'name' | 'personId' | 'mustChangePassphrase' | 'pinSetAt'> & { readonly role: AccountRole },
): Omit<AccountRow, 'version'> {
  return { id: ctx.newId(), ...fields, deactivatedAt: null, passphraseSetAt: ctx.clock() };
}

async function changeable(ctx: Context, seen: SeenRow): Promise<AccountRow> {
  const row = await ctx.read(({ accounts }) => accounts.find(seen.id));
  if (!row) throw new AppError('not_found', 'This account is no longer there. Look at who is there now.');
  if (!mayChange(ctx.actor.role, { role: roleOf(row.role) })) throw new AppError('forbidden', 'Only an owner may change this account.');
  if (row.version !== seen.version) throw new AppError('conflict', 'Someone changed this account meanwhile. Look at what it is now.');
  return row;
}

function mayGive(ctx: Context, role: AccountRole): void {
  if (!rolesToGive(ctx.actor.role).includes(role)) throw new AppError('forbidden', 'Only an owner may give this role.');
}

function refuseLastOwner(row: AccountRow, all: readonly AccountRow[]): void {
  if (!isLastOwner(factsOf(row), all.map(factsOf))) return;
  throw new AppError('rule_violation', 'The practice needs one owner who can sign in. Make somebody else an owner first.', {
    rule: 'owner.last',
  });
}

/** What a passphrase is worth. The practice's name counts against it once the file is open. */
export async function checkPassphrase(ctx: Context, { passphrase, name }: z.output<typeof passphraseCheckInput>): Promise<PassphraseCheck> {
  return passphraseCheck(passphrase, [name, ctx.practiceFile.isOpen ? await practiceName(ctx) : '']);
}

const practiceName = (ctx: Context): Promise<string> => ctx.read(async (repositories) => (await repositories.practice.find())?.name ?? '');

async function checkNew(ctx: Context, passphrase: string, name: string, field: string): Promise<void> {
  const practice = await practiceName(ctx);
  const problem = passphraseProblem(passphrase, [name, practice]);
  if (problem) throw refuse(field, problem);
}

/** A name is what one signs in with, so there is one of each. Accounts that sign in no more keep theirs. */
async function checkName(ctx: Context, { accounts }: Repositories, name: string): Promise<void> {
  const { ring } = ctx.practiceFile;
  const taken = (await accounts.list()).some((row) => locatorOf(ring, row.name) === locatorOf(ring, name));
  if (taken) throw refuse('name', 'Somebody has this name already. Add a middle initial or a number.');
}

async function checkPerson({ people }: Repositories, personId: string | null): Promise<void> {
  if (personId !== null && !(await people.find(personId))) throw refuse('personId', 'This person is no longer there. Choose another one.');
}
