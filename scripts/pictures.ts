// Renews every picture of the documentation from the running demonstration practice: npm run pictures
import { chromium, type Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { startWebHost } from '../tests/e2e/support/web-app.ts';
import { settling } from '../tests/support/settled-page.ts';
import { chromiumArguments } from './support/chromium.ts';
import { obtainChromium } from './support/obtain-chromium.ts';
import { inRepository } from './support/repository.ts';

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly theme?: 'light' | 'dark';
  /** Brings the page into the state of the picture. */
  readonly prepare?: (page: Page) => Promise<void>;
}

const pictures: readonly Picture[] = [
  { name: 'schedule-week', path: '/schedule' },
  { name: 'schedule-week.dark', path: '/schedule', theme: 'dark' },
  { name: 'people', path: '/people' },
  { name: 'print', path: '/schedule/print' },
  { name: 'settings', path: '/settings' },
  {
    name: 'palette',
    path: '/schedule',
    prepare: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('rivera');
      await page.getByRole('option').first().waitFor();
    },
  },
];

const executablePath = obtainChromium();
if (executablePath === undefined) throw new Error('There is no Chromium here. Install Chromium or Chrome and run this again.');
mkdirSync(inRepository('docs/pictures'), { recursive: true });
const host = await startWebHost(['--demo']);
const browser = await chromium.launch({ executablePath, args: [...chromiumArguments] });
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const settled = settling(page);
  await page.goto(host.address);
  const home = new URL(page.url()).origin;
  for (const { name, path, theme = 'light', prepare } of pictures) {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto(`${home}/#${path}`);
    await page.reload();
    await page.getByRole('main').waitFor();
    await settled();
    await prepare?.(page);
    await page.screenshot({ path: inRepository('docs/pictures', `${name}.png`), animations: 'disabled' });
    console.log(`docs/pictures/${name}.png`);
  }
} finally {
  await browser.close();
  await host.close();
}
