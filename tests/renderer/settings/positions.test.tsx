import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { PositionSettings } from '../../../renderer/features/practice/position-settings.tsx';
import { answer, fakeTransport } from '../support/fake-transport.ts';
import { show } from '../support/render.tsx';
import { practiceView, testId } from '../support/views.builder.ts';

/** Main with positions in it, which can be added, changed and ordered. */
function positionsInMain() {
  let view = practiceView();
  const changed = (positions: typeof view.positions) => {
    view = { ...view, positions };
    return answer({ changeSet: { id: testId(200), label: 'Change' } });
  };
  return fakeTransport({
    'practice.get': () => answer(view),
    'practice.position.save': (input) => {
      const { position } = input as { position: (typeof view.positions)[number] };
      return changed([...view.positions, { ...position, id: testId(50), version: 1 }]);
    },
    'practice.position.order': (input) => {
      const { ids } = input as { ids: string[] };
      return changed(ids.flatMap((id) => view.positions.filter((position) => position.id === id)));
    },
  });
}

const asked = (transport: ReturnType<typeof positionsInMain>, path: string) =>
  transport.asked.filter((operation) => operation.path === path).map(({ input }) => input);

describe('the positions', () => {
  it('adds one by typing and Enter, once, though the line is also left', async () => {
    const user = userEvent.setup();
    const transport = positionsInMain();
    show(<PositionSettings />, transport);
    await user.click(screen.getByRole('button', { name: 'Add position' }));
    await user.keyboard('xr{Tab}X-ray{Enter}{Tab}{Tab}{Tab}{Tab}');
    await screen.findByLabelText('Name of X-ray');
    expect(asked(transport, 'practice.position.save')).toEqual([{ position: { code: 'XR', name: 'X-ray', colour: 'pr' } }]);
    expect(screen.queryByLabelText('Name of the new position')).toBeNull();
  });

  it('says what a new one lacks only when the line is left', async () => {
    const user = userEvent.setup();
    const transport = positionsInMain();
    show(<PositionSettings />, transport);
    await user.click(screen.getByRole('button', { name: 'Add position' }));
    await user.keyboard('x{Tab}');
    expect(screen.queryByText('Fill this in.')).toBeNull();
    await user.click(screen.getByRole('heading', { name: 'Positions' }));
    await screen.findByText('Fill this in.');
    expect(screen.getByText('Use two letters, like FD.')).toBeTruthy();
    expect(asked(transport, 'practice.position.save')).toEqual([]);
  });

  it('changes the order with Alt and an arrow, at once', async () => {
    const user = userEvent.setup();
    const transport = positionsInMain();
    show(<PositionSettings />, transport);
    screen.getByLabelText('Name of Medical assistants').focus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(screen.getAllByLabelText(/^Code of/).map((input) => (input instanceof HTMLInputElement ? input.value : ''))).toEqual([
      'MA',
      'FD',
    ]);
    await waitFor(() => expect(asked(transport, 'practice.position.order')).toEqual([{ ids: [testId(11), testId(10)] }]));
    expect(document.activeElement).toBe(screen.getByLabelText('Name of Medical assistants'));
  });
});
