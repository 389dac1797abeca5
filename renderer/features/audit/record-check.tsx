import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LastCheck } from '../../../preload/contract/audit/audit.ts';
import { refusalOf } from '../../api/refusal.ts';
import { shortInstant } from '../../ui/dates.ts';
import styles from './access-record.module.css';
import { useRecordCheck, type CheckState } from './use-record-check.ts';

/** When the record was last checked and what was found; the button that checks it, with progress. */
export function RecordCheck({ last }: { readonly last: LastCheck | null }) {
  const { state, start, stop } = useRecordCheck();
  if (state.kind === 'running') return <Running {...state} onStop={stop} />;
  return (
    <div className={styles.check} data-damaged={isDamaged(state, last) || undefined}>
      <output className={styles.found}>{found(state, last)}</output>
      <Button onClick={start}>Check the record</Button>
    </div>
  );
}

function Running({ done, total, onStop }: { readonly done: number; readonly total: number; readonly onStop: () => void }) {
  const known = total > 0;
  return (
    <div className={styles.check}>
      <span className="num" aria-live="polite">
        {known ? `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} lines checked` : 'Checking'}
      </span>
      <LinearProgress
        className={styles.progress}
        aria-label="Check"
        {...(known ? { variant: 'determinate', value: (done / total) * 100 } : {})}
      />
      <Button onClick={onStop}>Stop</Button>
    </div>
  );
}

const isDamaged = (state: CheckState, last: LastCheck | null): boolean =>
  state.kind === 'found' ? !state.check.whole : state.kind === 'idle' && last?.whole === false;

function found(state: CheckState, last: LastCheck | null): ReactNode {
  if (state.kind === 'refused') return <Sentence whole={false}>{refusalOf(state.error).message}</Sentence>;
  if (state.kind === 'found') return <Sentence whole={state.check.whole}>Checked just now. {state.check.sentence}</Sentence>;
  if (!last) return 'The record was never checked. A check finds entries that were altered, taken out or put in.';
  return (
    <Sentence whole={last.whole}>
      Last checked <time dateTime={last.at}>{shortInstant(last.at)}</time> by {last.actor}. {last.detail}
    </Sentence>
  );
}

function Sentence({ whole, children }: { readonly whole: boolean; readonly children: ReactNode }) {
  const Icon = whole ? CircleCheck : TriangleAlert;
  return (
    <>
      <Icon className={whole ? styles.ok : styles.bad} size={16} strokeWidth={1.5} aria-hidden />
      <span>{children}</span>
    </>
  );
}
