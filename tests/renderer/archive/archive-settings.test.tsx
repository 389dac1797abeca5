import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { ArchivePreview } from '../../../preload/contract/archive/archive.ts';
import type { Answer } from '../../../preload/contract/shared/transport.ts';
import { ArchiveSettings } from '../../../renderer/features/archive/archive-settings.tsx';
import { answer, fakeTransport, refuse, type FakeTransport } from '../support/fake-transport.ts';
import { show } from '../support/render.tsx';

const preview: ArchivePreview = {
  name: 'Harbor Family Medicine',
  exportedAt: '2026-11-23T16:00:00.000Z',
  counts: [
    { what: 'People', count: 24 },
    { what: 'Shifts', count: 1204 },
  ],
  missingFiles: 0,
  obstacle: null,
};

function open(answerPreview: () => Answer = () => answer(preview)): FakeTransport {
  const transport = fakeTransport({ 'archive.preview': answerPreview });
  show(<ArchiveSettings />, transport);
  return transport;
}

const say = (transport: FakeTransport, path: string, data: unknown) => act(() => transport.say(path, { ok: true, data }));
const chosen = () => screen.getByLabelText<HTMLInputElement>('Export as a zip');
const zip = new File(['PK'], 'Medical Office Manager 2026-11-23.zip', { type: 'application/zip' });

describe('export everything', () => {
  it('warns that it is not encrypted, tells how far it is, and says where it went', async () => {
    const user = userEvent.setup();
    const transport = open();
    expect(screen.getByText(/It is not encrypted/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Export everything' }));
    say(transport, 'archive.export', { kind: 'progress', done: 25, total: 100 });
    expect(screen.getByText('Exporting: 25 %')).toBeTruthy();
    say(transport, 'archive.export', { kind: 'result', result: { saved: true, fileName: 'x.zip', rows: 9, files: 1, missingFiles: 0 } });
    expect(await screen.findByText('Exported everything to x.zip')).toBeTruthy();
  });

  it('is fetched by the browser where there is no dialog of the system', async () => {
    const user = userEvent.setup();
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const transport = open();
    await user.click(screen.getByRole('button', { name: 'Export everything' }));
    const result = { saved: true, fileName: 'x.zip', download: 'handle', rows: 9, files: 1, missingFiles: 2 };
    say(transport, 'archive.export', { kind: 'result', result });
    expect(click.mock.contexts.map(String)).toEqual([expect.stringContaining('/files/handle')]);
    expect(await screen.findByText(/2 files are missing in the data folder/)).toBeTruthy();
    click.mockRestore();
  });

  it('is cancelled by its button', async () => {
    const user = userEvent.setup();
    const transport = open();
    await user.click(screen.getByRole('button', { name: 'Export everything' }));
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(transport.openSubscriptions('archive.export')).toBe(0);
    expect(screen.getByRole('button', { name: 'Export everything' })).toBeTruthy();
  });

  it('says what main refuses', async () => {
    const user = userEvent.setup();
    const transport = open();
    await user.click(screen.getByRole('button', { name: 'Export everything' }));
    act(() => transport.say('archive.export', refuse({ code: 'unavailable', message: 'The disk is full.' })));
    expect((await screen.findByRole('alert')).textContent).toBe('The disk is full.');
  });
});

describe('an export that is opened', () => {
  it('shows what it holds and is brought in with its progress', async () => {
    const user = userEvent.setup();
    const transport = open();
    await user.upload(chosen(), zip);
    expect(await screen.findByText('Harbor Family Medicine')).toBeTruthy();
    expect(screen.getByText('1,204')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Bring it in' }));
    say(transport, 'archive.import', { kind: 'progress', done: 1, total: 2 });
    expect(screen.getByText('Bringing it in: 50 %')).toBeTruthy();
    say(transport, 'archive.import', { kind: 'result', result: { changeSet: null, rows: 1300, files: 1 } });
    expect(await screen.findByText('Brought in 1,300 rows and 1 file')).toBeTruthy();
    expect(screen.queryByText('Harbor Family Medicine')).toBeNull();
  });

  it('says why it cannot be brought in, and shows no button for it', async () => {
    const user = userEvent.setup();
    open(() => answer({ ...preview, obstacle: 'This practice holds data already.', missingFiles: 1 }));
    await user.upload(chosen(), zip);
    expect(await screen.findByText('This practice holds data already.')).toBeTruthy();
    expect(screen.getByText('1 file was missing already when it was exported.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Bring it in' })).toBeNull();
  });

  it('says when it is none', async () => {
    const user = userEvent.setup();
    open(() => refuse({ code: 'invalid_input', message: 'This file cannot be read as an export.' }));
    await user.upload(chosen(), zip);
    expect((await screen.findByRole('alert')).textContent).toBe('This file cannot be read as an export.');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Open an export' }).hasAttribute('disabled')).toBe(false));
  });
});
