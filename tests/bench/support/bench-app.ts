import { v7 } from 'uuid';
import { openDataFolder } from '../../../db/data-folder.ts';
import { createApp, type App } from '../../../main/app.ts';
import { computerSettingsInMemory } from '../../../main/kernel/computer-settings.ts';
import type { Request } from '../../support/campaign/caller.ts';
import { recordingDesktop, recordingLog } from '../../support/ports.ts';

export interface BenchApp {
  readonly app: App;
  readonly request: Request;
  close(): Promise<void>;
}

/** The whole backend on a data folder, with this computer's clock and ids, as a host opens it; it makes no backups by itself. */
export async function openBenchApp(folder: string): Promise<BenchApp> {
  const app = await createApp({
    folder: openDataFolder(folder, 'cli'),
    clock: () => new Date().toISOString(),
    newId: () => v7(),
    log: recordingLog(),
    desktop: recordingDesktop(),
    computer: computerSettingsInMemory(),
    host: 'cli',
    automaticBackups: false,
  });
  return { app, request: (operation) => app.transport.request(operation), close: () => app.close() };
}
