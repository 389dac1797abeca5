import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { resealedKeyring } from '../../db/backup/reseal-archive.ts';
import type { Keyring } from '../../db/keyring/keyring.ts';
import { writeDurably } from '../../db/write-durably.ts';
import type { Clock } from '../kernel/ports.ts';

const note = z.strictObject({
  /** Instant at which it was laid aside, ISO 8601 UTC. */
  at: z.iso.datetime(),
  /** Why: a backup took its place, or what lay aside before came back. */
  kind: z.enum(['restore', 'revert']),
  /** Instant of the backup that was restored. */
  backupAt: z.iso.datetime(),
  /** False when the practice file did not open. */
  opened: z.boolean(),
  /** True once the other file stood in its place. */
  done: z.boolean(),
  confirmed: z.boolean(),
});

/** A practice file that another one took the place of, with its keyring. */
export interface LaidAside extends z.infer<typeof note> {
  readonly folder: string;
}

/** Days for which a file stays that did not open, or that is not the one people went back to. */
const daysKept = 14;
const millisecondsPerDay = 86_400_000;

/** `aside/<instant>/` in the data folder: what was there before a restore, until somebody says that all is well. */
export class AsideFolder {
  readonly #path: string;
  readonly #clock: Clock;

  constructor(path: string, clock: Clock) {
    this.#path = path;
    this.#clock = clock;
    this.tidy();
  }

  /** Newest first. */
  list(): LaidAside[] {
    if (!existsSync(this.#path)) return [];
    return readdirSync(this.#path)
      .toSorted()
      .toReversed()
      .map((name) => readNote(join(this.#path, name)));
  }

  /** The one that waits for a word. */
  get toConfirm(): LaidAside | undefined {
    return this.list().find(({ done, confirmed }) => done && !confirmed);
  }

  /** Makes a folder that will take the present files. Its note comes first, so that they are never without one. */
  begin(about: Pick<LaidAside, 'kind' | 'backupAt' | 'opened'>): string {
    const at = this.#clock();
    const folder = join(this.#path, at.replaceAll(/[:.]/g, '-'));
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    try {
      writeNote(folder, { at, ...about, done: false, confirmed: false });
    } catch (error) {
      this.forget({ folder });
      throw error;
    }
    return folder;
  }

  /** The other file stands in its place. What people went back from needs no word. */
  finish(folder: string): void {
    const { folder: _folder, ...about } = readNote(folder);
    writeNote(folder, { ...about, done: true, confirmed: about.kind === 'revert' });
  }

  /** All is well with what was restored: a file that opened goes, one that did not stays for its days. */
  confirm(): void {
    for (const { folder, confirmed, ...about } of this.list()) if (!confirmed) writeNote(folder, { ...about, confirmed: true });
    this.tidy();
  }

  /** What lies aside from before the practice had a passphrase opens for those whom `ring` names from now on. */
  seal(ring: Keyring): void {
    for (const { folder } of this.list()) {
      const file = join(folder, 'keyring.json');
      const keyring = existsSync(file) ? resealedKeyring(readFileSync(file, 'utf8'), ring) : undefined;
      if (keyring !== undefined) writeDurably(file, keyring);
    }
  }

  forget({ folder }: Pick<LaidAside, 'folder'>): void {
    rmSync(folder, { recursive: true, force: true });
  }

  /** Takes away what is no longer of use. */
  tidy(): void {
    const now = Date.parse(this.#clock());
    for (const laid of this.list()) {
      const isOld = now - Date.parse(laid.at) > daysKept * millisecondsPerDay;
      const isHollow = !existsSync(join(laid.folder, 'practice.db')) && !existsSync(join(laid.folder, 'keyring.json'));
      const isReplaced = laid.confirmed && laid.opened && laid.kind === 'restore';
      if (isHollow || isReplaced || ((laid.confirmed || !laid.done) && isOld)) this.forget(laid);
    }
  }
}

/** A folder whose note is missing or damaged is kept as one that did not open. */
function readNote(folder: string): LaidAside {
  try {
    return { folder, ...note.parse(JSON.parse(readFileSync(join(folder, 'about.json'), 'utf8'))) };
  } catch {
    const at = statSync(folder).mtime.toISOString();
    return { folder, at, kind: 'restore', backupAt: at, opened: false, done: false, confirmed: false };
  }
}

function writeNote(folder: string, about: Omit<LaidAside, 'folder'>): void {
  writeDurably(join(folder, 'about.json'), JSON.stringify(about));
}
