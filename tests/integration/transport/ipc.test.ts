import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerWindow } from '../../../main/hosts/electron/ipc.ts';
import type { AppTransport } from '../../../main/kernel/dispatcher.ts';
import { exposed, frame, ipcMain, ipcRenderer, webContents } from '../../harness/in-process-electron.ts';
import { openTestDispatcher, type Seen } from './test-router.ts';

vi.mock('electron', () => import('../../harness/in-process-electron.ts'));

let transport: AppTransport;
let seen: Seen;

beforeEach(async () => {
  ({ transport, seen } = await openTestDispatcher());
  ipcMain.removeHandler('request');
  ipcMain.removeAllListeners();
  webContents.removeAllListeners();
  answerWindow(transport);
});

afterEach(() => {
  Object.assign(frame, { url: 'app://office/', parent: null });
});

const note = { type: 'mutation', path: 'note', input: { text: 'x' } };
const countForEver = { type: 'subscription', path: 'count', input: { to: 1_000_000_000 } };

describe('the IPC of the window', () => {
  it('has two channels and no more', () => {
    expect(ipcMain.channels().toSorted()).toEqual(['request', 'subscribe']);
  });

  it('is exposed as two functions and no more', async () => {
    await import('../../../preload/index.ts');
    expect([...exposed.keys()]).toEqual(['bridge']);
    expect(exposed.get('bridge')).toEqual({ request: expect.any(Function), subscribe: expect.any(Function) });
  });

  it.each([
    ['another page', { url: 'https://example.com/', parent: null }],
    ['a page with the name in its path', { url: 'https://example.com/app://office/', parent: null }],
    ['a frame inside the page', { url: 'app://office/', parent: {} }],
    ['an empty page', { url: 'about:blank', parent: null }],
  ])('answers nothing to %s', async (_who, sender) => {
    Object.assign(frame, sender);
    expect(await ipcRenderer.invoke('request', note)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    const subscribe = vi.spyOn(transport, 'subscribe');
    ipcMain.sent({ sender: webContents, senderFrame: sender }, 'subscribe', JSON.stringify([{ id: 1, operation: countForEver }]));
    expect(subscribe).not.toHaveBeenCalled();
    expect(seen.notes).toEqual([]);
  });

  it.each([
    [undefined],
    [null],
    ['people.list'],
    [{}],
    [{ type: 'query' }],
    [{ type: 'delete', path: 'a' }],
    [{ ...note, more: 1 }],
    [{ name: 'a.csv', bytes: [1] }],
  ])('refuses %o as neither a call nor a file', async (message) => {
    expect(await ipcRenderer.invoke('request', message)).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
  });

  it.each([
    ['the page is loaded again', () => webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })],
    ['the window is gone', () => webContents.emit('destroyed')],
  ])('ends its subscriptions when %s', async (_when, happen) => {
    const said = vi.spyOn(webContents, 'send');
    ipcRenderer.send('subscribe', { id: 7, operation: countForEver });
    await vi.waitFor(() => expect(said).toHaveBeenCalled());
    happen();
    await vi.waitFor(() => expect(seen.ended).toEqual(['cancelled']));
  });

  it('goes on when only the address changes inside the page', async () => {
    const said = vi.spyOn(webContents, 'send');
    ipcRenderer.send('subscribe', { id: 8, operation: countForEver });
    await vi.waitFor(() => expect(said).toHaveBeenCalled());
    webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true });
    const before = said.mock.calls.length;
    await vi.waitFor(() => expect(said.mock.calls.length).toBeGreaterThan(before));
    expect(seen.ended).toEqual([]);
    ipcRenderer.send('subscribe', { id: 8 });
    await vi.waitFor(() => expect(seen.ended).toEqual(['cancelled']));
  });
});
