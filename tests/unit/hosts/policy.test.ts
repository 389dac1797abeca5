import { resolve, sep } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contentSecurityPolicy,
  fileWithin,
  isOwnAddress,
  mayLoad,
  mayOpenOutside,
  maySend,
  mayUse,
  mediaTypeOf,
} from '../../../main/hosts/policy.ts';

describe('isOwnAddress', () => {
  it.each([
    ['app://office/', true],
    ['app://office/index.html', true],
    ['app://office/#/schedule', true],
    ['APP://office/', true],
    ['app://office.example/', false],
    ['app://other/', false],
    ['app:office', false],
    ['apps://office/', false],
    ['https://office/', false],
    ['https://example.com/?app://office/', false],
    ['file:///app/office/', false],
    ['javascript:alert(1)', false],
    ['about:blank', false],
    ['', false],
    ['office', false],
  ])('%s: %s', (address, expected) => {
    expect(isOwnAddress(address)).toBe(expected);
  });
});

describe('maySend', () => {
  it.each([
    ['the page itself', { url: 'app://office/', isTopFrame: true }, true],
    ['a frame inside the page', { url: 'app://office/', isTopFrame: false }, false],
    ['another page', { url: 'https://example.com/', isTopFrame: true }, false],
    ['a page that went away', null, false],
    ['nobody', undefined, false],
  ])('%s', (_who, frame, expected) => {
    expect(maySend(frame)).toBe(expected);
  });
});

describe('mayLoad', () => {
  it.each([
    ['app://office/assets/a.js', true, true],
    ['data:image/png;base64,AA==', true, true],
    ['blob:app://office/0f1e', true, true],
    ['blob:https://example.com/0f1e', true, false],
    ['https://example.com/', true, false],
    ['http://127.0.0.1:80/', true, false],
    ['ws://127.0.0.1:80/', true, false],
    ['wss://example.com/', false, false],
    ['ftp://example.com/', true, false],
    ['file:///etc/passwd', true, false],
    ['chrome://settings/', true, false],
    ['devtools://devtools/bundled/inspector.html', false, true],
    ['devtools://devtools/bundled/inspector.html', true, false],
  ])('%s when packaged is %s: %s', (address, isPackaged, expected) => {
    expect(mayLoad(address, isPackaged)).toBe(expected);
  });
});

describe('mayUse', () => {
  it('lets the page write to the clipboard and use nothing else', () => {
    const permissions = [
      'clipboard-sanitized-write',
      'clipboard-read',
      'media',
      'geolocation',
      'notifications',
      'midi',
      'openExternal',
      'fullscreen',
      'hid',
      'usb',
      'fileSystem',
    ];
    expect(permissions.filter(mayUse)).toEqual(['clipboard-sanitized-write']);
  });
});

describe('mayOpenOutside', () => {
  const allowed = [{ host: 'project.example', path: '/help' }];

  it.each([
    ['https://project.example/help', true],
    ['https://project.example/help/print?x=1#y', true],
    ['https://project.example/helpless', false],
    ['https://project.example/', false],
    ['https://project.example.evil.example/help', false],
    ['https://project.example:8443/help', false],
    ['https://person:word@project.example/help', false],
    ['http://project.example/help', false],
    ['file:///help', false],
    ['javascript:alert(1)', false],
    ['not an address', false],
  ])('%s: %s', (address, expected) => {
    expect(mayOpenOutside(address, allowed)).toBe(expected);
  });

  it('opens nothing while the list is empty', () => {
    expect(mayOpenOutside('https://project.example/help')).toBe(false);
  });
});

describe('fileWithin', () => {
  const folder = resolve('/srv/renderer');

  it.each([
    ['/', 'index.html'],
    ['/index.html', 'index.html'],
    ['/assets/main-1a2b.js', `assets${sep}main-1a2b.js`],
    ['/assets/a%20b.css', `assets${sep}a b.css`],
    ['//assets/x.js', `assets${sep}x.js`],
    ['/a/../index.html', 'index.html'],
  ])('%s is %s', (path, expected) => {
    expect(fileWithin(folder, path)).toBe(`${folder}${sep}${expected}`);
  });

  it.each([
    '/..',
    '/../secret',
    '/%2e%2e/secret',
    '/..%2fsecret',
    '/a/../../secret',
    '/../renderer-other/index.html',
    '/..\\secret',
    '/%5c..%5csecret',
    '/assets/%00.js',
    '/%',
    '/.stamp',
    '/assets/.hidden/x.js',
  ])('%s is no file of the page', (path) => {
    expect(fileWithin(folder, path)).toBeUndefined();
  });

  it('never leaves the folder, whatever the path', () => {
    const part = fc.constantFrom('..', '.', '', 'a', '%2e%2e', '%2f', '\\', '%5c', 'C:', '~', '%00', '....');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const file = fileWithin(folder, `/${parts.join('/')}`);
        expect(file === undefined || file.startsWith(`${folder}${sep}`)).toBe(true);
      }),
    );
  });
});

describe('contentSecurityPolicy', () => {
  const policy = contentSecurityPolicy('bm9uY2U=');

  it('lets nothing in that is not named', () => {
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'nonce-bm9uY2U='",
      "font-src 'self'",
      "img-src 'self' data: blob:",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
  });

  it('has no way round itself', () => {
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });
});

describe('mediaTypeOf', () => {
  it.each([
    ['index.html', 'text/html; charset=utf-8'],
    ['a.b.JS', 'text/javascript; charset=utf-8'],
    ['inter.woff2', 'font/woff2'],
    ['practice.db', undefined],
    ['no-extension', undefined],
  ])('%s: %s', (file, expected) => {
    expect(mediaTypeOf(file)).toBe(expected);
  });
});
