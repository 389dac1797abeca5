import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Request } from './caller.ts';
import { openWebDoor } from './web-door.ts';

/** A start of the loopback host, from the moment its process was made. */
export interface WebStart {
  readonly pid: number;
  /** How it went: open at an address, or ended without. */
  readonly outcome: Promise<WebOpen | WebEnded>;
  /** kill -9; resolves when the process is gone. */
  kill(): Promise<void>;
  /** As Ctrl+C does. */
  close(): Promise<void>;
}

export interface WebOpen {
  readonly kind: 'open';
  readonly address: string;
  /** From the making of the process to its address. */
  readonly milliseconds: number;
}

export interface WebEnded {
  readonly kind: 'ended';
  readonly code: number | null;
  /** What it wrote on standard error. */
  readonly said: string;
}

const running = new Set<ChildProcess>();
// What this process started does not outlive it.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the loopback host on a data folder. */
export const startWeb = (program: string, folder: string): WebStart => startHost(process.execPath, webParameters(program, folder));

/** What Node is given to start the loopback host. */
export const webParameters = (program: string, folder: string): string[] => [program, '--data', folder, '--print-address-json'];

/** Starts the loopback host by a command that becomes it. */
export function startHost(command: string, parameters: readonly string[]): WebStart {
  const started = performance.now();
  const child = spawn(command, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const gone = once(child, 'close').then(([code]: unknown[]) => {
    running.delete(child);
    return typeof code === 'number' ? code : null;
  });
  const outcome = new Promise<WebOpen | WebEnded>((resolve) => {
    createInterface({ input: child.stdout }).once('line', (line) =>
      resolve({ kind: 'open', address: addressIn(line), milliseconds: performance.now() - started }),
    );
    void gone.then((code) => resolve({ kind: 'ended', code, said: said.trim() }));
  });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await gone;
  };
  return { pid: child.pid ?? 0, outcome, kill: () => end('SIGKILL'), close: () => end('SIGTERM') };
}

function addressIn(line: string): string {
  const parsed: unknown = JSON.parse(line);
  if (typeof parsed === 'object' && parsed !== null && 'address' in parsed && typeof parsed.address === 'string') return parsed.address;
  throw new Error(`The host said no address but ${line}`);
}

/** Comes in by the address as a browser does, and calls over HTTP. A call rejects when the process is gone before it answered. */
export const enterWeb = async (address: string): Promise<Request> => (await openWebDoor(address)).request;
