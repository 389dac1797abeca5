import { chromium, type Browser, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromiumArguments, getChromium } from '../../../scripts/support/chromium.ts';
import { repository } from '../../../scripts/support/repository.ts';

/** The loopback host as a process of its own, before a browser is there. */
export interface WebHostProcess {
  /** Opens the app once. */
  readonly address: string;
  close(): Promise<void>;
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>;
}

/** Starts the built loopback host. Throws with what it said when it gives no address. */
export async function startWebHost(args: readonly string[]): Promise<WebHostProcess> {
  const program = join(process.env['APP_ROOT'] ?? repository, 'out/main/web.js');
  const child = spawn(process.execPath, [program, ...args, '--print-address-json'], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('The loopback host has no output.');
  const exited = once(child, 'exit');
  let said = '';
  stderr.on('data', (text: Buffer) => (said += text.toString()));
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: stdout }).once('line', (line) => resolve(addressIn(line)));
    child.once('exit', (code) => reject(new Error(`The loopback host ended (${code}): ${said}`)));
  });
  return {
    address,
    close: async () => {
      child.kill('SIGTERM');
      await exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

export interface RunningWeb {
  readonly page: Page;
  readonly browser: Browser;
  close(): Promise<void>;
  /** Ends the browser, and the host at once, as a crash does. */
  kill(): Promise<void>;
}

/** Starts the loopback host and a browser, and opens the app in it. `onPage` is called before the first request. */
export async function launchWeb(args: readonly string[], onPage: (page: Page) => void): Promise<RunningWeb> {
  const host = await startWebHost(args);
  const browser = await chromium.launch({ executablePath: getChromium(), args: [...chromiumArguments] });
  const context = await browser.newContext({ viewport: { width: 1360, height: 860 } });
  const page = await context.newPage();
  onPage(page);
  await page.goto(host.address);
  return {
    page,
    browser,
    close: async () => {
      await browser.close();
      await host.close();
    },
    kill: async () => {
      // The page goes first: it would report, rightly, that its host is gone.
      await browser.close();
      await host.kill();
    },
  };
}

function addressIn(line: string): string {
  const parsed: unknown = JSON.parse(line);
  if (typeof parsed === 'object' && parsed !== null && 'address' in parsed && typeof parsed.address === 'string') return parsed.address;
  throw new Error(`No address: ${line}`);
}
