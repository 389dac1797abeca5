import type { LaidAside } from '../../backups/aside-folder.ts';
import type { ListedBackup } from '../../backups/backups.ts';
import type { BackupEntry, RestoreToConfirm } from '../../../preload/contract/backup/backup.ts';

/** A backup as the list shows it. */
export function backupEntry({ place, name, at, letter, bytes, state, manifest }: ListedBackup): BackupEntry {
  return { place, name, at, letter, bytes, state, program: manifest?.program ?? null };
}

export const toConfirmView = (laid: LaidAside | undefined): RestoreToConfirm | null =>
  laid ? { restoredAt: laid.at, backupAt: laid.backupAt, canRevert: laid.opened } : null;
