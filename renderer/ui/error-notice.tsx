import Button from '@mui/material/Button';
import { refusalOf } from '../api/refusal.ts';
import styles from './error-notice.module.css';

/** A refusal where its result would stand: what happened, what to do, and the incident to report if there is one. */
export function ErrorNotice({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { message, incident } = refusalOf(error);
  return (
    <div className={styles.notice} role="alert">
      <p>{message}</p>
      {incident && !message.includes(incident) && <p className={styles.incident}>Incident {incident}</p>}
      {onRetry && <Button onClick={onRetry}>Try again</Button>}
    </div>
  );
}
