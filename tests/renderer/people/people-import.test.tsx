import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { importInput, type ImportPreview } from '../../../preload/contract/people/people.ts';
import { fieldOfColumn, mapsDates, remap } from '../../../renderer/features/people/import/column-mapping.ts';
import { useLinesToCorrect } from '../../../renderer/features/people/import/lines-to-correct.store.ts';
import { PeopleImportPage } from '../../../renderer/features/people/people-import.page.tsx';
import { useUndo } from '../../../renderer/app/undo.store.ts';
import { answer, fakeTransport, refuse, type FakeTransport } from '../support/fake-transport.ts';
import { show } from '../support/render.tsx';
import { testId } from '../support/views.builder.ts';
import { importPreview, importRow } from './people.builder.ts';
import { standInForLayout } from './without-layout.ts';

standInForLayout();

describe('the mapping of columns', () => {
  it('names every field, so that nothing is guessed anew', () => {
    const next = remap({ name: 0, phone: 1 }, 1, 'activeFrom');
    expect(next).toMatchObject({ name: 0, phone: null, activeFrom: 1, position: null });
    expect(fieldOfColumn(next, 1)).toBe('activeFrom');
    expect(mapsDates(next)).toBe(true);
  });

  it('lets the former column of a field go', () => {
    const next = remap({ name: 0, phone: 1 }, 2, 'phone');
    expect(fieldOfColumn(next, 1)).toBeUndefined();
    expect(fieldOfColumn(next, 2)).toBe('phone');
    expect(mapsDates(remap(next, 2, null))).toBe(false);
  });
});

const rows = [
  importRow(),
  importRow({ line: 3, name: 'Omar Diaz', outcome: 'change', changes: [{ field: 'Phone', from: '555-1', to: '555-2' }] }),
  importRow({ line: 4, name: 'Bo Smith', outcome: 'refuse', reasons: ['The hours “forty” cannot be read.'] }),
];

async function paste(preview: (input: unknown) => ReturnType<typeof answer>): Promise<FakeTransport> {
  const transport = fakeTransport({ 'people.import.preview': preview });
  show(<PeopleImportPage />, transport);
  const user = userEvent.setup();
  await user.click(screen.getByLabelText(/Paste the staff list/));
  await user.paste('Employee\tHired\nReed, Dana\t03/04/2024\n');
  return transport;
}

/** The preview main would give for what it is asked. */
function given(input: unknown): ImportPreview {
  const { mapping, dateOrder } = importInput.extend({ source: z.unknown() }).parse(input);
  return importPreview(rows, { ...(mapping ? { mapping } : {}), ...(dateOrder ? { dateOrder } : {}) });
}

const previews = (transport: FakeTransport) =>
  transport.asked.filter(({ path }) => path === 'people.import.preview').map(({ input }) => input);

