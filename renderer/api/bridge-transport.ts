import { isFileDownload, type Bridge, type Transport } from '../../preload/contract/shared/transport.ts';
import { noAnswer } from './refusal.ts';

/** The transport over what the preload exposes: one channel for calls and files. */
export function bridgeTransport(bridge: Bridge): Transport {
  return {
    request: (operation) => bridge.request(operation),
    subscribe: (operation, onMessage) => bridge.subscribe(operation, onMessage),
    putFile: (file) => bridge.request(file),
    getFile: async (handle) => {
      const answer = await bridge.request({ handle });
      if (!answer.ok) return answer;
      return isFileDownload(answer.data) ? { ok: true, data: answer.data } : { ok: false, error: noAnswer };
    },
  };
}
