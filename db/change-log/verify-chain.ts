import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ChainFault } from './chain-fault.ts';
import type { ChainExtent, ChainHead, ChainRepository, StoredRow, StoredSet } from './chain.repository.ts';
import { ChainMac } from './hash-chain.ts';

/** Runs one reading of the chain; others may write between two of them. */
export type ReadChain = <Result>(work: (chain: ChainRepository) => Promise<Result>) => Promise<Result>;

export interface VerifyOptions {
  /** Heads that were kept elsewhere: only against one of them a cut tail, or a chain that was computed anew, shows. */
  readonly expected?: readonly ChainHead[];
  /** Hears how many rows of the log were looked at, of how many. */
  readonly report?: (done: number, total: number) => void;
  /** Aborted, the walk throws its reason. */
  readonly signal?: AbortSignal;
}

export interface ChainVerdict {
  /** The first thing that is wrong, or null when the record is whole. */
  readonly fault: ChainFault | null;
  /** Change sets and entries of the access record that were looked at. */
  readonly changes: number;
  readonly entries: number;
  /** Where the chains end: what to keep elsewhere. */
  readonly heads: readonly ChainHead[];
}

const setsPerPage = 500;
const rowsPerPage = 1000;

/**
 * Walks the change log of every computer from its first change to the last one there at the start, page by page: computes each hash anew,
 * and compares every entry of the access record with what was logged. What is written meanwhile is left for the next time.
 */
export async function verifyChain(read: ReadChain, { expected = [], report, signal }: VerifyOptions = {}): Promise<ChainVerdict> {
  const extent = await read((chain) => chain.extent());
  const walk = new Walk(read, extent, expected, async (done) => {
    report?.(Math.min(done, extent.rows), extent.rows);
    await nextTurn();
    signal?.throwIfAborted();
  });
  const fault = (await walk.devices()) ?? (await walk.leftOver());
  const heads = extent.heads.map(({ deviceId, sequence, hash }) => ({ deviceId, sequence, hash }));
  return { fault, changes: walk.changes, entries: walk.entries, heads };
}

class Walk {
  changes = 0;
  entries = 0;
  #rows = 0;
  readonly #read: ReadChain;
  readonly #extent: ChainExtent;
  readonly #expected: readonly ChainHead[];
  readonly #pause: (rows: number) => Promise<void>;

  constructor(read: ReadChain, extent: ChainExtent, expected: readonly ChainHead[], pause: (rows: number) => Promise<void>) {
    this.#read = read;
    this.#extent = extent;
    this.#expected = expected;
    this.#pause = pause;
  }

  async devices(): Promise<ChainFault | null> {
    for (const head of this.#extent.heads) {
      const fault = head.key === null ? ({ kind: 'unknown_device', head } as const) : await this.#device(head, head.key);
      if (fault) return fault;
    }
    for (const expected of this.#expected) {
      const found = this.#extent.heads.find((head) => head.deviceId === expected.deviceId)?.sequence ?? 0;
      if (found < expected.sequence) return { kind: 'cut', expected, found };
    }
    return null;
  }

