/** What a browser brings to the loopback host, for tests in Node: its cookie and its origin with each request, and `EventSource`. */
export interface NodeBrowser {
  readonly fetch: typeof fetch;
  readonly EventSource: new (url: string) => EventTarget & { close(): void };
}

// Node's own: a test puts the browser's in its place.
const fetchAnywhere = globalThis.fetch;

/** Opens the address as a browser does and keeps the cookie. Rejects when the address lets nobody in. */
export async function enter(address: string): Promise<NodeBrowser & { readonly origin: string; readonly cookie: string }> {
  const { origin } = new URL(address);
  const entry = await fetchAnywhere(address, { redirect: 'manual' });
  const cookie = entry.headers.getSetCookie()[0]?.split(';')[0];
  if (entry.status !== 303 || cookie === undefined) throw new Error(`The address answered ${entry.status}.`);
  const fetchHere: typeof fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('cookie', cookie);
    headers.set('origin', origin);
    return fetchAnywhere(input, { ...init, headers });
  };
  class Source extends EventTarget {
    readonly #stop = new AbortController();

    constructor(url: string) {
      super();
      this.#read(url).catch(() => {
        if (!this.#stop.signal.aborted) this.dispatchEvent(new Event('error'));
      });
    }

    close(): void {
      this.#stop.abort();
    }

    async #read(url: string): Promise<void> {
      const response = await fetchHere(url, { signal: this.#stop.signal });
      if (!response.ok || !response.body) throw new Error(`The stream answered ${response.status}.`);
      let text = '';
      for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
        text += chunk;
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) {
          if (block.startsWith('data: ')) this.dispatchEvent(new MessageEvent('message', { data: block.slice('data: '.length) }));
        }
      }
      throw new Error('The stream ended.');
    }
  }
  return { fetch: fetchHere, EventSource: Source, origin, cookie };
}
