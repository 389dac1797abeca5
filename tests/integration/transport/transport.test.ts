import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { answerWindow } from '../../../main/hosts/electron/ipc.ts';
import { Downloads } from '../../../main/hosts/web/downloads.ts';
import { startWebHost } from '../../../main/hosts/web/server.ts';
import type { AppTransport } from '../../../main/kernel/dispatcher.ts';
import {
  maximumFileBytes,
  type Bridge,
  type Operation,
  type StreamMessage,
  type Transport,
} from '../../../preload/contract/shared/transport.ts';
import { bridgeTransport } from '../../../renderer/api/bridge-transport.ts';
import { httpTransport } from '../../../renderer/api/http-transport.ts';
import * as electron from '../../harness/in-process-electron.ts';
import { enter } from './node-browser.ts';
import { openTestDispatcher } from './test-router.ts';

vi.mock('electron', () => import('../../harness/in-process-electron.ts'));

afterEach(() => {
  vi.unstubAllGlobals();
});

async function overHttp(transport: AppTransport): Promise<Transport> {
  const assets = mkdtempSync(join(tmpdir(), 'assets-'));
  writeFileSync(join(assets, 'index.html'), '<p>page</p>');
  const host = await startWebHost({ connect: () => transport, assets, downloads: new Downloads() });
  onTestFinished(() => host.close());
  const browser = await enter(host.address);
  vi.stubGlobal('fetch', browser.fetch);
  return httpTransport(browser.origin);
}

async function overIpc(transport: AppTransport): Promise<Transport> {
  electron.ipcMain.removeHandler('request');
  electron.ipcMain.removeAllListeners();
  answerWindow(transport);
  await import('../../../preload/index.ts');
  const bridge = electron.exposed.get('bridge');
  if (!isBridge(bridge)) throw new Error('The preload exposed no bridge.');
  return bridgeTransport(bridge);
}

const isBridge = (value: unknown): value is Bridge => typeof value === 'object' && value !== null && 'request' in value;

const doors: readonly { readonly name: string; readonly connect: (transport: AppTransport) => Promise<Transport> }[] = [
  { name: 'in process', connect: async (transport) => transport },
  { name: 'over IPC', connect: overIpc },
  { name: 'over loopback HTTP', connect: overHttp },
];

/** Everything a subscription says until it ends. */
function listen(transport: Transport, operation: Operation): Promise<StreamMessage[]> {
  return new Promise((resolve) => {
    const messages: StreamMessage[] = [];
    transport.subscribe(operation, (message) => {
      messages.push(message);
      if ('done' in message || !message.ok) resolve(messages);
    });
  });
}

