import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import styles from './backup.module.css';

/** Long work while it runs: what is done, how far it is, and the way to stop it. */
export function WorkLine({ label, part, onStop }: { readonly label: string; readonly part: number; readonly onStop: () => void }) {
  return (
    <div className={styles.work}>
      <span aria-live="polite">{label}</span>
      <LinearProgress
        className={styles.progress}
        aria-label={label}
        {...(part > 0 ? { variant: 'determinate', value: Math.round(part * 100) } : {})}
      />
      <Button onClick={onStop}>Stop</Button>
    </div>
  );
}
