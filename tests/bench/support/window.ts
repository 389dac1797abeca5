import { chromium, type Page } from '@playwright/test';
import { chromiumArguments, getChromium } from '../../../scripts/support/chromium.ts';
import { copyBuiltApp } from '../../support/campaign/built-app.ts';
import { startWeb } from '../../support/campaign/web-process.ts';
import { fiveYearPractice, WorkFolders } from './five-years.ts';

/** Opens the built app on a copy of the five-year practice in a browser, lets `work` measure, and puts everything away. */
export async function inWindow<Result>(work: (page: Page, origin: string) => Promise<Result>): Promise<Result> {
  const folders = new WorkFolders();
  const practice = await fiveYearPractice();
  const built = copyBuiltApp();
  const host = startWeb(built.program, folders.take(practice.folder));
  try {
    const outcome = await host.outcome;
    if (outcome.kind === 'ended') throw new Error(`The host did not start: ${outcome.said}`);
    const browser = await chromium.launch({ executablePath: getChromium(), args: [...chromiumArguments] });
    try {
      const page = await browser.newPage({ viewport: { width: 1360, height: 860 } });
      await page.goto(outcome.address);
      // The start leads to this week; another one is asked for only then.
      await page.locator('[role="grid"]').waitFor();
      return await work(page, new URL(outcome.address).origin);
    } finally {
      await browser.close();
    }
  } finally {
    // Its folder is thrown away: it need not make a backup first.
    await host.kill();
    built.remove();
    folders.remove();
  }
}

/** Shows the week of a day and waits until its grid stands. */
export async function showWeek(page: Page, origin: string, on: string): Promise<void> {
  await page.goto(`${origin}/#/schedule?on=${on}`);
  await page.reload();
  await page.locator(`[role="grid"] [id^="cell-"][id$="-${on}"]`).last().waitFor();
}
