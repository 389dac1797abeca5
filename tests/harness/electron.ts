// A double of the parts of Electron's main process that main/hosts/electron uses; its windows are pages of headless Chromium.
import { EventEmitter } from 'node:events';
import { runInThisContext } from 'node:vm';
import { protocol } from './protocol.ts';
import { session } from './session.ts';
import { app, BrowserWindow, ipcMain } from './window.ts';

/** Tells the test that started this process what a person would see or hear. */
const report = (seen: unknown): void => void process.send?.({ seen });

/** The test puts its own answers in place of these. */
const dialog = {
  async showSaveDialog(..._args: unknown[]): Promise<{ canceled: boolean; filePath: string }> {
    return { canceled: true, filePath: '' };
  },
  async showOpenDialog(..._args: unknown[]): Promise<{ canceled: boolean; filePaths: string[] }> {
    return { canceled: true, filePaths: [] };
  },
  async showMessageBox(...args: unknown[]): Promise<{ response: number; checkboxChecked: boolean }> {
    report({ messageBox: args.at(-1) });
    return { response: 0, checkboxChecked: false };
  },
  showErrorBox(title: string, content: string): void {
    report({ messageBox: { title, detail: content } });
  },
};

const shell = {
  async openExternal(address: string): Promise<void> {
    report({ openExternal: address });
  },
  async openPath(): Promise<string> {
    return '';
  },
  showItemInFolder(): void {},
};

class MenuDouble {
  static #current: MenuDouble | null = null;
  readonly template: readonly unknown[];

  constructor(template: readonly unknown[]) {
    this.template = template;
  }

  static buildFromTemplate(template: readonly unknown[]): MenuDouble {
    return new MenuDouble(template);
  }

  static setApplicationMenu(menu: MenuDouble | null): void {
    this.#current = menu;
  }

  static getApplicationMenu(): MenuDouble | null {
    return this.#current;
  }
}

const workArea = { x: 0, y: 0, width: 1920, height: 1040 };
const screen = { getAllDisplays: () => [{ id: 1, workArea, bounds: workArea, scaleFactor: 1 }], getPrimaryDisplay: () => ({ workArea }) };

const powerMonitor = new EventEmitter();

const shortcuts = new Map<string, () => void>();
const globalShortcut = {
  register: (accelerator: string, act: () => void) => !shortcuts.has(accelerator) && Boolean(shortcuts.set(accelerator, act)),
  unregister: (accelerator: string) => void shortcuts.delete(accelerator),
  unregisterAll: () => shortcuts.clear(),
  isRegistered: (accelerator: string) => shortcuts.has(accelerator),
};

const safeStorage = {
  getSelectedStorageBackend: () => 'gnome_libsecret',
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text: string) => safeStorage.encryptString(text),
  decryptStringAsync: async (bytes: Buffer) => ({ result: safeStorage.decryptString(bytes), shouldReEncrypt: false }),
  isEncryptionAvailable: () => true,
  encryptString: (text: string) => Buffer.from(`double:${Buffer.from(text).toString('base64')}`),
  decryptString: (bytes: Buffer) => Buffer.from(bytes.toString().slice('double:'.length), 'base64').toString(),
};

const electron = {
  app,
  BrowserWindow,
  dialog,
  globalShortcut,
  ipcMain,
  Menu: MenuDouble,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
};

export {
  app,
  BrowserWindow,
  dialog,
  globalShortcut,
  ipcMain,
  MenuDouble as Menu,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
};

interface FromTest {
  readonly id?: number;
  readonly fn?: string;
  readonly arg?: unknown;
  readonly quit?: true;
}

// The test's side has the same two calls as Playwright's ElectronApplication: evaluate and close.
process.on('message', ({ id, fn, arg, quit }: FromTest) => {
  if (quit) return app.quit();
  void (async () => {
    try {
      const called: unknown = runInThisContext(`(${fn})`);
      if (typeof called !== 'function') throw new Error('Only a function can be evaluated.');
      process.send?.({ id, value: await called(electron, arg) });
    } catch (error) {
      process.send?.({ id, error: String(error) });
    }
  })();
});
process.on('disconnect', () => app.quit());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
