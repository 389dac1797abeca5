import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const millisecondsBetweenSaves = 250;

/** How far a row has come. */
export interface RowProgress {
  tried: number;
  failed: number;
  /** What differed, one sentence per failed attempt. */
  faults: string[];
}

interface Kept {
  /** The program that is tried: another one begins anew. */
  readonly program: string;
  readonly seed: number;
  readonly rows: Record<string, RowProgress>;
}

/** Keeps how far each row has come, so that a run that was broken off goes on. Without a file nothing is kept. */
export class Progress {
  readonly seed: number;
  readonly #file: string | undefined;
  readonly #kept: Kept;
  #saved = 0;
  #forgotten = false;

  constructor(file: string | undefined, program: string, seed: number | undefined) {
    const before = file === undefined ? undefined : read(file);
    const goesOn = before !== undefined && before.program === program && (seed === undefined || seed === before.seed);
    this.#file = file;
    this.seed = goesOn ? before.seed : (seed ?? Math.floor(Math.random() * 2 ** 31));
    this.#kept = { program, seed: this.seed, rows: goesOn ? before.rows : {} };
  }

  row(name: string): RowProgress {
    return (this.#kept.rows[name] ??= { tried: 0, failed: 0, faults: [] });
  }

  /** As `save`, but not at each of many calls in a row. */
  saveSoon(): void {
    if (Date.now() - this.#saved >= millisecondsBetweenSaves) this.save();
  }

  save(): void {
    if (this.#file === undefined || this.#forgotten) return;
    this.#saved = Date.now();
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#kept));
    renameSync(`${this.#file}.new`, this.#file);
  }

  /** These rows are whole: the next run begins them anew. */
  forget(names: readonly string[]): void {
    for (const name of names) delete this.#kept.rows[name];
    if (Object.keys(this.#kept.rows).length > 0) this.save();
    else if (this.#file !== undefined) {
      this.#forgotten = true;
      rmSync(this.#file, { force: true });
    }
  }
}

function read(file: string): Kept | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isKept(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

function isKept(found: unknown): found is Kept {
  return typeof found === 'object' && found !== null && 'program' in found && 'seed' in found && 'rows' in found;
}
