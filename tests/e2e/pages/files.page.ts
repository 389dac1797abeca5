import type { Locator, Page } from '@playwright/test';

/** The files in the panel of a person. */
export class FilesPart {
  readonly section: Locator;
  readonly list: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.section = page.getByRole('region', { name: /^Files of/ });
    this.list = this.section.getByRole('listitem');
  }

  async add(name: string, mimeType: string, buffer: Buffer): Promise<void> {
    await this.#page.getByLabel('Files to add').setInputFiles({ name, mimeType, buffer });
  }

  copy(name: string): Locator {
    return this.section.getByRole('button', { name: `Save a copy of ${name}` });
  }
}
