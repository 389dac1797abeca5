import type { ReactNode } from 'react';
import styles from './form.module.css';

/** A column of fields: labels left, controls right, stacked where the room is small. */
export function Fields({ children }: { readonly children: ReactNode }) {
  return <div className={styles.fields}>{children}</div>;
}
