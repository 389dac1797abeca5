import type { Page } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchElectron, type RunningElectron } from '../../harness/launch-electron.ts';
import { watchProblems } from './problems.ts';
import { launchWeb } from './web-app.ts';

/** The doors a journey goes through. */
export const hosts = ['web', 'electron'] as const;
export type HostName = (typeof hosts)[number];

export interface LaunchOptions {
  /** Data folder; a new one of its own when absent. */
  readonly folder?: string;
  /** With the demonstration practice. */
  readonly demo?: boolean;
}

/** The built app, open in its window. */
export interface RunningApp {
  readonly host: HostName;
  /** The window as it is now; another one after `reopen`. */
  readonly page: Page;
  readonly folder: string;
  /** Errors on the console, exceptions and breaches of the policy since the start. */
  readonly problems: readonly string[];
  /** Electron or its double; undefined on the web host. */
  readonly electron: RunningElectron | undefined;
  /** Prints what is on the screen to a PDF the host's own way, into this file. */
  pdf(file: string): Promise<void>;
  close(): Promise<void>;
  /** Ends the program and starts it again on the same folder. */
  reopen(): Promise<Page>;
  /** As `reopen`, after the program was killed; where the host cannot be killed by itself, as `reopen`. */
  crash(): Promise<Page>;
}

interface Window {
  readonly page: Page;
  readonly electron?: RunningElectron;
  close(): Promise<void>;
  kill?(): Promise<void>;
}

/** Starts the built app through one of its doors. The caller closes it. */
export async function launch(host: HostName, { folder, demo = false }: LaunchOptions = {}): Promise<RunningApp> {
  const data = folder ?? mkdtempSync(join(tmpdir(), 'journey-'));
  const args = ['--data', data, ...(demo ? ['--demo'] : [])];
  const problems: string[] = [];
  const open = async (): Promise<Window> => {
    if (host === 'web') return launchWeb(args, (page) => watchProblems(page, problems));
    const electron = await launchElectron(args);
    watchProblems(electron.page, problems);
    return { page: electron.page, electron, close: () => electron.close() };
  };
  let window = await open();
  return {
    host,
    folder: data,
    problems,
    get page() {
      return window.page;
    },
    get electron() {
      return window.electron;
    },
    pdf: (file) => (window.electron ? pdfThroughMain(window.electron, file) : pdfThroughBrowser(window.page, file)),
    close: async () => {
      await window.close();
      if (folder === undefined) rmSync(data, { recursive: true, force: true, maxRetries: 3 });
    },
    reopen: async () => {
      await window.close();
      window = await open();
      return window.page;
    },
    crash: async () => {
      await (window.kill ?? window.close)();
      window = await open();
      return window.page;
    },
  };
}

/** The browser prints it: its PDF is what a person gets with "Save as PDF". */
async function pdfThroughBrowser(page: Page, file: string): Promise<void> {
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
}

/** Through the procedure the page's own button calls, with the save dialog answered. */
async function pdfThroughMain({ page, evaluate }: RunningElectron, file: string): Promise<void> {
  await evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, file);
  const answer = await page.evaluate(() =>
    window.bridge?.request({ type: 'mutation', path: 'system.savePdf', input: { suggestedName: 'Week', paper: 'letter' } }),
  );
  if (!answer?.ok) throw new Error(`No PDF: ${JSON.stringify(answer)}`);
}
