import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AccessState } from '../../../preload/contract/accounts/access.ts';
import { createApi } from '../../../renderer/api/client.ts';
import { App } from '../../../renderer/app/app.tsx';
import { useOverlay } from '../../../renderer/app/overlay.store.ts';
import { usePerson } from '../../../renderer/app/person.store.ts';
import { useUndo } from '../../../renderer/app/undo.store.ts';
import { answer, fakeTransport, refuse, type FakeTransport } from '../support/fake-transport.ts';
import { accessState, practiceView, signedIn, testId } from '../support/views.builder.ts';

const dana = signedIn({ accountId: testId(70), name: 'Dana Ortiz', hasPin: true });
const people = [
  { id: testId(70), name: 'Dana Ortiz', hasPin: true },
  { id: testId(71), name: 'Lee Park', hasPin: false },
];
const open = accessState({ protected: true, me: dana, people, recoveryKey: 'confirmed' });
const lockedOpen = accessState({ stage: 'locked', protected: true, me: null, people, mayCall: [] });
const lockedClosed = accessState({ ...lockedOpen, databaseOpen: false, people: [] });

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
  useOverlay.setState({ overlay: null });
  location.hash = '#/settings/about';
  usePerson.setState({ shown: null, last: null });
});
afterEach(cleanup);

interface Main {
  readonly transport: FakeTransport;
  /** Main says that who is here changed. */
  readonly become: (state: AccessState) => void;
}

function start(first: AccessState, answers: Parameters<typeof fakeTransport>[0] = {}): Main {
  let state = first;
  const transport = fakeTransport({
    'access.state': () => answer(state),
    'practice.get': () => answer(practiceView()),
    ...answers,
  });
  render(<App api={createApi(transport)} />);
  return {
    transport,
    become: (next) => {
      state = next;
      act(() => transport.say('system.changes', { ok: true, data: { topics: ['session'] } }));
    },
  };
}

describe('the gate', () => {
  it('asks who is here before anything of the practice is read', async () => {
    const { transport } = start(lockedClosed);
    expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeTruthy();
    expect(transport.asked.map(({ path }) => path)).not.toContain('practice.get');
  });

  it('lets what one person saw go when they leave, and keeps their page', async () => {
    const { become } = start(open);
    await screen.findByRole('heading', { level: 1, name: 'Settings' });
    act(() => useUndo.getState().push({ id: testId(90), label: 'Archive Ana Ruiz' }));
    become(lockedOpen);
    await screen.findByRole('heading', { level: 1, name: 'Who is here?' });
    expect(screen.queryByText('Harbor Family Medicine')).toBeNull();
    expect(useUndo.getState().done).toEqual([]);
    become(open);
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeTruthy();
  });

  it('begins at the first page for another person', async () => {
    const { become } = start(open);
    await screen.findByRole('heading', { level: 1, name: 'Settings' });
    become(
      accessState({
        protected: true,
        me: signedIn({ accountId: testId(71), name: 'Lee Park', role: 'staff' }),
        mayCall: ['access.pin.set'],
      }),
    );
    await waitFor(() => expect(location.hash).toBe('#/settings/security'));
    expect(screen.queryByRole('link', { name: 'People' })).toBeNull();
  });

  it('says why a practice does not open, and looks again', async () => {
    const openAgain = vi.fn(() => answer({ done: true }));
    const trouble = { kind: 'key_missing', message: 'The file that holds the key is missing.' } as const;
    start(accessState({ stage: 'trouble', databaseOpen: false, me: null, trouble, mayCall: [] }), { 'access.openAgain': openAgain });
    expect(await screen.findByRole('heading', { name: 'The key of the practice is missing' })).toBeTruthy();
    expect(screen.getByText(trouble.message)).toBeTruthy();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }));
    expect(openAgain).toHaveBeenCalled();
  });

  it('has a person choose their own passphrase, with the one they came in with', async () => {
    const user = userEvent.setup();
    const change = vi.fn(() => answer({ changeSet: null }));
    const { become } = start(lockedClosed, {
      'access.signIn': () => answer({ done: true }),
      'access.passphraseCheck': () => answer({ good: true, words: 'Strong.' }),
      'access.changePassphrase': change,
    });
    await user.type(await screen.findByLabelText('Your name'), 'Lee Park');
    await user.type(screen.getByLabelText('Passphrase'), 'given to Lee today{Enter}');
    become(
      accessState({
        protected: true,
        me: signedIn({ accountId: testId(71), name: 'Lee Park', role: 'capture', mustChangePassphrase: true }),
      }),
    );
    await user.type(await screen.findByLabelText('Your own passphrase'), 'my own four words');
    await user.click(screen.getByRole('button', { name: 'Use this passphrase' }));
    expect(change).toHaveBeenCalledWith({ current: 'given to Lee today', next: 'my own four words' });
  });
});

