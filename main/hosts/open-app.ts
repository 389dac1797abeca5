import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { openDataFolder } from '../../db/data-folder.ts';
import type { HostKind } from '../../preload/contract/system/system.ts';
import { createApp, type App } from '../app.ts';
import { computerSettingsIn } from '../kernel/computer-settings.ts';
import { localDateAt } from '../kernel/local-date.ts';
import type { Desktop } from '../kernel/ports.ts';
import { defaultDataFolder } from './data-folder-path.ts';
import { fileLog } from './file-log.ts';

/** The computer's clock. */
export const systemClock = (): string => new Date().toISOString();

export interface OpenAppOptions {
  readonly host: HostKind;
  readonly desktop: Desktop;
  /** Absolute, or relative to the working folder. */
  readonly dataFolder: string;
  readonly demonstration: boolean;
}

/** The folder a start works in. One for the demonstration is thrown away by `discard`. */
export interface StartFolder {
  readonly path: string;
  discard(): void;
}

/** Chooses the data folder: what was asked for, a new throw-away one for the demonstration, or the person's own. */
export function chooseFolder(data: string | undefined, demonstration: boolean): StartFolder {
  if (data !== undefined) return { path: data, discard: () => {} };
  if (!demonstration) return { path: defaultDataFolder(), discard: () => {} };
  const path = mkdtempSync(join(tmpdir(), 'office-demonstration-'));
  return { path, discard: () => throwAway(path) };
}

/** Never fails: what another process still holds is left to the system, which empties its folder of passing files. */
function throwAway(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // Nobody's work is in it.
  }
}

/**
 * Takes the data folder and opens the app on it, with the demonstration practice when that is asked for and the folder is new.
 * Refuses as `unavailable` with a sentence for the person; the folder is free again then.
 */
export async function openApp({ host, desktop, dataFolder, demonstration }: OpenAppOptions): Promise<App> {
  const folder = openDataFolder(dataFolder, host);
  const log = fileLog(folder.path, systemClock);
  const computer = computerSettingsIn(folder.path);
  const app = await createApp({ folder, clock: systemClock, newId: () => v7(), log, desktop, computer, host, demonstration });
  if (!demonstration || folder.wasThere) return app;
  try {
    const { seedDemonstration } = await import('../../db/seed/demonstration.ts');
    await seedDemonstration(app.transport, localDateAt(systemClock(), Intl.DateTimeFormat().resolvedOptions().timeZone));
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}
