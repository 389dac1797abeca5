import { _electron, chromium, type Page } from '@playwright/test';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { electronProgram, whyNoElectron } from '../../scripts/support/electron.ts';
import { inRepository, repository } from '../../scripts/support/repository.ts';

type Electron = typeof import('electron');

/** The app in Electron or on its double, with the two calls of Playwright's ElectronApplication. */
export interface RunningElectron {
  readonly page: Page;
  /** Runs a function in main, with Electron's module and one argument. Only what is in the function itself is known there. */
  evaluate<Result, Argument>(fn: (electron: Electron, argument: Argument) => Result | Promise<Result>, argument: Argument): Promise<Result>;
  /** What a person saw or heard outside the window; the double only. */
  readonly seen: readonly unknown[];
  close(): Promise<void>;
}

const appRoot = process.env['APP_ROOT'] ?? repository;
const program = whyNoElectron() === undefined ? electronProgram() : undefined;

/** Whether the journeys run on Electron itself here. */
export const isRealElectron = program !== undefined;

let isSaid = false;

/** Starts the built app with these arguments: on Electron where it is present and can run, else, loudly, on the double. */
export async function launchElectron(args: readonly string[]): Promise<RunningElectron> {
  if (!isSaid && !isRealElectron) {
    console.log('\n*** THE DOUBLE OF ELECTRON: Electron itself is not here. docs/testing.md says what this cannot prove. ***\n');
  }
  isSaid = true;
  return program === undefined ? launchDouble(args) : launchReal(program, args);
}

async function launchReal(executablePath: string, args: readonly string[]): Promise<RunningElectron> {
  const app = await _electron.launch({ executablePath, args: [appRoot, ...args], cwd: appRoot });
  return {
    page: await app.firstWindow(),
    evaluate: (fn, argument) =>
      app.evaluate((electron, { text, value }) => new Function(`return (${text})`)()(electron, value), {
        text: fn.toString(),
        value: argument,
      }),
    seen: [],
    close: () => app.close(),
  };
}

/** Starts main on the double, without waiting for a window. `words` is what becomes of what it writes. */
export function startDouble(args: readonly string[], words: 'inherit' | 'ignore' = 'inherit'): ChildProcess {
  return fork(join(appRoot, 'out/main/index.js'), args, {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', inRepository('tests/harness/register.ts')],
    stdio: ['ignore', words, words, 'ipc'],
  });
}

interface FromDouble {
  readonly id?: number;
  readonly value?: unknown;
  readonly error?: string;
  readonly port?: number;
  readonly seen?: unknown;
}

async function launchDouble(args: readonly string[]): Promise<RunningElectron> {
  const child = startDouble(args);
  const seen: unknown[] = [];
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  child.on('message', ({ id, value, error, seen: one }: FromDouble) => {
    if (one !== undefined) seen.push(one);
    const waiter = id === undefined ? undefined : waiting.get(id);
    if (id === undefined || !waiter) return;
    waiting.delete(id);
    if (error === undefined) waiter.resolve(value as never);
    else waiter.reject(new Error(error));
  });
  const exited = once(child, 'exit');
  const port = await new Promise<number>((resolve, reject) => {
    child.on('message', (message: FromDouble) => {
      if (message.port !== undefined) resolve(message.port);
    });
    child.on('exit', (code) => reject(new Error(`Main ended (${code}) before it opened a window. ${JSON.stringify(seen)}`)));
  });
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const [context] = browser.contexts();
  if (!context) throw new Error('Chromium has no context.');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  await page.waitForURL((url) => url.protocol !== 'about:');
  return {
    page,
    seen,
    evaluate: (fn, argument) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, { resolve, reject });
        child.send({ id, fn: fn.toString(), arg: argument });
      }),
    close: async () => {
      if (child.exitCode === null && child.connected) child.send({ quit: true });
      await exited;
    },
  };
}
