import { EventEmitter } from 'node:events';
import { decode, encode } from './codec.ts';

type Handler = (event: unknown, ...args: unknown[]) => unknown;

/** Electron's `ipcMain`: one handler for a channel, listeners besides. Values cross as structured clones. */
export class IpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, handler);
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** The channels main answers, so that a test can say there are no others. */
  channels(): string[] {
    return [...this.#handlers.keys(), ...this.eventNames().map(String)];
  }

  /** An `ipcRenderer.invoke` that arrived: the encoded value, or the encoded error. */
  async invoked(event: unknown, channel: string, args: string): Promise<string> {
    const handler = this.#handlers.get(channel);
    if (!handler) return encode({ error: `Error: No handler registered for '${channel}'` });
    try {
      return encode({ value: await handler(event, ...argumentsOf(args)) });
    } catch (error) {
      return encode({ error: String(error) });
    }
  }

  /** An `ipcRenderer.send` that arrived. */
  sent(event: unknown, channel: string, args: string): void {
    this.emit(channel, event, ...argumentsOf(args));
  }
}

function argumentsOf(args: string): unknown[] {
  const decoded = decode(args);
  return Array.isArray(decoded) ? decoded : [];
}
