import { expect, type Locator, type Page } from '@playwright/test';

/** What stands before the practice, and what keeps it closed: sign-in, protection, the recovery key. */
export class AccessPage {
  readonly who: Locator;
  readonly signInForm: Locator;
  readonly compare: Locator;
  readonly recover: Locator;
  readonly own: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.who = page.getByRole('heading', { level: 1, name: 'Who is here?' });
    this.signInForm = page.getByRole('form', { name: 'Sign in' });
    this.compare = page.getByRole('form', { name: 'Compare the sheet' });
    this.recover = page.getByRole('form', { name: 'Use the recovery key' });
    this.own = page.getByRole('form', { name: 'Choose your own passphrase' });
  }

  async open(path: string): Promise<void> {
    await this.#page.evaluate((hash) => {
      location.hash = hash;
    }, path);
  }

  /** Protects the practice and answers the recovery key, as the sheet shows it. */
  async protect(name: string, passphrase: string, pin: string): Promise<string> {
    await this.open('/settings/protect');
    const form = this.#page.getByRole('form', { name: 'Protect this practice' });
    await form.getByLabel('Your name').fill(name);
    await form.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await form.getByLabel('PIN, if you like').fill(pin);
    await form.getByRole('button', { name: 'Protect this practice' }).click();
    await expect(this.compare).toBeVisible({ timeout: 30_000 });
    const groups = await this.#page.getByRole('list', { name: 'The key' }).locator('li span').allTextContents();
    return groups.join('-');
  }

  /** Types the two groups that are asked back. */
  async compareGroups(key: string): Promise<void> {
    for (const field of await this.compare.getByRole('textbox').all()) {
      const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '');
      await field.fill(key.split('-')[Number(label.replaceAll(/\D/g, '')) - 1] ?? '');
    }
    await this.compare.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect(this.compare).toBeHidden();
  }

  async lock(): Promise<void> {
    await this.#page.keyboard.press('Control+l');
    await expect(this.who).toBeVisible();
  }

  async comeInByPin(name: string, pin: string): Promise<void> {
    const field = this.#page.getByLabel(`PIN of ${name}`);
    if (!(await field.isVisible())) await this.#page.getByRole('list', { name: 'People' }).getByRole('button', { name }).click();
    await field.fill(pin);
    await expect(this.#page.getByRole('button', { name: `Signed in: ${name}` })).toBeVisible();
  }

  async signIn(name: string, passphrase: string): Promise<void> {
    await this.signInForm.getByLabel('Your name').fill(name);
    await this.signInForm.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await this.signInForm.getByRole('button', { name: 'Sign in' }).click();
  }

  /** Lets somebody sign in, with a first passphrase. */
  async addAccount(name: string, role: string, passphrase: string): Promise<void> {
    await this.open('/settings/accounts');
    await this.#page.getByRole('button', { name: 'Add someone' }).click();
    const form = this.#page.getByRole('form', { name: 'Add someone who signs in' });
    await form.getByLabel('Name').fill(name);
    await form.getByLabel('Role').selectOption(role);
    await form.getByLabel('First passphrase').fill(passphrase);
    await form.getByRole('button', { name: 'Let them sign in' }).click();
    await expect(form).toBeHidden({ timeout: 20_000 });
  }

  /** Answers the dialog that asks for the passphrase again. */
  async confirm(passphrase: string): Promise<void> {
    const dialog = this.#page.getByRole('dialog', { name: 'Type your passphrase again' });
    await dialog.getByLabel(/^Passphrase of/).fill(passphrase);
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await expect(dialog).toBeHidden();
  }

  /** The first own passphrase and PIN of somebody new. */
  async chooseOwn(passphrase: string, pin: string): Promise<void> {
    await this.own.getByLabel('Your own passphrase').fill(passphrase);
    await this.own.getByLabel('PIN, if you like').fill(pin);
    await this.own.getByRole('button', { name: 'Use this passphrase' }).click();
    await expect(this.own).toBeHidden({ timeout: 20_000 });
  }
}
