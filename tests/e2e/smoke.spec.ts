import { expect, test } from '@playwright/test';
import { hosts, launch, type RunningApp } from './support/launch.ts';

for (const host of hosts) {
  test.describe(`on the ${host} host`, () => {
    let app: RunningApp;

    test.beforeAll(async () => {
      app = await launch(host);
    });
    test.afterAll(async () => {
      await app.close();
    });

    test('the window opens, its styles are let in, and nothing is complained about', async () => {
      await expect(app.page).toHaveTitle(/Medical Office Manager/);
      await expect(app.page.locator('#root > *').first()).toBeVisible();
      await expect(app.page.getByRole('main').or(app.page.getByRole('heading')).first()).toBeVisible();
      expect(app.problems).toEqual([]);
    });

    test('the page knows its host and asks it through one door', async () => {
      const members = await app.page.evaluate(() => (window.bridge ? Object.keys(window.bridge).toSorted() : null));
      expect(members).toEqual(host === 'electron' ? ['request', 'subscribe'] : null);
    });

    test('the page cannot leave, open a window, run text as code or reach the network', async () => {
      const start = app.page.url();
      const opened = await app.page.evaluate(() => window.open('https://example.com/') === null || window.bridge === undefined);
      expect(opened).toBe(true);
      if (host === 'electron') {
        await app.page.evaluate(() => {
          location.href = 'https://example.com/';
        });
        await expect.poll(() => app.page.url()).toBe(start);
      }
      const reached = await app.page.evaluate(() =>
        fetch('https://example.com/').then(
          () => 'reached',
          () => 'refused',
        ),
      );
      expect(reached).toBe('refused');
    });
  });
}
