import { protocol } from 'electron';
import { findAsset } from '../assets.ts';
import { appScheme, isOwnAddress } from '../policy.ts';

/** Makes `app://` an origin of its own. Must run before Electron is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built renderer at `app://office/`. */
export function serveAssets(folder: string): void {
  protocol.handle(appScheme, async (request) => {
    const mayRead = request.method === 'GET' && isOwnAddress(request.url);
    const asset = mayRead ? await findAsset(folder, new URL(request.url).pathname) : undefined;
    return asset ? new Response(asset.body, { headers: asset.headers }) : new Response(null, { status: 404 });
  });
}
