import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDataFolder } from '../../../db/data-folder.ts';
import { openKeyOf } from '../../../db/keyring/keyring-file.ts';
import type { AuditCheck } from '../../../preload/contract/audit/audit.ts';
import { openBackupApp, settableClock, type BackupApp } from '../../support/backup-app.ts';
import { temporaryFolder } from '../../support/database.ts';
import { openTestPractice } from '../../support/practice.builder.ts';
import { tamper, type RawConnection } from '../../support/tampered-database.ts';
import { openTestApp, refusalOf, type TestApp } from '../../support/test-app.ts';

const print = (name: string) => ({ suggestedName: name, paper: 'letter' }) as const;

/** The result of a check, with the progress it told. */
function check(client: TestApp['client'], heads?: AuditCheck['heads']): Promise<AuditCheck> {
  return new Promise((resolve, reject) => {
    client.audit.verify.subscribe(heads ? { heads: [...heads] } : {}, {
      onData: (message) => message.kind === 'result' && resolve(message.result),
      onError: reject,
    });
  });
}

async function practiceOf(folder: string, clock: () => string): Promise<BackupApp> {
  const office = await openBackupApp(folder, { clock });
  onTestFinished(() => office.app.close());
  return office;
}

/** What a check says of a practice with three prints and a backup, after somebody worked on its file. */
async function damaged(work: (file: RawConnection) => void): Promise<AuditCheck> {
  const folder = temporaryFolder();
  const clock = settableClock();
  const office = await practiceOf(folder, clock);
  await office.client.practice.setUp.mutate({ practice: { name: 'Elm Street Clinic', timeZone: 'America/New_York' } });
  for (const name of ['Week 48', 'Week 49', 'Week 50']) await office.client.system.print.mutate(print(name));
  clock.set('2026-11-24T16:00:00.000Z');
  await office.make();
  expect((await check(office.client)).sentence).toMatch(/and nothing of the backup of Tue Nov 24, 2026, 11:00 AM is missing\.$/);
  await office.app.close();
  const opened = openDataFolder(folder, 'cli');
  const key = openKeyOf(opened.keyring).bytes.toString('hex');
  opened.release();
  tamper(join(folder, 'practice.db'), key, work);
  return check((await practiceOf(folder, clock)).client);
}

describe('the access record', () => {
  it('is narrowed by days of the practice, kind, person and words, in pages', async () => {
    const office = await openTestPractice();
    for (const name of ['Week 48', 'Week 49', 'A list']) await office.client.system.print.mutate(print(name));
    const details = async (input: Parameters<typeof office.client.audit.list.query>[0]) =>
      (await office.client.audit.list.query(input)).entries.map(({ detail }) => detail);
    // 16:00 UTC is 11:00 in New York.
    expect(await details({ from: '2026-11-23', to: '2026-11-23' })).toHaveLength(3);
    expect(await details({ from: '2026-11-24' })).toEqual([]);
    expect(await details({ to: '2026-11-22' })).toEqual([]);
    expect(await details({ text: 'week printed' })).toEqual(['Printed Week 49', 'Printed Week 48']);
    expect(await details({ kinds: ['export'] })).toEqual([]);
    expect(await details({ actorId: 'local' })).toHaveLength(3);
    const page = await office.client.audit.list.query({ limit: 2 });
    expect([page.count, page.entries.length]).toEqual([3, 2]);
    expect(await details({ limit: 2, cursor: page.nextCursor ?? 0 })).toEqual(['Printed Week 48']);
    expect(await office.client.audit.overview.query()).toEqual({
      actors: [{ id: 'local', name: 'This computer' }],
      lastCheck: null,
      count: 3,
    });
    expect(await office.client.audit.print.query({ text: 'list', from: '2026-11-01' })).toMatchObject({
      practiceName: 'Elm Street Clinic',
      timeZone: 'America/New_York',
      narrowed: 'from Sun Nov 1, 2026, with “list”',
      entries: [{ detail: 'Printed A list' }],
    });
  });

  it('leaves as CSV, which is recorded', async () => {
    const office = await openTestPractice();
    await office.client.system.print.mutate(print('Week, 48'));
    expect(await office.client.audit.export.mutate({})).toMatchObject({ saved: true, fileName: 'Access record 2026-11-23.csv', count: 1 });
    const text = new TextDecoder().decode(office.desktop.saved[0]?.bytes);
    expect(text.split('\r\n')).toEqual([
      'When (America/New_York),When (UTC),Who,Kind,What',
      expect.stringMatching(/^2026-11-23 11:00:\d\d,2026-11-23T16:00:\d\d\.000Z,This computer,Print,"Printed Week, 48"$/),
      '',
    ]);
    const [newest] = (await office.client.audit.list.query({})).entries;
    expect(newest).toMatchObject({ kind: 'export', detail: 'Exported the access record: 1 entry' });
  });

  it('is for owner and manager', async () => {
    const office = await openTestApp({ folder: temporaryFolder() });
    onTestFinished(office.close);
    const { client } = office;
    const passphrase = 'river lamp orange nine';
    await client.access.protect.mutate({ name: 'Dana Ortiz', passphrase });
    await client.access.confirm.mutate({ passphrase });
    await client.access.account.add.mutate({ name: 'Lee Park', role: 'lead', passphrase: 'seven quiet green boats' });
    await client.access.lock.mutate({});
    for (const call of [() => client.audit.list.query({}), () => client.audit.overview.query(), () => check(client)]) {
      expect(await refusalOf(call())).toMatchObject({ code: 'forbidden' });
    }
    await client.access.signIn.mutate({ name: 'Lee Park', passphrase: 'seven quiet green boats' });
    await client.access.changePassphrase.mutate({ current: 'seven quiet green boats', next: 'my own four words here' });
    expect(await client.access.state.query()).toMatchObject({ me: { role: 'lead' } });
    for (const call of [
      () => client.audit.list.query({}),
      () => client.audit.overview.query(),
      () => client.audit.print.query({}),
      () => client.audit.export.mutate({}),
      () => check(client),
    ]) {
      expect(await refusalOf(call())).toMatchObject({ code: 'forbidden' });
    }
  });
});

