import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../support/database.ts';
import { openTestApp } from '../../support/test-app.ts';

it('lets one of two who change the same rights at once win, and tells the other', async () => {
  const folder = temporaryFolder();
  const { client, app, close } = await openTestApp({ folder });
  onTestFinished(() => close());
  const passphrase = 'river lamp orange nine';
  await client.access.protect.mutate({ name: 'Dana Ortiz', passphrase });
  await client.access.confirm.mutate({ passphrase });
  await client.access.account.add.mutate({ name: 'Lee Park', role: 'staff', passphrase: 'seven quiet green boats' });
  const lee = (await client.access.account.list.query()).accounts.find(({ name }) => name === 'Lee Park');
  const second = app.connect();
  await second.request({ type: 'mutation', path: 'access.signIn', input: { name: 'Dana Ortiz', passphrase } });
  await second.request({ type: 'mutation', path: 'access.confirm', input: { passphrase } });
  const change = (role: string) => ({
    type: 'mutation' as const,
    path: 'access.account.change',
    input: { seen: { id: lee?.id, version: lee?.version }, name: 'Lee Park', role, personId: null },
  });
  const answers = await Promise.all([app.transport.request(change('lead')), second.request(change('manager'))]);
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)).toSorted()).toEqual(['conflict', 'ok']);
});
