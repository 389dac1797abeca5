import { useEffect, type ReactNode } from 'react';
import styles from './entry.module.css';

/** The frame of what stands before the practice: sign-in, a first own passphrase, and why it does not open. */
export function Entry({ title, lead, children }: { readonly title: string; readonly lead?: ReactNode; readonly children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} - Medical Office Manager`;
  }, [title]);
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <p className={styles.brand}>
          <i aria-hidden />
          Medical Office Manager
        </p>
        <h1>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {children}
      </div>
    </main>
  );
}
