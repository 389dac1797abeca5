import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** 256 random bits, as text that an address can hold. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Who may come in: whoever brought a launch token of this process, each of which opens once. */
export class Admission {
  /** Cookies are shared by all ports of a computer, so the name carries the port. */
  readonly #cookieName: string;
  readonly #cookies = new Set<string>();
  readonly #origin: string;
  #token = newSecret();
  #used: string[] = [];

  constructor(port: number) {
    this.#cookieName = `office-${port}`;
    this.#origin = `http://127.0.0.1:${port}`;
  }

  get origin(): string {
    return this.#origin;
  }

  /** The address that opens the app once. */
  get address(): string {
    return `${this.#origin}/open/${this.#token}`;
  }

  /**
   * Exchanges a launch token: the value of `Set-Cookie` for the token that stands, `used` for one that was exchanged before
   * (a new address then stands in its place), and undefined for anything else.
   */
  exchange(token: string): { readonly cookie: string } | 'used' | undefined {
    if (same(token, this.#token)) {
      this.#used.push(this.#token);
      this.#token = newSecret();
      const cookie = newSecret();
      this.#cookies.add(cookie);
      return { cookie: `${this.#cookieName}=${cookie}; Path=/; HttpOnly; SameSite=Strict` };
    }
    return this.#used.some((used) => same(token, used)) ? 'used' : undefined;
  }

  /** Whether the request was sent to this address and by its own page, not by a name that points here or a page from elsewhere. */
  isFromHere(method: string, headers: IncomingHttpHeaders): boolean {
    if (headers.host !== new URL(this.#origin).host) return false;
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
    if (headers.origin !== undefined) return headers.origin === this.#origin;
    return method === 'GET' || method === 'HEAD';
  }

  /** The cookie of this launch that the request carries: each is a session of its own. Undefined for whoever was not let in. */
  admitted(headers: IncomingHttpHeaders): string | undefined {
    const start = `${this.#cookieName}=`;
    const given = (headers.cookie ?? '').split(';').map((part) => part.trim());
    return [...this.#cookies].find((cookie) => given.some((part) => part.startsWith(start) && same(part.slice(start.length), cookie)));
  }
}

/** Compares without telling by its time how much was right. */
function same(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
