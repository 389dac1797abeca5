import { EventEmitter } from 'node:events';

type Listener = (details: { url: string; method: string; resourceType: string }, answer: (response: { cancel?: boolean }) => void) => void;
type CheckHandler = ((contents: unknown, permission: string, origin: string) => boolean) | null;
type RequestHandler =
  | ((
      contents: unknown,
      permission: string,
      answer: (isGranted: boolean) => void,
      details: { requestingUrl: string; isMainFrame: boolean },
    ) => void)
  | null;

/** Electron's default session: what may be loaded, and what of the computer may be used. */
class Session extends EventEmitter {
  #onBeforeRequest: Listener | undefined;
  #check: CheckHandler = null;
  #request: RequestHandler = null;
  readonly webRequest = {
    onBeforeRequest: (first: unknown, second?: Listener | null) => {
      const listener = second === undefined ? first : second;
      this.#onBeforeRequest = isListener(listener) ? listener : undefined;
    },
  };

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#check = handler;
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#request = handler;
  }

  setDevicePermissionHandler(): void {}

  /** Whether main cancels a request for this address. */
  cancels(details: { url: string; method: string; resourceType: string }): Promise<boolean> {
    const listener = this.#onBeforeRequest;
    if (!listener) return Promise.resolve(false);
    return new Promise((resolve) => listener(details, ({ cancel = false }) => resolve(cancel)));
  }

  /** Whether main grants a permission to the page at this address. Without a handler Electron grants. */
  async grants(permission: string, address: string): Promise<boolean> {
    if (this.#check && !this.#check(null, permission, address)) return false;
    const handler = this.#request;
    if (!handler) return true;
    return new Promise((resolve) => handler(null, permission, resolve, { requestingUrl: address, isMainFrame: true }));
  }
}

function isListener(value: unknown): value is Listener {
  return typeof value === 'function';
}

export const session = { defaultSession: new Session() };
