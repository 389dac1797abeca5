import { useQuery } from '@tanstack/react-query';
import type { HistorySubject } from '../../../preload/contract/history/history.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { HistoryLine } from './history-line.tsx';
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
        <HistoryLine key={entry.changeSetId} entry={entry} />
      ))}
    </ol>
  );
}
