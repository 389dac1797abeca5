import type {
  BackupContents,
  BackupEntry,
  BackupPlace,
  BackupState,
  BackupStatus,
  SecondPlace,
} from '../../../preload/contract/backup/backup.ts';
import { shortDate, shortInstant } from '../../ui/dates.ts';

export const placeWords: Readonly<Record<BackupPlace, string>> = { here: 'This computer', second: 'Second place' };
export const stateWords: Readonly<Record<BackupState, string>> = { good: 'Good', unchecked: 'Not checked', damaged: 'Damaged' };

/** "the backup of Mon Nov 23, 4:00 PM" */
export const backupOf = ({ at }: Pick<BackupEntry, 'at'>): string => `the backup of ${shortInstant(at)}`;

/** What the quiet bar says after some days without a backup. */
export function warningText({ latestAt, daysSince }: BackupStatus): string {
  const days = daysSince === 1 ? 'a day' : `${daysSince} days`;
  return latestAt === null ? 'This practice has no backup yet.' : `The last backup is ${days} old.`;
}

export function secondPlaceText({ state, latestAt }: SecondPlace): string {
  const latest = latestAt === null ? 'No backup lies there yet.' : `The newest backup there is of ${shortInstant(latestAt)}.`;
  if (state === 'missing')
    return 'It cannot be reached now. Plug the disk in or connect the network; backups are copied there as soon as it is back.';
  if (state === 'failed') return 'It is there, but the last backup could not be written. Make room there, or choose another folder.';
  return latest;
}

/** The planned weeks of a backup: "Nov 23 to Dec 4, 120 shifts". */
export function plannedText({ from, to, shifts }: BackupContents): string {
  if (from === null || to === null) return 'nothing';
  const count = `${shifts.toLocaleString('en-US')} ${shifts === 1 ? 'shift' : 'shifts'}`;
  return `${shortDate(from)} to ${shortDate(to)}, ${count}`;
}

/** Who could open it, by the passphrases and the key of that day. */
export function openersText({ openedBy, opensWithRecoveryKey, opensForAll }: BackupContents): string {
  if (opensForAll) return 'anyone who has the file: it has no passphrase';
  const people = openedBy.length > 0 ? [`the passphrase of ${new Intl.ListFormat('en-US', { type: 'disjunction' }).format(openedBy)}`] : [];
  return [...people, ...(opensWithRecoveryKey ? ['the recovery key printed then'] : [])].join(', or ') || 'nobody’s passphrase';
}
