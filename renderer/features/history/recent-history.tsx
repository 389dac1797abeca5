import { useQuery } from '@tanstack/react-query';
import { useTrpc } from '../../api/api-provider.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { HistoryLine } from './history-line.tsx';
import styles from './history-panel.module.css';

/** How many of the last changes are shown. */
const limit = 100;

/** The last changes of the whole practice, newest first; each can be undone. */
export function RecentHistory() {
  const trpc = useTrpc();
  const recent = useQuery(trpc.history.recent.queryOptions({ limit }));
  if (recent.error) return <ErrorNotice error={recent.error} onRetry={() => void recent.refetch()} />;
  return (
    <Section title="History" facts={`the last ${limit} changes on this computer`}>
      {recent.data?.length === 0 && <p className={styles.none}>Nothing was changed yet.</p>}
      <ol className={styles.wide} aria-label="History">
        {recent.data?.map((entry) => (
          <HistoryLine key={entry.changeSetId} entry={entry} />
        ))}
      </ol>
    </Section>
  );
}
