import { expect, test } from '@playwright/test';
import { PeoplePage } from './pages/people.page.ts';
import { SchedulePage } from './pages/schedule.page.ts';
import { ShellPage } from './pages/shell.page.ts';
import { launch, type RunningApp } from './support/launch.ts';

let app: RunningApp;
test.beforeAll(async () => {
  app = await launch('web', { demo: true });
});
test.afterAll(async () => {
  await app.close();
  expect(app.problems).toEqual([]);
});
test.beforeEach(async () => {
  await app.page.bringToFront();
  await new ShellPage(app.page).goTo('Schedule');
});

test('two writers on one cell: the slower one is told, keeps what was typed and decides', async () => {
  const mine = new SchedulePage(app.page);
  await mine.goTo('after');
  const other = await app.page.context().newPage();
  await other.goto(app.page.url());
  const theirs = new SchedulePage(other);
  await expect(theirs.title).toHaveText((await mine.title.textContent()) ?? '');
  const [name = ''] = await mine.names();

  await mine.cell(name, 'Wed').click();
  await app.page.keyboard.type('9-6');
  await expect(mine.editor).toHaveValue('9-6');
  await theirs.cell(name, 'Wed').click();
  await theirs.type('7-4');
  await expect(theirs.cell(name, 'Wed')).toContainText('7–4');

  await app.page.keyboard.press('Enter');
  await expect(mine.hint).toContainText('Somebody changed this cell meanwhile: it now holds “7-4”. Enter writes yours, Esc keeps theirs.');
  await expect(mine.editor).toHaveValue('9-6');
  await app.page.keyboard.press('Escape');
  await expect(mine.cell(name, 'Wed')).toContainText('7–4');

  await mine.cell(name, 'Wed').click();
  await app.page.keyboard.type('9-6');
  await theirs.cell(name, 'Wed').click();
  await theirs.type('8-4');
  await app.page.keyboard.press('Enter');
  await expect(mine.hint).toContainText('it now holds “8-4”');
  await app.page.keyboard.press('Enter');
  await expect(mine.editor).toBeHidden();
  await expect(mine.cell(name, 'Wed')).toContainText('9–6');
  await expect(theirs.cell(name, 'Wed')).toContainText('9–6');
  await other.close();
});

test('a block larger than the grid is refused whole, with its size', async () => {
  const schedule = new SchedulePage(app.page);
  await schedule.goTo('after');
  const before = await schedule.contents();
  const names = await schedule.names();
  await schedule.cell(names.at(-1) ?? '', 'Mon').click();
  await schedule.paste(['8-5\t8-5', '9-6\t9-6', '7-4\t7-4'].join('\n'));
  await expect(
    new ShellPage(app.page).notice(
      /^The copied block is 3 lines by 2 days; from this cell on there are 1 line and .*\. Nothing was pasted\.$/,
    ),
  ).toBeVisible();
  expect(await schedule.contents()).toEqual(before);
});

test('Ctrl+K finds a person and a shift and opens them', async () => {
  const { page } = app;
  const shell = new ShellPage(page);
  const schedule = new SchedulePage(page);
  const people = new PeoplePage(page);
  const name = (await schedule.names())[3] ?? '';

  await shell.find(name);
  await expect(shell.found('People')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(shell.palette).toBeHidden();
  await expect(people.panel(name)).toBeVisible();

  await shell.find(name);
  const shift = shell.found('Shifts').first();
  await expect(shift).toContainText(name);
  await shift.click();
  await expect(schedule.grid).toBeFocused();
  await expect(schedule.tab('Shift')).toHaveAttribute('aria-selected', 'true');
  await expect(schedule.panel.getByRole('heading', { level: 2 })).toContainText(name);
  await expect(schedule.panel.getByRole('list', { name: 'History' })).toBeVisible();
});

test('? shows the keyboard of this screen, and Escape goes back to where one was', async () => {
  const { page } = app;
  const shell = new ShellPage(page);
  const people = new PeoplePage(page);
  await shell.goTo('People');
  await expect(people.list).toBeVisible();
  await people.list.getByRole('row').nth(2).press('ArrowDown');
  const row = people.list.getByRole('row').nth(3);
  await expect(row).toBeFocused();
  await page.keyboard.press('?');
  await expect(shell.help).toBeVisible();
  await expect(shell.help).toContainText('Undo');
  await page.keyboard.press('Escape');
  await expect(shell.help).toBeHidden();
  await expect(row).toBeFocused();

  await shell.goTo('Schedule');
  await page.keyboard.press('F1');
  await expect(shell.help.getByRole('heading', { name: 'In the grid' })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('the history of a person shows a change and takes it back', async () => {
  const { page } = app;
  const shell = new ShellPage(page);
  const people = new PeoplePage(page);
  await shell.goTo('People');
  const row = people.list.getByRole('row').nth(1);
  await row.click();
  const panel = page.getByRole('complementary');
  const phone = panel.getByRole('textbox', { name: 'Phone' });
  const before = await phone.inputValue();
  await phone.fill('555-0777');
  await panel.getByRole('button', { name: /^Save/ }).click();
  const change = panel.getByRole('list', { name: 'History' }).getByRole('listitem').filter({ hasText: '555-0777' });
  await expect(change).toHaveCount(1);
  await expect(change).toContainText(before);
  await change.getByRole('button', { name: /^Undo/ }).click();
  await expect(phone).toHaveValue(before);
  await expect(panel.getByRole('listitem').filter({ hasText: 'undone' }).first()).toBeVisible();
  await expect(people.list).not.toContainText('555-0777');
});
