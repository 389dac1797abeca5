import Button from '@mui/material/Button';
import type { ArchivePreview } from '../../../preload/contract/archive/archive.ts';
import { shortInstant } from '../../ui/dates.ts';
import styles from './archive.module.css';

/** What an export holds, and the button that brings it in, or why it cannot be. */
export function ArchivePreviewView({
  fileName,
  preview,
  onBringIn,
}: {
  readonly fileName: string;
  readonly preview: ArchivePreview;
  readonly onBringIn: () => void;
}) {
  const { name, exportedAt, counts, missingFiles, obstacle } = preview;
  return (
    <section className={styles.preview} aria-label={`What ${fileName} holds`}>
      <h3>{name}</h3>
      <p className={styles.facts}>
        {fileName}, exported {shortInstant(exportedAt)}
      </p>
      <dl className={styles.counts}>
        {counts.map(({ what, count }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd className="num">{count.toLocaleString('en-US')}</dd>
          </div>
        ))}
      </dl>
      {missingFiles > 0 && <p>{missingFiles === 1 ? '1 file was' : `${missingFiles} files were`} missing already when it was exported.</p>}
      {obstacle === null ? (
        <Button variant="contained" color="primary" onClick={onBringIn}>
          Bring it in
        </Button>
      ) : (
        <p className={styles.obstacle}>{obstacle}</p>
      )}
    </section>
  );
}
