import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

const codec = stripTypeScriptTypes(readFileSync(new URL('codec.ts', import.meta.url), 'utf8')).replaceAll(/^export /gm, '');

const prelude = `
${codec}
const listeners = new Map();
Object.defineProperty(globalThis, '__electronDispatch', { value: (channel, args) => {
  for (const listener of listeners.get(channel) ?? []) listener({ senderId: 0 }, ...decode(args));
} });
const ipcRenderer = {
  async invoke(channel, ...args) {
    const answer = decode(await globalThis.__electronInvoke(channel, encode(args)));
    if ('error' in answer) throw new Error("Error invoking remote method '" + channel + "': " + answer.error);
    return answer.value;
  },
  send(channel, ...args) { void globalThis.__electronSend(channel, encode(args)); },
  on(channel, listener) { listeners.set(channel, [...(listeners.get(channel) ?? []), listener]); return this; },
  off(channel, listener) { listeners.set(channel, (listeners.get(channel) ?? []).filter((one) => one !== listener)); return this; },
};
const expose = (value) => {
  if (typeof value === 'function') return (...args) => value(...args);
  if (value === null || typeof value !== 'object') return value;
  return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, expose(item)])));
};
const contextBridge = { exposeInMainWorld(key, api) { Object.defineProperty(globalThis, key, { value: expose(api), enumerable: true }); } };
globalThis.open = (url) => { void globalThis.__electronOpen(String(new URL(url ?? 'about:blank', location.href))); return null; };
const require = (name) => {
  if (name === 'electron') return { ipcRenderer, contextBridge };
  throw new Error('module not found: ' + name);
};
const module = { exports: {} };
const exports = module.exports;
const process = { platform: ${JSON.stringify(process.platform)}, env: {}, versions: {}, contextIsolated: true, sandboxed: true };
`;

/**
 * A preload's source text with what a sandboxed preload has around it: `require('electron')`, and nothing of Node. Only the top frame runs it.
 * There is no isolated world here: what only isolation gives is checked on real Electron.
 */
export function withPrelude(preload: string): string {
  return `(() => {\nif (globalThis !== globalThis.top) return;\n${prelude}\n(() => {\n${preload}\n})();\n})();`;
}
