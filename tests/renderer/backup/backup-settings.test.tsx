import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { BackupEntry, BackupPreview, BackupsView, BackupStatus } from '../../../preload/contract/backup/backup.ts';
import { BackupBar } from '../../../renderer/features/backup/backup-bar.tsx';
import { ConfirmDialog } from '../../../renderer/features/accounts/confirm-dialog.tsx';
import { BackupSettings } from '../../../renderer/features/backup/backup-settings.tsx';
import { RestoreInTrouble } from '../../../renderer/features/backup/restore-in-trouble.tsx';
import { answer, fakeTransport, refuse } from '../support/fake-transport.ts';
import { show } from '../support/render.tsx';

const entry = (at: string, changes: Partial<BackupEntry> = {}): BackupEntry => ({
  place: 'here',
  name: `${at}.backup`,
  at,
  letter: 'L',
  bytes: 409_600,
  state: 'good',
  program: '0.1.0',
  ...changes,
});
const list = (changes: Partial<BackupsView> = {}): BackupsView => ({
  backups: [entry('2026-11-23T16:00:00.000Z'), entry('2026-11-22T16:00:00.000Z', { state: 'damaged', place: 'second' })],
  second: null,
  toConfirm: null,
  ...changes,
});
const preview: BackupPreview = {
  at: '2026-11-23T16:00:00.000Z',
  letter: 'L',
  bytes: 409_600,
  program: '0.1.0',
  contents: {
    practiceName: 'Elm Street Clinic',
    timeZone: 'America/New_York',
    people: 24,
    shifts: 1,
    from: '2026-11-23',
    to: '2026-11-27',
    lastChange: { label: 'Type 8-5', at: '2026-11-23T15:00:00.000Z', by: 'Dana' },
    openedBy: ['Dana Ortiz', 'Sam Lee'],
    opensWithRecoveryKey: true,
    opensForAll: false,
    missingFiles: 0,
  },
};
const status = (changes: Partial<BackupStatus>): BackupStatus => ({
  latestAt: null,
  daysSince: null,
  warn: false,
  toConfirm: null,
  ...changes,
});

describe('the backups in Settings', () => {
  it('lists them with size and state, and offers no damaged one', async () => {
    show(<BackupSettings />, fakeTransport({ 'backup.list': () => answer(list()) }));
    const rows = within(await screen.findByRole('table', { name: 'Backups' })).getAllByRole('row');
    expect(rows[1]?.textContent).toMatch(/This computer400 KBGood/);
    expect(rows[2]?.textContent).toMatch(/Second place400 KBDamaged/);
    expect(screen.getAllByRole('button', { name: /^Restore the backup of/ })).toHaveLength(1);
  });

  it('makes one with progress, and stops', async () => {
    const transport = fakeTransport({ 'backup.list': () => answer(list({ backups: [] })) });
    show(<BackupSettings />, transport);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Make a backup now' }));
    transport.say('backup.make', { ok: true, data: { kind: 'progress', done: 2, total: 5 } });
    expect((await screen.findByRole('progressbar')).getAttribute('aria-valuenow')).toBe('40');
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(transport.openSubscriptions('backup.make')).toBe(0);
    await user.click(screen.getByRole('button', { name: 'Make a backup now' }));
    transport.say('backup.make', {
      ok: true,
      data: { kind: 'result', result: { name: 'x', at: preview.at, bytes: 1, second: 'missing' } },
    });
    expect(await screen.findByText(/second place did not get its copy/)).toBeTruthy();
  });

  it('looks into a backup and restores it, after the passphrase', async () => {
    const transport = fakeTransport({
      'backup.list': () => answer(list()),
      'backup.preview': () => answer(preview),
      'access.confirm': () => answer({ done: true }),
    });
    show(
      <>
        <BackupSettings />
        <ConfirmDialog />
      </>,
      transport,
    );
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: /^Restore the backup of/ }));
    expect(await screen.findByText('Elm Street Clinic')).toBeTruthy();
    expect(screen.getByText('the passphrase of Dana Ortiz or Sam Lee, or the recovery key printed then')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Restore this backup' }));
    transport.say('backup.restore', {
      ok: false,
      error: { code: 'rule_violation', rule: 'confirm.passphrase', message: 'Type your passphrase again to do this.' },
    });
    await user.type(await screen.findByLabelText(/^Passphrase of/), 'river lamp orange nine');
    await user.click(screen.getByRole('button', { name: 'Go on' }));
    await waitFor(() => expect(transport.asked.map(({ path }) => path)).toContain('access.confirm'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(transport.openSubscriptions('backup.restore')).toBe(1));
    transport.say('backup.restore', {
      ok: true,
      data: { kind: 'result', result: { practiceName: 'Elm Street Clinic', backupAt: preview.at, missingFiles: 0 } },
    });
    expect(await screen.findByText(/^Elm Street Clinic is as it was on/)).toBeTruthy();
  });

  it('says beside the field why a folder is not taken', async () => {
    const message = 'Write the whole path of the folder, as the file manager shows it.';
    const transport = fakeTransport({
      'backup.list': () => answer(list()),
      'backup.settings': () => refuse({ code: 'invalid_input', message, fields: { folder: message } }),
    });
    show(<BackupSettings />, transport);
    const user = userEvent.setup();
    await user.type(await screen.findByLabelText('Folder'), 'usb{Enter}');
    expect(await screen.findByText(message)).toBeTruthy();
    expect(transport.asked.at(-1)?.input).toEqual({ folder: 'usb' });
  });
});

