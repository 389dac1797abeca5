import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportPage, PeoplePage } from './pages/people.page.ts';
import { PrintPage } from './pages/print.page.ts';
import { SchedulePage } from './pages/schedule.page.ts';
import { ShellPage } from './pages/shell.page.ts';
import { StartPage } from './pages/start.page.ts';
import { hosts, launch } from './support/launch.ts';
import { linesOf, readPdf } from './support/pdf-text.ts';
import { buildStaff, dirtyStaffList } from './support/staff.ts';

const practice = 'Harbor Family Medicine';
const staff = buildStaff(40);

/** What is pasted for one person's week: forty hours after meals, or thirty-two and a day off. */
const weeks = [
  ['8-5', '8-5', '8-5', '8-5', '8-5'],
  ['7-4', '7-4', '7-4', '7-4', '7-4'],
  ['8-5', '9-6', '8-5', '9-6', '8-5'],
  ['8:30-5:30', '8-5', '8-5', '8-5', '8:30-5:30'],
] as const;
const short = ['8-5', '8-5', '8-5', '8-5', 'off'] as const;

const weekOf = (index: number, hours: number): readonly string[] => (hours === 32 ? short : (weeks[index % weeks.length] ?? short));
/** As the grid shows it. */
const shown = (text: string): string => (text === 'off' ? 'off' : text.replace('-', '–'));

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journey-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

