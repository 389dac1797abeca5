import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../support/database.ts';
import { openTestApp, refusalOf, type TestApp } from '../../support/test-app.ts';

const passphrase = 'river lamp orange nine';
const other = 'seven quiet green boats';

async function openIn(folder: string): Promise<TestApp> {
  const opened = await openTestApp({ folder });
  onTestFinished(() => opened.close());
  return opened;
}

it('keeps what somebody typed over the lock and a restart, for them alone and unreadable on the disk', async () => {
  const folder = temporaryFolder();
  const { client, close } = await openIn(folder);
  await client.access.protect.mutate({ name: 'Dana Ortiz', passphrase, pin: null });
  await client.drafts.keep.mutate({ text: 'Ana earns 31.50 from May on' });
  await client.access.confirm.mutate({ passphrase });
  await client.access.account.add.mutate({ name: 'Lee Park', role: 'lead', passphrase: other });
  await client.access.lock.mutate({});
  expect(await refusalOf(client.drafts.get.query())).toMatchObject({ code: 'forbidden' });
  await client.access.signIn.mutate({ name: 'Lee Park', passphrase: other });
  await client.access.changePassphrase.mutate({ current: other, next: 'my own four words here' });
  expect(await client.drafts.get.query()).toEqual({ text: '' });
  await close();

  const [file = ''] = readdirSync(join(folder, 'drafts'));
  expect(readFileSync(join(folder, 'drafts', file)).includes('31.50')).toBe(false);
  const again = await openIn(folder);
  await again.client.access.signIn.mutate({ name: 'Dana Ortiz', passphrase });
  expect(await again.client.drafts.get.query()).toEqual({ text: 'Ana earns 31.50 from May on' });
  await again.client.drafts.keep.mutate({ text: '' });
  expect(readdirSync(join(folder, 'drafts'))).toEqual([]);
});

it('counts a file that was changed as none', async () => {
  const folder = temporaryFolder();
  const { client } = await openIn(folder);
  await client.drafts.keep.mutate({ text: 'half a name' });
  const [file = ''] = readdirSync(join(folder, 'drafts'));
  writeFileSync(join(folder, 'drafts', file), 'not what was written');
  expect(await client.drafts.get.query()).toEqual({ text: '' });
});