describe('a backup with a passphrase', () => {
  it('is opened by one of its day, or by the recovery key', async () => {
    let tries = 0;
    const wrong = 'This name and passphrase do not open it. Use those of the day on which it was made.';
    const transport = fakeTransport({
      'backup.list': () => answer(list()),
      'backup.preview': (input) => {
        if (!JSON.stringify(input).includes('opener')) return answer({ ...preview, contents: null });
        tries += 1;
        return tries === 1 ? refuse({ code: 'invalid_input', message: wrong, fields: { 'opener.passphrase': wrong } }) : answer(preview);
      },
    });
    show(<RestoreInTrouble asksItself={false} />, transport);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Look into it' }));
    await user.type(await screen.findByLabelText('Name'), 'Dana Ortiz');
    await user.type(screen.getByLabelText('Passphrase'), 'not this one');
    await user.click(screen.getByRole('button', { name: 'Open the backup' }));
    expect(await screen.findByText(wrong)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Use the recovery key' }));
    await user.type(screen.getByLabelText('Recovery key'), 'ABCDE');
    await user.click(screen.getByRole('button', { name: 'Open the backup' }));
    expect(await screen.findByText('Elm Street Clinic')).toBeTruthy();
  });

  it('is taken from elsewhere as a file', async () => {
    const transport = fakeTransport({ 'backup.list': () => answer(list({ backups: [] })), 'backup.preview': () => answer(preview) });
    show(<RestoreInTrouble asksItself={false} />, transport);
    await userEvent.upload(await screen.findByLabelText('Backup file'), new File(['x'], 'usb.backup'));
    expect(await screen.findByRole('heading', { name: 'Restore usb.backup' })).toBeTruthy();
    expect(transport.asked.at(-1)?.input).toEqual({ source: { kind: 'file', handle: 'handle of usb.backup' } });
  });
});

describe('the bar over the page', () => {
  it('says nothing while all is well', async () => {
    const transport = fakeTransport({});
    show(<BackupBar />, transport);
    await waitFor(() => expect(transport.asked.map(({ path }) => path)).toContain('backup.status'));
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('tells how old the last backup is, and makes one', async () => {
    const transport = fakeTransport({
      'backup.status': () => answer(status({ latestAt: '2026-11-19T16:00:00.000Z', daysSince: 4, warn: true })),
    });
    show(<BackupBar />, transport);
    expect(await screen.findByText('The last backup is 4 days old.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Make a backup' }));
    expect(transport.openSubscriptions('backup.make')).toBe(1);
  });

  it('asks after a restore whether all is well', async () => {
    const toConfirm = { restoredAt: preview.at, backupAt: preview.at, canRevert: true };
    const transport = fakeTransport({
      'backup.status': () => answer(status({ toConfirm })),
      'backup.confirmRestore': () => answer({ done: true }),
      'backup.revertRestore': () => answer({ done: true }),
    });
    show(<BackupBar />, transport);
    await userEvent.click(await screen.findByRole('button', { name: 'Keep it' }));
    await userEvent.click(screen.getByRole('button', { name: 'Go back to what was here before' }));
    await waitFor(() =>
      expect(transport.asked.map(({ path }) => path)).toEqual(expect.arrayContaining(['backup.confirmRestore', 'backup.revertRestore'])),
    );
  });

  it('asks for a passphrase of the time before where going back needs one', async () => {
    const user = userEvent.setup();
    const toConfirm = { restoredAt: preview.at, backupAt: preview.at, canRevert: true };
    const transport = fakeTransport({
      'backup.status': () => answer(status({ toConfirm })),
      'backup.revertRestore': (input) =>
        Object(input).opener ? answer({ done: true }) : refuse({ code: 'rule_violation', message: 'Locked.', rule: 'backup.locked' }),
    });
    show(<BackupBar />, transport);
    await user.click(await screen.findByRole('button', { name: 'Go back to what was here before' }));
    await user.type(await screen.findByLabelText('Name'), 'Dana Ortiz');
    await user.type(screen.getByLabelText('Passphrase'), 'river lamp orange nine');
    await user.click(screen.getByRole('button', { name: 'Go back with this' }));
    await waitFor(() =>
      expect(transport.asked.filter(({ path }) => path === 'backup.revertRestore').at(-1)?.input).toEqual({
        opener: { kind: 'passphrase', name: 'Dana Ortiz', passphrase: 'river lamp orange nine' },
      }),
    );
  });
});
