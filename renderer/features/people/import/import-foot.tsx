import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import type { ImportCounts } from '../../../../preload/contract/people/people.ts';
import styles from './import.module.css';
import { countsText, importLabel } from './import-words.ts';
import type { ImportState } from './use-import-commit.ts';

/** What the import will do in numbers, the button that does it, and its progress with Cancel. */
export function ImportFoot({
  counts,
  state,
  stale,
  onImport,
  onCancel,
}: {
  readonly counts: ImportCounts;
  readonly state: ImportState;
  /** The numbers are being read anew. */
  readonly stale: boolean;
  readonly onImport: () => void;
  readonly onCancel: () => void;
}) {
  if (state.kind === 'running') {
    const { done, total } = state;
    const known = total > 0;
    return (
      <div className={styles.foot}>
        <span className="num" aria-live="polite">
          {known ? `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} imported` : 'Reading the list'}
        </span>
        <LinearProgress
          className={styles.progress}
          aria-label="Import"
          {...(known ? { variant: 'determinate', value: (done / total) * 100 } : {})}
        />
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    );
  }
  const importable = counts.create + counts.change;
  return (
    <div className={styles.foot}>
      <span aria-live="polite">
        {countsText(counts)}. {importable === 0 ? 'There is nothing to import.' : 'One undo takes it all back.'}
      </span>
      {importable > 0 && (
        <Button variant="contained" color="primary" disabled={stale} onClick={onImport}>
          {importLabel(counts)}
        </Button>
      )}
    </div>
  );
}
