import { useId, type ReactNode } from 'react';
import styles from './section.module.css';

/** A part of a page under its head: one hairline below the words, the tools at their right. */
export function Section({
  title,
  facts,
  tools,
  wide = false,
  children,
}: {
  readonly title: string;
  readonly facts?: ReactNode;
  readonly tools?: ReactNode;
  /** Takes the whole width and height of its place: for a list. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  const headingId = useId();
  return (
    <section className={styles.section} data-wide={wide || undefined} aria-labelledby={headingId}>
      <div className={styles.head}>
        <h2 id={headingId}>{title}</h2>
        {facts && <span className={styles.facts}>{facts}</span>}
        {tools && <div className={styles.tools}>{tools}</div>}
      </div>
      {children}
    </section>
  );
}