describe('a check of the record', () => {
  it('says that it is whole, and is remembered', async () => {
    const office = await openTestPractice();
    await office.client.system.print.mutate(print('Week 48'));
    const found = await check(office.client);
    expect(found).toMatchObject({ whole: true, changes: 3, entries: 1, where: null });
    expect(found.sentence).toBe('The record is whole: 3 changes and 1 entry are as they were written.');
    const { lastCheck } = await office.client.audit.overview.query();
    expect(lastCheck).toMatchObject({ actor: 'This computer', whole: true, detail: found.sentence });
    // What was kept of it is compared the next time.
    expect(await check(office.client, found.heads)).toMatchObject({ whole: true });
    const other = found.heads.map((head) => ({ ...head, hash: '0'.repeat(64) }));
    expect(await check(office.client, other)).toMatchObject({ whole: false, where: { change: 3 } });
  });

  it('names the first row that is wrong, in words and by its id', async () => {
    const found = await damaged((file) => file.exec(`UPDATE audit_entry SET detail = 'Nothing' WHERE detail = 'Printed Week 49'`));
    expect(found).toMatchObject({ whole: false, where: { change: 4, table: 'audit_entry', rowId: expect.any(String) } });
    expect(found.sentence).toMatch(
      /^The record is damaged\. An entry of the access record was altered\. As change 4 wrote it: Mon Nov 23, 2026, 11:00 AM, This computer, “Printed Week 49”\. Copy the data folder/,
    );
  });

  it('sees by the backups that the end was cut', async () => {
    const found = await damaged((file) => {
      file.exec(`DELETE FROM audit_entry WHERE detail <> 'Printed Week 48'`);
      file.exec('DELETE FROM change_log WHERE change_set_id IN (SELECT id FROM change_set WHERE sequence > 3)');
      file.exec('DELETE FROM change_set WHERE sequence > 3');
    });
    expect(found).toMatchObject({ whole: false, where: { change: 4 } });
    expect(found.sentence).toContain('The end is missing: the last change here is number 3');
  });

  it('does not take a restored backup for a cut', async () => {
    const clock = settableClock();
    const office = await practiceOf(temporaryFolder(), clock);
    await office.client.practice.setUp.mutate({ practice: { name: 'Elm Street Clinic' } });
    const early = await office.make();
    clock.set('2026-11-24T16:00:00.000Z');
    for (const name of ['Week 48', 'Week 49', 'Week 50']) await office.client.system.print.mutate(print(name));
    await office.make();
    clock.set('2026-11-25T16:00:00.000Z');
    await office.restore({ kind: 'listed', place: 'here', name: early.name });
    expect(await check(office.client)).toMatchObject({ whole: true });
  });
});