for (const host of hosts) {
  test(`${host}: from an empty folder to a printed week, and all there when opened again`, async () => {
    test.setTimeout(150_000);
    const app = await launch(host, { folder });
    const { page } = app;
    const schedule = new SchedulePage(page);
    const keys = page.keyboard;

    await test.step('set up on the start screen', async () => {
      const start = new StartPage(page);
      await expect(start.heading).toBeVisible();
      await start.setUp(practice, 'Mon-Fri 7-6');
      await expect(page.getByRole('heading', { name: 'Nobody is on the schedule yet' })).toBeVisible();
    });

    await test.step('import 40 people from a file as offices have them', () => importStaff(page));

    const order = await test.step('paste a week into the grid', async () => {
      await new ShellPage(page).goTo('Schedule');
      await expect(schedule.row(staff[0]?.name ?? '')).toBeVisible();
      const names = await schedule.names();
      expect(names.toSorted()).toEqual(staff.map(({ name }) => name).toSorted());
      const block = names.map((name, index) => weekOf(index, staff.find((one) => one.name === name)?.hours ?? 40));
      await schedule.cell(names[0] ?? '', 'Mon').click();
      await schedule.paste(block.map((row) => row.join('\t')).join('\r\n'));
      await expect(schedule.cell(names[39] ?? '', 'Tue')).toHaveText(shown(block[39]?.[1] ?? ''));
      const contents = await schedule.contents();
      for (const [index, name] of names.entries()) expect(contents[name], name).toEqual(block[index]?.map(shown));
      await expect(schedule.row(names[0] ?? '').getByRole('rowheader')).toContainText('40 / 40');
      await expect(schedule.panel).toContainText('Nothing to fix.');
      return names;
    });
    const [first = '', second = '', third = ''] = order;

    await test.step('type another week with the keyboard', async () => {
      await schedule.goTo('after');
      await expect(schedule.cell(first, 'Mon')).toHaveText('');
      await schedule.cell(first, 'Mon').click();
      await schedule.type('8a-430p MA', 'Tab');
      await schedule.type('7p-7a', 'Tab');
      await schedule.type('pto 4h');
      // Enter went down a line, and back to the day the typing began on.
      await schedule.type('8-5 EAST', 'Tab');
      await schedule.type('?8-5');
      await schedule.type('7:30-12, 1-5');
      await expect(schedule.cell(first, 'Mon')).toHaveText(/^8–4:30\s?MA$/);
      await expect(schedule.cell(first, 'Tue')).toHaveText(/^7p–7a/);
      await expect(schedule.cell(first, 'Wed')).toHaveText(/^PTO\s?4 h$/i);
      await expect(schedule.cell(second, 'Mon')).toHaveText(/^8-5 EAST/);
      await expect(schedule.cell(second, 'Mon').getByTitle(/is not read/)).toBeVisible();
      await expect(schedule.cell('Open shifts', 'Tue')).toHaveText(/^8–5\s?FD$/);
      await expect(schedule.cell(third, 'Mon')).toHaveText('7:30–12, 1–5');

      await keys.press('ArrowUp');
      await keys.press('F2');
      await expect(schedule.editor).toHaveValue('7:30-12, 1-5');
      await keys.press('Backspace');
      await keys.type('4:30');
      await keys.press('Enter');
      await expect(schedule.cell(third, 'Mon')).toHaveText('7:30–12, 1–4:30');
      await keys.press('ArrowUp');
      await keys.press('ArrowRight');
      await schedule.type('8-5', 'ArrowRight');
      await expect(schedule.cell(third, 'Tue')).toHaveText('8–5');
      await keys.press('ArrowLeft');
      await keys.press('Delete');
      await expect(schedule.cell(third, 'Tue')).toHaveText('');
    });
    const typed = await schedule.contents();
    await schedule.goTo('before');

    await test.step('cause a problem, go to it, fix it, undo and redo', async () => {
      await schedule.tab('Problems').click();
      await schedule.cell(second, 'Wed').click();
      await schedule.type('7-6');
      const overtime = schedule.problems.filter({ hasText: new RegExp(`${second} works 42 h.*: 2 h overtime`) });
      await expect(overtime).toBeVisible();
      await schedule.cell(order[20] ?? '', 'Mon').click();
      await overtime.getByRole('button').click();
      await expect(schedule.grid).toBeFocused();
      await keys.press('F2');
      await expect(schedule.editor).toBeVisible();
      // Forty hours are passed on Friday: that is the cell to look at.
      await expect(page.getByRole('textbox', { name: new RegExp(`^${second}, Fri`) })).toBeVisible();
      await keys.press('Escape');
      await schedule.cell(second, 'Wed').click();
      await schedule.type('7-4');
      await expect(overtime).toBeHidden();
      await expect(schedule.panel).toContainText('Nothing to fix.');

      await keys.press('Control+z');
      await expect(overtime).toBeVisible();
      await expect(schedule.cell(second, 'Wed')).toContainText('7–6');
      await keys.press('Control+Shift+z');
      await expect(overtime).toBeHidden();
      await expect(schedule.cell(second, 'Wed')).toHaveText('7–4');
    });

    await test.step('publish, change one cell, see it counted', async () => {
      await schedule.publishNow();
      await expect(page.getByText(/^Published [A-Z]-1$/)).toBeVisible();
      await schedule.cell(third, 'Fri').click();
      await schedule.type('9-6');
      await expect(schedule.cell(third, 'Fri')).toContainText('9–6');
      await expect(page.getByRole('button', { name: '1 change', exact: true })).toBeVisible();
      await expect(page.getByRole('main')).toContainText(/1 change\s+since [A-Z]-1/);
    });
    const pasted = await schedule.contents();

    await test.step('print to PDF', async () => {
      await schedule.print.click();
      const print = new PrintPage(page);
      await expect(print.heading).toBeVisible();
      await expect(print.sheets).toHaveCount(1);
      await page.evaluate(() => document.fonts.ready);
      const file = join(folder, 'week.pdf');
      await app.pdf(file);
      const pages = await readPdf(file);
      expect(pages).toHaveLength(1);
      const lines = linesOf(pages[0] ?? []);
      expect(lines.join('\n')).toContain(practice.replace(/\s/g, ''));
      for (const name of order) {
        const line = lines.find((one) => one.startsWith(name.replace(/\s/g, '')));
        expect(line, name).toBe(`${name}${pasted[name]?.join('') ?? ''}`.replace(/\s/g, ''));
      }
      await print.back.click();
      await expect(schedule.grid).toBeVisible();
    });

    await test.step('close, open again: all there', async () => {
      const again = new SchedulePage(await app.reopen());
      await expect(again.grid).toBeVisible();
      expect(await again.contents()).toEqual(pasted);
      await expect(app.page.getByRole('button', { name: '1 change', exact: true })).toBeVisible();
      await again.goTo('after');
      await expect.poll(() => again.contents()).toEqual(typed);
    });

    await app.close();
    expect(app.problems).toEqual([]);
  });
}

async function importStaff(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add or import people' }).click();
  const people = new PeoplePage(page);
  await people.teach.click();
  const list = new ImportPage(page);
  await list.choose('staff list.csv', dirtyStaffList(staff));
  await expect(list.sum).toContainText('40 new, 1 cannot be imported');
  await list.show('Left out').click();
  const refused = list.rows.getByRole('row').filter({ hasText: 'Odo Wick' });
  await expect(refused).toContainText('“forty” cannot be used');
  await expect(list.rows.getByRole('row')).toHaveCount(2);
  await list.commit.click();
  await expect(people.facts).toHaveText('40 people');
  await expect(people.person('Odo Wick')).toHaveCount(0);
  const [someone] = staff;
  await expect(people.person(someone?.name ?? '')).toContainText('FD');
}
