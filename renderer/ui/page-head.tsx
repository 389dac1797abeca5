import { useEffect, type ReactNode } from 'react';
import styles from './page-head.module.css';

/**
 * The head of a page: its title (also of the window), a line of facts, and the page's tools at the right.
 * `title` is text, as the window shows it too; it names no patient and no person.
 */
export function PageHead({
  title,
  facts,
  before,
  children,
}: {
  readonly title: string;
  /** One quiet line beside the title: counts, state. */
  readonly facts?: ReactNode;
  /** Stands before the title: steps back and forward. */
  readonly before?: ReactNode;
  /** The tools, from the least to the most important. */
  readonly children?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} - Medical Office Manager`;
  }, [title]);
  return (
    <div className={styles.head}>
      {before}
      <h1 className={styles.title}>{title}</h1>
      {facts && <div className={styles.facts}>{facts}</div>}
      {children && <div className={styles.tools}>{children}</div>}
    </div>
  );
}