describe('the import page', () => {
  it('shows what each row does and why', async () => {
    const transport = await paste(() => answer(importPreview(rows)));
    expect(await screen.findByText('Phone: 555-1 → 555-2')).toBeTruthy();
    expect(screen.getByText('The hours “forty” cannot be read.')).toBeTruthy();
    expect(screen.getByText(/1 new, 1 changed, 1 cannot be imported/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Import the other 2' })).toBeTruthy();
    expect(previews(transport)).toEqual([{ source: { file: 'handle of Pasted list' } }]);
  });

  it('offers the lines that an earlier step left out to be corrected', async () => {
    const user = userEvent.setup();
    useLinesToCorrect.getState().keep('Name\tHours\nBo Smith\tforty');
    show(<PeopleImportPage />, fakeTransport({ 'people.import.preview': () => answer(importPreview(rows)) }));
    const lines = screen.getByLabelText<HTMLTextAreaElement>('Correct the lines that were left out');
    expect(lines.value).toBe('Name\tHours\nBo Smith\tforty');
    await user.type(lines, '{Backspace>5/}40');
    await user.click(screen.getByRole('button', { name: 'Look at it' }));
    await user.click(await screen.findByRole('button', { name: 'Correct the lines' }));
    expect(screen.getByLabelText<HTMLTextAreaElement>('Correct the lines that were left out').value).toBe('Name\tHours\nBo Smith\t40');
    await user.click(screen.getByRole('button', { name: 'Another list' }));
    expect(screen.getByLabelText<HTMLTextAreaElement>(/Paste the staff list/).value).toBe('');
  });

  it('narrows the rows to one outcome', async () => {
    const user = userEvent.setup();
    await paste(() => answer(importPreview(rows)));
    await user.click(await screen.findByRole('button', { name: 'Left out 1' }));
    expect(screen.queryByText('Dana Reed')).toBeNull();
    expect(screen.getByText('Bo Smith')).toBeTruthy();
  });

  it('asks for the preview again when a column is given another field, and when the dates have another order', async () => {
    const user = userEvent.setup();
    const transport = await paste((input) => answer(given(input)));
    await user.selectOptions(await screen.findByLabelText('Dates have the'), 'dmy');
    await waitFor(() => expect(previews(transport)).toHaveLength(2));
    expect(previews(transport)[1]).toMatchObject({ dateOrder: 'dmy' });
    await user.selectOptions(screen.getByLabelText('Column Hired is'), 'phone');
    await waitFor(() => expect(previews(transport)).toHaveLength(3));
    expect(previews(transport)[2]).toMatchObject({ mapping: { name: 0, phone: 1, activeFrom: null }, dateOrder: 'dmy' });
    await waitFor(() => expect(screen.queryByLabelText('Dates have the')).toBeNull());
  });

  it('says in its place why a list cannot be read', async () => {
    await paste(() => refuse({ code: 'invalid_input', message: 'A quote in line 3 is not closed. Correct it there.' }));
    expect((await screen.findByRole('alert')).textContent).toContain('A quote in line 3 is not closed. Correct it there.');
    expect(screen.getByRole('button', { name: 'Another list' })).toBeTruthy();
  });

  it('shows the progress, and cancelling ends the work', async () => {
    const user = userEvent.setup();
    const transport = await paste(() => answer(importPreview(rows)));
    await user.click(await screen.findByRole('button', { name: 'Import the other 2' }));
    expect(transport.openSubscriptions('people.import.commit')).toBe(1);
    act(() => transport.say('people.import.commit', { ok: true, data: { kind: 'progress', done: 1, total: 2 } }));
    expect(screen.getByText('1 of 2 imported')).toBeTruthy();
    expect(screen.getByRole('progressbar', { name: 'Import' }).getAttribute('aria-valuenow')).toBe('50');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(transport.openSubscriptions('people.import.commit')).toBe(0);
    expect(screen.getByRole('button', { name: 'Import the other 2' })).toBeTruthy();
  });

  it('tells the result with Undo', async () => {
    const user = userEvent.setup();
    useUndo.setState({ done: [], undone: [] });
    const transport = await paste(() => answer(importPreview(rows)));
    await user.click(await screen.findByRole('button', { name: 'Import the other 2' }));
    const changeSet = { id: testId(900), label: 'Import 1 person, change 1' };
    act(() =>
      transport.say('people.import.commit', {
        ok: true,
        data: { kind: 'result', result: { changeSet, counts: importPreview(rows).counts } },
      }),
    );
    expect(await screen.findByText('Import 1 person, change 1')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
    expect(useUndo.getState().done).toEqual([changeSet]);
  });

  it('says why an import was refused and keeps the list', async () => {
    const user = userEvent.setup();
    const transport = await paste(() => answer(importPreview(rows)));
    await user.click(await screen.findByRole('button', { name: 'Import the other 2' }));
    act(() =>
      transport.say('people.import.commit', refuse({ code: 'unavailable', message: 'The disk is full. Make room and import again.' })),
    );
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.');
    expect(screen.getByText('Bo Smith')).toBeTruthy();
  });
});