describe.each(doors)('$name', ({ connect }) => {
  const open = async () => {
    const { transport, seen } = await openTestDispatcher();
    return { client: await connect(transport), seen };
  };

  it.each<[string, Operation, unknown]>([
    ['a query', { type: 'query', path: 'add', input: { a: 2, b: 3 } }, { ok: true, data: { sum: 5 } }],
    ['a query without input', { type: 'query', path: 'nothing' }, { ok: true, data: null }],
    ['a mutation', { type: 'mutation', path: 'note', input: { text: 'é 🩺' } }, { ok: true, data: { count: 1 } }],
    [
      'a refused input, by its field',
      { type: 'mutation', path: 'note', input: { text: '' } },
      { ok: false, error: { code: 'invalid_input', message: 'text: Fill this in.', fields: { text: 'Fill this in.' } } },
    ],
    [
      'a broken rule',
      { type: 'mutation', path: 'refuse' },
      { ok: false, error: { code: 'rule_violation', message: 'The rest is too short.', rule: 'rest.minimum' } },
    ],
    [
      'an unknown procedure',
      { type: 'query', path: 'addd' },
      { ok: false, error: { code: 'not_found', message: expect.stringContaining('addd') } },
    ],
    ['a procedure of the prototype', { type: 'query', path: 'toString' }, { ok: false, error: { code: 'not_found' } }],
    [
      'a query called as a mutation',
      { type: 'mutation', path: 'add', input: { a: 1, b: 1 } },
      { ok: false, error: { code: 'invalid_input' } },
    ],
  ])('carries %s', async (_what, operation, answer) => {
    const { client } = await open();
    expect(await client.request(operation)).toMatchObject(answer as object);
  });

  it('says nothing of the inside when something breaks', async () => {
    const { client } = await open();
    const answer = await client.request({ type: 'query', path: 'fail' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal', incident: expect.stringMatching(/^[0-9A-F]{8}$/) } });
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  it('answers many calls at once, each its own', async () => {
    const { client } = await open();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, a) => client.request({ type: 'query', path: 'add', input: { a, b: 1 } })),
    );
    expect(answers).toEqual(answers.map((_, a) => ({ ok: true, data: { sum: a + 1 } })));
  });

  it('carries 4 MB both ways', async () => {
    const { client } = await open();
    const text = 'shift 🩺\n'.repeat(400_000);
    expect(await client.request({ type: 'query', path: 'echo', input: { text } })).toEqual({ ok: true, data: text });
  });

  it('runs a subscription to its result', async () => {
    const { client, seen } = await open();
    const messages = await listen(client, { type: 'subscription', path: 'count', input: { to: 5 } });
    expect(messages.slice(-2)).toEqual([{ ok: true, data: { kind: 'result', result: { counted: 5 } } }, { done: true }]);
    expect(messages[0]).toMatchObject({ ok: true, data: { kind: 'progress', total: 5 } });
    expect(seen.ended).toEqual(['finished']);
  });

  it.each<[string, Operation, string]>([
    ['half way', { type: 'subscription', path: 'count', input: { to: 9, failAt: 3 } }, 'conflict'],
    ['for its input', { type: 'subscription', path: 'count', input: { to: 0 } }, 'invalid_input'],
    ['for its name', { type: 'subscription', path: 'counnt' }, 'not_found'],
  ])('ends a subscription that is refused %s with the refusal', async (_when, operation, code) => {
    const { client } = await open();
    const messages = await listen(client, operation);
    expect(messages.at(-1)).toMatchObject({ ok: false, error: { code } });
  });

  it('cancels the work when nobody listens any more', async () => {
    const { client, seen } = await open();
    let count = 0;
    await new Promise<void>((resolve) => {
      const stop = client.subscribe({ type: 'subscription', path: 'count', input: { to: 1_000_000_000 } }, () => {
        if (++count < 3) return;
        stop();
        resolve();
      });
    });
    await vi.waitFor(() => expect(seen.ended).toEqual(['cancelled']), { timeout: 5000 });
    expect(count).toBe(3);
  });

  it('puts a file, whose handle a call then names', async () => {
    const { client } = await open();
    const bytes = new Uint8Array(3_000_000).fill(7);
    const put = await client.putFile({ name: 'Staff übersicht.csv', bytes });
    expect(put).toMatchObject({ ok: true, data: expect.any(String) });
    const size = await client.request({ type: 'query', path: 'sizeOf', input: { file: put.ok ? put.data : '' } });
    expect(size).toEqual({ ok: true, data: { name: 'Staff übersicht.csv', bytes: 3_000_000, last: 7 } });
  });

  it('puts a large file in parts, and gets its bytes back', async () => {
    const { client } = await open();
    const first = await client.putFile({ name: 'export.zip', bytes: new Uint8Array([1, 2]) });
    if (!first.ok) throw new Error('The file was refused');
    const after = String(first.data);
    expect(await client.putFile({ name: 'export.zip', bytes: new Uint8Array([3]), after })).toEqual(first);
    const got = await client.getFile(after);
    expect(got).toMatchObject({ ok: true, data: { mediaType: 'application/octet-stream' } });
    expect(got.ok && [...got.data.bytes]).toEqual([1, 2, 3]);
  });

  it('refuses to go on, or to get, what is not held', async () => {
    const { client } = await open();
    const put = await client.putFile({ name: 'export.zip', bytes: new Uint8Array([1]), after: 'none' });
    expect(put).toMatchObject({ ok: false, error: { code: 'not_found' } });
    expect(await client.getFile('none')).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  it('refuses a file over the limit and a handle of nothing', async () => {
    const { client } = await open();
    const put = await client.putFile({ name: 'big.csv', bytes: new Uint8Array(maximumFileBytes + 1) });
    expect(put).toMatchObject({ ok: false });
    expect(await client.request({ type: 'query', path: 'sizeOf', input: { file: 'none' } })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    });
  });
});
