import type { Locator, Page } from '@playwright/test';

/** The week before it is printed. */
export class PrintPage {
  readonly heading: Locator;
  readonly sheets: Locator;
  readonly back: Locator;

  constructor(page: Page) {
    this.heading = page.getByRole('heading', { name: 'Print the week' });
    this.sheets = page.getByRole('region', { name: 'As it will print' }).locator('[data-sheet]');
    this.back = page.getByRole('button', { name: 'Back to the week' });
  }
}
