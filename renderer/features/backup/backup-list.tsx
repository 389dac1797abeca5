import Button from '@mui/material/Button';
import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import type { BackupEntry, BackupState } from '../../../preload/contract/backup/backup.ts';
import { shortInstant } from '../../ui/dates.ts';
import { fileSize } from '../attachments/file-words.ts';
import styles from './backup.module.css';
import { backupOf, placeWords, stateWords } from './backup-words.ts';

const icons = { good: CircleCheck, unchecked: CircleDashed, damaged: TriangleAlert } as const satisfies Record<BackupState, unknown>;

/** The backups, newest first, each with what is known of it and the way back to it. */
export function BackupList({
  backups,
  onChoose,
}: {
  readonly backups: readonly BackupEntry[];
  readonly onChoose: (backup: BackupEntry) => void;
}) {
  return (
    <table className={styles.list} aria-label="Backups">
      <thead>
        <tr>
          <th scope="col">Made</th>
          <th scope="col">Where</th>
          <th scope="col" className={styles.number}>
            Size
          </th>
          <th scope="col">State</th>
          <th scope="col">
            <span className={styles.hidden}>Restore</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => {
          const Icon = icons[backup.state];
          return (
            <tr key={`${backup.place} ${backup.name}`}>
              <td>
                <time dateTime={backup.at}>{shortInstant(backup.at)}</time>
              </td>
              <td>{placeWords[backup.place]}</td>
              <td className={`${styles.number} num`}>{fileSize(backup.bytes)}</td>
              <td>
                <span className={styles.state} data-state={backup.state}>
                  <Icon size={16} strokeWidth={1.5} aria-hidden />
                  {stateWords[backup.state]}
                </span>
              </td>
              <td className={styles.tool}>
                {backup.state !== 'damaged' && (
                  <Button size="small" onClick={() => onChoose(backup)} aria-label={`Restore ${backupOf(backup)}`}>
                    Restore…
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
