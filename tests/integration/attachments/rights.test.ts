import { expect, it, onTestFinished } from 'vitest';
import type { Answer } from '../../../preload/contract/shared/transport.ts';
import type { Role } from '../../../preload/contract/system/system.ts';
import { temporaryFolder } from '../../support/database.ts';
import { signEveryoneIn } from '../../support/signed-in.ts';
import { openTestApp } from '../../support/test-app.ts';

it('shows the files of a person to owner and manager alone, by list, picture, copy and history', async () => {
  const test = await openTestApp({ folder: temporaryFolder() });
  onTestFinished(test.close);
  const { as, personIds } = await signEveryoneIn(test.app);
  const subject = { kind: 'person', id: personIds[0] };
  const put = await as.manager.putFile({ name: 'warning.txt', bytes: Buffer.from('A letter') });
  const added = await as.manager.request({
    type: 'mutation',
    path: 'attachments.add',
    input: { subject, file: put.ok ? put.data : '' },
  });
  expect(added).toMatchObject({ ok: true });
  const { id = '' } = added.ok ? (added.data as { id?: string }) : {};

  const ask = (role: Role, path: string, input: unknown, type: 'query' | 'mutation' = 'query'): Promise<Answer> =>
    as[role].request({ type, path, input });
  for (const role of ['owner', 'manager'] as const) {
    expect(await ask(role, 'attachments.list', { subject }), role).toMatchObject({ ok: true, data: { files: [{ name: 'warning.txt' }] } });
    expect(await ask(role, 'attachments.saveCopy', { id }, 'mutation'), role).toMatchObject({ ok: true });
  }
  const forbidden = { ok: false, error: { code: 'forbidden' } };
  for (const role of ['lead', 'staff', 'capture'] as const) {
    expect(await ask(role, 'attachments.list', { subject }), role).toMatchObject(forbidden);
    expect(await ask(role, 'attachments.thumbnail', { id }), role).toMatchObject(forbidden);
    expect(await ask(role, 'attachments.saveCopy', { id }, 'mutation'), role).toMatchObject(forbidden);
    expect(await ask(role, 'attachments.archive', { seen: { id, version: 1 } }, 'mutation'), role).toMatchObject(forbidden);
  }
  const history = { subject: 'person', ids: [personIds[0]] };
  expect(JSON.stringify(await ask('manager', 'history.list', history))).toContain('warning.txt');
  expect(JSON.stringify(await ask('lead', 'history.list', history))).not.toContain('warning.txt');
  expect(JSON.stringify(await ask('lead', 'search.find', { text: 'warning' }))).not.toContain('warning.txt');
});

it('gives a held file to the session that holds it, and to none after it signs out', async () => {
  const test = await openTestApp({ folder: temporaryFolder() });
  onTestFinished(test.close);
  const { as } = await signEveryoneIn(test.app);
  const put = await as.manager.putFile({ name: 'letter.txt', bytes: Buffer.from('A letter') });
  const handle = put.ok ? String(put.data) : '';
  expect(await as.manager.getFile(handle)).toMatchObject({ ok: true });
  expect(await as.lead.getFile(handle)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  expect(await as.manager.request({ type: 'mutation', path: 'access.lock', input: {} })).toMatchObject({ ok: true });
  expect(await as.manager.getFile(handle)).toMatchObject({ ok: false, error: { code: 'not_found' } });
});

it('asks the owner for the passphrase again before everything goes out', async () => {
  const test = await openTestApp({ folder: temporaryFolder() });
  onTestFinished(test.close);
  const { as } = await signEveryoneIn(test.app);
  const exportBy = (role: Role): Promise<Answer> =>
    new Promise((resolve) => {
      as[role].subscribe({ type: 'subscription', path: 'archive.export' }, (message) => {
        if ('done' in message) resolve({ ok: true, data: null });
        else if (!message.ok) resolve(message);
      });
    });
  expect(await exportBy('manager')).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  // The passphrase was given a moment ago.
  expect(await exportBy('owner')).toMatchObject({ ok: true });
  expect(test.desktop.saved).toHaveLength(1);
});
