import { expect, test, type Page } from '@playwright/test';
import { screensOf } from './pages/screens.ts';
import { ShellPage } from './pages/shell.page.ts';
import { StartPage } from './pages/start.page.ts';
import { ask, sheetOf } from './support/ask.ts';
import { faultsOfPage } from './support/faults-of-page.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { buildStaff } from './support/staff.ts';

/** Window sizes in CSS pixels; a window at 200 % has half of them. */
const windows = [
  { name: 'the least window', width: 1024, height: 640 },
  { name: 'a laptop', width: 1280, height: 800 },
  { name: 'a large screen', width: 1920, height: 1080 },
  { name: 'a large screen at 200 %', width: 960, height: 540 },
] as const;

const large = { name: 'a large screen with text at 200 %', width: 1920, height: 1080 } as const;

const pictures = process.env['PICTURES'];

/** What of the week must be in the window whatever its size, and is not. */
function faultsOfWeek(): string[] {
  const faults: string[] = [];
  const inWindow = (what: string, element: Element | null | undefined) => {
    const box = element?.getBoundingClientRect();
    if (!box || box.height === 0) faults.push(`${what} is not there`);
    else if (box.top < 0 || box.bottom > innerHeight + 0.5) faults.push(`${what} is out of the window: ${box.top} to ${box.bottom}`);
  };
  const grid = document.querySelector('table[role="grid"]');
  inWindow('the foot', grid?.querySelector('[data-foot]'));
  inWindow('the head', grid?.querySelector('[data-corner]'));
  inWindow('the status line', document.querySelector('main footer'));
  const foot = grid?.querySelector('[data-foot]')?.getBoundingClientRect();
  const status = document.querySelector('main footer')?.getBoundingClientRect();
  if (foot && status && foot.bottom > status.top + 0.5) faults.push('the foot lies under the status line');
  const head = grid?.querySelector('[data-corner]')?.getBoundingClientRect();
  if (head && foot && foot.top - head.bottom < 100) faults.push(`only ${foot.top - head.bottom} pixels are left for people`);
  return faults;
}

type Size = { readonly name: string; readonly width: number; readonly height: number };

/** Looks at the page at each size, and takes its picture where `PICTURES` names a folder. */
async function look(page: Page, name: string, week = false, sizes: readonly Size[] = windows): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize({ width: size.width, height: size.height });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    if (pictures !== undefined) {
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
        await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))));
        await page.screenshot({
          path: `${pictures}/${name.replaceAll(/\W+/g, '-')}.${size.width}.${colorScheme}.png`,
          animations: 'disabled',
        });
      }
    }
    // A menu finds its place a moment after the window has changed.
    const message = `${name} on ${size.name}`;
    await expect.soft.poll(() => page.evaluate(faultsOfPage, false), { message, timeout: 3000 }).toEqual([]);
    if (week) await expect.soft.poll(() => page.evaluate(faultsOfWeek), { message, timeout: 3000 }).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function practiceOf(people: number): Promise<RunningApp> {
  const app = await launch('web');
  await expect(new StartPage(app.page).heading).toBeVisible();
  const staff = buildStaff(people);
  await ask(app.page, 'mutation', 'practice.setUp', {
    practice: { name: 'Harbor Family Medicine and Urgent Care', timeZone: 'America/New_York', weekStartsOn: 1, closedOnHolidays: false },
    hours: 'Mon-Fri 7-6',
    ...(people === 0 ? {} : { sheet: sheetOf(staff) }),
  });
  await app.page.reload();
  await expect(new ShellPage(app.page).rail).toBeVisible();
  return app;
}

for (const people of [0, 80]) {
  test(`every screen fits its window with ${people} people`, async () => {
    test.setTimeout(150_000);
    const app = await practiceOf(people);
    const { page } = app;
    // What many people or none make no difference to is looked at in the demonstration.
    const asked = people === 0 ? /^(people$|a new person|import$|the New)/ : /^(schedule|publish|print|people$|a person|import with)/;
    if (people === 0) {
      await expect(page.getByRole('heading', { name: 'Nobody is on the schedule yet' })).toBeVisible();
      await look(page, 'nobody on the schedule');
    }
    for (const screen of screensOf(buildStaff(people))) {
      if (!asked.test(screen.name)) continue;
      await test.step(screen.name, async () => {
        await screen.show(page);
        await look(page, `${screen.name} ${people}`, screen.name === 'schedule');
        await screen.leave?.(page);
      });
    }
    await app.close();
    expect(app.problems).toEqual([]);
  });
}

test('the demonstration fits every window', async () => {
  test.setTimeout(120_000);
  const app = await launch('web', { demo: true });
  const { page } = app;
  for (const screen of screensOf(buildStaff(12))) {
    await test.step(screen.name, async () => {
      await screen.show(page);
      await look(page, `${screen.name} demo`, screen.name === 'schedule');
      await screen.leave?.(page);
    });
  }
  await app.close();
  expect(app.problems).toEqual([]);
});

test('the demonstration fits with text twice as large', async () => {
  test.setTimeout(120_000);
  const app = await launch('web', { demo: true });
  const { page } = app;
  await expect(new ShellPage(page).rail).toBeVisible();
  await new ShellPage(page).open('/settings/appearance');
  await page.getByRole('radio', { name: '200%' }).check();
  await page.setViewportSize(large);
  for (const screen of screensOf(buildStaff(12))) {
    await test.step(screen.name, async () => {
      await screen.show(page);
      await look(page, `${screen.name} demo large text`, screen.name === 'schedule', [large]);
      await page.setViewportSize(large);
      await screen.leave?.(page);
    });
  }
  await app.close();
  expect(app.problems).toEqual([]);
});

test('the start screen fits every window, empty and with a pasted sheet', async () => {
  const app = await launch('web');
  const { page } = app;
  const start = new StartPage(page);
  await expect(start.heading).toBeVisible();
  await look(page, 'start');
  await start.name.fill('Harbor Family Medicine');
  await start.staff.fill(sheetOf(buildStaff(40)));
  await start.staff.blur();
  await expect(page.getByText(/^40 people, \d+ shifts/)).toBeVisible();
  await look(page, 'start, with a sheet');
  await app.close();
});
