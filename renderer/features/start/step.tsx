import type { ReactNode } from 'react';
import styles from './start.module.css';

/** One of the three questions, with its number. */
export function Step({
  number,
  title,
  tools,
  children,
}: {
  readonly number: number;
  readonly title: ReactNode;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.step}>
      <b aria-hidden>{number}</b>
      <div className={styles.stepBody}>
        <div className={styles.stepHead}>
          <h2>{title}</h2>
          {tools}
        </div>
        {children}
      </div>
    </section>
  );
}

/** The sentence below an answer: why it is refused, or what it means. */
export function Below({
  id,
  error,
  children,
}: {
  readonly id: string;
  readonly error?: string | undefined;
  readonly children?: ReactNode;
}) {
  return (
    <p id={id} className={error ? styles.error : styles.hint} aria-live="polite">
      {error ?? children}
    </p>
  );
}
