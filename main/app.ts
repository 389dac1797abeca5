import { folderStore, memoryStore, storeBeside } from '../db/attachments/attachment-store.ts';
import { join } from 'node:path';
import { outboxIn, outboxInMemory } from '../db/capture/sealed-outbox.ts';
import type { HeldFolder } from '../db/data-folder.ts';
import { unlockBySystem } from '../db/keyring/keyring.ts';
import type { HostKind } from '../preload/contract/system/system.ts';
import { Backups } from './backups/backups.ts';
import { idleTimesNow } from './features/accounts/idle.service.ts';
import { SignInAttempts } from './kernel/attempts.ts';
import { ChangeEvents } from './kernel/change-events.ts';
import type { ComputerStore } from './kernel/computer-settings.ts';
import { Dispatcher, type AppTransport } from './kernel/dispatcher.ts';
import { FileHandles } from './kernel/file-handles.ts';
import type { Clock, Desktop, Log, NewId } from './kernel/ports.ts';
import { Sessions } from './kernel/sessions.ts';
import { PracticeFile, type inMemory } from '../db/practice-file.ts';
import { appRouter } from './router.ts';

export interface AppOptions {
  /** A folder this process holds, which `close` releases; or `memory`, for tests. */
  readonly folder: HeldFolder | typeof inMemory;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  readonly desktop: Desktop;
  readonly computer: ComputerStore;
  readonly host: HostKind;
  readonly demonstration?: boolean;
  /** Whether a backup is made each day and on closing; the demonstration has none. */
  readonly automaticBackups?: boolean;
  /** Milliseconds that only grow, sleep included, for the idle lock; this computer's when absent. */
  readonly elapsed?: () => number;
}

export interface App {
  /** The first connection: the window, or the command. */
  readonly transport: AppTransport;
  /** A connection with a session of its own, as each browser that comes in has one. */
  connect(): AppTransport;
  /** Signs everybody out; the database stays open. For the system's own lock and sleep. */
  lock(): void;
  /** Ends subscriptions, waits for running work, closes the database and releases the folder. */
  close(): Promise<void>;
}

/** The whole backend. A practice that cannot be opened does not stop it: `access.state` says why. */
export async function createApp({
  folder,
  clock,
  newId,
  log,
  desktop,
  computer,
  host,
  demonstration = false,
  automaticBackups = !demonstration,
  elapsed,
}: AppOptions): Promise<App> {
  const practiceFile = await PracticeFile.open(folder, { clock, newId });
  if (practiceFile.trouble) log.error('the practice does not open', practiceFile.trouble);
  await openBySystem(practiceFile, desktop);
  const events = new ChangeEvents();
  const sessions = new Sessions({ practiceFile, events, elapsed });
  const attempts = new SignInAttempts(practiceFile.folder && join(practiceFile.folder.path, 'attempts.json'), clock);
  const outbox = practiceFile.folder ? outboxIn(practiceFile.folder.path) : outboxInMemory();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const backups = new Backups({ practiceFile, computer, events, clock, newId, log, timeZone });
  if (automaticBackups) {
    practiceFile.onClosing(() => backups.makeBeforeClose(host === 'cli'));
    backups.watch();
  }
  // One for all: it takes away what an earlier run left unfinished.
  const draftStore = practiceFile.folder ? folderStore(join(practiceFile.folder.path, 'drafts')) : memoryStore();
  const attachmentStore = storeBeside(practiceFile.folder?.databasePath ?? ':memory:');
  const connections = new Set<Dispatcher>();
  const connect = (): Dispatcher => {
    const connection = new Dispatcher({
      router: appRouter,
      practiceFile,
      backups,
      session: sessions.add(),
      sessions,
      attempts,
      outbox,
      events,
      files: new FileHandles(newId),
      attachmentStore,
      draftStore,
      clock,
      newId,
      log,
      desktop,
      computer,
      host,
      demonstration,
    });
    connections.add(connection);
    return connection;
  };
  const transport = connect();
  sessions.watch(() => idleTimesNow({ practiceFile, computer, clock }));
  let closing: Promise<void> | undefined;
  const close = async () => {
    sessions.stop();
    backups.stop();
    for (const connection of connections) connection.stop();
    await practiceFile.release();
  };
  return { transport, connect, lock: () => sessions.lockAll(), close: () => (closing ??= close()) };
}

/** A front-desk PC may keep a key in its own store: the file is open then, and people still sign in. */
async function openBySystem(practiceFile: PracticeFile, { secrets }: Desktop): Promise<void> {
  if (practiceFile.isOpen || practiceFile.trouble || !secrets) return;
  const unlocked = await unlockBySystem(practiceFile.ring, (sealed) => secrets.open(sealed));
  if (unlocked) await practiceFile.unlock(unlocked).catch(() => {});
}
