import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { PeoplePage } from './pages/people.page.ts';
import { SchedulePage } from './pages/schedule.page.ts';
import { screensOf } from './pages/screens.ts';
import { ShellPage } from './pages/shell.page.ts';
import { StartPage } from './pages/start.page.ts';
import { launch } from './support/launch.ts';
import { buildStaff } from './support/staff.ts';

const themes = ['light', 'dark'] as const;
const screens = screensOf(buildStaff(12));

/** What axe finds, one line for each place: the rule and the element. In the dark only colours differ, so only they are looked at again. */
async function violations(page: Page, theme: (typeof themes)[number]): Promise<string[]> {
  await page.emulateMedia({ colorScheme: theme });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))));
  // There are no frames: legacy mode looks without another page, twice as fast.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations: found } = await (theme === 'dark' ? axe.withRules(['color-contrast', 'link-in-text-block']) : axe).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`));
}

test('axe finds nothing on the start screen and the screens of an empty practice', async () => {
  const app = await launch('web');
  const { page } = app;
  const start = new StartPage(page);
  await expect(start.heading).toBeVisible();
  await start.make.click();
  await expect(page.getByText('Write the name of the practice.')).toBeVisible();
  await start.staff.fill('Name\tMon\tTue\nAda Winter\t8-5\t8-5 EAST');
  await start.staff.blur();
  await expect(page.getByText('1 person', { exact: false }).first()).toBeVisible();
  for (const theme of themes) expect.soft(await violations(page, theme), `start in ${theme}`).toEqual([]);
  await page.reload();
  await start.setUp('Harbor Family Medicine', 'Mon-Fri 8-5');
  const nobody = page.getByRole('heading', { name: 'Nobody is on the schedule yet' });
  await expect(nobody).toBeVisible();
  for (const theme of themes) {
    await new ShellPage(page).goTo('Schedule');
    await expect(nobody).toBeVisible();
    expect.soft(await violations(page, theme), `an empty schedule in ${theme}`).toEqual([]);
    await new ShellPage(page).goTo('People');
    await expect(new PeoplePage(page).teach).toBeVisible();
    expect.soft(await violations(page, theme), `nobody yet in ${theme}`).toEqual([]);
  }
  await app.close();
  expect(app.problems).toEqual([]);
});

test('axe finds nothing on any screen, light or dark', async () => {
  test.setTimeout(180_000);
  const app = await launch('web', { demo: true });
  await expect(new SchedulePage(app.page).grid).toBeVisible();
  for (const { name, show, leave } of screens) {
    await test.step(name, async () => {
      await show(app.page);
      for (const theme of themes) expect.soft(await violations(app.page, theme), `${name} in ${theme}`).toEqual([]);
      await leave?.(app.page);
    });
  }
  await app.close();
  expect(app.problems).toEqual([]);
});

test('Tab goes through the rail, the bar, the head and into the grid; Escape closes what lies over it and goes back', async () => {
  const app = await launch('web', { demo: true });
  const { page } = app;
  const shell = new ShellPage(page);
  const schedule = new SchedulePage(page);
  await expect(schedule.grid).toBeVisible();

  const order = [
    page.getByRole('link', { name: 'Skip to the page' }),
    shell.rail.getByRole('link', { name: 'Schedule' }),
    shell.rail.getByRole('link', { name: 'Supplies' }),
    shell.rail.getByRole('link', { name: 'People' }),
    shell.rail.getByRole('link', { name: 'Settings' }),
    shell.search,
    page.getByRole('button', { name: /^Location:/ }),
    page.getByRole('banner').getByRole('button', { name: 'New', exact: true }),
    page.getByRole('banner').getByRole('button', { name: 'This computer' }),
    page.getByRole('button', { name: /^Appearance/ }),
    page.getByRole('button', { name: 'Week before' }),
    page.getByRole('button', { name: 'Week after' }),
  ];
  for (const [index, place] of order.entries()) {
    await page.keyboard.press('Tab');
    await expect(place, `stop ${index + 1}`).toBeFocused();
  }
  for (let stop = 0; stop < 12; stop += 1) {
    if (await schedule.grid.evaluate((grid) => grid === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(schedule.grid).toBeFocused();

  for (const [key, overlay] of [
    ['Control+k', shell.palette],
    ['F1', shell.help],
  ] as const) {
    await page.keyboard.press(key);
    await expect(overlay).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(overlay).toBeHidden();
    await expect(schedule.grid).toBeFocused();
  }
  await schedule.publish.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Publish/ });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(schedule.publish).toBeFocused();

  await shell.goTo('People');
  const row = new PeoplePage(page).list.getByRole('row').nth(2);
  await row.press('Enter');
  const panel = page.getByRole('complementary');
  await expect(panel).toBeVisible();
  await panel.getByRole('textbox', { name: 'First name' }).press('Escape');
  await expect(panel).toBeHidden();
  await app.close();
  expect(app.problems).toEqual([]);
});
