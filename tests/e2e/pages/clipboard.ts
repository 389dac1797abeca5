import type { Page } from '@playwright/test';

/**
 * Puts a text on the computer's clipboard the way a person does: it stands in a field, is selected, and Ctrl+C is pressed.
 * The focus comes back to where it was; Ctrl+V then pastes it with a real event.
 */
export async function copyText(page: Page, text: string): Promise<void> {
  const place = await page.evaluateHandle((value) => {
    const before = document.activeElement;
    const field = document.createElement('textarea');
    field.value = value;
    document.body.append(field);
    field.select();
    return { before, field };
  }, text);
  await page.keyboard.press('Control+c');
  await place.evaluate(({ before, field }) => {
    field.remove();
    if (before instanceof HTMLElement) before.focus();
  });
}
