import Button from '@mui/material/Button';
import type { HistoryEntry } from '../../../preload/contract/history/history.ts';
import { useMay } from '../../api/access.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { useWrite } from '../../app/use-write.ts';
import { shortInstant } from '../../ui/dates.ts';
import styles from './history-panel.module.css';

/** One change: what, who, when, from what to what, and Undo while it is not undone. */
export function HistoryLine({ entry }: { readonly entry: HistoryEntry }) {
  const trpc = useTrpc();
  const may = useMay();
  const undo = useWrite(trpc.history.undo.mutationOptions());
  return (
    <li className={styles.entry} data-undone={entry.undone || undefined}>
      <div className={styles.head}>
        <span className={styles.label}>{entry.label}</span>
        {entry.undone ? (
          <span className={styles.undone}>undone</span>
        ) : (
          may('history.undo') && (
            <Button
              variant="text"
              color="primary"
              aria-label={`Undo: ${entry.label}`}
              disabled={undo.isPending}
              onClick={() => undo.mutate({ changeSetId: entry.changeSetId })}
            >
              Undo
            </Button>
          )
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
