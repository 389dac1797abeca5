import { renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseKeyring, keyringText, ringFor, unlockOpen, type Keyring } from '../keyring/keyring.ts';
import { syncFolder } from '../write-durably.ts';
import { readArchive, unpackArchive } from './archive-reader.ts';
import { writeArchive } from './archive-writer.ts';

/**
 * Takes the open slot out of a backup that was made before the practice had a passphrase: afterwards it opens for those whom `ring` names.
 * Its database stays as it is. False when it opened for nobody without a secret already. `work`: a path for the database meanwhile.
 */
export async function resealArchive(path: string, ring: Keyring, work: string): Promise<boolean> {
  const keyring = resealedKeyring((await readArchive(path)).keyring, ring);
  if (keyring === undefined) return false;
  const fresh = `${path}.new`;
  try {
    const { manifest } = await unpackArchive(path, work);
    await writeArchive(fresh, { manifest, keyring, database: work });
    renameSync(fresh, path);
    syncFolder(dirname(path));
    return true;
  } finally {
    rmSync(work, { force: true });
    rmSync(fresh, { force: true });
  }
}

/** The keyring of a file that opens for everybody, for those whom `ring` names; undefined when it opens for nobody without a secret. */
export function resealedKeyring(text: string, ring: Keyring): string | undefined {
  const present = parseKeyring(text);
  const [key] = (present && unlockOpen(present)?.keys) ?? [];
  return present && key && keyringText({ ...ringFor(ring, key), practiceId: present.practiceId, captureKey: present.captureKey });
}
