import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../../preload/contract/history/history.ts';
import { HistoryPanel } from '../../../renderer/features/history/history-panel.tsx';
import { answer, fakeTransport, refuse } from '../support/fake-transport.ts';
import { show } from '../support/render.tsx';
import { testId } from '../support/views.builder.ts';

const entries: readonly HistoryEntry[] = [
  {
    changeSetId: testId(2),
    label: 'Change Ana Ruiz',
    actor: 'Dana Whitfield',
    at: '2026-11-23T14:05:00Z',
    changes: [
      { field: 'Phone', from: 'x204', to: 'x205' },
      { field: 'Called', from: 'Annie', to: '' },
    ],
    undone: false,
  },
  { changeSetId: testId(1), label: 'Add Ana Ruiz', actor: 'Dana Whitfield', at: '2026-11-20T14:05:00Z', changes: [], undone: true },
];

describe('the history panel', () => {
  it('says who, what, and from what to what, and undoes what is not undone', async () => {
    const user = userEvent.setup();
    const transport = fakeTransport({
      'history.list': () => answer(entries),
      'history.undo': () => answer({ changeSet: { id: testId(3), label: 'Undo: Change Ana Ruiz' } }),
    });
    show(<HistoryPanel subject="person" ids={[testId(7)]} />, transport);
    const [change, addition] = await screen.findAllByRole('listitem');
    expect(change?.textContent).toContain('Dana Whitfield');
    expect([...(change?.querySelectorAll('dd') ?? [])].map(({ textContent }) => textContent)).toEqual(['x204 → x205', 'Annie → empty']);
    expect(addition && within(addition).queryByRole('button')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Undo: Change Ana Ruiz' }));
    expect(await screen.findByText('Undo: Change Ana Ruiz')).toBeTruthy();
    expect(transport.asked.at(-1)).toMatchObject({ path: 'history.undo', input: { changeSetId: testId(2) } });
  });

  it('says so when nothing was changed, and asks for nothing when there is nothing to ask about', async () => {
    const transport = fakeTransport({ 'history.list': () => answer([]) });
    show(<HistoryPanel subject="person" ids={[]} />, transport);
    expect(await screen.findByText('Nothing was changed here yet.')).toBeTruthy();
    expect(transport.asked.filter(({ path }) => path === 'history.list')).toEqual([]);
  });

  it('says a refusal in its place', async () => {
    const transport = fakeTransport({ 'history.list': () => refuse({ code: 'forbidden', message: 'Ask the office manager.' }) });
    show(<HistoryPanel subject="person" ids={[testId(7)]} />, transport);
    expect((await screen.findByRole('alert')).textContent).toContain('Ask the office manager.');
  });
});
