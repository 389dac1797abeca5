import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PrintOptions, type PrintChoices } from '../../../renderer/print/print-options.tsx';

afterEach(cleanup);

const published = { id: '01930000-0000-7000-8009-000000000001', label: 'L-31', publishedAt: '2026-11-23T16:21:00.000Z', actor: 'Petra' };
const now: PrintChoices = { publicationId: null, paper: 'letter', openShifts: true };

function show(over: Partial<Parameters<typeof PrintOptions>[0]> = {}) {
  const change = vi.fn<(choices: PrintChoices) => void>();
  const saveNote = vi.fn<(note: string) => void>();
  render(
    <PrintOptions
      choices={now}
      change={change}
      published={published}
      hasOpenShifts
      note="Park behind the building."
      noteDropped={false}
      saveNote={saveNote}
      {...over}
    />,
  );
  return { change, saveNote, note: screen.getByRole('textbox', { name: 'Note on this week' }), user: userEvent.setup() };
}

describe('the note', () => {
  it('is saved once, as one line, when it is left', async () => {
    const { saveNote, note, user } = show();
    await user.clear(note);
    await user.type(note, '  Flu clinic   Friday ');
    expect(saveNote).not.toHaveBeenCalled();
    await user.tab();
    expect(saveNote.mock.calls).toEqual([['Flu clinic Friday']]);
  });

  it('is saved by Enter, and not when nothing changed', async () => {
    const { saveNote, note, user } = show();
    await user.type(note, '{Enter}');
    expect(saveNote).not.toHaveBeenCalled();
    await user.type(note, ' Bring cake.{Enter}');
    expect(saveNote.mock.calls).toEqual([['Park behind the building. Bring cake.']]);
  });

  it('takes back what was typed by Esc', async () => {
    const { saveNote, note, user } = show();
    await user.type(note, ' Wrong');
    await user.keyboard('{Escape}');
    await user.tab();
    expect(note).toHaveProperty('value', 'Park behind the building.');
    expect(saveNote).not.toHaveBeenCalled();
  });

  it('of a published version cannot be changed', async () => {
    const { saveNote, note, user } = show({ choices: { ...now, publicationId: published.id } });
    await user.type(note, ' More');
    await user.tab();
    expect(note).toHaveProperty('value', 'Park behind the building.');
    expect(saveNote).not.toHaveBeenCalled();
  });

  it('tells when there is no room for it', () => {
    show({ noteDropped: true });
    expect(screen.getByText(/Left out on paper/)).toBeTruthy();
  });
});

describe('the choices', () => {
  it('change one thing at a time', async () => {
    const { change, user } = show();
    await user.click(screen.getByRole('radio', { name: 'A4' }));
    await user.click(screen.getByRole('radio', { name: /^L-31/ }));
    await user.click(screen.getByRole('checkbox', { name: 'Show open shifts' }));
    expect(change.mock.calls.map(([choices]) => choices)).toEqual([
      { ...now, paper: 'a4' },
      { ...now, publicationId: published.id },
      { ...now, openShifts: false },
    ]);
  });

  it('offer only what there is', () => {
    show({ published: null, hasOpenShifts: false });
    expect(screen.queryByRole('radio', { name: 'As it is now' })).toBeNull();
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.getAllByRole('radio')).toHaveLength(2);
  });
});
