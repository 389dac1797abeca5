import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { computerSettingsInMemory } from '../../../main/kernel/computer-settings.ts';
import { openBackupApp, settableClock, type BackupApp } from '../../support/backup-app.ts';
import { temporaryFolder } from '../../support/database.ts';
import { refusalOf } from '../../support/test-app.ts';

const passphrase = 'river lamp orange nine';

async function open(folder: string, options: Parameters<typeof openBackupApp>[1] = {}): Promise<BackupApp> {
  const opened = await openBackupApp(folder, options);
  onTestFinished(() => opened.app.close());
  return opened;
}

const setUp = ({ client }: BackupApp, name = 'Elm Street Clinic') =>
  client.practice.setUp.mutate({
    practice: { name, timeZone: 'America/New_York', weekStartsOn: 1, workweekStartsOn: 1 },
    hours: 'Mon-Fri 8-5',
  });

const rename = async ({ client }: BackupApp, name: string): Promise<void> => {
  const practice = await client.practice.get.query();
  const [position] = practice?.positions ?? [];
  if (!position) throw new Error('no position');
  const { id, version, ...fields } = position;
  await client.practice.position.save.mutate({ seen: { id, version }, position: { name, code: fields.code, colour: fields.colour } });
};

const firstPosition = async ({ client }: BackupApp): Promise<string | undefined> => (await client.practice.get.query())?.positions[0]?.name;

const listed = (name: string) => ({ kind: 'listed', place: 'here', name }) as const;
const backupsIn = (folder: string): string[] =>
  existsSync(join(folder, 'backups')) ? readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.backup')) : [];

