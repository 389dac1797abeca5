import { app, session, type Event } from 'electron';
import { isOwnAddress, mayLoad, mayUse } from '../policy.ts';
import { openOutside } from './open-outside.ts';

function stay(event: Event<{ url: string }>): void {
  if (!isOwnAddress(event.url)) event.preventDefault();
}

/** Keeps every page where it is: no leaving, no new windows, no pages inside pages. Must run before the first window. */
export function keepPagesIn(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      openOutside(url);
      return { action: 'deny' };
    });
  });
}

/** Shuts the window off from the network, the computer's devices and downloads. Must run once Electron is ready. */
export function shutSessionOff(): void {
  const own = session.defaultSession;
  own.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url, app.isPackaged) }));
  own.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(mayUse(permission) && isOwnAddress(details.requestingUrl)),
  );
  own.setPermissionCheckHandler((_contents, permission, origin) => mayUse(permission) && isOwnAddress(origin));
  own.setDevicePermissionHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
}
