import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../support/database.ts';
import { openTestApp, refusalOf, type TestApp } from '../../support/test-app.ts';

const passphrase = 'river lamp orange nine';
const other = 'seven quiet green boats';

function makeBackup(client: TestApp['client']): Promise<void> {
  return new Promise((resolve, reject) => {
    client.backup.make.subscribe(undefined, { onComplete: resolve, onError: reject });
  });
}

async function openIn(folder: string): Promise<TestApp> {
  const opened = await openTestApp({ folder });
  onTestFinished(() => opened.close());
  return opened;
}

async function protectedPractice(pin: string | null = null): Promise<TestApp & { folder: string }> {
  const folder = temporaryFolder();
  const opened = await openIn(folder);
  await opened.client.access.protect.mutate({ name: 'Dana Ortiz', passphrase, pin });
  return { ...opened, folder };
}

describe('protecting a practice', () => {
  it('makes the first account an owner, takes the open slot away and gives the file a new key', async () => {
    const folder = temporaryFolder();
    const { client, close } = await openIn(folder);
    const before = readFileSync(join(folder, 'keyring.json'), 'utf8');
    expect(await client.access.state.query()).toMatchObject({ stage: 'open', protected: false, me: { role: 'owner', accountId: null } });
    await client.access.protect.mutate({ name: 'Dana Ortiz', passphrase });
    expect(await client.access.state.query()).toMatchObject({ stage: 'open', protected: true, me: { name: 'Dana Ortiz', role: 'owner' } });
    const after = readFileSync(join(folder, 'keyring.json'), 'utf8');
    expect(before).toContain('"open"');
    expect(after).not.toContain('"open"');
    expect(after).not.toContain('Dana');
    await close();
    const again = await openIn(folder);
    expect(await again.client.access.state.query()).toMatchObject({ stage: 'locked', databaseOpen: false, me: null, people: [] });
    expect(await refusalOf(again.client.people.list.query())).toMatchObject({ code: 'forbidden', message: 'Sign in first.' });
    await again.client.access.signIn.mutate({ name: 'dana  ortiz', passphrase });
    expect(await again.client.access.state.query()).toMatchObject({ stage: 'open', me: { name: 'Dana Ortiz' } });
    expect(await again.client.people.list.query()).toEqual([]);
  });

  it('takes the open slot out of the backups made before', async () => {
    const folder = temporaryFolder();
    const { client } = await openIn(folder);
    await makeBackup(client);
    expect(await client.access.protect.mutate({ name: 'Dana Ortiz', passphrase })).toEqual({ oldBackupsClosed: true });
    const [backup] = (await client.backup.list.query()).backups;
    expect(backup?.state).toBe('good');
    const source = { kind: 'listed', place: 'here', name: backup?.name ?? '' } as const;
    const { contents } = await client.backup.preview.mutate({ source, opener: { kind: 'passphrase', name: 'Dana Ortiz', passphrase } });
    expect(contents).toMatchObject({ opensForAll: false });
    expect(readFileSync(join(folder, 'backups', source.name)).includes('"open"')).toBe(false);
  });

  it('leaves an old copy of the keyring useless for the new file', async () => {
    const { folder, close } = await protectedPractice();
    await close();
    const stolen = temporaryFolder();
    const early = await openIn(stolen);
    await early.close();
    cpSync(join(folder, 'practice.db'), join(stolen, 'practice.db'));
    const opened = await openIn(stolen);
    expect(await opened.client.access.state.query()).toMatchObject({ stage: 'trouble', trouble: { kind: 'damaged' } });
  });

  it.each([
    ['short', 'abc def', 'at least 12'],
    ['the practice', 'password1234', 'first that anybody would try'],
    ['one sign', 'aaaaaaaaaaaaaa', 'one sign'],
    ['the name', 'DanaOrtiz2026', 'first that anybody would try'],
  ])('refuses a passphrase that is easy to guess: %s', async (_how, easy, words) => {
    const { client } = await openIn(temporaryFolder());
    const refusal = await refusalOf(client.access.protect.mutate({ name: 'Dana Ortiz', passphrase: easy }));
    expect(refusal.code).toBe('invalid_input');
    expect(refusal.fields?.['passphrase']).toContain(words);
    expect(await client.access.state.query()).toMatchObject({ protected: false });
  });
});

describe('signing in', () => {
  it('waits longer after each wrong passphrase, also after a restart', async () => {
    const { client, folder, close } = await protectedPractice();
    await client.access.lock.mutate({});
    expect(await refusalOf(client.access.signIn.mutate({ name: 'Dana Ortiz', passphrase: other }))).toMatchObject({
      code: 'invalid_input',
    });
    await refusalOf(client.access.signIn.mutate({ name: 'Dana Ortiz', passphrase: other }));
    await refusalOf(client.access.signIn.mutate({ name: 'Dana Ortiz', passphrase: other }));
    await close();
    const again = await openIn(folder);
    const refusal = await refusalOf(again.client.access.signIn.mutate({ name: 'Dana Ortiz', passphrase }));
    expect(refusal).toMatchObject({ code: 'unavailable', message: expect.stringContaining('Wait') });
  });

  it('switches by PIN while the file is open, and asks for the passphrase after five wrong ones', async () => {
    const { client } = await protectedPractice('829164');
    const { people } = await client.access.state.query();
    const [dana] = people;
    await client.access.lock.mutate({});
    expect(await client.access.state.query()).toMatchObject({
      stage: 'locked',
      databaseOpen: true,
      people: [{ name: 'Dana Ortiz', hasPin: true }],
    });
    await client.access.pin.switch.mutate({ accountId: dana?.id ?? '', pin: '829164' });
    expect(await client.access.state.query()).toMatchObject({ stage: 'open', me: { name: 'Dana Ortiz' } });
  });
});

