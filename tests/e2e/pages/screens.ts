import { expect, type Page } from '@playwright/test';
import { dirtyStaffList, type StaffMember } from '../support/staff.ts';
import { buildPng } from '../../support/picture.builder.ts';
import { FilesPart } from './files.page.ts';
import { ImportPage, PeoplePage } from './people.page.ts';
import { PrintPage } from './print.page.ts';
import { SchedulePage } from './schedule.page.ts';
import { ShellPage } from './shell.page.ts';

/** A state of the app worth looking at by itself. */
export interface Screen {
  readonly name: string;
  /** Brings the app there from the schedule. */
  readonly show: (page: Page) => Promise<void>;
  /** Takes away what lies over the page. */
  readonly leave?: (page: Page) => Promise<void>;
}

const escape = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog').or(page.getByRole('menu'))).toHaveCount(0);
};

const choose = (item: string) => async (page: Page) => {
  await page.getByRole('main').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
};

/** Opens the people needed, which narrow windows have in the menu. */
async function openNeeded(page: Page): Promise<void> {
  const button = page.getByRole('main').getByRole('button', { name: 'People needed' });
  if (await button.isVisible()) await button.click();
  else await choose('People needed')(page);
}

const settings = (path: string, heading: string): Screen => ({
  name: `settings, ${heading.toLowerCase()}`,
  show: async (page) => {
    await new ShellPage(page).open(`/settings/${path}`);
    await expect(page.getByRole('main').getByRole('heading', { name: heading }).first()).toBeVisible();
  },
});

