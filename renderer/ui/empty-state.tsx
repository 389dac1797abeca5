import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** What stands where nothing is yet: one sentence that teaches, and the one action to begin with. */
export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: { readonly label: string; readonly perform: () => void };
}) {
  return (
    <div className={styles.empty}>
      <h2>{title}</h2>
      {children && <p className={styles.text}>{children}</p>}
      {action && (
        <Button variant="contained" color="primary" onClick={action.perform}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
