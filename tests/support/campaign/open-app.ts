import { v7 } from 'uuid';
import { openDataFolder } from '../../../db/data-folder.ts';
import { createApp, type App } from '../../../main/app.ts';
import { computerSettingsInMemory } from '../../../main/kernel/computer-settings.ts';
import { recordingDesktop, recordingLog } from '../ports.ts';
import type { Request } from './caller.ts';

export interface OpenFolderApp {
  readonly app: App;
  readonly request: Request;
}

/** The whole backend on a data folder in this process, with a clock of the caller's. */
export async function openApp(folder: string, clock: () => string = () => new Date().toISOString()): Promise<OpenFolderApp> {
  const app = await createApp({
    folder: openDataFolder(folder, 'cli'),
    clock,
    newId: () => v7(),
    log: recordingLog(),
    desktop: recordingDesktop(),
    computer: computerSettingsInMemory(),
    host: 'cli',
  });
  return { app, request: (operation) => app.transport.request(operation) };
}
