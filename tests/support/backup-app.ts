import { createTRPCClient, type TRPCClient } from '@trpc/client';
import { v7 } from 'uuid';
import { openDataFolder } from '../../db/data-folder.ts';
import { createApp, type App } from '../../main/app.ts';
import { computerSettingsInMemory, type ComputerStore } from '../../main/kernel/computer-settings.ts';
import type { AppRouter } from '../../main/router.ts';
import type { BackupSource, MadeBackupView, RestoredView, BackupOpener } from '../../preload/contract/backup/backup.ts';
import type { Progress } from '../../preload/contract/shared/primitives.ts';
import { recordingDesktop, recordingLog } from './ports.ts';
import { inProcessLink } from './test-app.ts';

export interface BackupApp {
  readonly app: App;
  readonly client: TRPCClient<AppRouter>;
  readonly log: ReturnType<typeof recordingLog>;
  readonly computer: ComputerStore;
  make(): Promise<MadeBackupView>;
  restore(source: BackupSource, opener?: BackupOpener): Promise<RestoredView>;
}

/** A clock that stands where it is put. */
export function settableClock(start = '2026-11-23T16:00:00.000Z'): (() => string) & { set(instant: string): void } {
  let now = Date.parse(start);
  const clock = () => new Date(now++).toISOString();
  return Object.assign(clock, { set: (instant: string) => void (now = Date.parse(instant)) });
}

interface Options {
  readonly clock?: () => string;
  readonly automaticBackups?: boolean;
  readonly computer?: ComputerStore;
}

/** The whole backend in a data folder, with the ids of real use. */
export async function openBackupApp(
  folder: string,
  { clock = settableClock(), automaticBackups = false, computer = computerSettingsInMemory() }: Options = {},
): Promise<BackupApp> {
  const log = recordingLog();
  const app = await createApp({
    folder: openDataFolder(folder, 'cli'),
    clock,
    newId: () => v7(),
    log,
    desktop: recordingDesktop(),
    computer,
    host: 'test',
    automaticBackups,
  });
  const client = createTRPCClient<AppRouter>({ links: [inProcessLink(app)] });
  return {
    app,
    client,
    log,
    computer,
    make: () => resultOf((handlers) => client.backup.make.subscribe(undefined, handlers)),
    restore: (source, opener) =>
      resultOf((handlers) => client.backup.restore.subscribe({ source, ...(opener ? { opener } : {}) }, handlers)),
  };
}

interface Handlers<Result> {
  readonly onData: (message: Progress<Result>) => void;
  readonly onError: (error: unknown) => void;
}

/** The result of long work. */
function resultOf<Result>(subscribe: (handlers: Handlers<Result>) => unknown): Promise<Result> {
  return new Promise((resolve, reject) => {
    subscribe({
      onData: (message) => {
        if (message.kind === 'result') resolve(message.result);
      },
      onError: reject,
    });
  });
}
