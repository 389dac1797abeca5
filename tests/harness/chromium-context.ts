import { chromium, type BrowserContext } from '@playwright/test';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromiumArguments, getChromium } from '../../scripts/support/chromium.ts';
import type { App } from './app.ts';
import { session } from './session.ts';
import { toBrowser } from './address.ts';

/** Electron has no keeper of passwords, which would note who signed in. */
const asInElectron = { credentials_enable_service: false };

let context: Promise<BrowserContext> | undefined;

/** The Chromium that stands for Electron's windows; started with the first one. The test that started this process is told how to reach it. */
export function browserContext(app: App): Promise<BrowserContext> {
  return (context ??= launch(app));
}

/** Ends Chromium if it was started. */
export async function closeBrowser(): Promise<void> {
  await (await context)?.close();
}

async function launch(app: App): Promise<BrowserContext> {
  const folder = join(app.getPath('userData'), 'chromium');
  mkdirSync(join(folder, 'Default'), { recursive: true });
  const preferences = join(folder, 'Default', 'Preferences');
  if (!existsSync(preferences)) writeFileSync(preferences, JSON.stringify(asInElectron));
  const launched = await chromium.launchPersistentContext(folder, {
    executablePath: getChromium(),
    headless: true,
    viewport: { width: 1360, height: 860 },
    args: [...chromiumArguments, '--remote-debugging-port=0', ...[...app.switches].map(([name, value]) => `--${name}=${value}`)],
  });
  await grantPermissions(launched);
  process.send?.({ port: await debuggingPort(join(folder, 'DevToolsActivePort')) });
  return launched;
}

/** Chromium writes the file when it listens, in two lines and not always at once; it has until the test's own time runs out. */
async function debuggingPort(file: string): Promise<number> {
  for (;;) {
    const [port, path] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (port && path && (await answers(Number(port)))) return Number(port);
    await wait(20);
  }
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/json/version`)).ok;
  } catch {
    return false;
  }
}

const permissionNames: Readonly<Record<string, readonly string[]>> = {
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
};

/** Chromium is given what main's handlers grant to the app's page, and nothing else. */
async function grantPermissions(launched: BrowserContext): Promise<void> {
  const page = 'app://office/';
  const granted: string[] = [];
  for (const [name, chromiumNames] of Object.entries(permissionNames)) {
    if (await session.defaultSession.grants(name, page)) granted.push(...chromiumNames);
  }
  await launched.grantPermissions(granted, { origin: new URL(toBrowser(page)).origin });
}
