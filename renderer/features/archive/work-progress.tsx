import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import styles from './archive.module.css';
import type { WorkState } from './use-archive-work.ts';

/** How far the work is, and the way to take it back. */
export function WorkProgress({
  words,
  state,
  onCancel,
}: {
  readonly words: string;
  readonly state: Extract<WorkState, { kind: 'running' }>;
  readonly onCancel: () => void;
}) {
  const { done, total } = state;
  return (
    <div className={styles.work}>
      <span className="num" aria-live="polite">
        {total > 0 ? `${words}: ${Math.floor((done / total) * 100)} %` : words}
      </span>
      <LinearProgress
        className={styles.progress}
        aria-label={words}
        {...(total > 0 ? { variant: 'determinate', value: (done / total) * 100 } : {})}
      />
      <Button onClick={onCancel}>Cancel</Button>
    </div>
  );
}
