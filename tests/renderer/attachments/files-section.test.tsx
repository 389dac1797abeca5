import { fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AttachmentView } from '../../../preload/contract/attachments/attachments.ts';
import type { Answer } from '../../../preload/contract/shared/transport.ts';
import { FilesSection } from '../../../renderer/features/attachments/files-section.tsx';
import { fileSize } from '../../../renderer/features/attachments/file-words.ts';
import { answer, fakeTransport, refuse, type FakeTransport } from '../support/fake-transport.ts';
import { show } from '../support/render.tsx';
import { testId } from '../support/views.builder.ts';

const contract: AttachmentView = {
  id: testId(1),
  version: 1,
  name: 'contract.pdf',
  bytes: 245_760,
  kind: 'PDF',
  addedAt: '2026-11-23T16:00:00.000Z',
  addedBy: 'Dana',
  hasThumbnail: false,
};
const badge: AttachmentView = { ...contract, id: testId(2), name: 'badge.png', kind: 'picture', hasThumbnail: true };
const subject = { kind: 'person', id: testId(100) } as const;

beforeEach(() => {
  // jsdom has no addresses for bytes in memory.
  URL.createObjectURL = () => 'blob:test';
  URL.revokeObjectURL = () => {};
});

function open(files: readonly AttachmentView[], more: Record<string, (input: unknown) => Answer> = {}, mayChange = true): FakeTransport {
  const transport = fakeTransport({
    'attachments.list': () => answer({ files, mayChange }),
    'attachments.thumbnail': () => answer({ handle: 'thumbnail' }),
    'attachments.add': () => answer({ changeSet: { id: testId(900), label: 'Add it' }, id: testId(3) }),
    'attachments.archive': () => answer({ changeSet: { id: testId(901), label: 'Remove contract.pdf' } }),
    ...more,
  });
  show(
    <aside>
      <input aria-label="Somewhere in the panel" />
      <FilesSection subject={subject} label="Files of Dana Reed" />
    </aside>,
    transport,
  );
  return transport;
}

const asked = (transport: FakeTransport, path: string): unknown[] =>
  transport.asked.filter((operation) => operation.path === path).map(({ input }) => input);

const chosen = () => screen.getByLabelText<HTMLInputElement>('Files to add');
const file = (name: string, type = 'application/pdf') => new File(['x'], name, { type });

