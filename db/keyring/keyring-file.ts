import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DatabaseTrouble } from '../database-trouble.ts';
import { writeDurably } from '../write-durably.ts';
import { keyringText, newDataKey, openKeyring, parseKeyring, unlockOpen, type DataKey, type Keyring } from './keyring.ts';

/** keyring.json of a data folder. */
export class KeyringFile {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get path(): string {
    return join(this.#folder, 'keyring.json');
  }

  /** Makes one that opens for everybody where there is no practice yet. Throws a `DatabaseTrouble`: missing or damaged. */
  read(): Keyring {
    if (!existsSync(this.path)) {
      if (existsSync(join(this.#folder, 'practice.db'))) {
        throw new DatabaseTrouble(
          'key_missing',
          'The key of this practice (keyring.json) is missing. Put it back beside the practice file, or restore a backup; without a key nothing can be read.',
        );
      }
      return this.write(openKeyring(newDataKey()));
    }
    const text = readFileSync(this.path, 'utf8');
    const ring = parseKeyring(text) ?? this.#firstVersion(text);
    if (!ring) {
      throw new DatabaseTrouble(
        'key_damaged',
        'The key of this practice (keyring.json) was written by a newer version or is damaged. Install that version, put back a good copy, or restore a backup.',
      );
    }
    return ring;
  }

  /** On the disk when it returns, whole or not at all. */
  write(ring: Keyring): Keyring {
    writeDurably(this.path, keyringText(ring));
    return ring;
  }

  /** The first version kept the data key itself in its open slot. */
  #firstVersion(text: string): Keyring | undefined {
    const found = firstVersion.safeParse(parseJson(text));
    const [slot] = found.success ? found.data.slots : [];
    return slot && this.write(openKeyring({ ...newDataKey(), bytes: Buffer.from(slot.key, 'hex') }));
  }
}

const firstVersion = z.object({
  version: z.literal(1),
  slots: z.array(z.object({ kind: z.literal('open'), key: z.string().regex(/^[0-9a-f]{64}$/) })).min(1),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The data key of a folder that has no passphrase; throws where it has one. */
export function openKeyOf(keyring: KeyringFile): DataKey {
  const [key] = unlockOpen(keyring.read())?.keys ?? [];
  if (!key) throw new DatabaseTrouble('key_missing', 'This practice opens only with a passphrase.');
  return key;
}
