import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
];

/** The Chromium of this computer: $CHROMIUM, one on the path or in its usual place, or Playwright's own. Undefined when there is none. */
export function findChromium(): string | undefined {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const candidates = [
    process.env['CHROMIUM'],
    ...names.map((name) => `/usr/bin/${name}`),
    ...onPath,
    ...usualPlaces,
    chromium.executablePath(),
  ];
  return candidates.find((candidate) => candidate !== undefined && candidate !== '' && existsSync(candidate));
}

/** As `findChromium`; throws where there is none. */
export function getChromium(): string {
  const found = findChromium();
  if (found === undefined) throw new Error('There is no Chromium here. Install Chromium or Chrome, or set CHROMIUM to its program.');
  return found;
}

/** What Chromium is started with in tests: no sandbox as root, and no talk with its maker. */
export const chromiumArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
