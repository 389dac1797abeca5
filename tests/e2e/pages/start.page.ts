import type { Locator, Page } from '@playwright/test';

/** The first screen of a new folder. */
export class StartPage {
  readonly heading: Locator;
  readonly name: Locator;
  readonly staff: Locator;
  readonly hours: Locator;
  readonly closedOnHolidays: Locator;
  readonly make: Locator;
  readonly preview: Locator;

  constructor(page: Page) {
    this.heading = page.getByRole('heading', { level: 1, name: 'Your first week, in three answers' });
    this.name = page.getByRole('textbox', { name: 'The practice' });
    this.staff = page.getByRole('textbox', { name: 'The staff' });
    this.hours = page.getByRole('textbox', { name: 'Opening hours' });
    this.closedOnHolidays = page.getByRole('checkbox', { name: 'Closed on US holidays' });
    this.make = page.getByRole('button', { name: /^Make this week/ });
    this.preview = page.getByRole('complementary', { name: 'Your first week, as it will print' });
  }

  /** Answers what is asked and makes the practice. Open on holidays too, so that every week of a journey has its five days. */
  async setUp(name: string, hours: string): Promise<void> {
    await this.name.fill(name);
    await this.hours.fill(hours);
    await this.closedOnHolidays.uncheck();
    await this.make.click();
  }
}
