import {
  parseKeyring,
  unlockByPassphrase,
  unlockByRecoveryKey,
  unlockOpen,
  type DataKey,
  type Keyring,
  type Unlocked,
} from '../../../db/keyring/keyring.ts';
import { readRecoveryKey } from '../../../db/keyring/recovery-key.ts';
import { refuseBackup } from '../../../db/backup/backup-refusal.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { BackupOpener } from '../../../preload/contract/backup/backup.ts';
import type { Context } from '../../kernel/trpc.ts';

/** A keyring with the keys that were found behind it, the likeliest first. */
export interface OpenedKeyring {
  readonly ring: Keyring;
  readonly keys: readonly DataKey[];
}

const refuse = (field: string, message: string): AppError =>
  new AppError('invalid_input', message, { fields: { [`opener.${field}`]: message } });

/** Reads the keyring of a backup. Refused as damaged. */
export function readKeyring(text: string): Keyring {
  const ring = parseKeyring(text);
  if (!ring) throw refuseBackup('backup-damaged');
  return ring;
}

/**
 * Opens a keyring of another day: by what is given, or by the key in memory, or without a secret.
 * Undefined when it needs one and none was given. Refused as `invalid_input` when what was given is wrong, as `unavailable` while the wait lasts.
 */
export async function openKeyring(
  ctx: Context,
  ring: Keyring,
  opener: BackupOpener | undefined,
  remembered: DataKey | undefined = undefined,
): Promise<OpenedKeyring | undefined> {
  if (opener === undefined) return openSilently(ctx, ring, remembered);
  const unlocked = await ctx.attempts.attempt('backup', () => unlockBy(ring, opener));
  if (unlocked) return { ring, keys: unlocked.keys };
  throw opener.kind === 'passphrase'
    ? refuse('passphrase', 'This name and passphrase do not open it. Use those of the day on which it was made.')
    : refuse(
        'recoveryKey',
        'This key is well typed but opens another practice, or a newer one was printed since. Look for the sheet of that time.',
      );
}

async function unlockBy(ring: Keyring, opener: BackupOpener): Promise<Unlocked | undefined> {
  if (opener.kind === 'passphrase') return unlockByPassphrase(ring, opener.name, opener.passphrase);
  const read = readRecoveryKey(opener.recoveryKey);
  if (!read.ok) throw refuse('recoveryKey', read.message);
  return unlockByRecoveryKey(ring, read.bytes);
}

function openSilently({ practiceFile }: Context, ring: Keyring, remembered: DataKey | undefined): OpenedKeyring | undefined {
  const ids = new Set(ring.slots.flatMap(({ keys }) => keys.map(({ id }) => id)));
  const known = [...(practiceFile.isOpen ? [practiceFile.key] : []), ...(remembered ? [remembered] : [])].filter(({ id }) => ids.has(id));
  // A copy: the file wipes its own when it closes.
  if (known.length > 0) return { ring, keys: known.map(({ id, bytes }) => ({ id, bytes: Buffer.from(bytes) })) };
  const open = unlockOpen(ring);
  return open && { ring, keys: open.keys };
}
