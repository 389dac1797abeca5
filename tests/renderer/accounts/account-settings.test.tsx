import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { AccountView } from '../../../preload/contract/accounts/access.ts';
import { AccountSettings } from '../../../renderer/features/accounts/account-settings.tsx';
import { ConfirmDialog } from '../../../renderer/features/accounts/confirm-dialog.tsx';
import { answer, fakeTransport, refuse } from '../support/fake-transport.ts';
import { show } from '../support/render.tsx';
import { accessState, signedIn, testId } from '../support/views.builder.ts';

const account = (changes: Partial<AccountView>): AccountView => ({
  id: testId(70),
  version: 2,
  name: 'Dana Ortiz',
  role: 'owner',
  personId: null,
  personName: null,
  deactivatedAt: null,
  hasPin: true,
  mustChangePassphrase: false,
  isMe: true,
  mayChange: true,
  mayDeactivate: false,
  ...changes,
});
const lee = account({ id: testId(71), version: 5, name: 'Lee Park', role: 'lead', isMe: false, hasPin: false, mayDeactivate: true });
const list = { accounts: [account({}), lee], rolesToGive: ['owner', 'manager', 'lead', 'staff'] as const };

function open(answers: Parameters<typeof fakeTransport>[0]) {
  const state = accessState({ protected: true, me: signedIn({ accountId: testId(70), name: 'Dana Ortiz' }) });
  const transport = fakeTransport({
    'access.state': () => answer(state),
    'access.account.list': () => answer(list),
    'access.passphraseCheck': () => answer({ good: true, words: 'Strong.' }),
    'people.list': () => answer([]),
    ...answers,
  });
  const { api } = show(
    <>
      <AccountSettings />
      <ConfirmDialog />
    </>,
    transport,
  );
  api.queryClient.setQueryData(api.trpc.access.state.queryKey(), state);
  return api;
}

describe('the people who sign in', () => {
  it('says what a role may do, and lets someone new sign in', async () => {
    const user = userEvent.setup();
    const add = vi.fn(() => answer({ changeSet: null, id: testId(72) }));
    open({ 'access.account.add': add });
    await user.click(await screen.findByRole('button', { name: 'Add someone' }));
    const form = within(screen.getByRole('form', { name: 'Add someone who signs in' }));
    await user.type(form.getByLabelText('Name'), 'Mo Reed');
    await user.selectOptions(form.getByLabelText('Role'), 'lead');
    expect(form.getByText(/Sees the schedule as it is made/)).toBeTruthy();
    await user.type(form.getByLabelText('First passphrase'), 'blue chair seven tea');
    await user.click(form.getByRole('button', { name: 'Let them sign in' }));
    expect(add).toHaveBeenCalledWith({ name: 'Mo Reed', role: 'lead', personId: null, passphrase: 'blue chair seven tea' });
    expect(await screen.findByText(/Mo Reed can sign in now/)).toBeTruthy();
  });

  it('asks for the passphrase again and goes on, and says which backups still open', async () => {
    const user = userEvent.setup();
    let confirmed = false;
    let gone = false;
    const deactivate = vi.fn(() => {
      gone = confirmed;
      return confirmed
        ? answer({ oldBackups: ['2026-11-22T18:00:00.000Z'] })
        : refuse({ code: 'rule_violation', message: 'Type your passphrase again to do this.', rule: 'confirm.passphrase' });
    });
    const { queryClient } = open({
      'access.account.list': () =>
        answer(
          gone ? { ...list, accounts: [account({}), { ...lee, deactivatedAt: '2026-11-23T16:00:00.000Z', mayDeactivate: false }] } : list,
        ),
      'access.account.deactivate': deactivate,
      'access.confirm': () => {
        confirmed = true;
        return answer({ done: true });
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Lee Park signs in no more' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Type your passphrase again' }));
    await user.type(dialog.getByLabelText('Passphrase of Dana Ortiz'), 'river lamp orange nine{Enter}');
    expect(await screen.findByText(/Lee Park signs in no more. 1 kept backup made before still opens/)).toBeTruthy();
    await queryClient.invalidateQueries();
    expect(await screen.findByText(/^Still open with their passphrase: the backup of (Sun|Mon) Nov 2\d, \d+:00 [AP]M\.$/)).toBeTruthy();
    expect(deactivate).toHaveBeenCalledTimes(2);
    expect(deactivate).toHaveBeenLastCalledWith({ seen: { id: testId(71), version: 5 } });
  });

  it('gives the refusal when the passphrase is not given', async () => {
    const user = userEvent.setup();
    const sentence = 'Type your passphrase again to do this.';
    open({ 'access.account.deactivate': () => refuse({ code: 'rule_violation', message: sentence, rule: 'confirm.passphrase' }) });
    await user.click(await screen.findByRole('button', { name: 'Lee Park signs in no more' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText(sentence)).toBeTruthy();
  });

  it('does not let the last owner go', async () => {
    open({});
    const mine = within(await screen.findByRole('listitem', { name: 'Dana Ortiz' }));
    expect(mine.getByText(/\(you\)/)).toBeTruthy();
    expect(mine.queryByRole('button', { name: /signs in no more/ })).toBeNull();
  });
});
