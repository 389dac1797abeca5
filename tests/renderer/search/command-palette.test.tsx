import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SearchResult } from '../../../preload/contract/search/search.ts';
import { useActionRegistry } from '../../../renderer/app/actions.ts';
import { useOverlay } from '../../../renderer/app/overlay.store.ts';
import { CommandPalette } from '../../../renderer/features/search/command-palette.tsx';
import { answer, fakeTransport } from '../support/fake-transport.ts';
import { show } from '../support/render.tsx';
import { testId } from '../support/views.builder.ts';

const result: SearchResult = {
  people: [
    {
      id: testId(70),
      name: 'Gloria Sato',
      positionCode: 'MA',
      positionColour: 'ma',
      locationName: 'Eastside',
      phone: 'x204',
      activeTo: null,
    },
  ],
  shifts: [
    {
      id: testId(80),
      personId: testId(70),
      personName: 'Gloria Sato',
      on: '2026-11-24',
      day: 'Tue Nov 24',
      hours: '8-4:30',
      positionCode: 'MA',
      positionColour: 'ma',
      locationId: testId(2),
      locationName: 'Eastside',
    },
  ],
  items: [],
  vendors: [],
};

function Where() {
  const { pathname, search } = useLocation();
  return <p>{`at ${pathname}${search}`}</p>;
}

const dark = vi.fn();

function open(text = '') {
  useOverlay.setState({ overlay: 'palette', paletteText: text });
  const transport = fakeTransport({ 'search.find': () => answer(result) });
  show(
    <>
      <CommandPalette />
      <Where />
    </>,
    transport,
  );
  return transport;
}

const chosen = () => screen.getAllByRole('option').find((option) => option.getAttribute('aria-selected') === 'true')?.textContent;

beforeEach(() => {
  dark.mockClear();
  Element.prototype.scrollIntoView = () => {};
  useActionRegistry.setState({
    sets: new Map([['test', [{ id: 'dark', label: 'Glow less: dark colors', group: 'View', perform: dark }]]]),
  });
});

describe('the palette', () => {
  it('has the focus, finds people, shifts and commands, and counts them', async () => {
    const user = userEvent.setup();
    open();
    expect(document.activeElement).toBe(screen.getByRole('combobox'));
    await user.keyboard('glo');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(3));
    expect(screen.getByText('3 found')).toBeTruthy();
    expect(within(screen.getByRole('group', { name: 'People' })).getByText('Glo').tagName).toBe('MARK');
  });

  it('goes round with the arrows and says which line is chosen', async () => {
    const user = userEvent.setup();
    open();
    await user.keyboard('glo');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(3));
    expect(chosen()).toContain('x204');
    await user.keyboard('{ArrowUp}');
    expect(chosen()).toContain('dark colors');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(chosen()).toContain('Tue Nov 24');
    const active = screen.getByRole('combobox').getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(active)?.textContent).toBe(chosen());
  });

  it('opens a person', async () => {
    const user = userEvent.setup();
    open();
    await user.keyboard('glo');
    await screen.findByText('x204');
    await user.keyboard('{Enter}');
    expect(screen.getByText(`at /people/${testId(70)}`)).toBeTruthy();
    expect(useOverlay.getState().overlay).toBeNull();
  });

  it('opens a shift on its week', async () => {
    const user = userEvent.setup();
    open();
    await user.keyboard('glo');
    await screen.findByText('x204');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(screen.getByText(`at /schedule?on=2026-11-24&shift=${testId(80)}`)).toBeTruthy();
  });

  it('runs a command, and asks main for nothing when only commands are wanted', async () => {
    const user = userEvent.setup();
    const transport = open();
    await user.keyboard('>glow{Enter}');
    expect(dark).toHaveBeenCalledTimes(1);
    expect(transport.asked.filter(({ path }) => path === 'search.find')).toEqual([]);
  });

  it('says when nothing matches, and Esc closes', async () => {
    const user = userEvent.setup();
    open();
    await user.keyboard('>xyz');
    expect(screen.getByText(/Nothing here matches/)).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(useOverlay.getState().overlay).toBeNull();
  });
});