describe('accounts', () => {
  it('adds someone, who chooses their own passphrase before anything else', async () => {
    const { client } = await protectedPractice();
    await client.access.confirm.mutate({ passphrase });
    await client.access.account.add.mutate({ name: 'Lee Park', role: 'staff', passphrase: other });
    await client.access.lock.mutate({});
    await client.access.signIn.mutate({ name: 'Lee Park', passphrase: other });
    expect(await client.access.state.query()).toMatchObject({ me: { name: 'Lee Park', mustChangePassphrase: true, role: 'capture' } });
    expect(await refusalOf(client.practice.get.query())).toMatchObject({ code: 'forbidden' });
    await client.access.changePassphrase.mutate({ current: other, next: 'my own four words here' });
    expect(await client.access.state.query()).toMatchObject({ me: { mustChangePassphrase: false, role: 'staff' } });
    expect(await client.practice.get.query()).toBeNull();
    expect(await refusalOf(client.people.list.query())).toMatchObject({ code: 'forbidden' });
  });

  it('asks for the passphrase again before rights change', async () => {
    const { client } = await protectedPractice();
    const refusal = await refusalOf(client.access.account.add.mutate({ name: 'Lee Park', role: 'staff', passphrase: other }));
    expect(refusal).toMatchObject({ code: 'rule_violation', rule: 'confirm.passphrase' });
  });

  it('takes someone away: their passphrase opens no more, their session ends, and the key is a new one', async () => {
    const { client, app, folder } = await protectedPractice();
    await client.access.confirm.mutate({ passphrase });
    await client.access.account.add.mutate({ name: 'Lee Park', role: 'manager', passphrase: other });
    const second = app.connect();
    expect(await second.request({ type: 'mutation', path: 'access.signIn', input: { name: 'Lee Park', passphrase: other } })).toMatchObject(
      { ok: true },
    );
    const { accounts } = await client.access.account.list.query();
    const lee = accounts.find(({ name }) => name === 'Lee Park');
    const keyring = readFileSync(join(folder, 'keyring.json'), 'utf8');
    await client.access.account.deactivate.mutate({ seen: { id: lee?.id ?? '', version: lee?.version ?? 0 } });
    expect(readFileSync(join(folder, 'keyring.json'), 'utf8')).not.toBe(keyring);
    expect(await second.request({ type: 'query', path: 'access.state', input: undefined })).toMatchObject({
      data: { stage: 'locked', me: null },
    });
    const refused = await second.request({ type: 'mutation', path: 'access.signIn', input: { name: 'Lee Park', passphrase: other } });
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    expect((await client.access.account.list.query()).accounts).toMatchObject([
      { name: 'Dana Ortiz' },
      { name: 'Lee Park', mayDeactivate: false },
    ]);
  });

  it('says which backups still open with the passphrase of someone who was taken away', async () => {
    const { client } = await protectedPractice();
    await client.access.confirm.mutate({ passphrase });
    await client.access.account.add.mutate({ name: 'Lee Park', role: 'lead', passphrase: other });
    await makeBackup(client);
    await client.access.account.add.mutate({ name: 'Kim Reed', role: 'lead', passphrase: other });
    const { accounts } = await client.access.account.list.query();
    const takeAway = async (name: string) => {
      const account = accounts.find((one) => one.name === name);
      return client.access.account.deactivate.mutate({ seen: { id: account?.id ?? '', version: account?.version ?? 0 } });
    };
    const [backup] = (await client.backup.list.query()).backups;
    expect(await takeAway('Lee Park')).toEqual({ oldBackups: [backup?.at] });
    expect(await takeAway('Kim Reed')).toEqual({ oldBackups: [] });
  });

  it('keeps the last owner', async () => {
    const { client } = await protectedPractice();
    await client.access.confirm.mutate({ passphrase });
    const [dana] = (await client.access.account.list.query()).accounts;
    const seen = { id: dana?.id ?? '', version: dana?.version ?? 0 };
    const refusal = await refusalOf(client.access.account.change.mutate({ seen, name: 'Dana Ortiz', role: 'staff', personId: null }));
    expect(refusal).toMatchObject({ code: 'rule_violation', rule: 'owner.last' });
  });
});

describe('the recovery key', () => {
  it('opens a bare folder and gives a forgotten passphrase anew', async () => {
    const { client, folder, close } = await protectedPractice();
    await client.access.confirm.mutate({ passphrase });
    const made = await client.access.recoveryKey.make.mutate();
    const groups = made.askBack.map((group) => ({ group, text: made.recoveryKey.split('-')[group - 1]?.toLowerCase() ?? '' }));
    await client.access.recoveryKey.confirm.mutate({ groups });
    expect(await client.access.state.query()).toMatchObject({ recoveryKey: 'confirmed' });
    await close();
    const bare = temporaryFolder();
    for (const file of ['practice.db', 'keyring.json']) cpSync(join(folder, file), join(bare, file));
    const opened = await openIn(bare);
    const typo = made.recoveryKey.replace(/^./, (letter) => (letter === '7' ? '8' : '7'));
    expect(
      await refusalOf(opened.client.access.recover.mutate({ recoveryKey: typo, name: 'Dana Ortiz', passphrase: other })),
    ).toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('Group 1'),
    });
    await opened.client.access.recover.mutate({ recoveryKey: made.recoveryKey, name: 'Dana Ortiz', passphrase: other });
    expect(await opened.client.access.state.query()).toMatchObject({ stage: 'open', me: { name: 'Dana Ortiz', role: 'owner' } });
    await opened.client.access.lock.mutate({ close: true });
    await opened.client.access.signIn.mutate({ name: 'Dana Ortiz', passphrase: other });
  });
});
