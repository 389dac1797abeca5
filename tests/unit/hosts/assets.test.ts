import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findAsset } from '../../../main/hosts/assets.ts';

const folder = mkdtempSync(join(tmpdir(), 'assets-'));
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__"><p>page</p>');
writeFileSync(join(folder, 'assets/a.js'), 'const place = "__CSP_NONCE__";');
writeFileSync(join(folder, 'secret.db'), 'x');

afterAll(() => rmSync(folder, { recursive: true }));

const textOf = async (path: string): Promise<string> => new TextDecoder().decode((await findAsset(folder, path))?.body);

describe('findAsset', () => {
  it('puts the same fresh nonce into the page and its policy', async () => {
    const first = await findAsset(folder, '/');
    const second = await findAsset(folder, '/');
    const nonces = [first, second].map((asset) => /'nonce-([^']+)'/.exec(asset?.headers['Content-Security-Policy'] ?? '')?.[1]);
    expect(nonces[0]).toMatch(/^[A-Za-z0-9+/]{24}$/);
    expect(nonces[1]).not.toBe(nonces[0]);
    expect(new TextDecoder().decode(first?.body)).toBe(`<meta name="csp-nonce" content="${nonces[0]}"><p>page</p>`);
  });

  it('leaves other files as they are, and lets those with a hash in their name be kept', async () => {
    expect(await textOf('/assets/a.js')).toBe('const place = "__CSP_NONCE__";');
    expect((await findAsset(folder, '/assets/a.js'))?.headers['Cache-Control']).toContain('immutable');
    expect((await findAsset(folder, '/'))?.headers['Cache-Control']).toBe('no-store');
  });

  it('guards every answer', async () => {
    const headers = (await findAsset(folder, '/assets/a.js'))?.headers;
    expect(headers).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Content-Security-Policy': expect.stringContaining("default-src 'none'"),
    });
  });

  it.each(['/missing.js', '/secret.db', '/assets', '/../assets/a.js/..', '/%2e%2e/x.js'])('has nothing at %s', async (path) => {
    expect(await findAsset(folder, path)).toBeUndefined();
  });
});
