import Button from '@mui/material/Button';
import { useState } from 'react';
import styles from './error-screen.module.css';

/** What stands in place of a screen that failed: the sentence, the incident's number, and how to go on. */
export function ErrorScreen({
  message,
  incident,
  detail,
  onRetry,
}: {
  readonly message: string;
  readonly incident: string | undefined;
  /** What is copied besides the number: never data of the practice. */
  readonly detail: string;
  readonly onRetry?: () => void;
}) {
  const [copied, setCopied] = useState(false);
  const report = [incident && `Incident ${incident}`, detail].filter(Boolean).join('\n');
  return (
    <div className={styles.screen} role="alert">
      <h1>This screen stopped</h1>
      <p className={styles.text}>{message}</p>
      {incident && (
        <p className={styles.incident}>
          Incident <b className="num">{incident}</b>
        </p>
      )}
      <div className={styles.tools}>
        <Button variant="contained" color="primary" onClick={onRetry ?? (() => location.reload())}>
          {onRetry ? 'Try again' : 'Reload'}
        </Button>
        <Button onClick={() => void navigator.clipboard.writeText(report).then(() => setCopied(true))}>{copied ? 'Copied' : 'Copy'}</Button>
      </div>
    </div>
  );
}