describe('making backups', () => {
  it('makes one that is listed as good, and records it', async () => {
    const folder = temporaryFolder();
    const opened = await open(folder);
    await setUp(opened);
    const made = await opened.make();
    const { backups } = await opened.client.backup.list.query();
    expect(backups).toMatchObject([{ name: made.name, place: 'here', state: 'good', letter: 'L', bytes: made.bytes }]);
    expect(await opened.client.backup.status.query()).toMatchObject({ latestAt: made.at, daysSince: 0, warn: false });
    const preview = await opened.client.backup.preview.mutate({ source: listed(made.name) });
    expect(preview.contents).toMatchObject({ practiceName: 'Elm Street Clinic', people: 0, opensForAll: true, openedBy: [] });
  });

  it('makes one on closing where something changed, and none where nothing did', async () => {
    const folder = temporaryFolder();
    const first = await openBackupApp(folder, { automaticBackups: true });
    await setUp(first);
    await first.app.close();
    expect(backupsIn(folder)).toHaveLength(1);
    const second = await openBackupApp(folder, { automaticBackups: true });
    await second.app.close();
    expect(backupsIn(folder)).toHaveLength(1);
    expect(first.log.lines.map(({ message }) => message)).toContainEqual(expect.stringMatching(/^backup .* made$/));
  });

  it('keeps the newest of each day', async () => {
    const folder = temporaryFolder();
    const clock = settableClock();
    const opened = await open(folder, { clock });
    await setUp(opened);
    await opened.make();
    clock.set('2026-11-23T18:00:00Z');
    const { name } = await opened.make();
    expect(backupsIn(folder)).toEqual([name]);
  });

  it('warns after three days, once there is a practice', async () => {
    const clock = settableClock();
    const opened = await open(temporaryFolder(), { clock });
    clock.set('2026-12-20T18:00:00Z');
    expect(await opened.client.backup.status.query()).toMatchObject({ daysSince: null, warn: false });
    await setUp(opened);
    expect(await opened.client.backup.status.query()).toMatchObject({ warn: true, latestAt: null });
    await opened.make();
    expect(await opened.client.backup.status.query()).toMatchObject({ daysSince: 0, warn: false });
    clock.set('2026-12-23T19:00:00Z');
    expect(await opened.client.backup.status.query()).toMatchObject({ daysSince: 3, warn: true });
  });

  it('copies to a second place, tells when it is away, and copies later what it lacks', async () => {
    const place = join(temporaryFolder(), 'usb');
    mkdirSync(place);
    const opened = await open(temporaryFolder(), { computer: computerSettingsInMemory() });
    await setUp(opened);
    expect(await opened.client.backup.settings.mutate({ folder: place })).toMatchObject({ second: { state: 'reached', latestAt: null } });
    const first = await opened.make();
    expect(first.second).toBe('reached');
    expect(readdirSync(place)).toEqual([first.name]);
    const { backups } = await opened.client.backup.list.query();
    expect(backups.map(({ place: lies, state }) => [lies, state])).toEqual([
      ['here', 'good'],
      ['second', 'good'],
    ]);
    rmSync(place, { recursive: true });
    expect((await opened.make()).second).toBe('missing');
    expect(await opened.client.backup.list.query()).toMatchObject({ second: { state: 'missing' } });
    expect(existsSync(place)).toBe(false);
    mkdirSync(place);
    const { name } = await opened.make();
    expect(readdirSync(place)).toEqual([name]);
  });

  it.each([
    ['a relative path', 'backups'],
    ['a folder that is not there', '/nowhere/at/all'],
  ])('refuses %s as the second place', async (_what, folder) => {
    const opened = await open(temporaryFolder());
    expect(await refusalOf(opened.client.backup.settings.mutate({ folder }))).toMatchObject({
      code: 'invalid_input',
      fields: { folder: expect.any(String) },
    });
  });

  it('refuses the data folder itself as the second place', async () => {
    const folder = temporaryFolder();
    const opened = await open(folder);
    expect(await refusalOf(opened.client.backup.settings.mutate({ folder: join(folder, 'backups') }))).toMatchObject({
      code: 'invalid_input',
    });
  });

  it('can be stopped, and leaves nothing', async () => {
    const folder = temporaryFolder();
    const opened = await open(folder);
    await setUp(opened);
    await new Promise<void>((resolve, reject) => {
      const run = opened.client.backup.make.subscribe(undefined, {
        onData: () => {
          run.unsubscribe();
          resolve();
        },
        onError: reject,
      });
    });
    await opened.app.close();
    expect(readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.backup'))).toEqual([]);
  });
});

describe('restoring', () => {
  it('brings a day back, keeps what was there, and goes back to it', async () => {
    const folder = temporaryFolder();
    const opened = await open(folder);
    await setUp(opened);
    await rename(opened, 'Reception');
    const { name, at } = await opened.make();
    await rename(opened, 'Wrong name');
    expect(await opened.restore(listed(name))).toMatchObject({ practiceName: 'Elm Street Clinic', backupAt: at, missingFiles: 0 });
    expect(await firstPosition(opened)).toBe('Reception');
    expect(await opened.client.backup.status.query()).toMatchObject({ toConfirm: { backupAt: at, canRevert: true } });
    await opened.client.backup.revertRestore.mutate({});
    expect(await firstPosition(opened)).toBe('Wrong name');
    expect(await opened.client.backup.status.query()).toMatchObject({ toConfirm: null });
  });

  it('lets go of what was there once all is well', async () => {
    const folder = temporaryFolder();
    const opened = await open(folder);
    await setUp(opened);
    const { name } = await opened.make();
    await opened.restore(listed(name));
    expect(readdirSync(join(folder, 'aside'))).toHaveLength(1);
    await opened.client.backup.confirmRestore.mutate();
    expect(readdirSync(join(folder, 'aside'))).toEqual([]);
    expect(await refusalOf(opened.client.backup.confirmRestore.mutate())).toMatchObject({ code: 'not_found' });
  });

  it('brings the practice back when its file does not open, and keeps the damaged one', async () => {
    const folder = temporaryFolder();
    const first = await openBackupApp(folder);
    await setUp(first);
    const { name } = await first.make();
    await first.app.close();
    const damaged = Buffer.from('this is no database '.repeat(400));
    writeFileSync(join(folder, 'practice.db'), damaged);
    const clock = settableClock('2026-11-24T16:00:00Z');
    const opened = await open(folder, { clock });
    expect(await opened.client.access.state.query()).toMatchObject({ stage: 'trouble' });
    expect((await opened.client.backup.list.query()).backups).toMatchObject([{ name, state: 'good' }]);
    await opened.restore(listed(name));
    expect(await opened.client.access.state.query()).toMatchObject({ stage: 'open', trouble: null });
    expect((await opened.client.practice.get.query())?.practice.name).toBe('Elm Street Clinic');
    const [aside = ''] = readdirSync(join(folder, 'aside'));
    await opened.client.backup.confirmRestore.mutate();
    expect(readFileSync(join(folder, 'aside', aside, 'practice.db')).equals(damaged)).toBe(true);
    await opened.app.close();
    clock.set('2026-12-09T16:00:00Z');
    const later = await open(folder, { clock });
    expect(readdirSync(join(folder, 'aside'))).toEqual([]);
    expect((await later.client.practice.get.query())?.practice.name).toBe('Elm Street Clinic');
  });

  it('brings a practice to a bare folder', async () => {
    const folder = temporaryFolder();
    const first = await open(folder);
    await setUp(first);
    await first.client.access.protect.mutate({ name: 'Dana Ortiz', passphrase });
    const { name } = await first.make();
    const bare = await open(temporaryFolder());
    const source = { kind: 'path', path: join(folder, 'backups', name) } as const;
    expect((await bare.client.backup.preview.mutate({ source })).contents).toBeNull();
    expect(await refusalOf(bare.restore(source))).toMatchObject({ rule: 'backup.locked' });
    const wrong = { kind: 'passphrase', name: 'Dana Ortiz', passphrase: 'not this one at all' } as const;
    expect(await refusalOf(bare.client.backup.preview.mutate({ source, opener: wrong }))).toMatchObject({ code: 'invalid_input' });
    // The wait after a wrong one; the clock of the test stands.
    await expect(refusalOf(bare.restore(source, wrong))).resolves.toMatchObject({ code: 'unavailable' });
    const other = await open(temporaryFolder());
    const opener = { ...wrong, passphrase };
    const preview = await other.client.backup.preview.mutate({ source, opener });
    expect(preview.contents).toMatchObject({ practiceName: 'Elm Street Clinic', openedBy: ['Dana Ortiz'], opensForAll: false });
    await other.restore(source, opener);
    expect(await other.client.access.state.query()).toMatchObject({ stage: 'locked', protected: true });
    await other.client.access.signIn.mutate({ name: 'Dana Ortiz', passphrase });
    expect((await other.client.practice.get.query())?.practice.name).toBe('Elm Street Clinic');
  });

  it('asks for the passphrase again, and takes one that was put as a file', async () => {
    const folder = temporaryFolder();
    const opened = await open(folder);
    await setUp(opened);
    await opened.client.access.protect.mutate({ name: 'Dana Ortiz', passphrase });
    const { name } = await opened.make();
    const answer = await opened.app.transport.putFile({ name: 'x.backup', bytes: readFileSync(join(folder, 'backups', name)) });
    const source = { kind: 'file', handle: answer.ok ? String(answer.data) : '' } as const;
    await opened.client.access.lock.mutate({});
    expect(await refusalOf(opened.restore(source))).toMatchObject({ code: 'forbidden' });
    await opened.client.access.signIn.mutate({ name: 'Dana Ortiz', passphrase });
    const again = await opened.app.transport.putFile({ name: 'x.backup', bytes: readFileSync(join(folder, 'backups', name)) });
    const put = { kind: 'file', handle: again.ok ? String(again.data) : '' } as const;
    await opened.client.access.confirm.mutate({ passphrase });
    await expect(opened.restore(put)).resolves.toMatchObject({ practiceName: 'Elm Street Clinic' });
  });

  it('refuses a backup of another practice over this one, and what is no backup', async () => {
    const folder = temporaryFolder();
    const one = await open(folder);
    await setUp(one);
    const { name } = await one.make();
    const other = await open(temporaryFolder());
    await setUp(other, 'Oak Avenue Clinic');
    const source = { kind: 'path', path: join(folder, 'backups', name) } as const;
    expect(await refusalOf(other.restore(source))).toMatchObject({ rule: 'backup-foreign' });
    writeFileSync(join(folder, 'letter.backup'), 'Dear Ann');
    expect(await refusalOf(other.restore({ kind: 'path', path: join(folder, 'letter.backup') }))).toMatchObject({ rule: 'backup-not-one' });
    expect((await other.client.practice.get.query())?.practice.name).toBe('Oak Avenue Clinic');
    expect(await refusalOf(other.restore(listed('2026-11-23T17-00-00-000Z-L.backup')))).toMatchObject({ code: 'not_found' });
  });
});
