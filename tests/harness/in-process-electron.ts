// Electron's IPC in one process: what the preload exposes, and what main answers. Values cross as structured clones.
import { EventEmitter } from 'node:events';
import { decode, encode } from './codec.ts';
import { IpcMain } from './ipc.ts';

export const ipcMain = new IpcMain();

const rendererListeners = new EventEmitter();

class WebContentsDouble extends EventEmitter {
  isDestroyed(): boolean {
    return false;
  }

  send(channel: string, ...args: unknown[]): void {
    const encoded = encode(args);
    // Never in the same turn as in main, as between processes.
    setImmediate(() => rendererListeners.emit(channel, {}, ...listOf(decode(encoded))));
  }
}

export const webContents = new WebContentsDouble();

/** The frame that the next messages come from. */
export const frame = { url: 'app://office/', parent: null as object | null };

const event = () => ({ sender: webContents, senderFrame: { ...frame } });

export const ipcRenderer = {
  async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    const answer = decode(await ipcMain.invoked(event(), channel, encode(args)));
    if (typeof answer === 'object' && answer !== null && 'error' in answer) throw new Error(String(answer.error));
    return typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : undefined;
  },
  send(channel: string, ...args: unknown[]): void {
    const encoded = encode(args);
    setImmediate(() => ipcMain.sent(event(), channel, encoded));
  },
  on(channel: string, listener: (...args: unknown[]) => void): void {
    rendererListeners.on(channel, listener);
  },
};

/** What the preload exposed, by its name on the window. */
export const exposed = new Map<string, unknown>();

export const contextBridge = { exposeInMainWorld: (key: string, api: unknown): void => void exposed.set(key, api) };

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
