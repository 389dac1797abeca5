/** What a browser brings to the loopback host, for tests in Node: its cookie and its origin with each request. */
export interface NodeBrowser {
  readonly fetch: typeof fetch;
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
  return { fetch: fetchHere, origin, cookie };
}
