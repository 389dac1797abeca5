import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { useState } from 'react';
import type { WeekView } from '../../../../preload/contract/rostering/week-view.ts';
import styles from '../week-screen.module.css';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What publishing would say of the week as it stands, sentence by sentence. */
export function publishSentences(view: WeekView): readonly string[] {
  const mustFix = view.problems.filter((problem) => problem.severity === 'must_fix').length;
  const look = view.problems.length - mustFix;
  const sentences = [
    view.published === null
      ? 'The first version of this week.'
      : view.changes.length === 0
        ? `Nothing changed since ${view.published.label}.`
        : `${counted(view.changes.length, 'change', 'changes')} since ${view.published.label}, marked on the printed week.`,
  ];
  if (mustFix > 0) sentences.push(`${counted(mustFix, 'problem', 'problems')} to fix still open.`);
  if (look > 0) sentences.push(`${look} to look at.`);
  if (view.totals.openCount > 0) sentences.push(`${counted(view.totals.openCount, 'open shift', 'open shifts')} without a person.`);
  if (view.problems.length === 0 && view.totals.openCount === 0) sentences.push('No open problems.');
  return sentences;
}

/** Publishes the week after one look at what that means. */
export function PublishButton({ view, publish }: { readonly view: WeekView; readonly publish: () => Promise<void> }) {
  const [at, setAt] = useState<HTMLElement | null>(null);
  const [busy, setBusy] = useState(false);
  const nothingNew = view.published !== null && view.changes.length === 0;
  const confirm = async (): Promise<void> => {
    setBusy(true);
    try {
      await publish();
      setAt(null);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        {...(nothingNew ? {} : { variant: 'contained', color: 'primary' })}
        aria-haspopup="dialog"
        onClick={(event) => setAt(event.currentTarget)}
      >
        Publish {view.nextLabel}
      </Button>
      <Popover
        open={at !== null}
        anchorEl={at}
        onClose={() => setAt(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: -4, horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': `Publish ${view.nextLabel}` } }}
      >
        <div className={styles['publish']}>
          <h2>Publish {view.nextLabel}</h2>
          <p>{view.title}. It is kept as people see it now; what changes later is listed and marked.</p>
          <ul>
            {publishSentences(view).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <div className={styles['actions']}>
            <Button variant="contained" color="primary" disabled={busy} onClick={() => void confirm()}>
              Publish
            </Button>
            <Button variant="text" onClick={() => setAt(null)}>
              Not yet
            </Button>
          </div>
        </div>
      </Popover>
    </>
  );
}
