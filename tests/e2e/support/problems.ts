import type { Page } from '@playwright/test';

/** Adds to `problems` what a page complains about: errors on its console, exceptions, and breaches of its security policy. */
export function watchProblems(page: Page, problems: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
}
