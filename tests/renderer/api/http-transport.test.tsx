import { afterEach, describe, expect, it, vi } from 'vitest';
import type { StreamMessage } from '../../../preload/contract/shared/transport.ts';
import { httpTransport } from '../../../renderer/api/http-transport.ts';

/** Stands in for the browser's own; the test speaks as the host. */
class FakeEventSource extends EventTarget {
  static readonly made: FakeEventSource[] = [];
  readonly url: string;
  closed = false;

  constructor(url: string) {
    super();
    this.url = url;
    FakeEventSource.made.push(this);
  }

  close(): void {
    this.closed = true;
  }

  say(data: string): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
  FakeEventSource.made.length = 0;
});

function listen(): { readonly source: FakeEventSource; readonly heard: StreamMessage[]; readonly stop: () => void } {
  vi.stubGlobal('EventSource', FakeEventSource);
  const heard: StreamMessage[] = [];
  const stop = httpTransport().subscribe({ type: 'subscription', path: 'people.import.commit', input: { a: 'ü&?' } }, (message) =>
    heard.push(message),
  );
  const [source] = FakeEventSource.made;
  if (!source) throw new Error('No stream was opened.');
  return { source, heard, stop };
}

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

  it('opens a stream with its operation in the address', () => {
    const { source } = listen();
    const operation: unknown = JSON.parse(new URL(source.url, 'http://127.0.0.1').searchParams.get('op') ?? '');
    expect(operation).toEqual({ type: 'subscription', path: 'people.import.commit', input: { a: 'ü&?' } });
  });

  it('never connects again by itself, as that would start the work a second time', () => {
    const { source, heard } = listen();
    source.dispatchEvent(new Event('error'));
    source.dispatchEvent(new Event('error'));
    expect(source.closed).toBe(true);
    expect(heard).toEqual([{ ok: false, error: expect.objectContaining({ code: 'unavailable' }) }]);
  });

  it('closes after the end, and says nothing when the host then hangs up', () => {
    const { source, heard } = listen();
    source.say(JSON.stringify({ ok: true, data: 1 }));
    source.say(JSON.stringify({ done: true }));
    source.dispatchEvent(new Event('error'));
    expect(source.closed).toBe(true);
    expect(heard).toEqual([{ ok: true, data: 1 }, { done: true }]);
  });

  it('stops when asked', () => {
    const { source, stop } = listen();
    stop();
    expect(source.closed).toBe(true);
  });
});
