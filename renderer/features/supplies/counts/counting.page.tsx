import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { CountView } from '../../../../preload/contract/supplies/counts.ts';
import { useMay } from '../../../api/access.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { useWrite } from '../../../app/use-write.ts';
import { shortInstant } from '../../../ui/dates.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { PageHead } from '../../../ui/page-head.tsx';
import { CountEntry } from './count-entry.tsx';
import { CountRow } from './count-row.tsx';
import { isOpen, lineAfter, lineBeside } from './counting-state.ts';
import { CountingSide } from './counting-side.tsx';
import styles from './counting.module.css';

/** Counting a room, line by line. */
export function CountingPage() {
  const trpc = useTrpc();
  const { countId = '' } = useParams();
  const { data: count, error, refetch } = useQuery(trpc.supplies.counts.get.queryOptions({ countId }));
  if (error && !count) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  return count && <Counting count={count} />;
}

function Counting({ count }: { readonly count: CountView }) {
  const trpc = useTrpc();
  const may = useMay();
  const navigate = useNavigate();
  const [inHand, setInHand] = useState<string | null>(null);
  const review = useWrite(trpc.supplies.counts.review.mutationOptions(), { done: null });
  const reopen = useWrite(trpc.supplies.counts.reopen.mutationOptions(), { done: null });
  const post = useWrite(trpc.supplies.counts.post.mutationOptions());
  const cancel = useWrite(trpc.supplies.counts.cancel.mutationOptions());
  const ended = count.status === 'posted' || count.status === 'cancelled';
  const blind = count.blind && count.status === 'counting';
  const list = count.status === 'review' ? count.list.toSorted(differingFirst) : count.list;
  const current = ended ? null : (inHand ?? (list.find(isOpen) ?? list[0])?.id ?? null);
  const seen = { seen: { id: count.id, version: count.version } };
  const back = () => void navigate('/supplies/count');

  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <PageHead title={`Counting: ${count.room}`} facts={factsOf(count)}>
          <Button
            startIcon={<Printer size={16} strokeWidth={1.5} aria-hidden />}
            onClick={() => void navigate(`/supplies/count/${count.id}/print`)}
          >
            Count sheet
          </Button>
        </PageHead>
        <div className={styles.list}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col" className={styles.shelf}>
                  Shelf
                </th>
                <th scope="col">
                  Item <small>counted as</small>
                </th>
                {!blind && (
                  <>
                    <th scope="col">Last count</th>
                    <th scope="col">+ came in</th>
                    <th scope="col">− went out</th>
                    <th scope="col">= should be</th>
                  </>
                )}
                <th scope="col">Counted</th>
                {!blind && <th scope="col">Difference</th>}
              </tr>
            </thead>
            <tbody>
              {list.map((line) =>
                line.id === current ? (
                  <CountEntry
                    key={line.id}
                    line={line}
                    blind={blind}
                    onNext={() => setInHand(lineAfter(list, line.id))}
                    onMove={(step) => setInHand(lineBeside(list, line.id, step))}
                  />
                ) : (
                  <CountRow key={line.id} line={line} blind={blind} take={() => setInHand(line.id)} />
                ),
              )}
            </tbody>
          </table>
        </div>
        {!ended && <KeyLine blind={blind} />}
      </div>
      {!ended && (
        <CountingSide
          count={count}
          mayPost={may('supplies.counts.post')}
          onTake={(line) => setInHand(line.id)}
          onPause={back}
          onReview={() => review.mutate(seen)}
          onReopen={() => reopen.mutate(seen)}
          onPost={() => post.mutate(seen, { onSuccess: back })}
          onCancel={() => cancel.mutate(seen, { onSuccess: back })}
        />
      )}
    </div>
  );
}

const weight = ({ difference }: CountView['list'][number]): number => (difference === null ? 1 : difference === 0 ? 2 : 0);
const differingFirst = (one: CountView['list'][number], other: CountView['list'][number]): number => weight(one) - weight(other);

function factsOf(count: CountView): string {
  const items = count.list.length === 1 ? '1 line' : `${count.list.length} lines`;
  if (count.status === 'posted' && count.postedAt !== null)
    return `${count.label}, ${items}, booked ${shortInstant(count.postedAt)} by ${count.postedBy}`;
  if (count.status === 'cancelled') return `${count.label}, given up; nothing was booked`;
  return `${count.label}, ${items}${count.blind ? ', blind' : ''}, started ${shortInstant(count.startedAt)} by ${count.startedBy}`;
}

function KeyLine({ blind }: { readonly blind: boolean }) {
  return (
    <p className={styles.keys}>
      <span>
        <Kbd keys="Enter" /> save, next
      </span>
      {!blind && (
        <span>
          <Kbd keys="=" /> same
        </span>
      )}
      <span>
        <Kbd keys="ArrowUp" /> <Kbd keys="ArrowDown" /> move
      </span>
      <span>
        <Kbd keys="0" /> none left
      </span>
      <span>
        <Kbd keys="S" /> skip
      </span>
      <span>
        <Kbd keys="N" /> note
      </span>
      <span>
        <Kbd keys="Ctrl+Z" /> undo
      </span>
      <span className={styles.quiet}>
        <b>2b 35</b> means 2 boxes and 35
      </span>
    </p>
  );
}
