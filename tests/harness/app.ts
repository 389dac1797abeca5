import { EventEmitter } from 'node:events';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An event that can be prevented, as Electron hands them to listeners. */
export class PreventableEvent {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** Electron's `app`: readiness, paths, the lock against a second start (across processes), and the way out. */
export class App extends EventEmitter {
  readonly isPackaged = false;
  readonly switches = new Map<string, string>();
  readonly commandLine = { appendSwitch: (name: string, value = '') => void this.switches.set(name, value) };
  readonly #ready: Promise<void>;
  readonly #paths = new Map<string, string>();
  #name = 'double';
  #lockFile: string | undefined;
  #isQuitting = false;
  /** Set by the windows: closes all of them and the browser. */
  closeWindows: () => Promise<void> = async () => {};

  constructor() {
    super();
    this.#ready = new Promise((resolve) => {
      setImmediate(() => {
        resolve();
        this.emit('ready');
      });
    });
  }

  whenReady(): Promise<void> {
    return this.#ready;
  }

  getPath(name: string): string {
    const known = this.#paths.get(name);
    if (known !== undefined) return known;
    const path = name === 'userData' ? mkdtempSync(join(tmpdir(), 'double-')) : join(this.getPath('userData'), name);
    this.setPath(name, path);
    return path;
  }

  setPath(name: string, path: string): void {
    mkdirSync(path, { recursive: true });
    this.#paths.set(name, path);
  }

  getName(): string {
    return this.#name;
  }

  setName(name: string): void {
    this.#name = name;
  }

  getVersion(): string {
    return '0.0.0-double';
  }

  /** One process for a userData folder; the first one hears of a second start by a signal. */
  requestSingleInstanceLock(): boolean {
    const file = join(this.getPath('userData'), 'singleton.lock');
    for (;;) {
      try {
        const descriptor = openSync(file, 'wx');
        writeSync(descriptor, String(process.pid));
        closeSync(descriptor);
        this.#lockFile = file;
        process.on('SIGUSR2', () => this.emit('second-instance', new PreventableEvent(), process.argv, process.cwd()));
        return true;
      } catch {
        if (tellHolder(file)) return false;
        rmSync(file, { force: true });
      }
    }
  }

  quit(): void {
    void this.#quit();
  }

  exit(code = 0): void {
    if (this.#lockFile !== undefined) rmSync(this.#lockFile, { force: true });
    this.emit('quit', new PreventableEvent(), code);
    process.exit(code);
  }

  async #quit(): Promise<void> {
    if (this.#isQuitting) return;
    this.#isQuitting = true;
    const before = new PreventableEvent();
    this.emit('before-quit', before);
    if (!before.defaultPrevented) {
      await this.closeWindows();
      const will = new PreventableEvent();
      this.emit('will-quit', will);
      if (!will.defaultPrevented) this.exit(0);
    }
    this.#isQuitting = false;
  }
}

function tellHolder(lockFile: string): boolean {
  try {
    process.kill(Number(readFileSync(lockFile, 'utf8')), 'SIGUSR2');
    return true;
  } catch {
    return false;
  }
}
