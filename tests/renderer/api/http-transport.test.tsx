import { afterEach, describe, expect, it, vi } from 'vitest';
import type { StreamMessage } from '../../../preload/contract/shared/transport.ts';
import { httpTransport } from '../../../renderer/api/http-transport.ts';

/** A stream whose test speaks as the host. */
class HostStream {
  readonly sent: { readonly url: string; readonly init: RequestInit }[] = [];
  #to: ReadableStreamDefaultController<Uint8Array> | undefined;
  readonly response: Response = new Response(
    new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#to = controller;
      },
    }),
    { headers: { 'content-type': 'text/event-stream' } },
  );

  readonly fetch = (url: string, init: RequestInit): Promise<Response> => {
    this.sent.push({ url, init });
    init.signal?.addEventListener('abort', () => this.breakOff());
    return Promise.resolve(this.response);
  };

  say(text: string | Uint8Array): void {
    this.#to?.enqueue(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  }

  end(): void {
    this.#to?.close();
  }

  breakOff(): void {
    this.#to?.error(new TypeError('network error'));
  }

  get isAborted(): boolean {
    return this.sent[0]?.init.signal?.aborted ?? false;
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
});

const operation = { type: 'subscription', path: 'people.import.commit', input: { a: 'ü&?' } } as const;

function listen(host = new HostStream()): { readonly host: HostStream; readonly heard: StreamMessage[]; readonly stop: () => void } {
  vi.stubGlobal('fetch', host.fetch);
  const heard: StreamMessage[] = [];
  const stop = httpTransport().subscribe(operation, (message) => heard.push(message));
  return { host, heard, stop };
}

const silence = { ok: false, error: expect.objectContaining({ code: 'unavailable' }) };
/** Resolves once everything that can be read was read. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the loopback transport', () => {
  it('posts a call as JSON', async () => {
    const fetched = vi.fn(() => Promise.resolve(Response.json({ ok: true, data: 7 })));
    vi.stubGlobal('fetch', fetched);
    const operation = { type: 'query', path: 'people.list' } as const;
    expect(await httpTransport().request(operation)).toEqual({ ok: true, data: 7 });
    expect(fetched).toHaveBeenCalledWith('/rpc', expect.objectContaining({ method: 'POST', body: JSON.stringify(operation) }));
  });

  it.each([
    ['the host is gone', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['the answer is no JSON', () => Promise.resolve(new Response('Bad gateway', { status: 502 }))],
    ['the answer is something else', () => Promise.resolve(Response.json({ hello: 'there' }))],
  ])('refuses as unavailable when %s', async (_, fetched) => {
    vi.stubGlobal('fetch', fetched);
    expect(await httpTransport().request({ type: 'query', path: 'people.list' })).toMatchObject({
      ok: false,
      error: { code: 'unavailable' },
    });
  });

  it('puts a file with its name in a header that holds any name', async () => {
    const fetched = vi.fn((_url: string, _init: RequestInit) => Promise.resolve(Response.json({ ok: true, data: 'h' })));
    vi.stubGlobal('fetch', fetched);
    await httpTransport().putFile({ name: 'Büro 1.csv', bytes: new Uint8Array([1, 2, 3]) });
    expect(fetched.mock.calls[0]?.[0]).toBe('/files');
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ method: 'PUT', headers: { 'x-file-name': 'B%C3%BCro%201.csv' } });
  });

  it('asks for a stream with its operation in the body, and nothing of it in the address', async () => {
    const { host } = listen();
    const [sent] = host.sent;
    expect(sent?.url).toBe('/events');
    expect(sent?.init).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(operation) });
  });

  it('reads events in whatever pieces they come, and passes comments over', async () => {
    const { host, heard } = listen();
    const message = { ok: true, data: 'Büro 🩺' };
    const bytes = new TextEncoder().encode(
      `:\n\ndata: ${JSON.stringify(message)}\n\n:\n\ndata: ${JSON.stringify({ ok: true, data: 2 })}\n\n`,
    );
    for (const byte of bytes) host.say(new Uint8Array([byte]));
    await vi.waitFor(() => expect(heard).toEqual([message, { ok: true, data: 2 }]));
  });

  it.each([
    ['hangs up', (host: HostStream) => host.end()],
    ['breaks off', (host: HostStream) => host.breakOff()],
    ['says what cannot be read', (host: HostStream) => host.say('data: <html>\n\n')],
  ])(
    'refuses as unavailable, once, when the host %s; it never asks again by itself, as that would start the work a second time',
    async (_, act) => {
      const { host, heard } = listen();
      host.say('data: {"ok":true,"data":1}\n\n');
      await vi.waitFor(() => expect(heard).toHaveLength(1));
      act(host);
      await vi.waitFor(() => expect(heard).toEqual([{ ok: true, data: 1 }, silence]));
      await settled();
      expect(heard).toHaveLength(2);
      expect(host.sent).toHaveLength(1);
    },
  );

  it.each([
    ['is gone', () => Promise.reject(new TypeError('Failed to fetch')), silence],
    ['answers something else', () => Promise.resolve(new Response('Bad gateway', { status: 502 })), silence],
    [
      'refuses',
      () => Promise.resolve(Response.json({ ok: false, error: { code: 'invalid_input', message: 'Too much.' } }, { status: 413 })),
      { ok: false, error: { code: 'invalid_input', message: 'Too much.' } },
    ],
  ])('says why there is no stream when the host %s', async (_, fetched, expected) => {
    vi.stubGlobal('fetch', fetched);
    const heard: StreamMessage[] = [];
    httpTransport().subscribe(operation, (message) => heard.push(message));
    await vi.waitFor(() => expect(heard).toEqual([expected]));
  });

  it('ends after the end, and says nothing when the host then hangs up', async () => {
    const { host, heard } = listen();
    host.say('data: {"ok":true,"data":1}\n\ndata: {"done":true}\n\n');
    await vi.waitFor(() => expect(heard).toEqual([{ ok: true, data: 1 }, { done: true }]));
    await settled();
    expect(heard).toHaveLength(2);
  });

  it('stops when asked: the host is told, and nothing more is said', async () => {
    const { host, heard, stop } = listen();
    host.say('data: {"ok":true,"data":1}\n\n');
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    stop();
    await settled();
    expect(host.isAborted).toBe(true);
    expect(heard).toHaveLength(1);
  });
});
