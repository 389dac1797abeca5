import Button from '@mui/material/Button';
import type { CountLineView, CountView } from '../../../../preload/contract/supplies/counts.ts';
import { differenceWords } from './counting-state.ts';
import styles from './counting.module.css';

/** How far the count is, what differs, and where it goes from here. */
export function CountingSide({
  count,
  mayPost,
  onTake,
  onPause,
  onReview,
  onReopen,
  onPost,
  onCancel,
}: {
  readonly count: CountView;
  readonly mayPost: boolean;
  readonly onTake: (line: CountLineView) => void;
  readonly onPause: () => void;
  readonly onReview: () => void;
  readonly onReopen: () => void;
  readonly onPost: () => void;
  readonly onCancel: () => void;
}) {
  const done = count.list.filter((line) => line.counted !== null || line.skipped).length;
  const differing = count.list.filter((line) => line.difference !== null && line.difference !== 0);
  const same = count.list.filter((line) => line.difference === 0).length;
  const hidden = count.blind && count.status === 'counting';
  return (
    <aside className={styles.side} aria-label="Progress">
      <p className={styles.big}>
        {done} <span>of {count.list.length} counted</span>
      </p>
      <progress className={styles.progress} value={done} max={count.list.length} aria-label="Counted" />
      <p className={styles.quiet}>
        {hidden ? 'What should be there is shown in the review.' : `${same} the same, ${differing.length} differ.`}
      </p>
      {differing.length > 0 && (
        <section className={styles.section}>
          <h2>Differ</h2>
          <ul className={styles.differ}>
            {differing.map((line) => (
              <li key={line.id}>
                <button type="button" onClick={() => onTake(line)}>
                  <b>{line.name}</b>
                  <span className={styles.differs}>{differenceWords(line.difference ?? 0)}</span>
                  <span>
                    {line.shouldBe} → {line.counted}
                    {line.shelf !== '' && `, ${line.shelf}`}
                  </span>
                  <span>{line.countedBy}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className={styles.end}>
        {count.status === 'counting' ? (
          <>
            <p className={styles.quiet}>Every line is kept as you type. Stop at any time and go on here or with another person.</p>
            <div className={styles.buttons}>
              <Button onClick={onPause}>Pause</Button>
              <Button variant="contained" color="primary" onClick={onReview}>
                {hidden ? 'Review' : `Review ${differing.length}`}
              </Button>
            </div>
          </>
        ) : (
          <>
            <p className={styles.quiet}>
              {count.list.length === done
                ? 'Booking writes the differences into the stock. It can be undone.'
                : `${count.list.length - done} not counted: they stay as they are.`}
            </p>
            <div className={styles.buttons}>
              <Button onClick={onReopen}>Go on counting</Button>
              {mayPost && (
                <Button variant="contained" color="primary" onClick={onPost}>
                  Book {differing.length === 1 ? '1 difference' : `${differing.length} differences`}
                </Button>
              )}
            </div>
            {!mayPost && <p className={styles.quiet}>A lead or the manager books it.</p>}
          </>
        )}
        {mayPost && (
          <Button variant="text" onClick={onCancel}>
            Give this count up
          </Button>
        )}
      </div>
    </aside>
  );
}
