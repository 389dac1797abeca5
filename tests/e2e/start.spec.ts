import { expect, test, type Page } from '@playwright/test';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { troubleWords } from '../../renderer/features/accounts/trouble-words.ts';
import { isRealElectron, startDouble } from '../harness/launch-electron.ts';
import { ShellPage } from './pages/shell.page.ts';
import { StartPage } from './pages/start.page.ts';
import { ask } from './support/ask.ts';
import { hosts, launch } from './support/launch.ts';
import { startWebHost } from './support/web-app.ts';

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What a start on the double shows in a box before it ends, and how it ends. */
async function refusedStart(args: readonly string[]): Promise<{ code: number | null; box: string }> {
  const child: ChildProcess = startDouble(args, 'ignore');
  let box = '';
  child.on('message', (message: { seen?: unknown }) => (box += JSON.stringify(message.seen ?? '')));
  const [code] = await once(child, 'exit');
  return { code: typeof code === 'number' ? code : null, box };
}

for (const host of hosts) {
  test(`${host}: closed and opened again, the folder holds what it held and nothing lies in it unencrypted`, async () => {
    const app = await launch(host, { folder });
    const computer = await infoOf(app.page);
    await app.reopen();
    expect(await infoOf(app.page)).toEqual(computer);
    await app.close();
    expect(existsSync(join(folder, 'holder.json'))).toBe(false);
    expect(readFileSync(join(folder, 'practice.db')).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    expect(app.problems).toEqual([]);
  });

  test(`${host}: looks the way it was chosen to look at the next start`, async () => {
    const app = await launch(host, { folder });
    await expect(new StartPage(app.page).heading).toBeVisible();
    await ask(app.page, 'mutation', 'practice.setUp', {
      practice: { name: 'Elm Street' },
      locations: [{ name: 'East' }, { name: 'West' }],
    });
    await app.page.reload();
    await app.page.getByRole('button', { name: 'Location: East' }).click();
    await app.page.getByRole('menuitemradio', { name: 'West' }).click();
    await new ShellPage(app.page).open('/settings/appearance');
    await app.page.getByRole('radio', { name: 'Dark' }).check();
    await app.page.getByRole('radio', { name: '115%' }).check();
    await app.reopen();
    await expect(app.page.getByRole('button', { name: 'Location: West' })).toBeVisible();
    await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(app.page.locator('html')).toHaveCSS('font-size', '18.4px');
    await app.close();
    expect(app.problems).toEqual([]);
  });

  test(`${host}: a database that cannot be read is explained in the window, and stays as it is`, async () => {
    const app = await launch(host, { folder });
    await app.close();
    const broken = Buffer.alloc(8192, 7);
    writeFileSync(join(folder, 'practice.db'), broken);
    const again = await launch(host, { folder });
    await expect(again.page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await again.page.getByRole('button', { name: 'Try again' }).click();
    await expect(again.page.getByRole('heading', { level: 1 })).toHaveText(troubleWords.damaged.title);
    await again.close();
    expect(readFileSync(join(folder, 'practice.db'))).toEqual(broken);
    expect(existsSync(join(folder, 'holder.json'))).toBe(false);
  });

  test(`${host}: prints a PDF the host's own way`, async () => {
    const app = await launch(host, { folder });
    await expect(app.page.locator('#root > *').first()).toBeVisible();
    await app.pdf(join(folder, 'page.pdf'));
    expect(readFileSync(join(folder, 'page.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    await app.close();
  });
}

test('the loopback host on a folder that is open says where it is open', async () => {
  const first = await startWebHost(['--data', folder]);
  await expect(startWebHost(['--data', folder])).rejects.toThrow(/open already, in the browser \(process \d+\)/);
  await first.close();
  const second = await startWebHost(['--data', folder]);
  await second.close();
});

test('the loopback host on a folder that cannot be made says so', async () => {
  writeFileSync(join(folder, 'file'), '');
  await expect(startWebHost(['--data', join(folder, 'file', 'practice')])).rejects.toThrow(/data folder cannot be written/);
});

// The box that stops a start can be read on the double only.
if (!isRealElectron) {
  test('Electron: a second start on the same folder shows the first window and ends', async () => {
    const app = await launch('electron', { folder });
    await app.electron?.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.minimize();
    }, undefined);
    expect(await refusedStart(['--data', folder])).toEqual({ code: 0, box: '' });
    await expect
      .poll(() =>
        app.electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isMinimized()), undefined),
      )
      .toEqual([false]);
    await app.close();
  });

  test('Electron: a folder that is open in the browser is refused in a box that says so', async () => {
    const web = await startWebHost(['--data', folder]);
    const { code, box } = await refusedStart(['--data', folder]);
    expect(code).toBe(1);
    expect(box).toMatch(/open already, in the browser/);
    await web.close();
  });

  test('Electron: a folder that cannot be made is refused in a box that says so', async () => {
    writeFileSync(join(folder, 'file'), '');
    const { code, box } = await refusedStart(['--data', join(folder, 'file', 'practice')]);
    expect(code).toBe(1);
    expect(box).toMatch(/data folder cannot be written/);
  });
}

async function infoOf(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const operation = { type: 'query', path: 'system.info' } as const;
    const answer: unknown = window.bridge
      ? await window.bridge.request(operation)
      : await fetch('/rpc', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(operation) }).then(
          (response) => response.json(),
        );
    return answer;
  });
}
