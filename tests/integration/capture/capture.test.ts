import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../support/database.ts';
import { openTestApp, refusalOf, type TestApp } from '../../support/test-app.ts';

const passphrase = 'river lamp orange nine';
const note = { text: 'The fridge in room 2 beeps', initials: 'KT' };

async function openIn(folder: string): Promise<TestApp> {
  const opened = await openTestApp({ folder });
  onTestFinished(() => opened.close());
  return opened;
}

async function lockedPractice(): Promise<TestApp & { folder: string }> {
  const folder = temporaryFolder();
  const first = await openIn(folder);
  await first.client.access.protect.mutate({ name: 'Dana Ortiz', passphrase });
  await first.close();
  return { ...(await openIn(folder)), folder };
}

const waitingIn = (folder: string): string[] => (existsSync(join(folder, 'capture')) ? readdirSync(join(folder, 'capture')) : []);

describe('a note left while nobody is signed in', () => {
  it('waits encrypted without an open database, shows nothing back, and comes in at the next sign-in', async () => {
    const { client, folder } = await lockedPractice();
    expect(await client.capture.leave.mutate(note)).toEqual({ left: true });
    expect(await client.access.state.query()).toMatchObject({ stage: 'locked', databaseOpen: false });
    const [file = ''] = waitingIn(folder);
    expect(file).toMatch(/^[0-9a-f-]{36}\.sealed$/);
    expect(readFileSync(join(folder, 'capture', file)).includes('fridge')).toBe(false);
    expect(await refusalOf(client.capture.list.query({}))).toMatchObject({ code: 'forbidden' });

    await client.access.signIn.mutate({ name: 'Dana Ortiz', passphrase });
    expect(await client.capture.list.query({})).toMatchObject([{ ...note, handledAt: null }]);
    expect(waitingIn(folder)).toEqual([]);
    expect((await client.history.recent.query({ limit: 1 }))[0]).toMatchObject({
      label: 'Take in a note from the front desk',
      actor: 'Dana Ortiz',
    });
  });

  it('comes in once, though the program ended before the file was removed', async () => {
    const { client, folder } = await lockedPractice();
    await client.capture.leave.mutate(note);
    const [file = ''] = waitingIn(folder);
    const sealed = readFileSync(join(folder, 'capture', file));
    await client.access.signIn.mutate({ name: 'Dana Ortiz', passphrase });
    await client.access.lock.mutate({});
    writeFileSync(join(folder, 'capture', file), sealed);
    await client.access.signIn.mutate({ name: 'Dana Ortiz', passphrase });
    expect(await client.capture.list.query({})).toHaveLength(1);
    expect(waitingIn(folder)).toEqual([]);
  });

  it('is set aside and recorded when it was changed on the disk', async () => {
    const { client, folder } = await lockedPractice();
    await client.capture.leave.mutate(note);
    const [file = ''] = waitingIn(folder);
    const sealed = readFileSync(join(folder, 'capture', file));
    sealed[sealed.length - 20] = (sealed.at(-20) ?? 0) ^ 1;
    writeFileSync(join(folder, 'capture', file), sealed);
    await client.access.signIn.mutate({ name: 'Dana Ortiz', passphrase });
    expect(await client.capture.list.query({})).toEqual([]);
    expect(waitingIn(folder)).toEqual([`${file}.unreadable`]);
  });

  it('can be seen to, and put back', async () => {
    const { client } = await lockedPractice();
    await client.capture.leave.mutate(note);
    await client.access.signIn.mutate({ name: 'Dana Ortiz', passphrase });
    const [one] = await client.capture.list.query({});
    const { changeSet } = await client.capture.handle.mutate({ seen: { id: one?.id ?? '', version: one?.version ?? 0 }, handled: true });
    expect(await client.capture.count.query()).toEqual({ waiting: 0 });
    expect(await client.capture.list.query({ handled: true })).toMatchObject([{ handledBy: 'Dana Ortiz' }]);
    await client.history.undo.mutate({ changeSetId: changeSet?.id ?? '' });
    expect(await client.capture.count.query()).toEqual({ waiting: 1 });
  });

  it.each([
    ['empty', { text: '  ', initials: '' }],
    ['too long', { text: 'x'.repeat(2001), initials: '' }],
  ])('is refused when it is %s', async (_what, input) => {
    const { client } = await lockedPractice();
    expect(await refusalOf(client.capture.leave.mutate(input))).toMatchObject({ code: 'invalid_input' });
  });
});

it('keeps failed sign-ins of a closed practice for the record', async () => {
  const { client, folder } = await lockedPractice();
  await refusalOf(client.access.signIn.mutate({ name: 'Dana Ortiz', passphrase: 'a wrong one of course' }));
  expect(waitingIn(folder)).toHaveLength(1);
  // The clock of the test goes on by itself, and with it the wait of a second ends.
  await client.access.signIn.mutate({ name: 'Dana Ortiz', passphrase });
  const { entries } = await client.audit.list.query({});
  expect(entries.filter(({ kind }) => kind === 'sign_in_failed')).toHaveLength(1);
  expect(entries.some(({ kind }) => kind === 'sign_in')).toBe(true);
});
