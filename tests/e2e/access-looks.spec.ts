import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { troubleKinds } from '../../preload/contract/accounts/access.ts';
import { troubleWords } from '../../renderer/features/accounts/trouble-words.ts';
import { AccessPage } from './pages/access.page.ts';
import { StartPage } from './pages/start.page.ts';
import { ask } from './support/ask.ts';
import { faultsOfPage } from './support/faults-of-page.ts';
import { launch, type RunningApp } from './support/launch.ts';

const passphrase = 'river lamp orange nine';
const first = 'first day for Lee here';

/** The least window, a laptop, and a large screen at 200 %. */
const windows = [
  { width: 1024, height: 640 },
  { width: 1280, height: 800 },
  { width: 960, height: 540 },
] as const;
const schemes = ['light', 'dark'] as const;
const pictures = process.env['PICTURES'];

let folder: string;
test.beforeEach(() => {
  test.setTimeout(240_000);
  folder = mkdtempSync(join(tmpdir(), 'looks-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** Looks at the page in each window, light and dark, with axe and for what does not fit; takes its picture where `PICTURES` names a folder. */
async function look(page: Page, name: string, mayScroll: boolean): Promise<void> {
  for (const { width, height } of windows) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
      await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))));
      const path = `${pictures}/${name.replaceAll(/\W+/g, '-')}.${width}.${colorScheme}.png`;
      if (pictures !== undefined) await page.screenshot({ path, animations: 'disabled' });
    }
    await expect.soft.poll(() => page.evaluate(faultsOfPage, mayScroll), { message: `${name} at ${width}`, timeout: 3000 }).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
    expect.soft(found, `${name}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

async function newPractice(app: RunningApp, textSize: number): Promise<void> {
  await new StartPage(app.page).setUp('Harbor Family Medicine and Urgent Care', 'Mon-Fri 8-5');
  await expect(app.page.getByRole('heading', { name: 'Nobody is on the schedule yet' })).toBeVisible();
  await ask(app.page, 'mutation', 'computer.save', { appearance: { textSize } });
}

for (const textSize of [100, 200]) {
  test(`what stands before the practice fits every window and is for everybody, text at ${textSize} %`, async () => {
    const app = await launch('web', { folder });
    const named = (name: string) => `${name} ${textSize}`;
    await newPractice(app, textSize);
    const page = await app.reopen();
    const gate = new AccessPage(page);
    await expect(page.getByRole('complementary', { name: 'Notice' })).toContainText('opens for anyone');
    await look(page, named('protection offered'), false);
    await gate.open('/settings/protect');
    await expect(page.getByRole('form', { name: 'Protect this practice' })).toBeVisible();
    await look(page, named('protect'), false);
    await gate.protect('Dana Ortiz', passphrase, '829164');
    await look(page, named('recovery sheet'), false);
    await page.getByRole('button', { name: 'Compare later' }).click();
    await gate.addAccount('Lee Park', 'staff', first);
    await look(page, named('accounts'), false);
    await gate.open('/settings/security');
    await page.getByRole('button', { name: 'Change passphrase' }).click();
    await look(page, named('security'), false);
    await gate.open('/settings/access-record');
    await expect(page.getByText('The practice has a passphrase now').first()).toBeVisible();
    await look(page, named('access record'), false);
    await gate.open('/settings/backups');
    await expect(page.getByRole('main').getByRole('heading', { name: 'Backups' }).first()).toBeVisible();
    await look(page, named('backups'), false);
    await gate.lock();
    await look(page, named('who is here'), true);
    await page.getByRole('button', { name: 'Leave a note without signing in' }).click();
    await look(page, named('leave a note'), true);
    await page.getByLabel('What should the next person know?').fill('The printer is out of paper.');
    await page.getByRole('button', { name: 'Leave the note' }).click();
    await page.getByRole('button', { name: 'Back to signing in' }).click();
    await page.getByRole('button', { name: 'Sign in with name and passphrase' }).click();
    await look(page, named('sign in'), true);
    await page.getByRole('button', { name: 'Forgot it? Use the recovery key' }).click();
    await look(page, named('recover'), true);
    await page.getByRole('button', { name: 'Back to the passphrase' }).click();
    await gate.signIn('Lee Park', first);
    await expect(gate.own).toBeVisible({ timeout: 20_000 });
    await look(page, named('own passphrase'), true);
    await page.getByRole('button', { name: 'Not Lee Park' }).click();
    await gate.comeInByPin('Dana Ortiz', '829164');
    await expect(page.getByRole('complementary', { name: 'Notice' })).toBeVisible();
    await look(page, named('notice bar'), false);
    await app.close();
    expect(app.problems).toEqual([]);
  });

  test(`every reason why a practice does not open fits every window and is for everybody, text at ${textSize} %`, async () => {
    const app = await launch('web', { folder });
    await newPractice(app, textSize);
    await app.close();
    writeFileSync(join(folder, 'practice.db'), 'this is no practice '.repeat(500));
    const again = await launch('web', { folder });
    const { page } = again;
    for (const kind of troubleKinds) {
      // The practice is damaged; the other reasons are put in the place of that one on the way to the screen.
      await page.route('**/rpc', async (route) => {
        if (!route.request().postData()?.includes('"access.state"')) return route.continue();
        const response = await route.fetch();
        const { data, ...answer } = await response.json();
        return route.fulfill({ response, json: { ...answer, data: { ...data, trouble: { ...data.trouble, kind } } } });
      });
      await page.reload();
      await expect(page.getByRole('heading', { level: 1, name: troubleWords[kind].title })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Look into it' })).toBeVisible();
      await look(page, `trouble ${kind} ${textSize}`, true);
      await page.unroute('**/rpc');
    }
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Try again' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Restore this backup' })).toBeVisible();
    await look(page, `trouble, a backup looked into ${textSize}`, true);
    await again.close();
    expect(again.problems).toEqual([]);
  });
}
