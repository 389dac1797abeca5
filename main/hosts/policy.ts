import { isAbsolute, relative, resolve, sep } from 'node:path';

/** Where the renderer lives inside Electron: `app://office/`. */
export const appScheme = 'app';
export const appHost = 'office';
export const appStart = `${appScheme}://${appHost}/`;

/**
 * The content security policy of every page, the same on both hosts.
 * `nonce` is fresh for each page and lets the page's own style elements in.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The headers of every answer beside its own type and policy. */
export const guardHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
};

/** Whether an address is the app's own. `new URL('app://x').origin` is the text "null", so protocol and host are compared. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${appScheme}:` && url.host === appHost;
}

/** Whether a request from a frame may be answered: the app's own page, in the top frame. */
export function maySend(frame: { readonly url: string; readonly isTopFrame: boolean } | null | undefined): boolean {
  return frame !== null && frame !== undefined && frame.isTopFrame && isOwnAddress(frame.url);
}

/** Whether the window may load an address: the app's own, bytes the page made itself, and the inspector while developing. */
export function mayLoad(address: string, isPackaged: boolean): boolean {
  const protocol = URL.parse(address)?.protocol;
  if (protocol === 'blob:') return isOwnAddress(address.slice('blob:'.length));
  return isOwnAddress(address) || protocol === 'data:' || (protocol === 'devtools:' && !isPackaged);
}

/** The one thing of the computer the page may use: putting text on the clipboard. */
export function mayUse(permission: string): boolean {
  return permission === 'clipboard-sanitized-write';
}

const pagesOutside: readonly { readonly host: string; readonly path: string }[] = [];

/** Whether an address may be handed to the browser: https, and on the list of the project's pages. The list is empty today. */
export function mayOpenOutside(
  address: string,
  allowed: readonly { readonly host: string; readonly path: string }[] = pagesOutside,
): boolean {
  const url = URL.parse(address);
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return false;
  return allowed.some(
    ({ host, path }) => url.host === host && (url.pathname === path || url.pathname.startsWith(`${path.replace(/\/$/, '')}/`)),
  );
}

/**
 * The file an address path means inside `folder`, or undefined when it means none of it.
 * `path` is as it stands in the address: percent-encoded, starting with a slash. The bare slash is the page itself.
 */
export function fileWithin(folder: string, path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return undefined;
  // The slash goes first: to resolve, it would mean the root of the disk.
  const file = resolve(folder, decoded.replace(/^\/+/, '') || 'index.html');
  const inside = relative(folder, file);
  if (inside === '' || isAbsolute(inside) || inside === '..' || inside.startsWith(`..${sep}`)) return undefined;
  return inside.split(sep).some((part) => part.startsWith('.')) ? undefined : file;
}

const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
};

/** The media type of an asset by its name, or undefined for a kind that is not served. */
export function mediaTypeOf(file: string): string | undefined {
  return mediaTypes[file.slice(file.lastIndexOf('.') + 1).toLowerCase()];
}
