import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { buildPng } from '../support/picture.builder.ts';
import { FilesPart } from './pages/files.page.ts';
import { PeoplePage } from './pages/people.page.ts';
import { ShellPage } from './pages/shell.page.ts';
import { StartPage } from './pages/start.page.ts';
import { launch } from './support/launch.ts';

const badge = Buffer.from(buildPng({ width: 900, height: 600 }));

test('files are added, looked at, copied and taken along by an export into an empty practice', async () => {
  test.setTimeout(180_000);
  const app = await launch('web', { demo: true });
  const { page } = app;
  await new ShellPage(page).goTo('People');
  await new PeoplePage(page).person('Maria').first().click();
  const files = new FilesPart(page);
  await expect(files.section).toContainText('No files yet.');

  await files.add('../badge.exe', 'image/png', badge);
  await expect(files.list).toContainText('badge.png');
  const picture = files.list.locator('img');
  await expect.poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(256);
  await files.add('virus.pdf', 'application/pdf', Buffer.from('MZ\x90\0\x03', 'latin1'));
  await expect(files.section.getByRole('alert')).toContainText('virus.pdf: Only pictures, PDF');

  const copying = page.waitForEvent('download');
  await files.copy('badge.png').click();
  const copy = await copying;
  expect(copy.suggestedFilename()).toBe('badge.png');
  expect(readFileSync(await copy.path()).equals(badge)).toBe(true);

  await files.copy('badge.png').press('Delete');
  await expect(files.list).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(files.list).toContainText('badge.png');

  await new ShellPage(page).open('/settings/archive');
  const exporting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export everything' }).click();
  const zip = await (await exporting).path();
  const exported = { name: 'export.zip', mimeType: 'application/zip', buffer: readFileSync(zip) };
  await page.getByLabel('Export as a zip').setInputFiles(exported);
  await expect(page.getByText('This practice holds data already')).toBeVisible();
  await app.close();
  expect(app.problems).toEqual([]);

  const other = await launch('web');
  await expect(new StartPage(other.page).heading).toBeVisible();
  await other.page.getByLabel('Export as a zip').setInputFiles(exported);
  await other.page.getByRole('button', { name: 'Bring it in' }).click();
  await new ShellPage(other.page).goTo('People');
  await new PeoplePage(other.page).person('Maria').first().click();
  await expect(new FilesPart(other.page).list).toContainText('badge.png');
  await other.close();
  expect(other.problems).toEqual([]);
});

test('a picture comes through the bridge of the window too', async () => {
  const app = await launch('electron', { demo: true });
  await new ShellPage(app.page).goTo('People');
  await new PeoplePage(app.page).person('Maria').first().click();
  const files = new FilesPart(app.page);
  await files.add('badge.png', 'image/png', badge);
  const picture = files.list.locator('img');
  await expect.poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(256);
  await app.close();
  expect(app.problems).toEqual([]);
});
