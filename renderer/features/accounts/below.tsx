import styles from './entry.module.css';

/** The sentence below a field of these screens: a refusal, what the typing is worth, or a hint. Read out when it changes. */
export function Below({
  id,
  tone,
  children,
}: {
  readonly id: string;
  readonly tone?: 'bad' | 'ok' | undefined;
  readonly children: string | undefined;
}) {
  return (
    <p id={id} className={styles.below} data-tone={tone} aria-live="polite">
      {children}
    </p>
  );
}
