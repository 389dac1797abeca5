import type { BackupContents, BackupPreview } from '../../../preload/contract/backup/backup.ts';
import { shortInstant } from '../../ui/dates.ts';
import { fileSize } from '../attachments/file-words.ts';
import styles from './backup.module.css';
import { openersText, plannedText } from './backup-words.ts';

/** What a backup holds, in a few lines, so that one can tell whether it is the right one. */
export function BackupContentsView({ preview, contents }: { readonly preview: BackupPreview; readonly contents: BackupContents }) {
  const { lastChange, missingFiles } = contents;
  const facts: readonly (readonly [string, string])[] = [
    ['Practice', contents.practiceName ?? 'not named yet'],
    ['People', contents.people.toLocaleString('en-US')],
    ['Planned', plannedText(contents)],
    ['Last change', lastChange ? `${lastChange.label}, ${shortInstant(lastChange.at)}, by ${lastChange.by}` : 'none'],
    ['Opens with', openersText(contents)],
    ['Made', `${shortInstant(preview.at)} by computer ${preview.letter}, version ${preview.program}, ${fileSize(preview.bytes)}`],
    ...(missingFiles > 0
      ? [['Files of people', `${missingFiles} of them are missing: they lie beside the other backups, or are lost`] as const]
      : []),
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([what, words]) => (
        <div key={what} className={styles.fact}>
          <dt>{what}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
