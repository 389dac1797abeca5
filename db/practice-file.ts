import type { DataSource } from 'typeorm';
import type { HeldFolder } from './data-folder.ts';
import { openDatabase } from './data-source.ts';
import { DatabaseTrouble, isDamage, troubleOf } from './database-trouble.ts';
import {
  isProtected,
  newDataKey,
  unlockOpen,
  withCaptureKey,
  withKey,
  withOnlyKey,
  withoutSlots,
  withSlot,
  type DataKey,
  type Keyring,
  type Slot,
  type Unlocked,
} from './keyring/keyring.ts';
import { newBoxKeys } from './keyring/sealed-box.ts';
import { checkDatabaseFile, copyWithKey, forgetNext, nextPathOf, settled, swapIn } from './replace-database.ts';
import { requireRoom } from './room.ts';
import { UnitOfWork, type UnitOfWorkPorts } from './unit-of-work.ts';
import { AppError } from '../preload/contract/shared/app-error.ts';

/** A database in memory, for tests and for `office --list`. */
export const inMemory = 'memory';

const ofAnotherDay =
  'Bringing back a backup was interrupted, and this passphrase is not the one of the practice that is here. Type the one of the other day: from before, or of the backup.';

/** How a rewritten database comes about. */
export interface Rewriting {
  /** Makes the whole file at `path`, closed, so that it opens with `key`. */
  readonly make: (path: string) => Promise<void>;
  readonly key: DataKey;
  /** What stands in keyring.json afterwards; its slots hold `key`. */
  readonly ring: Keyring;
  /** A folder that keeps the present files. */
  readonly aside?: string;
}

/**
 * The practice's file: closed until somebody brings a key, open for units of work, or in trouble.
 * The one place that opens, closes and replaces it while the program runs.
 */
export class PracticeFile {
  readonly folder: HeldFolder | null;
  readonly #ports: UnitOfWorkPorts;
  #unitOfWork: UnitOfWork | undefined;
  #key: DataKey | undefined;
  #ring: Keyring | undefined;
  #trouble: DatabaseTrouble | undefined;
  #onClosing: (() => Promise<void>) | undefined;
  /** Keys of the keyring that did not open the file. */
  readonly #wrongKeys = new Set<string>();
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(folder: HeldFolder | null, ports: UnitOfWorkPorts) {
    this.folder = folder;
    this.#ports = ports;
  }

  /** Opens the practice where that needs no secret. Never throws: what stands in the way is its `trouble`. */
  static async open(folder: HeldFolder | typeof inMemory, ports: UnitOfWorkPorts): Promise<PracticeFile> {
    const file = new PracticeFile(folder === inMemory ? null : folder, ports);
    await file.openAgain();
    return file;
  }

