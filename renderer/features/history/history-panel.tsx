import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import type { HistoryEntry, HistorySubject } from '../../../preload/contract/history/history.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { useWrite } from '../../app/use-write.ts';
import { shortInstant } from '../../ui/dates.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import styles from './history-panel.module.css';

/** Who changed these things, when, and from what to what; each change can be undone. Newest first. */
export function HistoryPanel({ subject, ids }: { readonly subject: HistorySubject; readonly ids: readonly string[] }) {
  const trpc = useTrpc();
  const history = useQuery({ ...trpc.history.list.queryOptions({ subject, ids: [...ids] }), enabled: ids.length > 0 });
  if (history.error) return <ErrorNotice error={history.error} onRetry={() => void history.refetch()} />;
  if (ids.length === 0 || history.data?.length === 0) return <p className={styles.none}>Nothing was changed here yet.</p>;
  return (
    <ol className={styles.list} aria-label="History">
      {history.data?.map((entry) => (
        <Entry key={entry.changeSetId} entry={entry} />
      ))}
    </ol>
  );
}

function Entry({ entry }: { readonly entry: HistoryEntry }) {
  const trpc = useTrpc();
  const undo = useWrite(trpc.history.undo.mutationOptions());
  return (
    <li className={styles.entry} data-undone={entry.undone || undefined}>
      <div className={styles.head}>
        <span className={styles.label}>{entry.label}</span>
        {entry.undone ? (
          <span className={styles.undone}>undone</span>
        ) : (
          <Button
            variant="text"
            color="primary"
            aria-label={`Undo: ${entry.label}`}
            disabled={undo.isPending}
            onClick={() => undo.mutate({ changeSetId: entry.changeSetId })}
          >
            Undo
          </Button>
        )}
      </div>
      <p className={styles.who}>
        {entry.actor}, <time dateTime={entry.at}>{shortInstant(entry.at)}</time>
      </p>
      {entry.changes.length > 0 && (
        <dl className={styles.changes}>
          {entry.changes.map(({ field, from, to }) => (
            <div key={field} className={styles.change}>
              <dt>{field}</dt>
              <dd>
                {from !== '' && (
                  <>
                    <del>{from}</del> <span aria-hidden>→</span>{' '}
                  </>
                )}
                <ins>{to === '' ? 'empty' : to}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