describe('signing in', () => {
  it('submits a PIN by itself, for the one who was here last', async () => {
    const user = userEvent.setup();
    const pin = vi.fn(() => answer({ done: true }));
    const { become } = start(open, { 'access.pin.switch': pin });
    await screen.findByRole('heading', { level: 1, name: 'Settings' });
    become(lockedOpen);
    const field = await screen.findByLabelText('PIN of Dana Ortiz');
    expect(document.activeElement).toBe(field);
    await user.type(field, '82x9164');
    expect(pin).toHaveBeenCalledExactlyOnceWith({ accountId: testId(70), pin: '829164' });
  });

  it('says a refusal beside the field and empties it', async () => {
    const user = userEvent.setup();
    const sentence = 'This PIN is not right. 4 tries are left.';
    start(lockedOpen, { 'access.pin.switch': () => refuse({ code: 'invalid_input', message: sentence, fields: { pin: sentence } }) });
    await user.click(await screen.findByRole('button', { name: /Dana Ortiz/ }));
    const field = screen.getByLabelText<HTMLInputElement>('PIN of Dana Ortiz');
    await user.type(field, '111222');
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(field.value).toBe('');
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  it('takes someone without a PIN to the passphrase, their name filled in', async () => {
    const user = userEvent.setup();
    start(lockedOpen);
    await user.click(await screen.findByRole('button', { name: /Lee Park/ }));
    expect(screen.getByLabelText<HTMLInputElement>('Your name').value).toBe('Lee Park');
    expect(document.activeElement).toBe(screen.getByLabelText('Passphrase'));
  });

  it('counts the wait down after too many wrong tries', async () => {
    const user = userEvent.setup();
    start(lockedClosed, { 'access.signIn': () => refuse({ code: 'unavailable', message: 'Too many wrong tries.', waitSeconds: 8 }) });
    await user.type(await screen.findByLabelText('Your name'), 'Dana Ortiz');
    await user.type(screen.getByLabelText('Passphrase'), 'wrong{Enter}');
    expect(await screen.findByText('Too many wrong tries. You can try again in 8 seconds.')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Sign in' }).disabled).toBe(true);
    expect(await screen.findByText(/in 7 seconds/, undefined, { timeout: 3000 })).toBeTruthy();
  });

  it('names the mistyped group of a recovery key', async () => {
    const user = userEvent.setup();
    const sentence = 'Group 3 is mistyped. Compare with the printed sheet.';
    start(lockedClosed, {
      'access.passphraseCheck': () => answer({ good: false, words: 'At least 12 characters.' }),
      'access.recover': () => refuse({ code: 'invalid_input', message: sentence, fields: { recoveryKey: sentence } }),
    });
    await user.click(await screen.findByRole('button', { name: 'Forgot it? Use the recovery key' }));
    await user.type(screen.getByLabelText('Recovery key'), 'AAAAA-BBBBB');
    await user.click(screen.getByRole('button', { name: 'Open with the recovery key' }));
    expect(await screen.findByText(sentence)).toBeTruthy();
  });
});

describe('while somebody is here', () => {
  it('locks on Ctrl+L, also while typing, and shows whose screen it is', async () => {
    const user = userEvent.setup();
    const lock = vi.fn(() => answer({ done: true }));
    start(open, { 'access.lock': lock });
    expect(await screen.findByRole('button', { name: 'Signed in: Dana Ortiz' })).toBeTruthy();
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'ab');
    await user.keyboard('{Control>}l{/Control}');
    expect(lock).toHaveBeenCalledWith({ close: false });
  });

  it('tells main at most once a minute that somebody is here', async () => {
    const user = userEvent.setup();
    const { transport } = start(open);
    await screen.findByRole('heading', { level: 1, name: 'Settings' });
    await user.keyboard('abc');
    await user.keyboard('def');
    expect(transport.asked.filter(({ path }) => path === 'access.touch')).toHaveLength(1);
  });
});
