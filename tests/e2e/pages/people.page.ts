import type { Locator, Page } from '@playwright/test';

/** The list of people, and the panel of one of them. */
export class PeoplePage {
  readonly list: Locator;
  readonly teach: Locator;
  readonly facts: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.list = page.getByRole('grid', { name: 'People' });
    this.teach = page.getByRole('button', { name: 'Paste or import a list' });
    this.facts = page.getByRole('main').getByText(/^\d+ (people|person)$/);
  }

  person(name: string): Locator {
    return this.list.getByRole('row').filter({ hasText: name });
  }

  panel(name: string): Locator {
    return this.#page.getByRole('complementary', { name });
  }
}

/** The import with its preview. */
export class ImportPage {
  readonly file: Locator;
  readonly rows: Locator;
  readonly sum: Locator;
  readonly commit: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.file = page.getByLabel('Staff list as a file');
    this.rows = page.getByRole('grid', { name: 'Rows of the list' });
    this.sum = page.getByText(/cannot be imported|One undo takes it all back/).first();
    this.commit = page.getByRole('button', { name: /^Import (the other )?\d+/ });
  }

  /** Narrows the preview to what happens to its rows. */
  show(outcome: 'All' | 'New' | 'Left out'): Locator {
    return this.#page.getByRole('group', { name: 'Show' }).getByRole('button', { name: new RegExp(`^${outcome}`) });
  }

  async choose(name: string, bytes: Buffer): Promise<void> {
    await this.file.setInputFiles({ name, mimeType: 'text/csv', buffer: bytes });
  }
}