  /** Rows and entries that the walk did not come by. */
  async leftOver(): Promise<ChainFault | null> {
    const { rows, lastRow, entries, lastEntry } = this.#extent;
    if (this.#rows !== rows) {
      return { kind: 'row_without_set', row: (await this.#read((chain) => chain.findRowWithoutSet(lastRow))) ?? null };
    }
    if (this.entries !== entries) {
      return { kind: 'entry_inserted', entry: (await this.#read((chain) => chain.findEntryWithoutRow(lastEntry))) ?? null };
    }
    return null;
  }

  async #device({ deviceId, sequence: last }: ChainHead, key: string): Promise<ChainFault | null> {
    const expected = new Map(this.#expected.filter((head) => head.deviceId === deviceId).map((head) => [head.sequence, head]));
    let before = { sequence: 0, hash: '' };
    // Numbers that were never given, such as 0, are found as well.
    let after = Number.MIN_SAFE_INTEGER;
    for (;;) {
      const sets = await this.#read((chain) => chain.sets(deviceId, after, last, setsPerPage));
      const [first] = sets;
      const end = sets.at(-1);
      if (!first || !end) return null;
      const rows = new RowReader(this.#read, deviceId, first.sequence, end.sequence, (count) => this.#pause(this.#rows + count));
      for (const set of sets) {
        const fault = numberFault(set, before.sequence) ?? (await this.#set(set, rows, key, before.hash));
        if (fault) return fault;
        const kept = expected.get(set.sequence);
        if (kept && kept.hash !== set.hash) return { kind: 'differs_from_head', expected: kept, found: set.sequence };
        before = set;
      }
      after = end.sequence;
      await this.#pause(this.#rows);
    }
  }

  async #set(set: StoredSet, reader: RowReader, key: string, previousHash: string): Promise<ChainFault | null> {
    const mac = new ChainMac(key, previousHash, set);
    let wrongEntry: StoredRow | null = null;
    let only: StoredRow | null = null;
    let count = 0;
    do {
      for (let row = reader.next(set.id); row; row = reader.next(set.id)) {
        mac.add(row);
        count += 1;
        only = row;
        if (row.tableName === 'audit_entry' && row.columnName === null) {
          this.entries += 1;
          if (row.entrySame !== 1) wrongEntry ??= row;
        }
      }
    } while (await reader.more());
    this.#rows += count;
    this.changes += 1;
    if (mac.hex() !== set.hash) return { kind: 'set_altered', set, row: wrongEntry ?? (count === 1 ? only : null) };
    return wrongEntry && { kind: wrongEntry.entrySame === null ? 'entry_missing' : 'entry_altered', set, row: wrongEntry };
  }
}

/** Numbers grow by one, from one on. */
function numberFault(set: StoredSet, before: number): ChainFault | null {
  if (set.sequence === before + 1) return null;
  return set.sequence > before + 1 && Number.isInteger(set.sequence)
    ? { kind: 'set_missing', deviceId: set.deviceId, sequence: before + 1, next: set }
    : { kind: 'set_inserted', set };
}

/** The rows of some sets in a row, a page in memory at a time. */
class RowReader {
  #page: readonly StoredRow[] = [];
  #at = 0;
  readonly #pages: AsyncGenerator<readonly StoredRow[], void, void>;

  constructor(read: ReadChain, deviceId: string, first: number, last: number, pause: (rows: number) => Promise<void>) {
    this.#pages = rowPages(read, deviceId, first, last, pause);
  }

  /** The next row if it belongs to the set. */
  next(changeSetId: string): StoredRow | undefined {
    const row = this.#page[this.#at];
    if (row?.changeSetId !== changeSetId) return undefined;
    this.#at += 1;
    return row;
  }

  /** At the end of a page, fetches the next one: the set may go on there. False when there is none. */
  async more(): Promise<boolean> {
    if (this.#at < this.#page.length) return false;
    const { value } = await this.#pages.next();
    this.#page = value ?? [];
    this.#at = 0;
    return this.#page.length > 0;
  }
}

async function* rowPages(
  read: ReadChain,
  deviceId: string,
  first: number,
  upTo: number,
  pause: (rows: number) => Promise<void>,
): AsyncGenerator<readonly StoredRow[], void, void> {
  let from = first;
  let count = 0;
  for (;;) {
    const page = await read((chain) => chain.rows(deviceId, from, upTo, rowsPerPage));
    const end = page.at(-1);
    if (!end) return;
    yield page;
    if (page.length < rowsPerPage) return;
    // The page may have ended within a set, which may be longer than any page.
    let rest: readonly StoredRow[] = page;
    let last = end.sequence;
    do {
      count += rest.length;
      await pause(count);
      const after = last;
      rest = await read((chain) => chain.rowsOfSet(end.changeSetId, after, rowsPerPage));
      last = rest.at(-1)?.sequence ?? last;
      if (rest.length > 0) yield rest;
    } while (rest.length === rowsPerPage);
    from = end.setSequence + 1;
  }
}
