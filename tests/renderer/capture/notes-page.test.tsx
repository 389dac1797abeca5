import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { CapturedNoteView } from '../../../preload/contract/capture/capture.ts';
import { NotesPage } from '../../../renderer/features/capture/notes.page.tsx';
import { answer, fakeTransport } from '../support/fake-transport.ts';
import { show } from '../support/render.tsx';
import { testId } from '../support/views.builder.ts';

const waiting: CapturedNoteView = {
  id: testId(1),
  version: 3,
  text: 'The fridge in room 2 beeps',
  initials: 'KT',
  capturedAt: '2026-11-23T14:05:00Z',
  handledAt: null,
  handledBy: null,
};
const seenTo: CapturedNoteView = {
  ...waiting,
  id: testId(2),
  text: 'Paper is out',
  handledAt: '2026-11-23T16:00:00Z',
  handledBy: 'Dana Ortiz',
};

const isHandled = (input: unknown): boolean => typeof input === 'object' && input !== null && 'handled' in input && input.handled === true;

describe('the notes from the front desk', () => {
  it('lists what waits with who and when, and takes one as seen to', async () => {
    const user = userEvent.setup();
    const transport = fakeTransport({
      'capture.list': () => answer([waiting]),
      'capture.handle': () => answer({ changeSet: { id: testId(9), label: 'See to a note from the front desk' } }),
    });
    show(<NotesPage />, transport);
    const line = await screen.findByRole('listitem');
    expect(line.textContent).toContain('The fridge in room 2 beeps');
    expect(line.textContent).toContain('KT');
    expect(screen.getByText('1 note waiting')).toBeTruthy();
    await user.click(within(line).getByRole('button', { name: 'Seen to: The fridge in room 2 beeps' }));
    expect(await screen.findByText('See to a note from the front desk')).toBeTruthy();
    expect(transport.asked.at(-1)).toMatchObject({ path: 'capture.handle', input: { seen: { id: testId(1), version: 3 }, handled: true } });
  });

  it('shows what was seen to, and by whom', async () => {
    const user = userEvent.setup();
    show(<NotesPage />, fakeTransport({ 'capture.list': (input) => answer(isHandled(input) ? [seenTo] : []) }));
    expect(await screen.findByText('No note waits')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show what was seen to' }));
    expect((await screen.findByRole('listitem')).textContent).toContain('seen to by Dana Ortiz');
    expect(screen.getByRole('button', { name: 'Put back: Paper is out' })).toBeTruthy();
  });
});
