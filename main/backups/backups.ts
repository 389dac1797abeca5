import { existsSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { copyDurably } from '../../db/durable-files.ts';
import { resealArchive } from '../../db/backup/reseal-archive.ts';
import { keyringText, type DataKey } from '../../db/keyring/keyring.ts';
import { runTask } from '../../db/backup/run-task.ts';
import type { MadeBackup } from '../../db/backup/tasks.ts';
import { version } from '../../package.json';
import { AppError } from '../../preload/contract/shared/app-error.ts';
import type { AuditKind } from '../../preload/contract/audit/audit.ts';
import type { BackupPlace, BackupState, SecondPlace } from '../../preload/contract/backup/backup.ts';
import { auditEntry } from '../kernel/audit-entry.ts';
import { outdated } from '../features/backup/domain/rotation.ts';
import type { ChangeEvents } from '../kernel/change-events.ts';
import type { ComputerStore } from '../kernel/computer-settings.ts';
import { localDateAt } from '../kernel/local-date.ts';
import type { Clock, Log, NewId } from '../kernel/ports.ts';
import type { PracticeFile } from '../../db/practice-file.ts';
import { AsideFolder } from './aside-folder.ts';
import { copyAttachments, listAttachmentFiles } from './backed-up-attachments.ts';
import {
  attachmentsOf,
  dropUnnamedAttachments,
  findBackups,
  forgetUnfinished,
  isReached,
  makeFolder,
  type FoundBackup,
} from './backup-folder.ts';
import { CheckedBackups } from './checked-backups.ts';

export interface BackupsPorts {
  readonly practiceFile: PracticeFile;
  readonly computer: ComputerStore;
  readonly events: ChangeEvents;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Log;
  /** IANA name of the computer's time zone, by whose days backups are kept. */
  readonly timeZone: string;
}

/** A backup with the place it lies in and what is known of it. */
export interface ListedBackup extends FoundBackup {
  readonly place: BackupPlace;
  readonly state: BackupState;
}

interface Watch {
  readonly signal?: AbortSignal | undefined;
  readonly report?: (done: number, total: number) => void;
}

const lookEveryMilliseconds = 10 * 60_000;

/** Who makes what nobody asked for. */
const program = { id: 'program', name: 'The program', role: 'owner' } as const;

/** The backups of a data folder: made, kept, and copied to a second place. One piece of work at a time. */
export class Backups {
  readonly #ports: BackupsPorts;
  /** What lies aside since restores. */
  readonly aside: AsideFolder | null;
  #turn: Promise<unknown> = Promise.resolve();
  #secondFailed = false;
  #timer: NodeJS.Timeout | undefined;
  #chosen: ReadonlyMap<string, string> = new Map();
  #remembered: readonly DataKey[] = [];

  constructor(ports: BackupsPorts) {
    this.#ports = ports;
    const { folder } = ports.practiceFile;
    this.aside = folder && new AsideFolder(join(folder.path, 'aside'), ports.clock);
    if (folder) forgetUnfinished(this.folder);
  }

  /** Inside the data folder. Refused as `unavailable` for a practice in memory. */
  get folder(): string {
    return join(this.#ports.practiceFile.held.path, 'backups');
  }

  get attachments(): string {
    return join(this.#ports.practiceFile.held.path, 'attachments');
  }

  /** Every backup of both places, newest first. Needs no open practice. */
  async list(): Promise<ListedBackup[]> {
    if (!this.#ports.practiceFile.folder) return [];
    const second = await this.#reachedSecond();
    const found = [...(await this.#listed('here', this.folder)), ...(second === undefined ? [] : await this.#listed('second', second))];
    return found.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
  }

  /** Undefined when it is no longer there. */
  async find(place: BackupPlace, name: string): Promise<ListedBackup | undefined> {
    return (await this.list()).find((backup) => backup.place === place && backup.name === name);
  }

  /** Remembers that a file was read as a whole and is good. */
  markGood(path: string): void {
    const { size, mtimeMs } = statSync(path);
    this.#checked.add({ path, bytes: size, changedAt: Math.round(mtimeMs) });
  }

  async second(): Promise<SecondPlace | null> {
    const folder = this.#ports.computer.get().backupFolder;
    if (folder === null) return null;
    const reached = await this.#reachedSecond();
    const [latest] = reached === undefined ? [] : await findBackups(reached);
    const state = reached === undefined ? 'missing' : this.#secondFailed ? 'failed' : 'reached';
    return { folder, state, latestAt: latest?.at ?? null };
  }

  /** Makes one now, and copies it to the second place. Refused as `unavailable` while the practice is locked. */
  make(watch: Watch = {}): Promise<MadeBackup & { readonly second: SecondPlace['state'] | null }> {
    return this.#inTurn(async () => {
      const made = await this.#ports.practiceFile.undisturbed(() => this.#make(watch));
      await this.#copyToSecond();
      this.#ports.events.publish(['backup']);
      return { ...made, second: (await this.second())?.state ?? null };
    });
  }

  /** The one of the day, where something changed since the last; and what the second place still lacks. Never throws. */
  async makeDaily(): Promise<void> {
    const { practiceFile, clock, log, events, timeZone } = this.#ports;
    if (!practiceFile.folder) return;
    try {
      await this.#inTurn(async () => {
        if (!practiceFile.isOpen) return;
        await this.#sealOpenOnes();
        const [latest] = await findBackups(this.folder);
        const isOfToday = latest !== undefined && localDateAt(latest.at, timeZone) === localDateAt(clock(), timeZone);
        if (!isOfToday) await practiceFile.undisturbed(async () => (practiceFile.isOpen ? this.#makeIfChanged(latest) : undefined));
        if (await this.#copyToSecond()) events.publish(['backup']);
      });
    } catch (error) {
      log.error('the daily backup was not made', error);
    }
  }

  /**
   * Takes the open slots out of backups and of what lies aside, once the practice has a passphrase. True when every place was reached and done.
   * A second place that is away is done when it is back.
   */
  sealOpenOnes(): Promise<boolean> {
    return this.#inTurn(() => this.#sealOpenOnes());
  }

  async #sealOpenOnes(): Promise<boolean> {
    const { practiceFile, computer, log } = this.#ports;
    if (!practiceFile.folder || !practiceFile.isProtected) return true;
    if (!practiceFile.isOpen) return false;
    const { ring } = practiceFile;
    let all = computer.get().backupFolder === null || (await this.#reachedSecond()) !== undefined;
    try {
      this.aside?.seal(ring);
    } catch (error) {
      all = false;
      log.error('what lies aside from before the passphrase still opens without one', error);
    }
    for (const { path, state } of await this.list()) {
      try {
        if (state !== 'damaged' && (await resealArchive(path, ring, join(this.folder, 'work'))) && state === 'good') this.markGood(path);
      } catch (error) {
        all = false;
        log.error('a backup from before the passphrase still opens without one', error);
      }
    }
    return all;
  }

  /** Before the file is closed, by the one who closes it. Never throws: closing goes on. `isShort`: only where today has none yet. */
  async makeBeforeClose(isShort: boolean): Promise<void> {
    const { practiceFile, clock, log, timeZone } = this.#ports;
    if (!practiceFile.folder || !practiceFile.isOpen) return;
    try {
      const [latest] = await findBackups(this.folder);
      if (isShort && latest !== undefined && localDateAt(latest.at, timeZone) === localDateAt(clock(), timeZone)) return;
      await this.#makeIfChanged(latest);
      await this.#copyToSecond();
    } catch (error) {
      log.error('the backup on closing was not made', error);
    }
  }

  /** A file that was chosen in the host's own dialog, by its handle. */
  chosen(handle: string): string | undefined {
    return this.#chosen.get(handle);
  }

  /** Answers the handle. Only the last one is kept. */
  keepChosen(handle: string, path: string): string {
    this.#chosen = new Map([[handle, path]]);
    return handle;
  }

  /** Keeps the key of a file that is laid aside, so that nobody has to type to go back. Gone with the process. */
  remember({ id, bytes }: DataKey): void {
    this.#remembered = [{ id, bytes: Buffer.from(bytes) }, ...this.#remembered];
  }

  remembered(ids: ReadonlySet<string>): DataKey | undefined {
    return this.#remembered.find(({ id }) => ids.has(id));
  }

  /** Looks every few minutes whether the day has its backup and the second place all it should have. */
  watch(): void {
    this.#timer = setInterval(() => void this.makeDaily(), lookEveryMilliseconds);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Waits for what runs. */
  async idle(): Promise<void> {
    await this.#turn;
  }

  async #makeIfChanged(latest: FoundBackup | undefined): Promise<void> {
    const { hash } = this.#ports.practiceFile.unitOfWork.head;
    if (hash === '' || latest?.manifest?.head.hash === hash) return;
    // Before, so that it is in the backup, and the backup is not older than its own entry.
    await this.#record('backup', 'Backup made by the program');
    try {
      await this.#make({});
    } catch (error) {
      await this.#record('backup_failed', 'The backup by the program did not succeed');
      throw error;
    }
  }

  async #record(kind: AuditKind, detail: string): Promise<void> {
    const { practiceFile, clock, newId } = this.#ports;
    const entry = auditEntry({ actor: program, clock, newId }, kind, detail);
    await practiceFile.unitOfWork.write({ actor: program, procedure: 'backup.automatic' }, '', ({ audit }) => audit.add(entry));
  }

  async #make({ signal, report }: Watch): Promise<MadeBackup> {
    const { practiceFile, clock, log } = this.#ports;
    const { key, ring, held } = practiceFile;
    makeFolder(this.folder);
    const [latest] = await findBackups(this.folder);
    const attachments = await listAttachmentFiles(this.attachments, latest?.manifest?.attachments ?? []);
    await copyAttachments(attachments, this.attachments, attachmentsOf(this.folder));
    const made = await runTask(
      {
        kind: 'make',
        database: held.databasePath,
        key: key.bytes.toString('hex'),
        keyring: keyringText(ring),
        attachments,
        folder: this.folder,
        work: join(this.folder, 'work'),
        program: version,
        at: clock(),
      },
      { signal, ...(report ? { report } : {}) },
    );
    this.markGood(made.path);
    await this.#rotate('here', this.folder);
    log.info(`backup ${made.name} made`);
    return made;
  }

  /** Copies the newest backup where it is lacking. True when something was copied. A place that is away is told by `second`, and tried again. */
  async #copyToSecond(): Promise<boolean> {
    const second = await this.#reachedSecond();
    if (second === undefined) return false;
    const newest = (await this.#listed('here', this.folder)).find(({ state }) => state === 'good');
    if (!newest?.manifest || existsSync(join(second, newest.name))) return false;
    try {
      const copy = join(second, basename(newest.path));
      await copyAttachments(newest.manifest.attachments, attachmentsOf(this.folder), attachmentsOf(second));
      await copyDurably(newest.path, copy);
      await runTask({ kind: 'check', archive: copy });
      this.markGood(copy);
      await this.#rotate('second', second);
      this.#secondFailed = false;
      return true;
    } catch (error) {
      this.#secondFailed = true;
      this.#ports.log.error('the second place did not take the backup', error);
      return false;
    }
  }

  /** Lets old backups go, of this computer and practice alone, and the files that only they named. */
  async #rotate(place: BackupPlace, folder: string): Promise<void> {
    const { clock, timeZone } = this.#ports;
    const all = await this.#listed(place, folder);
    const [newest] = all;
    const ours = all.filter(
      ({ letter, state, manifest }) =>
        state !== 'unchecked' && letter === newest?.letter && (!manifest || manifest.head.device === newest?.manifest?.head.device),
    );
    const gone = outdated(
      ours.map(({ name, at, state }) => ({ name, at, good: state === 'good' })),
      clock(),
      timeZone,
    );
    for (const name of gone) await rm(join(folder, name), { force: true });
    if (gone.length > 0) await dropUnnamedAttachments(folder);
  }

  async #listed(place: BackupPlace, folder: string): Promise<ListedBackup[]> {
    const checked = this.#checked;
    return (await findBackups(folder)).map((backup) => ({
      ...backup,
      place,
      state: backup.manifest === undefined ? 'damaged' : checked.has(backup) ? 'good' : 'unchecked',
    }));
  }

  get #checked(): CheckedBackups {
    return new CheckedBackups(join(this.folder, 'checked.json'));
  }

  async #reachedSecond(): Promise<string | undefined> {
    const { backupFolder } = this.#ports.computer.get();
    return backupFolder !== null && (await isReached(backupFolder)) ? backupFolder : undefined;
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => {});
    return mine;
  }
}

/** Refused while it is not there any more. */
export const gone = (): AppError => new AppError('not_found', 'This backup is no longer there. Look at the list again.');
