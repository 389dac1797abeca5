import type { WeekChange, WeekView } from '../../../../preload/contract/rostering/week-view.ts';
import styles from '../week-screen.module.css';

interface ChangeListProps {
  readonly view: WeekView;
  readonly onJump: (change: WeekChange) => void;
}

const shown = (text: string): string => (text === '' ? 'not working' : text);

/** What differs from the version people last saw. */
export function ChangeList({ view, onJump }: ChangeListProps) {
  if (view.published === null) return <p className={styles['nothing']}>This week was not published yet.</p>;
  if (view.changes.length === 0) return <p className={styles['nothing']}>Nothing changed since {view.published.label}.</p>;
  return (
    <ol className={styles['items']}>
      {view.changes.map((change) => (
        <li key={`${change.personId}-${change.on}-${change.from}-${change.to}`}>
          <button type="button" className={styles['item']} data-plain="" onClick={() => onJump(change)}>
            <b>{change.subject}</b>
            <span className={styles['fromTo']}>
              <s>{shown(change.from)}</s>
              <i className={styles['arrow']} aria-hidden="true" />
              <span className="sr-only">now</span>
              <ins>{shown(change.to)}</ins>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
