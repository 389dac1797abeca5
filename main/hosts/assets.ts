import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { contentSecurityPolicy, fileWithin, guardHeaders, mediaTypeOf } from './policy.ts';

/** A file of the renderer as it goes to the window, headers and all. */
export interface Asset {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

const noncePlace = '__CSP_NONCE__';

/**
 * The asset an address path means inside the built renderer, or undefined when there is none.
 * A page gets a fresh nonce, in its policy and in the place its HTML keeps for it.
 */
export async function findAsset(folder: string, path: string): Promise<Asset | undefined> {
  const file = fileWithin(folder, path);
  const type = file && mediaTypeOf(file);
  if (!file || !type) return undefined;
  let body: Uint8Array<ArrayBuffer>;
  try {
    body = new Uint8Array(await readFile(file));
  } catch {
    return undefined;
  }
  // Every answer has the policy, so that an image or a script opened by itself is as shut in as the page.
  const nonce = randomBytes(18).toString('base64');
  const isPage = type.startsWith('text/html');
  return {
    headers: {
      ...guardHeaders,
      'Content-Type': type,
      'Content-Security-Policy': contentSecurityPolicy(nonce),
      // The bundler puts a hash of the content into the names under assets/.
      'Cache-Control': path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store',
    },
    body: isPage ? new TextEncoder().encode(new TextDecoder().decode(body).replaceAll(noncePlace, nonce)) : body,
  };
}
