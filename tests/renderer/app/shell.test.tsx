import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApi } from '../../../renderer/api/client.ts';
import { App } from '../../../renderer/app/app.tsx';
import { useOverlay } from '../../../renderer/app/overlay.store.ts';
import { useUndo } from '../../../renderer/app/undo.store.ts';
import { answer, fakeTransport, refuse } from '../support/fake-transport.ts';
import { practiceView, testId } from '../support/views.builder.ts';

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
  location.hash = '#/settings/about';
  useOverlay.setState({ overlay: null });
  useUndo.setState({ done: [], undone: [] });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the shell', () => {
  it('shows the practice, its places and the page, in landmarks', async () => {
    render(<App api={createApi(fakeTransport({ 'practice.get': () => answer(practiceView()) }))} />);
    // The pages are read when they are first gone to, which a busy computer takes a while for.
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' }, { timeout: 10_000 })).toBeTruthy();
    const links = screen.getByRole('navigation', { name: 'Sections' }).querySelectorAll('a');
    expect([...links].map(({ textContent }) => textContent)).toEqual(['Schedule', 'Supplies', 'People', 'Settings']);
    expect(screen.getByRole('link', { name: 'Settings' }).getAttribute('aria-current')).toBe('page');
    expect(screen.getByRole('main')).toBeTruthy();
    expect(document.title).toContain('Settings');
  });

  it('opens the keyboard help on ? and the palette on Ctrl+K', async () => {
    const user = userEvent.setup();
    render(<App api={createApi(fakeTransport({ 'practice.get': () => answer(practiceView()) }))} />);
    await screen.findByRole('heading', { level: 1 });
    await user.keyboard('?');
    const help = await screen.findByRole('dialog', { name: /Keyboard/ });
    expect(help.textContent).toContain('Undo');
    await user.keyboard('{Escape}');
    await user.keyboard('{Control>}k{/Control}');
    expect(await screen.findByRole('combobox', { name: 'Search or jump to' })).toBeTruthy();
  });

  it('undoes the last change on Ctrl+Z and says so', async () => {
    const user = userEvent.setup();
    const undo = vi.fn(() => answer({ changeSet: { id: testId(91), label: 'Undo' } }));
    render(<App api={createApi(fakeTransport({ 'practice.get': () => answer(practiceView()), 'history.undo': undo }))} />);
    await screen.findByRole('heading', { level: 1 });
    act(() => useUndo.getState().push({ id: testId(90), label: 'Archive Ana Ruiz' }));
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByText('Undone: Archive Ana Ruiz')).toBeTruthy();
    expect(undo).toHaveBeenCalledWith({ changeSetId: testId(90) });
  });

  it('says why the app could not begin, with the incident, and tries again when asked', async () => {
    const user = userEvent.setup();
    let broken = true;
    const transport = fakeTransport({
      'practice.get': () =>
        broken
          ? refuse({ code: 'internal', message: 'Something went wrong here and nothing was changed.', incident: 'A1B2C3D4' })
          : answer(practiceView()),
    });
    render(<App api={createApi(transport)} />);
    expect((await screen.findByRole('alert')).textContent).toContain('A1B2C3D4');
    broken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeTruthy();
  });
});
