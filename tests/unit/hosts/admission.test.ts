import { describe, expect, it } from 'vitest';
import { Admission } from '../../../main/hosts/web/admission.ts';

const port = 40123;
const origin = `http://127.0.0.1:${port}`;
const tokenOf = (admission: Admission): string => admission.address.slice(`${origin}/open/`.length);

describe('the launch token', () => {
  it('holds 256 bits, opens once, and another stands then', () => {
    const admission = new Admission(port);
    const token = tokenOf(admission);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(admission.exchange(token)).toEqual({
      cookie: expect.stringMatching(/^office-40123=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
    });
    expect(admission.exchange(token)).toBe('used');
    expect(tokenOf(admission)).not.toBe(token);
    expect(admission.exchange(tokenOf(admission))).toHaveProperty('cookie');
  });

  it.each(['', 'x', 'A'.repeat(43)])('is not "%s"', (token) => {
    expect(new Admission(port).exchange(token)).toBeUndefined();
  });
});

describe('the cookie', () => {
  const admission = new Admission(port);
  const entry = admission.exchange(tokenOf(admission));
  const cookie = typeof entry === 'object' ? (entry.cookie.split(';')[0] ?? '') : '';

  it.each([
    ['as it was given', cookie, true],
    ['among others', `a=b; ${cookie}; c=d`, true],
    ['of another port', cookie.replace('40123', '40124'), false],
    ['cut short', cookie.slice(0, -1), false],
    ['with more behind', `${cookie}x`, false],
    ['empty', 'office-40123=', false],
  ])('%s', (_how, header, expected) => {
    expect(admission.admitted({ cookie: header }) !== undefined).toBe(expected);
  });

  it('is needed', () => {
    expect(admission.admitted({})).toBeUndefined();
  });
});

describe('isFromHere', () => {
  const admission = new Admission(port);
  const host = `127.0.0.1:${port}`;

  it.each([
    ['GET', { host }, true],
    ['GET', { host, 'sec-fetch-site': 'none' }, true],
    ['GET', { host, 'sec-fetch-site': 'same-origin' }, true],
    ['GET', { host, 'sec-fetch-site': 'cross-site' }, false],
    ['GET', { host, 'sec-fetch-site': 'same-site' }, false],
    ['GET', { host, origin: 'https://example.com' }, false],
    ['GET', { host: `localhost:${port}` }, false],
    ['GET', { host: '127.0.0.1' }, false],
    ['GET', { host: `evil.example:${port}` }, false],
    ['GET', {}, false],
    ['POST', { host, origin }, true],
    ['POST', { host }, false],
    ['POST', { host, origin: 'null' }, false],
    ['POST', { host, origin: `http://localhost:${port}` }, false],
    ['POST', { host, origin: `https://127.0.0.1:${port}` }, false],
    ['PUT', { host, origin: `${origin}.example` }, false],
  ])('%s %o: %s', (method, headers, expected) => {
    expect(admission.isFromHere(method, headers)).toBe(expected);
  });
});
