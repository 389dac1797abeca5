import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBrowser, toBrowser } from '../../harness/address.ts';
import { decode, encode } from '../../harness/codec.ts';

describe('the codec of the double', () => {
  it.each([
    [undefined],
    [-0],
    [Number.NaN],
    [-Infinity],
    [10n],
    [new Date(0)],
    [new Map([['a', new Set([1, undefined])]])],
    [{ $: 'date', v: 1 }],
    [new Uint8Array([0, 255, 128])],
    [new Uint8Array(70_000).fill(9).buffer],
    [[undefined, null, { a: [] }]],
  ])('carries %o', (value) => {
    expect(decode(encode(value))).toEqual(value);
  });

  it('carries whatever is plain data', () => {
    const anything = fc.anything({ withDate: true, withMap: true, withSet: true, withBigInt: true, withTypedArray: true });
    fc.assert(
      fc.property(anything, (value) => {
        expect(decode(encode(value))).toEqual(structuredClone(value));
      }),
    );
  });

  it('refuses a function, as Electron does', () => {
    expect(() => encode({ act: () => 1 })).toThrow(/could not be cloned/);
  });
});

describe('addresses of the double', () => {
  it.each([
    ['app://office/', 'https://office.app.localhost/'],
    ['app://office', 'https://office.app.localhost/'],
    ['app://office/assets/a.js?x=1#/week', 'https://office.app.localhost/assets/a.js?x=1#/week'],
  ])('%s', (address, inBrowser) => {
    expect(toBrowser(address)).toBe(inBrowser);
    expect(fromBrowser(inBrowser)).toBe(address.endsWith('office') ? `${address}/` : address);
  });

  it.each(['https://example.com/', 'http://127.0.0.1:80/', 'data:text/plain,a', 'about:blank'])('leaves %s', (address) => {
    expect(toBrowser(address)).toBe(address);
    expect(fromBrowser(address)).toBe(address);
  });
});
