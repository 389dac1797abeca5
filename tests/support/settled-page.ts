import type { Page, Request } from '@playwright/test';

/** Looks of a fifth of a second, and how many alike make a page that stands still. */
const lookMilliseconds = 200;
const alike = 3;
const mostLooks = 80;

/**
 * Waits until a page asks for nothing more and its text stands still. The network itself is never quiet: the page listens for changes with a
 * request that stays open. Call once for each page, before it opens the app.
 */
export function settling(page: Page): () => Promise<void> {
  const asked = new Set<Request>();
  page.on('request', (request) => {
    if (new URL(request.url()).pathname !== '/events') asked.add(request);
  });
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
  return async () => {
    let before = -1;
    let still = 0;
    for (let looks = 0; looks < mostLooks && still < alike; looks += 1) {
      const length = await page.evaluate(() => document.body.textContent.length);
      still = asked.size === 0 && length === before ? still + 1 : 0;
      before = length;
      await page.waitForTimeout(lookMilliseconds);
    }
  };
}
