import { expect, type Locator, type Page } from '@playwright/test';
import { copyText } from './clipboard.ts';

export const officeDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const;
export type OfficeDay = (typeof officeDays)[number];

/** The week: its head, its grid, the panel beside it. */
export class SchedulePage {
  readonly grid: Locator;
  readonly title: Locator;
  readonly panel: Locator;
  readonly problems: Locator;
  readonly editor: Locator;
  readonly hint: Locator;
  readonly status: Locator;
  readonly print: Locator;
  readonly publish: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.grid = page.getByRole('grid', { name: /^Week of/ });
    this.title = page.getByRole('main').getByRole('heading', { level: 1 });
    this.panel = page.getByRole('complementary', { name: 'About this week' });
    this.problems = this.panel.getByRole('listitem');
    this.editor = this.grid.locator('..').getByRole('textbox');
    this.hint = this.grid.locator('..').locator('#cell-hint');
    this.status = page.getByRole('main').getByRole('contentinfo').or(page.getByRole('main').locator('footer'));
    this.print = page.getByRole('main').getByRole('button', { name: 'Print', exact: true });
    this.publish = page.getByRole('main').getByRole('button', { name: /^Publish / });
  }

  row(name: string): Locator {
    return this.grid.getByRole('row').filter({ has: this.#page.getByRole('rowheader', { name: new RegExp(`^${name}\\b`) }) });
  }

  /** A person's day. Weeks of journeys show Monday to Friday. */
  cell(name: string, day: OfficeDay): Locator {
    return this.row(name).getByRole('gridcell').nth(officeDays.indexOf(day));
  }

  tab(name: 'Problems' | 'Changes' | 'Shift'): Locator {
    return this.panel.getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  /** Names in the order of the grid, without the open shifts. */
  async names(): Promise<string[]> {
    const texts = await this.grid
      .locator('tr[data-line] > th')
      .evaluateAll((heads) => heads.map((head) => head.firstElementChild?.textContent ?? ''));
    return texts.filter((text) => text !== 'Open shifts');
  }

  /** Every person with what stands in each of the days, marks and letters left out. */
  async contents(): Promise<Record<string, string[]>> {
    const rows = await this.grid.locator('tr[data-line]').evaluateAll((lines) =>
      lines.map((line) => ({
        name: line.querySelector('th')?.firstElementChild?.textContent ?? '',
        cells: [...line.querySelectorAll('td')].map((cell) =>
          [...cell.childNodes]
            .filter((node) => node.nodeName !== 'ABBR')
            .map((node) => node.textContent ?? '')
            .join(' ')
            .trim(),
        ),
      })),
    );
    return Object.fromEntries(rows.map(({ name, cells }) => [name, cells]));
  }

  /** Types into the selected cell and presses the key that ends it. */
  async type(text: string, end: 'Enter' | 'Tab' | 'Shift+Tab' | 'ArrowRight' | 'ArrowDown' = 'Enter'): Promise<void> {
    await this.#page.keyboard.type(text);
    await expect(this.editor).toHaveValue(text);
    await this.#page.keyboard.press(end);
    await expect(this.editor).toBeHidden();
  }

  /** Ctrl+V of this text at the selected cell. */
  async paste(text: string): Promise<void> {
    await copyText(this.#page, text);
    await expect(this.grid).toBeFocused();
    await this.#page.keyboard.press('Control+v');
  }

  async goTo(week: 'before' | 'after'): Promise<void> {
    const title = await this.title.textContent();
    await this.#page.getByRole('button', { name: `Week ${week}` }).click();
    await expect(this.title).not.toHaveText(title ?? '');
  }

  /** Publishes the week as it stands. */
  async publishNow(): Promise<void> {
    await this.publish.click();
    const dialog = this.#page.getByRole('dialog', { name: /^Publish / });
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(dialog).toBeHidden();
  }
}
