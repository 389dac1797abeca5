import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import styles from './confirm-bar.module.css';

/** The bar a selection raises: what is chosen, and the named actions on it ("Archive 3 people"). No question is asked; Undo exists. */
export function ConfirmBar({
  children,
  actions,
  onCancel,
}: {
  readonly children: ReactNode;
  readonly actions: readonly { readonly label: string; readonly perform: () => void; readonly strong?: boolean }[];
  readonly onCancel?: () => void;
}) {
  return (
    <div className={styles.bar}>
      <span className={styles.text}>{children}</span>
      {actions.map(({ label, perform, strong }) => (
        <Button key={label} onClick={perform} {...(strong ? { variant: 'contained', color: 'primary' } : {})}>
          {label}
        </Button>
      ))}
      {onCancel && (
        <Button variant="text" onClick={onCancel}>
          Cancel
        </Button>
      )}
    </div>
  );
}
