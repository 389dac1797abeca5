import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeDurably } from '../../db/write-durably.ts';
import type { FoundBackup } from './backup-folder.ts';

const checks = z.record(z.string(), z.strictObject({ bytes: z.int(), changedAt: z.int() }));
type Checks = z.infer<typeof checks>;

/** Which files were read from the first byte to the last and found good. A file that is another one since then counts as not checked. */
export class CheckedBackups {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  has({ path, bytes, changedAt }: FoundBackup): boolean {
    const known = this.#read()[path];
    return known !== undefined && known.bytes === bytes && known.changedAt === changedAt;
  }

  add({ path, bytes, changedAt }: Pick<FoundBackup, 'path' | 'bytes' | 'changedAt'>): void {
    const present = Object.entries(this.#read()).filter(([known]) => existsSync(known));
    writeDurably(this.#file, JSON.stringify({ ...Object.fromEntries(present), [path]: { bytes, changedAt } }));
  }

  #read(): Checks {
    try {
      return checks.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      // Missing or damaged: nothing counts as checked.
      return {};
    }
  }
}