  /** Looks anew at what lies in the folder, after trouble or a restore. */
  openAgain(): Promise<void> {
    return this.#inTurn(async () => {
      this.#trouble = undefined;
      try {
        if (!this.folder) return await this.#openMemory();
        forgetNext(this.folder);
        this.#ring = undefined;
        this.#wrongKeys.clear();
        const { ring } = this;
        const open = unlockOpen(ring);
        // After an interrupted protection the open slot may be of the file before: then a passphrase is asked for.
        const mayBeOfBefore = ring.slots.some(({ kind }) => kind !== 'open');
        if (open) await this.#openWith(open.keys, ring, mayBeOfBefore);
      } catch (error) {
        this.#trouble = troubleOf(error);
      }
    });
  }

  get trouble(): DatabaseTrouble | undefined {
    return this.#trouble;
  }

  get isOpen(): boolean {
    return this.#unitOfWork !== undefined;
  }

  /** False while the key lies in the open slot. */
  get isProtected(): boolean {
    return this.#ring !== undefined && isProtected(this.#ring);
  }

  /** Refused as `unavailable` while the practice is locked or in trouble. */
  get unitOfWork(): UnitOfWork {
    if (this.#unitOfWork) return this.#unitOfWork;
    if (this.#trouble) throw this.#trouble;
    throw new AppError('unavailable', 'The practice is locked. Sign in first.');
  }

  /** The key of the open file. */
  get key(): DataKey {
    if (!this.#key) throw new AppError('unavailable', 'The practice is locked. Sign in first.');
    return this.#key;
  }

  /** Who can open the file. Throws a `DatabaseTrouble` where the keyring is missing or damaged. */
  get ring(): Keyring {
    return (this.#ring ??= this.held.keyring.read());
  }

  /** The folder on the disk. Refused as `unavailable` for a practice in memory. */
  get held(): HeldFolder {
    if (!this.folder) throw new AppError('unavailable', 'This practice is kept in memory alone. Open one in a folder.');
    return this.folder;
  }

  /** Changes who can open the file. On the disk when it returns. */
  setRing(ring: Keyring): void {
    this.#ring = this.held.keyring.write(ring);
  }

  /**
   * Lets `slot` open the file from now on instead of those that `isReplaced`, together with what `work` writes. Until that is done the others
   * still open it, so that whenever the process ends somebody does; when `work` throws they alone do.
   */
  async replaceSlots<Result>(slot: Slot, isReplaced: (slot: Slot) => boolean, work: () => Promise<Result>): Promise<Result> {
    requireRoom(this.held.path);
    const replaced = new Set(this.ring.slots.filter(isReplaced).map(({ id }) => id));
    this.setRing(withSlot(this.ring, slot, [this.key]));
    let result: Result;
    try {
      result = await work();
    } catch (error) {
      this.setRing(withoutSlots(this.ring, ({ id }) => id === slot.id));
      throw error;
    }
    if (replaced.size > 0) this.setRing(withoutSlots(this.ring, ({ id }) => replaced.has(id)));
    return result;
  }

  /**
   * Opens the file with what a slot gave. Throws a `DatabaseTrouble` when it does not open; refused as `invalid_input` where a restore was
   * interrupted and the slot is of the other file.
   */
  unlock({ keys }: Unlocked): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#unitOfWork) return;
      const { ring } = this;
      try {
        await this.#openWith(keys, ring, true);
        if (!this.#unitOfWork && ring.slots.some((slot) => slot.keys.some(({ id }) => !this.#wrongKeys.has(id)))) {
          throw new AppError('invalid_input', ofAnotherDay, { fields: { passphrase: ofAnotherDay } });
        }
        if (!this.#unitOfWork) await this.#openWith(keys, ring, false);
        this.#trouble = undefined;
      } catch (error) {
        if (error instanceof AppError && error.code === 'invalid_input') throw error;
        this.#trouble = troubleOf(error);
        throw this.#trouble;
      }
    });
  }

  /** Called while the file is still open, each time before it closes; must not throw. */
  onClosing(work: () => Promise<void>): void {
    this.#onClosing = work;
  }

  /** Runs `work` while the file is neither closed nor replaced. */
  undisturbed<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#inTurn(work);
  }

  /** Waits for running work, closes the file and forgets its key. */
  close(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#unitOfWork) await this.#onClosing?.();
      const unitOfWork = this.#unitOfWork;
      this.#unitOfWork = undefined;
      await unitOfWork?.end();
      this.#forgetKey();
    });
  }

  #forgetKey(): void {
    this.#key?.bytes.fill(0);
    this.#key = undefined;
  }

  /**
   * A page could not be read while the practice was open: it counts as damaged from now on, and nothing more is read of it or written to it.
   * False when `error` is something else, or this is known already.
   */
  noteDamage(error: unknown): boolean {
    const unitOfWork = this.#unitOfWork;
    if (!unitOfWork || !isDamage(error)) return false;
    this.#trouble = troubleOf(error);
    this.#unitOfWork = undefined;
    void this.#inTurn(async () => {
      try {
        await unitOfWork.end();
      } catch {
        // It may not even close well.
      } finally {
        this.#forgetKey();
      }
    });
    return true;
  }

  /**
   * The one way in which the file is rewritten: made beside the present one, checked, and put in its place.
   * Work that was asked for meanwhile waits and goes on in the new file. What throws leaves everything as it was.
   * Where the new file is in place and does not open, that is trouble.
   */
  rewrite({ make, key, ring, aside }: Rewriting): Promise<void> {
    return this.#inTurn(async () => {
      const folder = this.held;
      const next = nextPathOf(folder);
      forgetNext(folder);
      let isSwapped = false;
      const replace = async (dataSource?: DataSource): Promise<DataSource> => {
        try {
          await make(next);
          checkDatabaseFile(next, key);
          // Closing the file would not say that its journal could not be taken in, and the journal goes with the swap.
          await dataSource?.query('PRAGMA wal_checkpoint(TRUNCATE)');
          await dataSource?.destroy();
          swapIn(folder, ring, key, aside);
        } catch (error) {
          forgetNext(folder);
          throw error;
        }
        isSwapped = true;
        this.#ring = withOnlyKey(ring, key.id);
        return this.#openFile(key);
      };
      const reopen = (): Promise<DataSource> => this.#openFile(isSwapped ? key : this.key);
      const wasOpen = this.#unitOfWork !== undefined;
      try {
        if (this.#unitOfWork) await this.#unitOfWork.replace(replace, reopen);
        else await this.#begin(await replace(), key);
        this.#trouble = undefined;
      } catch (error) {
        if ((wasOpen || isSwapped) && !this.#unitOfWork?.isOpen) {
          this.#unitOfWork = undefined;
          this.#forgetKey();
          this.#trouble = troubleOf(error);
        }
        if (!isSwapped) throw error;
      }
      if (this.#unitOfWork && isSwapped) this.#key = key;
    });
  }

  /**
   * Gives the file a new key, with `ring` deciding who can open it: a function of the present keyring whose slots all hold the new key already.
   * `work` writes in the new file before it counts.
   */
  async rekey(ringOf: (ring: Keyring, key: DataKey) => Keyring, work?: (unitOfWork: UnitOfWork) => Promise<void>): Promise<void> {
    const { unitOfWork, key: present } = this;
    const key = newDataKey();
    const ring = ringOf(withKey(this.ring, key), key);
    await this.rewrite({
      key,
      ring,
      make: async (path) => {
        await unitOfWork.withDataSource((dataSource) => copyWithKey(dataSource, present, path, key));
        if (!work) return;
        const dataSource = await openDatabase({ path, key: key.bytes.toString('hex') });
        try {
          await work(await UnitOfWork.open(dataSource, this.#ports));
        } finally {
          await dataSource.destroy();
        }
      },
    });
  }

  /** Lets the folder go. */
  async release(): Promise<void> {
    await this.close();
    this.folder?.release();
  }

  async #openMemory(): Promise<void> {
    await this.#begin(await openDatabase({ path: ':memory:', key: null }), { id: inMemory, bytes: Buffer.alloc(32) });
  }

  /** Tries the keys, newest first. `mayFail`: none of them opening is not trouble. */
  async #openWith(keys: readonly DataKey[], ring: Keyring, mayFail: boolean): Promise<void> {
    let last: unknown;
    for (const key of keys) {
      try {
        const dataSource = await this.#openFile(key);
        await this.#begin(dataSource, key, settled(ring, key));
        return;
      } catch (error) {
        last = error;
        if (troubleOf(error).kind !== 'damaged') throw error;
        this.#wrongKeys.add(key.id);
      }
    }
    if (!mayFail) throw last;
  }

  #openFile(key: DataKey): Promise<DataSource> {
    return openDatabase({ path: this.held.databasePath, key: key.bytes.toString('hex') });
  }

  /** `ring`: what the keyring is to be from now on. */
  async #begin(dataSource: DataSource, key: DataKey, ring?: Keyring): Promise<void> {
    try {
      const captureKey = await ownKeys(dataSource);
      if (this.folder) {
        const next = withCaptureKey(ring ?? this.ring, captureKey);
        if (next.captureKey !== this.ring.captureKey || next.slots !== this.ring.slots) this.setRing(next);
      }
      this.#unitOfWork = await UnitOfWork.open(dataSource, this.#ports);
    } catch (error) {
      await dataSource.destroy();
      throw error;
    }
    this.#key = { id: key.id, bytes: Buffer.from(key.bytes) };
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => {});
    return mine;
  }
}

/** Makes the practice's own keys the first time; answers the public key that captures are sealed to. */
async function ownKeys(dataSource: DataSource): Promise<string> {
  const find = async (): Promise<string | undefined> => {
    const rows: { publicKey: string }[] = await dataSource.query(
      'SELECT capture_public_key AS publicKey FROM practice_secret WHERE id = 1',
    );
    return rows[0]?.publicKey;
  };
  const found = await find();
  if (found !== undefined) return found;
  const { publicKey, privateKey } = newBoxKeys();
  await dataSource.query('INSERT INTO practice_secret (id, capture_private_key, capture_public_key, draft_key) VALUES (1, ?, ?, ?)', [
    privateKey,
    publicKey,
    newDataKey().bytes.toString('hex'),
  ]);
  return publicKey;
}
