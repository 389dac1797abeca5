import { expect, test } from '@playwright/test';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SchedulePage } from './pages/schedule.page.ts';
import { ShellPage } from './pages/shell.page.ts';
import { StartPage } from './pages/start.page.ts';
import { hosts, launch } from './support/launch.ts';

for (const host of hosts) {
  test(`on the ${host} host: a practice whose file is damaged comes back by the backup that closing made`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'journey-backup-'));
    try {
      const first = await launch(host, { folder });
      await new StartPage(first.page).staff.fill('Name\tMon\tTue\nAda Winter\t8-5\t8-4:30');
      await new StartPage(first.page).setUp('Harbor Family Medicine', 'Mon-Fri 8-5');
      await new ShellPage(first.page).goTo('Schedule');
      const typed = new SchedulePage(first.page);
      await expect(typed.cell('Ada Winter', 'Tue')).toContainText('8–4:30');
      await first.close();
      expect(readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.backup'))).toHaveLength(1);

      writeFileSync(join(folder, 'practice.db'), 'this is no practice '.repeat(500));
      const again = await launch(host, { folder });
      const { page } = again;
      await page.getByRole('button', { name: 'Look into it' }).click();
      await expect(page.getByText('Harbor Family Medicine', { exact: true })).toBeVisible();
      await page.getByRole('button', { name: 'Restore this backup' }).click();
      await page.getByRole('button', { name: 'Keep it' }).click();
      await expect(page.getByRole('button', { name: 'Keep it' })).toHaveCount(0);
      await new ShellPage(page).goTo('Schedule');
      await expect(new SchedulePage(page).cell('Ada Winter', 'Tue')).toContainText('8–4:30');
      const [aside = ''] = readdirSync(join(folder, 'aside'));
      expect(existsSync(join(folder, 'aside', aside, 'practice.db')), 'the damaged file is kept').toBe(true);
      expect(again.problems).toEqual([]);
      await again.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
