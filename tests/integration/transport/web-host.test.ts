import { mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { webDesktop } from '../../../main/hosts/web/desktop.ts';
import { Downloads } from '../../../main/hosts/web/downloads.ts';
import { maximumOperationBytes, startWebHost, type WebHost } from '../../../main/hosts/web/server.ts';
import { maximumFileBytes } from '../../../preload/contract/shared/transport.ts';
import { enter } from './node-browser.ts';
import { openTestDispatcher, type Seen } from './test-router.ts';

const assets = mkdtempSync(join(tmpdir(), 'assets-'));
writeFileSync(join(assets, 'index.html'), '<p>page</p>');

const downloads = new Downloads();
const addresses: string[] = [];
let host: WebHost;
let seen: Seen;
let cookie: string;
let origin: string;

beforeEach(async () => {
  const opened = await openTestDispatcher();
  seen = opened.seen;
  addresses.length = 0;
  host = await startWebHost({ connect: () => opened.transport, assets, downloads, onAddressUsed: (address) => addresses.push(address) });
  onTestFinished(() => host.close());
  ({ cookie, origin } = await enter(host.address));
});

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A request with exactly these headers: `fetch` would mend Host and Origin. */
function send({
  method = 'GET',
  path = '/',
  headers = {},
  body,
}: Sent): Promise<{ status: number; headers: Readonly<Record<string, unknown>>; body: string }> {
  const { port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const json = { 'content-type': 'application/json' };
const note = JSON.stringify({ type: 'mutation', path: 'note', input: { text: 'x' } });
const count = JSON.stringify({ type: 'subscription', path: 'count', input: { to: 2 } });

const own = () => ({ cookie, origin, ...json });

describe('who is let in', () => {
  it.each<[string, () => Sent, number]>([
    ['the page itself', () => ({ headers: { cookie } }), 200],
    ['its call', () => ({ method: 'POST', path: '/rpc', headers: own(), body: note }), 200],
    ['a call without the cookie', () => ({ method: 'POST', path: '/rpc', headers: { origin, ...json }, body: note }), 401],
    ['the page without the cookie', () => ({}), 401],
    ['a call without an origin', () => ({ method: 'POST', path: '/rpc', headers: { cookie, ...json }, body: note }), 403],
    [
      'a call of another page',
      () => ({ method: 'POST', path: '/rpc', headers: { ...own(), origin: 'https://example.com' }, body: note }),
      403,
    ],
    [
      'a call to another name of this computer',
      () => ({ method: 'POST', path: '/rpc', headers: { ...own(), host: 'evil.example' }, body: note }),
      403,
    ],
    ['its subscription', () => ({ method: 'POST', path: '/events', headers: own(), body: count }), 200],
    ['a subscription without the cookie', () => ({ method: 'POST', path: '/events', headers: { origin, ...json }, body: count }), 401],
    ['a subscription without an origin', () => ({ method: 'POST', path: '/events', headers: { cookie, ...json }, body: count }), 403],
    [
      'a subscription of another page',
      () => ({ method: 'POST', path: '/events', headers: { ...own(), origin: 'https://example.com' }, body: count }),
      403,
    ],
    [
      'a subscription that a page of another site sends',
      () => ({ method: 'POST', path: '/events', headers: { ...own(), 'sec-fetch-site': 'cross-site' }, body: count }),
      403,
    ],
    ['the page under another name of this computer', () => ({ headers: { cookie, host: `localhost:${new URL(origin).port}` } }), 403],
    ['an image of another page', () => ({ headers: { cookie, 'sec-fetch-site': 'cross-site' } }), 403],
    ['another token', () => ({ path: `/open/${'A'.repeat(43)}` }), 401],
  ])('%s: %s', async (_who, sent, status) => {
    expect((await send(sent())).status).toBe(status);
    const ran = status === 200 ? sent().body : undefined;
    expect(seen.notes).toHaveLength(ran === note ? 1 : 0);
    expect(seen.ended).toHaveLength(ran === count ? 1 : 0);
  });

  it('opens an address once, and tells whoever started it a new one when it is tried again', async () => {
    const first = host.address;
    await enter(first);
    expect((await send({ path: new URL(first).pathname })).body).toContain('used already');
    expect(addresses).toEqual([host.address]);
    expect(host.address).not.toBe(first);
    // Each entry is a session of its own.
    expect((await enter(host.address)).cookie).not.toBe(cookie);
  });

  it('is not on any other address of the computer', () => {
    expect(new URL(host.address).hostname).toBe('127.0.0.1');
  });
});

describe('what is served', () => {
  it.each<[string, string, number]>([
    ['GET', '/', 200],
    ['GET', '/index.html', 200],
    ['GET', '/missing.js', 404],
    ['GET', '/..%2f..%2fetc%2fpasswd', 404],
    ['GET', '/files/none', 404],
    ['GET', '/rpc', 405],
    ['GET', '/files', 405],
    ['GET', '/events', 405],
    ['GET', `/events?op=${encodeURIComponent(count)}`, 405],
    ['PUT', '/events', 405],
    ['POST', '/files', 405],
    ['PUT', '/rpc', 405],
    ['POST', '/', 405],
    ['DELETE', '/', 405],
    ['OPTIONS', '/rpc', 405],
  ])('%s %s: %i', async (method, path, status) => {
    const answer = await send({ method, path, headers: { cookie, origin, ...json } });
    expect(answer.status).toBe(status);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  describe.each([
    ['/rpc', note],
    ['/events', count],
  ])('%s', (path, good) => {
    it.each<[string, Readonly<Record<string, string>>, string, number]>([
      ['text', { 'content-type': 'text/plain' }, good, 415],
      ['without a type', {}, good, 415],
      ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'a=b', 415],
      ['JSON that is cut off', json, '{"type":', 400],
      ['JSON that is no call', json, '[]', 400],
      ['nothing', json, '', 400],
      ['more than a call has', json, '{"type":"query","path":"nothing","role":"owner"}', 400],
      ['too much', json, ' '.repeat(maximumOperationBytes + 1), 413],
    ])('takes no call that is %s', async (_what, headers, body, status) => {
      const answer = await send({ method: 'POST', path, headers: { cookie, origin, ...headers }, body });
      expect(answer.status).toBe(status);
      expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
      expect([...seen.notes, ...seen.ended]).toEqual([]);
    });
  });

  it('takes no input from an address', async () => {
    const path = `/events?op=${encodeURIComponent(count)}`;
    expect((await send({ method: 'POST', path, headers: own(), body: '' })).status).toBe(400);
    expect(seen.ended).toEqual([]);
  });

  it('has events for a subscription alone', async () => {
    expect((await send({ method: 'POST', path: '/events', headers: own(), body: note })).status).toBe(400);
    expect(seen.notes).toEqual([]);
  });

  it('streams a subscription that no address would hold', async () => {
    const answer = await send({ method: 'POST', path: '/events', headers: own(), body: `${count}${' '.repeat(100_000)}` });
    expect(answer.headers['content-type']).toContain('text/event-stream');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body.trim().split('\n\n').at(-1)).toBe('data: {"done":true}');
  });

  it('takes no file that is too large, whether or not it says so before', async () => {
    const headers = { cookie, origin, 'x-file-name': 'a.csv' };
    const told = { ...headers, 'content-length': String(maximumFileBytes + 1) };
    const untold = { ...headers, 'transfer-encoding': 'chunked' };
    for (const sent of [{ headers: told }, { headers: untold, body: new Uint8Array(maximumFileBytes + 1) }]) {
      const answer = await send({ method: 'PUT', path: '/files', ...sent });
      expect(answer.status).toBe(413);
      expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { message: expect.stringContaining('32 MB') } });
    }
  });

  it.each([[undefined], ['%E0%A4%A']])('takes no file called %s', async (name) => {
    const headers = { cookie, origin, ...(name === undefined ? {} : { 'x-file-name': name }) };
    expect((await send({ method: 'PUT', path: '/files', headers, body: 'a,b' })).status).toBe(400);
  });

  it('hands over a saved file under its name, never to be shown as a page', async () => {
    const saved = await webDesktop(downloads).saveFile("Week '47' – Ä.csv", 'text/html', new TextEncoder().encode('<script>'));
    const answer = await send({ path: `/files/${saved.download}`, headers: { cookie } });
    expect(answer.body).toBe('<script>');
    expect(answer.headers['content-disposition']).toBe("attachment; filename*=UTF-8''Week%20%2747%27%20%E2%80%93%20%C3%84.csv");
    expect(answer.headers['content-security-policy']).toContain('sandbox');
  });
});

it('refuses a port that is taken', async () => {
  const { transport } = await openTestDispatcher();
  await expect(startWebHost({ connect: () => transport, assets, downloads, port: Number(new URL(origin).port) })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

it('ends at once while a page listens', async () => {
  const { transport } = await openTestDispatcher();
  const second = await startWebHost({ connect: () => transport, assets, downloads });
  const browser = await enter(second.address);
  const body = JSON.stringify({ type: 'subscription', path: 'count', input: { to: 1_000_000_000 } });
  const stream = await browser.fetch(`${second.origin}/events`, { method: 'POST', headers: json, body });
  expect(stream.headers.get('content-type')).toContain('text/event-stream');
  await second.close();
  await expect(fetch(second.origin)).rejects.toThrow();
});
