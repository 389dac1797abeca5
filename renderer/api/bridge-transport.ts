import type { Bridge, Transport } from '../../preload/contract/shared/transport.ts';

/** The transport over what the preload exposes: one channel for calls and files. */
export function bridgeTransport(bridge: Bridge): Transport {
  return {
    request: (operation) => bridge.request(operation),
    subscribe: (operation, onMessage) => bridge.subscribe(operation, onMessage),
    putFile: (file) => bridge.request(file),
  };
}
