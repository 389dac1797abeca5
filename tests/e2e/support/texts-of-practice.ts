import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openToRead } from '../../../db/connection.ts';
import { parseKeyring, unlockByPassphrase } from '../../../db/keyring/keyring.ts';

/** What a practice's tables hold as text, read with its key. */
export interface PracticeTexts {
  /** Every text, and of JSON every text in it. */
  readonly whole: ReadonlySet<string>;
  /** Their words of four letters and more. Digits are looked for within their texts: an instant ends in some. */
  readonly words: ReadonlySet<string>;
}

/**
 * What anybody may read in the folder: ids, instants and days, hashes, the names of migrations and procedures.
 * A backup's manifest and the names of files consist of them.
 */
const known = [
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?(-\d{4}-[A-Z]+)?$/,
  /^\w+\d{13}$/,
  /^[a-z]\w*(\.[a-z]\w*)+$/,
];
/** Public by their nature: hashes over what is secret, and half of a pair of keys. */
const knownColumns = new Set(['hash', 'previous_hash', 'state_hash', 'sha256', 'capture_public_key']);

/** Reads every text column of every table of a practice that was closed. Throws when the passphrase does not open it. */
export async function textsOfPractice(folder: string, name: string, passphrase: string): Promise<PracticeTexts> {
  const ring = parseKeyring(readFileSync(join(folder, 'keyring.json'), 'utf8'));
  const unlocked = ring && (await unlockByPassphrase(ring, name, passphrase));
  const [key] = unlocked?.keys ?? [];
  if (!key) throw new Error(`The passphrase of ${name} does not open the practice.`);
  const connection = openToRead(join(folder, 'practice.db'), key.bytes.toString('hex'));
  const whole = new Set<string>();
  try {
    const tables = connection.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all();
    for (const table of tables) {
      for (const row of connection.prepare(`SELECT * FROM "${String(table)}"`).iterate()) {
        for (const [column, value] of Object.entries(Object(row))) if (!knownColumns.has(column)) collect(value, whole);
      }
    }
  } finally {
    connection.close();
  }
  const words = [...whole].flatMap((text) => text.match(/\p{L}[\p{L}\p{N}]{3,}/gu) ?? []);
  return { whole, words: new Set(words.filter((word) => !known.some((pattern) => pattern.test(word)))) };
}

function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') {
    const inner = /^[[{]/.test(value) ? parseJson(value) : undefined;
    if (inner !== undefined) collect(inner, into);
    else if (!known.some((pattern) => pattern.test(value))) into.add(value);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) if (!knownColumns.has(key)) collect(part, into);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
