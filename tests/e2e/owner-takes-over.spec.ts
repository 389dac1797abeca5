import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessPage } from './pages/access.page.ts';
import { ShellPage } from './pages/shell.page.ts';
import { StartPage } from './pages/start.page.ts';
import { hosts, launch } from './support/launch.ts';

const manager = { name: 'Dana Ortiz', passphrase: 'river lamp orange nine', pin: '829164' };
const owner = { name: 'Amara Osei', passphrase: 'seven quiet green boats' };

let folder: string;
test.beforeEach(() => {
  test.setTimeout(240_000);
  folder = mkdtempSync(join(tmpdir(), 'takes-over-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

for (const host of hosts) {
  test(`${host}: the manager who alone had the passphrase leaves, and the owner takes over with the printed key`, async () => {
    const app = await launch(host, { folder });
    await new StartPage(app.page).setUp('Harbor Family Medicine', 'Mon-Fri 8-5');
    await expect(app.page.getByRole('heading', { name: 'Nobody is on the schedule yet' })).toBeVisible();
    const before = new AccessPage(app.page);
    const printed = await before.protect(manager.name, manager.passphrase, manager.pin);
    await before.compareGroups(printed);
    await before.addAccount('Lee Park', 'staff', 'first day for Lee here');

    const page = await app.reopen();
    const access = new AccessPage(page);
    await page.getByRole('button', { name: 'Forgot it? Use the recovery key' }).click();
    await access.recover.getByLabel('Your name').fill(owner.name);
    await access.recover.getByLabel('Recovery key').fill(printed);
    await access.recover.getByLabel('New passphrase').fill(owner.passphrase);
    await access.recover.getByRole('button', { name: 'Open with the recovery key' }).click();
    await expect(page.getByRole('button', { name: `Signed in: ${owner.name}` })).toBeVisible({ timeout: 30_000 });

    await new ShellPage(page).goTo('Settings');
    await page.getByRole('link', { name: 'People who sign in' }).click();
    const line = (name: string) => page.getByRole('listitem', { name });
    await expect(line(owner.name)).toContainText('Owner');
    await expect(line(owner.name).getByRole('button', { name: /signs in no more/ })).toHaveCount(0);
    await line(manager.name)
      .getByRole('button', { name: `${manager.name} signs in no more` })
      .click();
    await access.confirm(owner.passphrase);
    // Of one day the newest is kept: the one that closing made.
    await expect(
      page.getByText(`${manager.name} signs in no more. 1 kept backup made before still opens with their passphrase.`),
    ).toBeVisible({
      timeout: 30_000,
    });
    await expect(line(manager.name)).toContainText(/Still open with their passphrase: the backup of \w+ \w+ \d+, \d+:\d\d [AP]M\./);

    await page.getByRole('link', { name: 'Security' }).click();
    await page.getByRole('button', { name: 'Make and print a new recovery key' }).click();
    await page.getByRole('button', { name: 'Make a new recovery key' }).click();
    await expect(access.compare).toBeVisible({ timeout: 30_000 });
    const anew = (await page.getByRole('list', { name: 'The key' }).locator('li span').allTextContents()).join('-');
    expect(anew).not.toBe(printed);
    await access.compareGroups(anew);
    await access.open('/settings/access-record');
    await expect(page.getByText(`${owner.name} came in with the recovery key`).first()).toBeVisible();
    await expect(page.getByText(`${manager.name} signs in no more`).first()).toBeVisible();

    const again = await app.reopen();
    const gate = new AccessPage(again);
    await gate.signIn(manager.name, manager.passphrase);
    await expect(again.getByText(/name or the passphrase is not right/)).toBeVisible({ timeout: 20_000 });
    await again.getByRole('button', { name: 'Forgot it? Use the recovery key' }).click();
    await gate.recover.getByLabel('Your name').fill(manager.name);
    await gate.recover.getByLabel('Recovery key').fill(printed);
    await gate.recover.getByLabel('New passphrase').fill(manager.passphrase);
    await gate.recover.getByRole('button', { name: 'Open with the recovery key' }).click();
    await expect(again.getByText(/opens another practice, or a newer one was printed since/)).toBeVisible({ timeout: 20_000 });
    await again.getByRole('button', { name: 'Back to the passphrase' }).click();
    await gate.signIn(owner.name, owner.passphrase);
    await expect(again.getByRole('button', { name: `Signed in: ${owner.name}` })).toBeVisible({ timeout: 30_000 });
    await app.close();
    expect(app.problems).toEqual([]);
  });
}
