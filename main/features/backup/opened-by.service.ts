import { readArchive } from '../../../db/backup/archive-reader.ts';
import { parseKeyring } from '../../../db/keyring/keyring.ts';
import type { Context } from '../../kernel/trpc.ts';

/**
 * Instants of the kept backups that open with a passphrase this account had on their day, newest first.
 * Each backup carries the keyring of its own day, so what is taken away today still opens them. Backups that cannot be read are left out.
 */
export async function backupsOpenedBy(ctx: Context, accountId: string): Promise<string[]> {
  const found = new Set<string>();
  for (const { path, at } of await ctx.backups.list()) {
    if (found.has(at)) continue;
    const keyring = await readArchive(path).then(
      (archive) => parseKeyring(archive.keyring),
      () => undefined,
    );
    const opens = keyring?.slots.some((slot) => slot.kind === 'passphrase' && slot.accountId === accountId);
    if (opens) found.add(at);
  }
  return [...found].toSorted().toReversed();
}
