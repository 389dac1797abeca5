import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readComputer, saveComputer } from '../../../main/features/computer/computer.service.ts';
import { ChangeEvents } from '../../../main/kernel/change-events.ts';
import { computerSettingsIn, computerSettingsInMemory } from '../../../main/kernel/computer-settings.ts';
import { defaultComputerSettings, lockMinutes } from '../../../preload/contract/computer/computer.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import { roles, type Role } from '../../../preload/contract/system/system.ts';
import { temporaryFolder } from '../../support/database.ts';
import { openTestApp, refusalOf } from '../../support/test-app.ts';

const locationId = '0193d000-0000-7000-8000-000000000002';

describe('computer.json', () => {
  it('keeps what is changed, leaves the rest, and is there at the next start', () => {
    const folder = temporaryFolder();
    const store = computerSettingsIn(folder);
    expect(store.get()).toEqual(defaultComputerSettings);
    store.save({ appearance: { colourScheme: 'dark' } });
    store.save({ appearance: { textSize: 130 }, locationId, lockAfterMinutes: 10 });
    store.save({ lockAfterMinutes: null });
    expect(computerSettingsIn(folder).get()).toEqual({
      ...defaultComputerSettings,
      appearance: { colourScheme: 'dark', density: 'compact', textSize: 130 },
      locationId,
    });
    expect(readdirSync(folder)).toEqual(['computer.json']);
    if (process.platform !== 'win32') expect(statSync(join(folder, 'computer.json')).mode & 0o077).toBe(0);
  });

  it.each([
    ['empty', ''],
    ['cut off', '{"appearance":{"colourSch'],
    ['something else', '[1, 2]'],
    ['nothing', 'null'],
    ['zeros', '\0'.repeat(400)],
  ])('that is %s is the usual settings, and is mended by the next change', (_, text) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'computer.json'), text);
    const store = computerSettingsIn(folder);
    expect(store.get()).toEqual(defaultComputerSettings);
    store.save({ kind: 'front_desk' });
    expect(computerSettingsIn(folder).get()).toEqual({ ...defaultComputerSettings, kind: 'front_desk' });
  });

  it('of another version is read as far as it can be', () => {
    const folder = temporaryFolder();
    const text = { appearance: { colourScheme: 'dark', density: 'airy', textSize: 7 }, kind: 'front_desk', closeAfterMinutes: 900, new: 1 };
    writeFileSync(join(folder, 'computer.json'), JSON.stringify(text));
    expect(computerSettingsIn(folder).get()).toEqual({
      ...defaultComputerSettings,
      appearance: { ...defaultComputerSettings.appearance, colourScheme: 'dark' },
      kind: 'front_desk',
    });
  });

  it('is left as it was when a half-written one lies beside it', () => {
    const folder = temporaryFolder();
    computerSettingsIn(folder).save({ closeAfterMinutes: 30 });
    writeFileSync(join(folder, 'computer.json.new'), '{"appear');
    const store = computerSettingsIn(folder);
    expect(store.get().closeAfterMinutes).toBe(30);
    store.save({ closeAfterMinutes: 60 });
    expect(JSON.parse(readFileSync(join(folder, 'computer.json'), 'utf8'))).toMatchObject({ closeAfterMinutes: 60 });
  });

  it('that cannot be written refuses the change and keeps what there was', () => {
    const folder = temporaryFolder();
    const store = computerSettingsIn(folder);
    rmSync(folder, { recursive: true });
    expect(() => store.save({ kind: 'front_desk' })).toThrow(AppError);
    expect(store.get().kind).toBe('laptop');
  });
});

describe('the procedures', () => {
  it('read and change the settings without a practice, and tell it', async () => {
    const { client, close } = await openTestApp();
    onTestFinished(close);
    const heard: unknown[] = [];
    const subscription = client.system.changes.subscribe(undefined, { onData: (event) => heard.push(event) });
    expect(await client.computer.get.query()).toEqual(defaultComputerSettings);
    await client.computer.save.mutate({ appearance: { density: 'large' } });
    expect((await client.computer.get.query()).appearance).toEqual({ colourScheme: 'system', density: 'large', textSize: 100 });
    await expect.poll(() => heard).toEqual([{ topics: ['computer'] }]);
    subscription.unsubscribe();
  });

  it.each([
    [{ closeAfterMinutes: 61 }, 'closeAfterMinutes'],
    [{ lockAfterMinutes: 0 }, 'lockAfterMinutes'],
    [{ backupFolder: ' ' }, 'backupFolder'],
    [{ locationId: '../practice' }, 'locationId'],
  ])('refuse %j beside its field', async (patch, field) => {
    const { client, close } = await openTestApp();
    onTestFinished(close);
    expect(await refusalOf(client.computer.save.mutate(patch))).toMatchObject({
      code: 'invalid_input',
      fields: { [field]: expect.stringMatching(/./) },
    });
  });

  it.each(roles)('let %s say how the screen looks; locks and backups are for managers', (role: Role) => {
    const computer = computerSettingsInMemory({ backupFolder: '/media/usb' });
    const ctx = { actor: { id: 'a', name: 'A', role }, computer, events: new ChangeEvents() };
    const manages = role === 'owner' || role === 'manager';
    saveComputer(ctx, { appearance: { colourScheme: 'dark' }, locationId });
    expect(readComputer(ctx)).toMatchObject({
      appearance: { colourScheme: 'dark' },
      locationId,
      backupFolder: manages ? '/media/usb' : null,
    });
    const guarded = [{ kind: 'front_desk' as const }, { lockAfterMinutes: 60 }, { closeAfterMinutes: 60 }, { backupFolder: null }];
    for (const patch of guarded) {
      if (manages) saveComputer(ctx, patch);
      else expect(() => saveComputer(ctx, patch), JSON.stringify(patch)).toThrow(/Ask the manager/);
    }
  });
});

it('locks a front desk sooner than a laptop, unless it is told when', () => {
  expect(lockMinutes({ kind: 'front_desk', lockAfterMinutes: null })).toBe(5);
  expect(lockMinutes({ kind: 'laptop', lockAfterMinutes: null })).toBe(15);
  expect(lockMinutes({ kind: 'front_desk', lockAfterMinutes: 2 })).toBe(2);
});
