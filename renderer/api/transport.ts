import type { Bridge, Transport } from '../../preload/contract/shared/transport.ts';
import { bridgeTransport } from './bridge-transport.ts';
import { httpTransport } from './http-transport.ts';

declare global {
  interface Window {
    /** Only where a preload put it: in Electron. */
    readonly bridge?: Bridge;
  }
}

/** The way out of this window: the preload's bridge where there is one, else the loopback host. */
export function pickTransport(): Transport {
  return window.bridge ? bridgeTransport(window.bridge) : httpTransport();
}
