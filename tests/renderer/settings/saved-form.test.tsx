import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { PracticeSettings } from '../../../renderer/features/practice/practice-settings.tsx';
import { useUndo } from '../../../renderer/app/undo.store.ts';
import { useNotices } from '../../../renderer/ui/notices/notice.store.ts';
import { answer, fakeTransport, refuse, type FakeTransport } from '../support/fake-transport.ts';
import { show } from '../support/render.tsx';
import { practiceView, testId } from '../support/views.builder.ts';

beforeEach(() => {
  useUndo.setState({ done: [], undone: [] });
  useNotices.setState({ notice: null });
});

const saves = (transport: FakeTransport) => transport.asked.filter(({ path }) => path === 'practice.save').map(({ input }) => input);

/** Main with one practice in it, which its saves change. */
function practiceInMain() {
  let view = practiceView();
  return fakeTransport({
    'practice.get': () => answer(view),
    'practice.save': (input) => {
      const { practice } = input as { practice: typeof view.practice };
      view = { ...view, version: view.version + 1, practice };
      return answer({ changeSet: { id: testId(100 + view.version), label: 'Change the practice' } });
    },
  });
}

describe('a form that saves itself', () => {
  it('saves when a field is left, with the version that was seen, and can be undone', async () => {
    const user = userEvent.setup();
    const transport = practiceInMain();
    show(<PracticeSettings />, transport);
    const name = screen.getByLabelText('Name');
    await user.clear(name);
    await user.type(name, 'Harbor Clinic');
    expect(saves(transport)).toEqual([]);
    await user.tab();
    await waitFor(() => expect(saves(transport)).toHaveLength(1));
    expect(saves(transport)[0]).toEqual({
      seen: { id: testId(1), version: 3 },
      practice: { ...practiceView().practice, name: 'Harbor Clinic' },
    });
    expect(await screen.findByRole('button', { name: 'Undo' })).toBeTruthy();
    expect(useUndo.getState().done.map(({ label }) => label)).toEqual(['Change the practice']);
  });

  it('saves a choice at once, and the next save carries the new version', async () => {
    const user = userEvent.setup();
    const transport = practiceInMain();
    show(<PracticeSettings />, transport);
    await user.selectOptions(screen.getByLabelText('Paper'), 'A4');
    await waitFor(() => expect(saves(transport)).toHaveLength(1));
    await user.selectOptions(screen.getByLabelText('The schedule begins on'), 'Sunday');
    await waitFor(() => expect(saves(transport)).toHaveLength(2));
    expect(saves(transport)[1]).toMatchObject({ seen: { version: 4 }, practice: { paper: 'a4', weekStartsOn: 7 } });
  });

  it('does nothing when nothing is different', async () => {
    const user = userEvent.setup();
    const transport = practiceInMain();
    show(<PracticeSettings />, transport);
    await user.type(screen.getByLabelText('Name'), 'x{Backspace}');
    await user.tab();
    await user.tab();
    expect(saves(transport)).toEqual([]);
  });

  it('says beside the field what cannot be, and sends nothing', async () => {
    const user = userEvent.setup();
    const transport = practiceInMain();
    show(<PracticeSettings />, transport);
    await user.clear(screen.getByLabelText('Name'));
    await user.tab();
    await screen.findByText('Fill this in.');
    expect(screen.getByLabelText('Name').getAttribute('aria-invalid')).toBe('true');
    expect(saves(transport)).toEqual([]);
  });

  it('puts a refusal of main beside its field', async () => {
    const user = userEvent.setup();
    const transport = fakeTransport({
      'practice.save': () =>
        refuse({ code: 'invalid_input', message: 'practice.name: taken', fields: { 'practice.name': 'Another practice has this name.' } }),
    });
    show(<PracticeSettings />, transport);
    await user.type(screen.getByLabelText('Name'), '!');
    await user.tab();
    await screen.findByText('Another practice has this name.');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps the typing through a conflict, and saves it again when asked', async () => {
    const user = userEvent.setup();
    let refused = true;
    const transport = fakeTransport({
      'practice.get': () => answer(practiceView({ version: 9 })),
      'practice.save': () => (refused ? refuse({ code: 'conflict', message: 'Dana changed this since.' }) : answer({ changeSet: null })),
    });
    show(<PracticeSettings />, transport);
    await user.type(screen.getByLabelText('Name'), ' East');
    await user.tab();
    await screen.findByText('Dana changed this since.');
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Harbor Family Medicine East');
    refused = false;
    await user.click(screen.getByRole('button', { name: 'Save mine' }));
    await waitFor(() => expect(screen.queryByText('Dana changed this since.')).toBeNull());
    expect(saves(transport).at(-1)).toMatchObject({ practice: { name: 'Harbor Family Medicine East' } });
  });

  it('takes the stored values when asked', async () => {
    const user = userEvent.setup();
    const transport = fakeTransport({ 'practice.save': () => refuse({ code: 'conflict', message: 'Dana changed this since.' }) });
    show(<PracticeSettings />, transport);
    await user.type(screen.getByLabelText('Name'), ' East');
    await user.tab();
    await user.click(await screen.findByRole('button', { name: 'Take theirs' }));
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Harbor Family Medicine');
  });
});
