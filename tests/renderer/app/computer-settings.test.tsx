import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { computerPatch, defaultComputerSettings, patched, type ComputerPatch } from '../../../preload/contract/computer/computer.ts';
import { createApi } from '../../../renderer/api/client.ts';
import { App } from '../../../renderer/app/app.tsx';
import { useComputer } from '../../../renderer/app/computer.store.ts';
import { answer, fakeTransport, refuse, type FakeTransport } from '../support/fake-transport.ts';
import { practiceView } from '../support/views.builder.ts';

const usual = { appearance: defaultComputerSettings.appearance, locationId: null, unsaved: {}, heard: false };

beforeEach(() => {
  location.hash = '#/settings/appearance';
  localStorage.clear();
  useComputer.setState(usual);
});
afterEach(cleanup);

const saved = (transport: FakeTransport) => transport.asked.filter(({ path }) => path === 'computer.save').map(({ input }) => input);

/** A main that keeps what it is told. */
function keeping(first: ComputerPatch = {}): FakeTransport {
  let kept = patched(defaultComputerSettings, first);
  return fakeTransport({
    'practice.get': () => answer(practiceView()),
    'computer.get': () => answer(kept),
    'computer.save': (input) => answer((kept = patched(kept, computerPatch.parse(input)))),
  });
}

describe('the settings of this computer', () => {
  it('are main’s before anything is shown, whatever this browser profile remembers', async () => {
    const first: string[] = [];
    const stop = useComputer.subscribe(({ appearance }) =>
      first.push(`${appearance.colourScheme} ${document.querySelector('h1') !== null}`),
    );
    render(<App api={createApi(keeping({ appearance: { colourScheme: 'dark' } }))} />);
    expect(await screen.findByRole('radio', { name: 'Dark', checked: true })).toBeTruthy();
    stop();
    expect(first).toEqual(['dark false']);
  });

  it('are sent as they are chosen, and remembered for the next start', async () => {
    const user = userEvent.setup();
    const transport = keeping();
    render(<App api={createApi(transport)} />);
    await user.click(await screen.findByRole('radio', { name: '130%' }));
    await waitFor(() => expect(saved(transport)).toEqual([{ appearance: { textSize: 130 } }]));
    await waitFor(() => expect(useComputer.getState().unsaved).toEqual({}));
    const stored = z.object({ state: z.object({ appearance: z.object({ textSize: z.number() }) }) });
    expect(stored.parse(JSON.parse(localStorage.getItem('computer') ?? '')).state.appearance.textSize).toBe(130);
  });

  it('chosen a moment ago are not taken back by an older answer of main', () => {
    act(() => useComputer.getState().chooseAppearance({ density: 'large' }));
    act(() => useComputer.getState().follow(patched(defaultComputerSettings, { appearance: { colourScheme: 'dark' } })));
    expect(useComputer.getState()).toMatchObject({
      appearance: { colourScheme: 'dark', density: 'large' },
      unsaved: { appearance: { density: 'large' } },
    });
  });

  it('that could not be kept stay as chosen, are said, and are sent again with the next choice', async () => {
    const user = userEvent.setup();
    let full = true;
    const transport = fakeTransport({
      'practice.get': () => answer(practiceView()),
      'computer.save': () =>
        full ? refuse({ code: 'unavailable', message: 'The settings could not be kept.' }) : answer(defaultComputerSettings),
    });
    render(<App api={createApi(transport)} />);
    await user.click(await screen.findByRole('radio', { name: 'Dark' }));
    expect(await screen.findByText('The settings could not be kept.')).toBeTruthy();
    expect(screen.getByRole('radio', { name: 'Dark', checked: true })).toBeTruthy();
    full = false;
    await user.click(screen.getByRole('radio', { name: 'Comfortable' }));
    await waitFor(() => expect(saved(transport).at(-1)).toEqual({ appearance: { colourScheme: 'dark', density: 'comfortable' } }));
  });

  it('remembered as nonsense are the usual ones', async () => {
    localStorage.setItem('computer', JSON.stringify({ version: 1, state: { appearance: { textSize: 'huge' }, locationId: 7 } }));
    await useComputer.persist.rehydrate();
    expect(useComputer.getState()).toMatchObject(usual);
  });
});
