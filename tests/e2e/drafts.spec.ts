import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessPage } from './pages/access.page.ts';
import { SchedulePage } from './pages/schedule.page.ts';
import { StartPage } from './pages/start.page.ts';
import { ask } from './support/ask.ts';
import { hosts, launch } from './support/launch.ts';

const passphrase = 'river lamp orange nine';
const pin = '829164';

let folder: string;
test.beforeEach(() => {
  test.setTimeout(300_000);
  folder = mkdtempSync(join(tmpdir(), 'drafts-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

for (const host of hosts) {
  test(`${host}: half-typed text outlives the lock, another person and a crash`, async () => {
    const app = await launch(host, { folder });
    await new StartPage(app.page).setUp('Harbor Family Medicine', 'Mon-Fri 8-5');
    await ask(app.page, 'mutation', 'people.save', { person: { givenName: 'Ana', familyName: 'Ruiz' } });
    let schedule = new SchedulePage(app.page);
    let access = new AccessPage(app.page);
    await expect(schedule.cell('Ana Ruiz', 'Wed')).toBeVisible();
    await access.protect('Dana Ortiz', passphrase, pin);
    await app.page.getByRole('button', { name: 'Compare later' }).click();
    await access.addAccount('Mo Reed', 'manager', 'first day for Mo here');

    // A week that is not the one the app opens on.
    await access.open('/schedule');
    await schedule.goTo('after');
    const title = (await schedule.title.textContent()) ?? '';
    await schedule.cell('Ana Ruiz', 'Wed').click();
    await app.page.keyboard.type('9-5 Des');
    await expect(schedule.editor).toHaveValue('9-5 Des');
    await access.lock();
    await app.page.getByRole('list', { name: 'People' }).getByRole('button', { name: 'Mo Reed' }).click();
    await access.signInForm.getByLabel('Passphrase', { exact: true }).fill('first day for Mo here');
    await access.signInForm.getByRole('button', { name: 'Sign in' }).click();
    await access.chooseOwn('today someone has chosen four words', '570283');
    await schedule.goTo('after');
    await expect(schedule.cell('Ana Ruiz', 'Wed')).toHaveText('');
    await expect(schedule.editor).toBeHidden();
    expect(await app.page.content()).not.toContain('9-5 Des');
    await access.lock();
    await access.comeInByPin('Dana Ortiz', pin);
    await expect(schedule.title).toHaveText(title);
    await expect(schedule.editor).toHaveValue('9-5 Des');
    await expect(schedule.editor).toBeFocused();
    await app.page.keyboard.type('k');
    await expect(schedule.editor).toHaveValue('9-5 Desk');
    await kept(app.page, 'Desk');

    await app.crash();
    schedule = new SchedulePage(app.page);
    access = new AccessPage(app.page);
    await access.signIn('Dana Ortiz', passphrase);
    await expect(schedule.title).toHaveText(title, { timeout: 30_000 });
    await expect(schedule.editor).toHaveValue('9-5 Desk');
    await expect(schedule.editor).toHaveAccessibleName(/^Ana Ruiz, Wed/);
    await app.page.keyboard.press('Enter');
    await expect(schedule.cell('Ana Ruiz', 'Wed')).toContainText('9-5 Desk');

    // A dialog hides what is behind it, so that nothing but the dialog shows who is in.
    const note = app.page.getByRole('textbox', { name: 'Note on the printed week' });
    await choose(app.page, 'Note on the printed week');
    await note.fill('Flu shots on Tues');
    await access.lock();
    await app.page.getByLabel('PIN of Dana Ortiz').fill(pin);
    await expect(note).toHaveValue('Flu shots on Tues');
    await app.page.getByRole('button', { name: 'Save note' }).click();
    await expect(note).toBeHidden();

    const sheet = app.page.getByRole('textbox', { name: 'The sheet, pasted' });
    await choose(app.page, 'Paste last week’s sheet');
    await sheet.fill('Name\tMon\tTue\nAna Ruiz\t8-5\t8-5');
    await access.lock();
    await app.page.getByLabel('PIN of Dana Ortiz').fill(pin);
    await expect(sheet).toHaveValue('Name\tMon\tTue\nAna Ruiz\t8-5\t8-5');
    await app.page.getByRole('button', { name: 'Put it into this week' }).click();
    await expect(sheet).toBeHidden();
    await expect(schedule.cell('Ana Ruiz', 'Mon')).toContainText('8–5');

    await app.page.getByRole('button', { name: 'People needed' }).click();
    await app.page
      .getByRole('button', { name: /^Add to / })
      .first()
      .click();
    const form = app.page.getByRole('form', { name: 'Add people needed' });
    await form.getByRole('textbox', { name: 'From-to' }).fill('8-1');
    await access.lock();
    await app.page.getByLabel('PIN of Dana Ortiz').fill(pin);
    await expect(form.getByRole('textbox', { name: 'From-to' })).toHaveValue('8-1');
    await app.close();
    expect(app.problems).toEqual([]);
  });
}

/** Waits until main has what is typed. */
async function kept(page: Page, text: string): Promise<void> {
  await expect.poll(async () => JSON.stringify(await ask(page, 'query', 'drafts.get', undefined))).toContain(text);
}

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}
