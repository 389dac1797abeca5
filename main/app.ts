import type { OpenFolder } from '../db/data-folder.ts';
import { openDatabase } from '../db/data-source.ts';
import { UnitOfWork } from '../db/unit-of-work.ts';
import { storeBeside } from '../db/attachments/attachment-store.ts';
import type { HostKind } from '../preload/contract/system/system.ts';
import { ChangeEvents } from './kernel/change-events.ts';
import type { ComputerStore } from './kernel/computer-settings.ts';
import { Dispatcher, type AppTransport } from './kernel/dispatcher.ts';
import { FileHandles } from './kernel/file-handles.ts';
import type { Clock, Desktop, Log, NewId } from './kernel/ports.ts';
import { appRouter } from './router.ts';

export interface AppOptions {
  /** A folder this process holds; `createApp` releases it on close. */
  readonly folder: Pick<OpenFolder, 'databasePath' | 'protected' | 'release'> & { readonly key: string | null };
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  readonly desktop: Desktop;
  readonly computer: ComputerStore;
  readonly host: HostKind;
  readonly demonstration?: boolean;
}

export interface App {
  readonly transport: AppTransport;
  /** Ends subscriptions, waits for running work, closes the database and releases the folder. */
  close(): Promise<void>;
}

/** The whole backend. Refuses as `unavailable` when the database cannot be opened; the folder is released then. */
export async function createApp({ folder, clock, newId, log, desktop, computer, host, demonstration = false }: AppOptions): Promise<App> {
  try {
    const dataSource = await openDatabase({ path: folder.databasePath, key: folder.key });
    const unitOfWork = await UnitOfWork.open(dataSource, { clock, newId });
    const transport = new Dispatcher({
      router: appRouter,
      unitOfWork,
      events: new ChangeEvents(),
      files: new FileHandles(newId),
      attachmentStore: storeBeside(folder.databasePath),
      clock,
      newId,
      log,
      desktop,
      computer,
      host,
      demonstration,
      protected: folder.protected,
      // Until accounts exist, whoever is here has the owner's rights.
      actor: () => ({ id: 'local', name: 'This computer', role: 'owner' }),
    });
    let closing: Promise<void> | undefined;
    const close = async () => {
      transport.stop();
      await unitOfWork.idle();
      await dataSource.destroy();
      folder.release();
    };
    return { transport, close: () => (closing ??= close()) };
  } catch (error) {
    folder.release();
    throw error;
  }
}