describe('the files of a thing', () => {
  it('says in one line that there are none', async () => {
    open([]);
    expect(await screen.findByText('No files yet. Choose, drop or paste a contract, a certificate or a picture.')).toBeTruthy();
  });

  it('shows each with its kind, size, day and who added it, and pictures small', async () => {
    open([contract, badge]);
    const [first] = await screen.findAllByRole('listitem');
    expect(first?.textContent).toMatch(/^PDFcontract\.pdfPDF, 240 KB, Mon Nov 23, .*, Dana$/);
    await waitFor(() => expect(document.querySelector('img')?.getAttribute('src')).toBe('blob:test'));
  });

  it('adds what is chosen, one after the other, and offers to undo', async () => {
    const user = userEvent.setup();
    const transport = open([]);
    await screen.findByRole('button', { name: 'Add a file' });
    await user.upload(chosen(), [file('a.pdf'), file('b.pdf')]);
    await waitFor(() => expect(asked(transport, 'attachments.add')).toHaveLength(2));
    expect(asked(transport, 'attachments.add')).toEqual([
      { subject, file: 'handle of a.pdf' },
      { subject, file: 'handle of b.pdf' },
    ]);
    expect(await screen.findByRole('button', { name: 'Undo' })).toBeTruthy();
  });

  it('adds what is dropped on it', async () => {
    const transport = open([]);
    await screen.findByRole('button', { name: 'Add a file' });
    const section = screen.getByRole('region', { name: 'Files of Dana Reed' });
    const dataTransfer = { files: [file('dropped.pdf')], types: ['Files'] };
    fireEvent.dragOver(section, { dataTransfer });
    expect(section.dataset['over']).toBe('true');
    fireEvent.drop(section, { dataTransfer });
    await waitFor(() => expect(asked(transport, 'attachments.add')).toEqual([{ subject, file: 'handle of dropped.pdf' }]));
    expect(section.dataset['over']).toBeUndefined();
  });

  it('adds a pasted picture under a better name, and leaves pasted text to its field', async () => {
    const transport = open([]);
    await screen.findByRole('button', { name: 'Add a file' });
    const field = screen.getByLabelText('Somewhere in the panel');
    const picture = file('image.png', 'image/png');
    fireEvent.paste(field, { clipboardData: { files: [picture], types: ['text/plain', 'Files'] } });
    fireEvent.paste(field, { clipboardData: { files: [picture], types: ['Files'] } });
    await waitFor(() => expect(asked(transport, 'attachments.add')).toEqual([{ subject, file: 'handle of Pasted picture.png' }]));
  });

  it('says what main refuses, with the name, and stops there', async () => {
    const user = userEvent.setup();
    const transport = open([], {
      'attachments.add': () => refuse({ code: 'invalid_input', message: 'Only pictures can be added.', fields: { file: 'x' } }),
    });
    await screen.findByRole('button', { name: 'Add a file' });
    await user.upload(chosen(), [file('a.pdf'), file('b.pdf')]);
    expect((await screen.findByRole('alert')).textContent).toBe('a.pdf: Only pictures can be added.');
    expect(asked(transport, 'attachments.add')).toHaveLength(1);
  });

  it('refuses over 25 MB before anything is sent', async () => {
    const user = userEvent.setup();
    const transport = open([]);
    await screen.findByRole('button', { name: 'Add a file' });
    const large = file('film.pdf');
    Object.defineProperty(large, 'size', { value: 26 * 1024 * 1024 });
    await user.upload(chosen(), large);
    expect((await screen.findByRole('alert')).textContent).toContain('film.pdf: This file is over 25 MB.');
    expect(asked(transport, 'attachments.add')).toEqual([]);
  });

  it('says when the same file is here already', async () => {
    const user = userEvent.setup();
    open([contract], { 'attachments.add': () => answer({ changeSet: null, id: contract.id }) });
    await screen.findByRole('button', { name: 'Add a file' });
    await user.upload(chosen(), file('contract.pdf'));
    expect(await screen.findByText('contract.pdf is here already')).toBeTruthy();
  });

  it('saves a copy, by the dialog of the system or as a download', async () => {
    const user = userEvent.setup();
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    let download: string | undefined;
    open([contract], {
      'attachments.saveCopy': () => answer({ saved: true, fileName: 'contract.pdf', ...(download === undefined ? {} : { download }) }),
    });
    await user.click(await screen.findByRole('button', { name: 'Save a copy of contract.pdf' }));
    expect(await screen.findByText('Saved contract.pdf')).toBeTruthy();
    download = 'handle';
    await user.click(screen.getByRole('button', { name: 'Save a copy of contract.pdf' }));
    await waitFor(() => expect(click.mock.contexts.map((link) => String(link))).toEqual([expect.stringContaining('/files/handle')]));
    click.mockRestore();
  });

  it('removes by Del, keeps the keyboard in the list, and offers to undo', async () => {
    const user = userEvent.setup();
    const transport = open([contract, badge]);
    (await screen.findByRole('button', { name: 'Save a copy of contract.pdf' })).focus();
    await user.keyboard('{Delete}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Save a copy of badge.png');
    await waitFor(() => expect(asked(transport, 'attachments.archive')).toEqual([{ seen: { id: contract.id, version: 1 } }]));
    expect(await screen.findByText('Remove contract.pdf')).toBeTruthy();
  });

  it('shows no way to change them to those who may only look, and nothing at all to others', async () => {
    open([contract], {}, false);
    expect(await screen.findByText('contract.pdf')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Add|Remove/ })).toBeNull();
  });

  it('is left out where the role may not see files', async () => {
    const transport = open([], { 'attachments.list': () => refuse({ code: 'forbidden', message: 'Ask the office manager.' }) });
    await waitFor(() => expect(asked(transport, 'attachments.list')).toHaveLength(1));
    await waitFor(() => expect(screen.queryByRole('region')).toBeNull());
  });
});

it.each([
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 KB'],
  [1500, '1.5 KB'],
  [245_760, '240 KB'],
  [1_300_000, '1.2 MB'],
  [26_214_400, '25 MB'],
])('%d bytes are %s', (bytes, words) => {
  expect(fileSize(bytes)).toBe(words);
});
