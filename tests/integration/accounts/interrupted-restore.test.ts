import { copyFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { joined, keyringText, parseKeyring, type Keyring } from '../../../db/keyring/keyring.ts';
import { temporaryFolder } from '../../support/database.ts';
import { openTestApp, refusalOf, type TestApp } from '../../support/test-app.ts';

const before = { name: 'Dana Ortiz', passphrase: 'river lamp orange nine' };
const ofBackup = { name: 'Dana Ortiz', passphrase: 'seven quiet green boats' };

async function openIn(folder: string): Promise<TestApp> {
  const opened = await openTestApp({ folder });
  onTestFinished(() => opened.close());
  return opened;
}

async function practice(): Promise<string> {
  const folder = temporaryFolder();
  const { client, close } = await openTestApp({ folder });
  await client.access.protect.mutate(before);
  await close();
  return folder;
}

/** The same practice on the day of the backup: another passphrase, and another key since somebody was taken away. */
async function onAnotherDay(folder: string): Promise<string> {
  const other = temporaryFolder();
  cpSync(folder, other, { recursive: true });
  const { client, close } = await openTestApp({ folder: other });
  const { access } = client;
  await access.signIn.mutate(before);
  await access.confirm.mutate({ passphrase: before.passphrase });
  const { id } = await access.account.add.mutate({
    name: 'Max Weber',
    role: 'staff',
    passphrase: 'winter apples on a shelf',
    personId: null,
  });
  await access.account.deactivate.mutate({ seen: { id, version: 1 } });
  await access.changePassphrase.mutate({ current: before.passphrase, next: ofBackup.passphrase });
  await close();
  return other;
}

function ringIn(folder: string): Keyring {
  const ring = parseKeyring(readFileSync(join(folder, 'keyring.json'), 'utf8'));
  if (!ring) throw new Error('There is no keyring.');
  return ring;
}

/** A folder as an end between the two files of a restore leaves it: the other file is there, and the keyring is that of both. */
async function interrupted(): Promise<string> {
  const folder = await practice();
  const backup = await onAnotherDay(folder);
  copyFileSync(join(backup, 'practice.db'), join(folder, 'practice.db'));
  writeFileSync(join(folder, 'keyring.json'), keyringText(joined(ringIn(backup), ringIn(folder))));
  return folder;
}

it('says that the passphrase is of the other day, and opens with the one of the file that is there', async () => {
  const folder = await interrupted();
  const { client } = await openIn(folder);
  const refusal = await refusalOf(client.access.signIn.mutate(before));
  expect(refusal).toMatchObject({ code: 'invalid_input', message: expect.stringContaining('the one of the other day') });
  expect(await client.access.state.query()).toMatchObject({ stage: 'locked', trouble: null });
  await client.access.signIn.mutate(ofBackup);
  expect(await client.access.state.query()).toMatchObject({ stage: 'open', me: { name: ofBackup.name } });
  expect(ringIn(folder).slots).toHaveLength(1);
});

it('says that the file is damaged once no passphrase of either day opens it', async () => {
  const folder = await interrupted();
  const bytes = readFileSync(join(folder, 'practice.db'));
  writeFileSync(join(folder, 'practice.db'), bytes.fill(7, 0, 4096));
  const { client } = await openIn(folder);
  expect(await refusalOf(client.access.signIn.mutate(before))).toMatchObject({ code: 'invalid_input' });
  expect(await refusalOf(client.access.signIn.mutate(ofBackup))).toMatchObject({ code: 'unavailable' });
  expect(await client.access.state.query()).toMatchObject({ stage: 'trouble', trouble: { kind: 'damaged' } });
});
