type Handler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, Handler>();
const privileged = new Set<string>();

/** Electron's `protocol`: a scheme is declared before it is served, and served through the window's routes. */
export const protocol = {
  registerSchemesAsPrivileged(schemes: readonly { readonly scheme: string }[]): void {
    for (const { scheme } of schemes) privileged.add(scheme);
  },
  handle(scheme: string, handler: Handler): void {
    if (!privileged.has(scheme)) throw new Error(`The scheme ${scheme} was not declared before Electron was ready.`);
    if (handlers.has(scheme)) throw new Error(`The scheme ${scheme} is handled already.`);
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    handlers.delete(scheme);
  },
};

/** What main answers for an address, or undefined when its scheme is not handled. Node's Request knows no `app:` body, and needs none. */
export async function serve(address: string, method: string): Promise<Response | undefined> {
  const handler = handlers.get(address.slice(0, address.indexOf(':')));
  return handler?.(new Request(address, { method }));
}
