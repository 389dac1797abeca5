import { createHmac, type Hmac } from 'node:crypto';

/** A change set as its hash covers it. */
export interface ChainedSet {
  readonly id: string;
  readonly deviceId: string;
  readonly sequence: number;
  readonly logicalClock: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly procedure: string;
  readonly label: string;
  readonly at: string;
  readonly undoesId: string | null;
}

export interface ChainedRow {
  readonly tableName: string;
  readonly rowId: string;
  readonly columnName: string | null;
  readonly value: string;
  readonly replacedChangeSetId: string | null;
}

/** The hash of one set, row by row. */
export class ChainMac {
  readonly #mac: Hmac;

  /** `key` is 32 bytes as hex; `previousHash` that of the set before, '' for the first. */
  constructor(key: string, previousHash: string, set: ChainedSet) {
    this.#mac = createHmac('sha256', Buffer.from(key, 'hex'));
    this.#mac.update(
      JSON.stringify([
        previousHash,
        set.id,
        set.deviceId,
        set.sequence,
        set.logicalClock,
        set.actorId,
        set.actorName,
        set.procedure,
        set.label,
        set.at,
        set.undoesId,
      ]),
    );
  }

  /** Rows come in their order in the log. */
  add(row: ChainedRow): void {
    this.#mac.update(JSON.stringify([row.tableName, row.rowId, row.columnName, row.value, row.replacedChangeSetId]));
  }

  hex(): string {
    return this.#mac.digest('hex');
  }
}

/** HMAC-SHA256 as hex over the previous set's hash, the set and its rows in order; `key` is 32 bytes as hex. */
export function chainHash(key: string, previousHash: string, set: ChainedSet, rows: Iterable<ChainedRow>): string {
  const mac = new ChainMac(key, previousHash, set);
  for (const row of rows) mac.add(row);
  return mac.hex();
}

/**
 * The next reading of a hybrid logical clock: sortable text of milliseconds and a counter.
 * It never goes back, though the computer's clock may (Kulkarni et al., "Logical Physical Clocks", 2014).
 */
export function nextLogicalClock(previous: string, nowMilliseconds: number): string {
  const [milliseconds = 0, counter = 0] = previous === '' ? [] : previous.split('-').map(Number);
  return nowMilliseconds > milliseconds ? format(nowMilliseconds, 0) : format(milliseconds, counter + 1);
}

const format = (milliseconds: number, counter: number): string =>
  `${String(milliseconds).padStart(15, '0')}-${String(counter).padStart(6, '0')}`;
