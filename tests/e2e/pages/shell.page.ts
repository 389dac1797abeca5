import type { Locator, Page } from '@playwright/test';

/** What stands around every page: rail, top bar, palette, keyboard help, notices. */
export class ShellPage {
  readonly rail: Locator;
  readonly search: Locator;
  readonly palette: Locator;
  readonly query: Locator;
  readonly results: Locator;
  readonly help: Locator;
  readonly main: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.rail = page.getByRole('navigation', { name: 'Sections' });
    this.search = page.getByRole('button', { name: /^Search or jump to/ });
    this.palette = page.getByRole('dialog', { name: 'Search or jump to' });
    this.query = this.palette.getByRole('combobox', { name: 'Search or jump to' });
    this.results = this.palette.getByRole('listbox', { name: 'Results' });
    this.help = page.getByRole('dialog', { name: /^Keyboard/ });
    this.main = page.getByRole('main');
  }

  async goTo(place: 'Schedule' | 'People' | 'Settings'): Promise<void> {
    await this.rail.getByRole('link', { name: place }).click();
  }

  /** A page by its address, as a link or the palette would open it. */
  async open(path: string): Promise<void> {
    await this.#page.evaluate((hash) => {
      location.hash = hash;
    }, path);
  }

  /** The lines of one kind in the palette. */
  found(kind: 'People' | 'Shifts' | 'Commands'): Locator {
    return this.results.getByRole('group', { name: kind }).getByRole('option');
  }

  /** Types into the palette, opening it. */
  async find(text: string): Promise<void> {
    await this.#page.keyboard.press('Control+k');
    await this.query.fill(text);
  }

  notice(text: string | RegExp): Locator {
    return this.#page.getByText(text);
  }
}
