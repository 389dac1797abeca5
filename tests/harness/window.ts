import type { Frame, Page, Request, Route } from '@playwright/test';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { App, PreventableEvent } from './app.ts';
import { fromBrowser, toBrowser } from './address.ts';
import { browserContext, closeBrowser } from './chromium-context.ts';
import { encode } from './codec.ts';
import { IpcMain } from './ipc.ts';
import { withPrelude } from './preload-prelude.ts';
import { serve } from './protocol.ts';
import { session } from './session.ts';

export const app = new App();
export const ipcMain = new IpcMain();

interface PdfOptions {
  readonly landscape?: boolean;
  readonly printBackground?: boolean;
  readonly preferCSSPageSize?: boolean;
  readonly pageSize?: string;
  readonly generateTaggedPDF?: boolean;
}

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

class NavigationEvent extends PreventableEvent {
  readonly url: string;
  readonly isMainFrame: boolean;
  readonly isSameDocument = false;

  constructor(url: string, isMainFrame: boolean) {
    super();
    this.url = url;
    this.isMainFrame = isMainFrame;
  }
}

/** Electron's `webContents` over a page of Chromium. */
class WebContents extends EventEmitter {
  page: Page | undefined;
  /** Address that main itself is loading: no `will-navigate` for it. */
  loading: string | undefined;
  #openHandler: OpenHandler = () => ({ action: 'allow' });

  send(channel: string, ...args: unknown[]): void {
    const encoded = encode(args);
    this.page
      ?.evaluate(
        ([name, text]) => {
          const dispatch: unknown = Reflect.get(globalThis, '__electronDispatch');
          if (typeof dispatch === 'function') dispatch(name, text);
        },
        [channel, encoded] as const,
      )
      .catch(() => {
        // The page went away meanwhile; Electron drops the message as well.
      });
  }

  isDestroyed(): boolean {
    return this.page?.isClosed() ?? false;
  }

  getURL(): string {
    return fromBrowser(this.page?.url() ?? '');
  }

  async printToPDF(options: PdfOptions = {}): Promise<Buffer> {
    const { landscape, printBackground, preferCSSPageSize, pageSize, generateTaggedPDF } = options;
    if (!this.page) throw new Error('There is no page to print.');
    return this.page.pdf({
      ...(landscape === undefined ? {} : { landscape }),
      ...(printBackground === undefined ? {} : { printBackground }),
      ...(preferCSSPageSize === undefined ? {} : { preferCSSPageSize }),
      ...(pageSize === undefined ? {} : { format: pageSize }),
      ...(generateTaggedPDF === undefined ? {} : { tagged: generateTaggedPDF }),
    });
  }

  print(_options: unknown, done?: (isPrinted: boolean, reason: string) => void): void {
    setImmediate(() => done?.(true, ''));
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  /** Whether main lets the page open this address in a window of its own. */
  maySpawn(url: string): boolean {
    return this.#openHandler({ url: fromBrowser(url) }).action === 'allow';
  }

  openDevTools(): void {}
}

interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly x?: number;
  readonly y?: number;
  readonly webPreferences?: { readonly preload?: string };
}

/** Electron's `BrowserWindow`: a page of headless Chromium. */
export class BrowserWindow extends EventEmitter {
  static #all: BrowserWindow[] = [];

  static getAllWindows(): BrowserWindow[] {
    return [...this.#all];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return this.#all[0] ?? null;
  }

  readonly webContents = new WebContents();
  readonly #options: WindowOptions;
  #isMaximized = false;
  #isMinimized = false;

  constructor(options: WindowOptions = {}) {
    super();
    this.#options = options;
    BrowserWindow.#all.push(this);
    app.emit('web-contents-created', new PreventableEvent(), this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.#open();
    this.webContents.loading = toBrowser(url);
    await page.goto(toBrowser(url));
    this.webContents.loading = undefined;
    this.emit('ready-to-show');
  }

  close(): void {
    void this.closed();
  }

  /** As `close`, to wait for. */
  async closed(): Promise<void> {
    const event = new PreventableEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) await this.webContents.page?.close();
  }

  isDestroyed(): boolean {
    return !BrowserWindow.#all.includes(this);
  }

  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    const { x = 0, y = 0, width = 800, height = 600 } = this.#options;
    return { x, y, width, height };
  }

  getBounds(): { x: number; y: number; width: number; height: number } {
    return this.getNormalBounds();
  }

  maximize(): void {
    this.#isMaximized = true;
  }

  isMaximized(): boolean {
    return this.#isMaximized;
  }

  minimize(): void {
    this.#isMinimized = true;
  }

  isMinimized(): boolean {
    return this.#isMinimized;
  }

  restore(): void {
    this.#isMinimized = false;
  }

  show(): void {
    this.emit('show');
  }

  focus(): void {
    this.emit('focus');
  }

  setMenu(): void {}

  async #open(): Promise<Page> {
    const context = await browserContext(app);
    const existing = this.webContents.page;
    if (existing) return existing;
    const page = context.pages().find((one) => one.url() === 'about:blank') ?? (await context.newPage());
    const contents = this.webContents;
    contents.page = page;
    const eventOf = (frame: Frame) => ({
      sender: contents,
      senderFrame: { url: fromBrowser(frame.url()), parent: frame.parentFrame() ? {} : null },
      reply: (channel: string, ...args: unknown[]) => contents.send(channel, ...args),
    });
    await page.exposeBinding('__electronInvoke', ({ frame }, channel: string, args: string) =>
      ipcMain.invoked(eventOf(frame), channel, args),
    );
    await page.exposeBinding('__electronSend', ({ frame }, channel: string, args: string) => ipcMain.sent(eventOf(frame), channel, args));
    await page.exposeBinding('__electronOpen', (_source, url: string) => contents.maySpawn(url));
    const preload = this.#options.webPreferences?.preload;
    if (preload) await page.addInitScript(withPrelude(readFileSync(preload, 'utf8')));
    await page.route('**/*', (route, request) => this.#route(page, route, request));
    page.on('popup', (popup) => {
      if (!contents.maySpawn(popup.url())) void popup.close();
    });
    page.on('close', () => {
      BrowserWindow.#all = BrowserWindow.#all.filter((window) => window !== this);
      contents.emit('destroyed');
      this.emit('closed');
      if (BrowserWindow.#all.length === 0) app.emit('window-all-closed');
    });
    return page;
  }

  /** What Electron does between a page and the network: navigation events, cancelled requests, handled schemes. */
  async #route(page: Page, route: Route, request: Request): Promise<void> {
    const address = fromBrowser(request.url());
    const contents = this.webContents;
    if (request.isNavigationRequest()) {
      const isMainFrame = request.frame() === page.mainFrame();
      const event = new NavigationEvent(address, isMainFrame);
      if (request.url() !== contents.loading) {
        if (isMainFrame) contents.emit('will-navigate', event);
        contents.emit('will-frame-navigate', event);
        if (event.defaultPrevented) return route.abort('aborted');
      }
      contents.emit('did-start-navigation', event);
    }
    const details = { url: address, method: request.method(), resourceType: request.resourceType() };
    if (await session.defaultSession.cancels(details)) return route.abort('blockedbyclient');
    const response = await serve(address, request.method());
    if (!response) return route.abort('failed');
    const body = Buffer.from(await response.arrayBuffer());
    return route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body });
  }
}

app.closeWindows = async () => {
  for (const window of BrowserWindow.getAllWindows()) await window.closed();
  await closeBrowser();
};
