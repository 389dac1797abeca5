import { app, dialog, powerMonitor } from 'electron';
import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { App } from '../../app.ts';
import { programName } from '../data-folder-path.ts';
import { chooseFolder, openApp, type StartFolder } from '../open-app.ts';
import { electronDesktop } from './desktop.ts';
import { answerWindow } from './ipc.ts';
import { keepPagesIn, shutSessionOff } from './lockdown.ts';
import { setMenu } from './menu.ts';
import { declareScheme, serveAssets } from './protocol.ts';
import { openWindow, showWindow } from './window.ts';

/**
 * Starts the app in Electron. `out` is the folder of the build.
 * A second start on the same data folder shows the first one's window and ends.
 * Answers nothing to wait for: Electron becomes ready only after its entry file has run to the end, so one that awaits this would wait for ever.
 */
export function start(out: string): void {
  run(out).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    app.exit(1);
  });
}

async function run(out: string): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(app.isPackaged ? 1 : 2),
    options: { data: { type: 'string' }, demo: { type: 'boolean', default: false } },
    // Chromium's own switches stand among them.
    strict: false,
    allowPositionals: true,
  });
  const demonstration = values['demo'] === true;
  const data = typeof values['data'] === 'string' ? resolve(values['data']) : undefined;
  const folder = chooseFolder(data, demonstration);

  app.setName(programName);
  // No name of the network is ever looked up.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  const windowFolder = folderForWindow(folder.path);
  app.setPath('userData', windowFolder);
  declareScheme();
  keepPagesIn();

  if (!app.requestSingleInstanceLock()) {
    folder.discard();
    app.quit();
    return;
  }
  app.on('second-instance', showWindow);
  await app.whenReady();

  let core: App;
  try {
    core = await openApp({ host: 'electron', desktop: electronDesktop(), dataFolder: folder.path, demonstration });
  } catch (error) {
    await refuseStart(error, folder);
    return;
  }
  closeWithApp(core, folder);
  shutSessionOff();
  serveAssets(join(out, 'renderer'));
  answerWindow(core.transport);
  setMenu();
  await openWindow({ preload: join(out, 'preload/index.cjs'), state: join(windowFolder, 'window-state.json') });
}

/** Chromium keeps its own files, and the lock against a second start, in a folder of the data folder; where that cannot be, in a passing one. */
function folderForWindow(dataFolder: string): string {
  const folder = join(dataFolder, 'window');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return mkdtempSync(join(tmpdir(), 'office-window-'));
  }
}

/** Says in a box why the app does not open, and ends. */
async function refuseStart(error: unknown, folder: StartFolder): Promise<void> {
  const sentence = error instanceof AppError ? error.message : 'The practice could not be opened, and nothing was changed. Start again.';
  process.stderr.write(`${sentence}\n`);
  await dialog.showMessageBox({
    type: 'warning',
    title: programName,
    message: `${programName} does not open`,
    detail: sentence,
    buttons: ['Close'],
  });
  folder.discard();
  app.exit(1);
}

/** Lets running work end and the database close before the process does. */
function closeWithApp(core: App, folder: StartFolder): void {
  let isClosed = false;
  app.on('window-all-closed', () => app.quit());
  powerMonitor.on('shutdown', () => app.quit());
  powerMonitor.on('lock-screen', () => core.lock());
  powerMonitor.on('suspend', () => core.lock());
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void core.close().finally(() => {
      isClosed = true;
      folder.discard();
      app.quit();
    });
  });
}
