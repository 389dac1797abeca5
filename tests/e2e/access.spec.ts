import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessPage } from './pages/access.page.ts';
import { StartPage } from './pages/start.page.ts';
import { hosts, launch, type RunningApp } from './support/launch.ts';
import { linesOf, readPdf } from './support/pdf-text.ts';

const passphrase = 'river lamp orange nine';
const later = 'seven quiet green boats';

let folder: string;
test.beforeEach(() => {
  test.setTimeout(240_000);
  folder = mkdtempSync(join(tmpdir(), 'access-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

async function newPractice(app: RunningApp): Promise<AccessPage> {
  await new StartPage(app.page).setUp('Harbor Family Medicine', 'Mon-Fri 8-5');
  await expect(app.page.getByRole('heading', { name: 'Nobody is on the schedule yet' })).toBeVisible();
  return new AccessPage(app.page);
}

/** What axe finds, in light and in dark. */
async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    const { violations: all } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    found.push(...all.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${colorScheme} ${id}: ${target.join(' ')}`)));
  }
  await page.emulateMedia({ colorScheme: null });
  return found;
}

for (const host of hosts) {
  test(`${host}: protected, the sheet printed, the passphrase forgotten, recovered from a bare folder`, async () => {
    const app = await launch(host, { folder });
    const access = await newPractice(app);
    const key = await access.protect('Dana Ortiz', passphrase, '829164');
    const pdf = join(folder, 'sheet.pdf');
    await app.pdf(pdf);
    const pages = await readPdf(pdf);
    expect(pages).toHaveLength(1);
    const printed = linesOf(pages[0] ?? []).join('\n');
    for (const group of key.split('-')) expect(printed).toContain(group);
    expect(printed).toContain('HarborFamilyMedicine');
    rmSync(pdf);
    await access.compareGroups(key);
    await app.close();

    const bare = mkdtempSync(join(tmpdir(), 'access-bare-'));
    for (const file of ['practice.db', 'keyring.json']) cpSync(join(folder, file), join(bare, file));
    const again = await launch(host, { folder: bare });
    const gate = new AccessPage(again.page);
    await gate.signIn('Dana Ortiz', 'I no longer know it');
    await expect(again.page.getByText(/name or the passphrase is not right/)).toBeVisible({ timeout: 20_000 });
    await again.page.getByRole('button', { name: 'Forgot it? Use the recovery key' }).click();
    await gate.recover.getByLabel('Your name').fill('Dana Ortiz');
    const [first = '', ...others] = key.split('-');
    await gate.recover.getByLabel('Recovery key').fill([`${first.startsWith('7') ? '8' : '7'}${first.slice(1)}`, ...others].join(' '));
    await gate.recover.getByLabel('New passphrase').fill(later);
    await gate.recover.getByRole('button', { name: 'Open with the recovery key' }).click();
    await expect(again.page.getByText('Group 1 is mistyped')).toBeVisible();
    await gate.recover.getByLabel('Recovery key').fill(key.toLowerCase());
    await gate.recover.getByRole('button', { name: 'Open with the recovery key' }).click();
    await expect(again.page.getByRole('button', { name: 'Signed in: Dana Ortiz' })).toBeVisible({ timeout: 30_000 });
    await again.close();
    rmSync(bare, { recursive: true, force: true, maxRetries: 3 });
    expect([...app.problems, ...again.problems]).toEqual([]);
  });

  test(`${host}: the front desk switches three people by PIN within a minute, and the manager’s leaving is the owner’s to settle`, async () => {
    const app = await launch(host, { folder });
    const { page } = app;
    const access = await newPractice(app);
    await access.protect('Dana Ortiz', passphrase, '829164');
    await page.getByRole('button', { name: 'Compare later' }).click();
    await access.addAccount('Mo Reed', 'manager', 'first day for Mo here');
    await access.addAccount('Lee Park', 'staff', 'first day for Lee here');
    for (const [name, first, pin] of [
      ['Mo Reed', 'first day for Mo here', '570283'],
      ['Lee Park', 'first day for Lee here', '941605'],
    ] as const) {
      await access.lock();
      await page.getByRole('list', { name: 'People' }).getByRole('button', { name }).click();
      await access.signInForm.getByLabel('Passphrase', { exact: true }).fill(first);
      await access.signInForm.getByRole('button', { name: 'Sign in' }).click();
      await access.chooseOwn(`${name} has chosen four words`.replace(name, 'today someone'), pin);
      await expect(page.getByRole('button', { name: `Signed in: ${name}` })).toBeVisible();
    }
    await expect(page.getByRole('heading', { name: 'Not published yet' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'People' })).toBeHidden();

    const began = Date.now();
    for (const [name, pin] of [
      ['Dana Ortiz', '829164'],
      ['Mo Reed', '570283'],
      ['Lee Park', '941605'],
    ] as const) {
      await access.lock();
      await access.comeInByPin(name, pin);
    }
    expect(Date.now() - began).toBeLessThan(60_000);

    await access.lock();
    await access.comeInByPin('Dana Ortiz', '829164');
    await access.open('/settings/accounts');
    await page.getByRole('button', { name: 'Mo Reed signs in no more' }).click();
    await access.confirm(passphrase);
    await expect(page.getByText(/^Mo Reed signs in no more\./)).toBeVisible({ timeout: 30_000 });
    await access.lock();
    await expect(page.getByRole('list', { name: 'People' }).getByRole('button', { name: 'Mo Reed' })).toBeHidden();
    await app.close();
    expect(app.problems).toEqual([]);
  });
}

test('axe finds nothing on the screens of access, light or dark', async () => {
  const app = await launch('web', { folder });
  const { page } = app;
  const access = await newPractice(app);
  await access.open('/settings/protect');
  await expect(page.getByRole('form', { name: 'Protect this practice' })).toBeVisible();
  expect.soft(await violations(page), 'protect').toEqual([]);
  await access.protect('Dana Ortiz', passphrase, '829164');
  expect.soft(await violations(page), 'recovery key').toEqual([]);
  await page.getByRole('button', { name: 'Compare later' }).click();
  await access.open('/settings/security');
  await page.getByRole('button', { name: 'Change passphrase' }).click();
  await page.getByRole('button', { name: 'Change PIN' }).click();
  expect.soft(await violations(page), 'security').toEqual([]);
  await access.open('/settings/accounts');
  await page.getByRole('button', { name: 'Add someone' }).click();
  expect.soft(await violations(page), 'accounts').toEqual([]);
  await access.open('/week');
  await expect(page.getByRole('heading', { name: 'Not published yet' })).toBeVisible();
  expect.soft(await violations(page), 'published week').toEqual([]);
  await access.lock();
  expect.soft(await violations(page), 'who is here').toEqual([]);
  await page.getByRole('button', { name: 'Sign in with name and passphrase' }).click();
  expect.soft(await violations(page), 'sign in').toEqual([]);
  await page.getByRole('button', { name: 'Forgot it? Use the recovery key' }).click();
  expect.soft(await violations(page), 'recover').toEqual([]);
  await app.close();
  expect(app.problems).toEqual([]);
});