/** Every screen of a practice with people; `staff` fills the import's preview. */
export const screensOf = (staff: readonly StaffMember[]): readonly Screen[] => [
  {
    name: 'schedule',
    show: async (page) => {
      await new ShellPage(page).goTo('Schedule');
      await expect(new SchedulePage(page).grid).toBeVisible();
    },
  },
  {
    name: 'schedule, a cell being typed into',
    show: async (page) => {
      const schedule = new SchedulePage(page);
      await new ShellPage(page).goTo('Schedule');
      const [name = ''] = await schedule.names();
      await schedule.cell(name, 'Tue').click();
      await page.keyboard.type('8-5 EAST');
      await expect(schedule.hint).toContainText('EAST');
    },
    leave: async (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'schedule, the shift of a cell',
    show: async (page) => {
      const schedule = new SchedulePage(page);
      await new ShellPage(page).goTo('Schedule');
      const more = page.getByRole('main').getByRole('button', { name: /^Problems \(/ });
      if (await more.isVisible()) await more.click();
      await schedule.tab('Shift').click();
      await expect(schedule.panel.getByRole('tabpanel')).toBeVisible();
    },
    leave: async (page) => new SchedulePage(page).tab('Problems').click(),
  },
  {
    name: 'publish',
    show: async (page) => {
      await new ShellPage(page).goTo('Schedule');
      await new SchedulePage(page).publish.click();
      await expect(page.getByRole('dialog', { name: /^Publish/ })).toBeVisible();
    },
    leave: escape,
  },
  {
    name: 'people needed',
    show: async (page) => {
      await new ShellPage(page).goTo('Schedule');
      await openNeeded(page);
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Add to/ })
        .first()
        .click();
      await expect(page.getByRole('form', { name: 'Add people needed' })).toBeVisible();
    },
    leave: escape,
  },
  {
    name: 'paste a sheet',
    show: async (page) => {
      await new ShellPage(page).goTo('Schedule');
      await choose('Paste last week’s sheet')(page);
      await page.getByRole('textbox', { name: 'The sheet, pasted' }).fill('Name\tMon\tTue\nWinter, Ada\t8-5\t8-5 EAST\n');
      await expect(page.getByRole('table', { name: 'Kept as text' })).toBeVisible();
    },
    leave: escape,
  },
  {
    name: 'note on the week',
    show: async (page) => {
      await new ShellPage(page).goTo('Schedule');
      await choose('Note on the printed week')(page);
    },
    leave: escape,
  },
  {
    name: 'print',
    show: async (page) => {
      await new ShellPage(page).goTo('Schedule');
      await new SchedulePage(page).print.click();
      await expect(new PrintPage(page).sheets.first()).toBeVisible();
    },
  },
  {
    name: 'people',
    show: async (page) => {
      await new ShellPage(page).goTo('People');
      await expect(new PeoplePage(page).list.or(new PeoplePage(page).teach).first()).toBeVisible();
    },
  },
  {
    name: 'a person',
    show: async (page) => {
      await new ShellPage(page).goTo('People');
      await new PeoplePage(page).list.getByRole('row').nth(1).click();
      await expect(page.getByRole('complementary').getByRole('textbox', { name: 'First name' })).toBeVisible();
    },
  },
  {
    name: 'a person with files',
    show: async (page) => {
      await new ShellPage(page).goTo('People');
      // The panel that stood open goes with the way there.
      await expect(page.getByRole('complementary')).toHaveCount(0);
      await new PeoplePage(page).list.getByRole('row').nth(1).click();
      const files = new FilesPart(page);
      await expect(files.section).toBeVisible();
      await files.add('Badge of the first week.png', 'image/png', Buffer.from(buildPng({ width: 300, height: 200 })));
      await expect(files.list.locator('img')).toBeVisible();
      await files.list.scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'a new person',
    show: async (page) => {
      await new ShellPage(page).open('/people/new');
      await expect(page.getByRole('complementary', { name: 'New person' })).toBeVisible();
    },
  },
  {
    name: 'import',
    show: async (page) => {
      await new ShellPage(page).open('/people/import');
      await expect(page.getByRole('textbox', { name: /^Paste the staff list here/ })).toBeVisible();
    },
  },
  {
    name: 'import with its preview',
    show: async (page) => {
      await new ShellPage(page).open('/people/import');
      const list = new ImportPage(page);
      await list.choose('staff.csv', dirtyStaffList(staff));
      await expect(list.sum).toContainText('1 cannot be imported');
    },
    leave: async (page) => page.getByRole('button', { name: 'Back to people' }).click(),
  },
  settings('practice', 'Practice'),
  settings('locations', 'Locations'),
  settings('positions', 'Positions'),
  settings('closures', 'Closures'),
  settings('backups', 'Backups'),
  settings('history', 'History'),
  settings('access-record', 'Access record'),
  {
    name: 'the access record, printed',
    show: async (page) => {
      await new ShellPage(page).open('/settings/access-record/print');
      await expect(page.getByRole('heading', { name: 'Print the access record' })).toBeVisible();
    },
    leave: async (page) => page.getByRole('button', { name: 'Back to the access record' }).click(),
  },
  settings('archive', 'Export everything'),
  settings('appearance', 'Appearance'),
  settings('about', 'Medical Office Manager'),
  {
    name: 'notes from the front desk',
    show: async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('notes from the front desk');
      await page.getByRole('option', { name: /notes from the front desk/ }).click();
      await expect(page.getByRole('heading', { name: 'No note waits' })).toBeVisible();
    },
  },
  {
    name: 'palette',
    show: async (page) => {
      await new ShellPage(page).goTo('Schedule');
      await new ShellPage(page).find('pe');
      await expect(new ShellPage(page).found('Commands').first()).toBeVisible();
    },
    leave: escape,
  },
  {
    name: 'keyboard help',
    show: async (page) => {
      await new ShellPage(page).goTo('Schedule');
      await page.keyboard.press('F1');
      await expect(new ShellPage(page).help).toBeVisible();
    },
    leave: escape,
  },
  {
    name: 'the New menu',
    show: async (page) => {
      await page.getByRole('banner').getByRole('button', { name: 'New', exact: true }).click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
    leave: escape,
  },
];
