import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { BackupOpener, BackupSource, RestoredView } from '../../../preload/contract/backup/backup.ts';
import { useApi } from '../../api/api-provider.tsx';
import { refusalOf } from '../../api/refusal.ts';
import { shortInstant } from '../../ui/dates.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { showNotice } from '../../ui/notices/notice.store.ts';
import { Section } from '../../ui/section.tsx';
import { BackupContentsView } from './backup-contents.tsx';
import styles from './backup.module.css';
import { OpenerForm } from './opener-form.tsx';
import { useLongWork } from './use-long-work.ts';
import { WorkLine } from './work-line.tsx';

/** One chosen backup: opened, looked into, and restored. */
export function RestorePreview({
  source,
  title,
  hint = 'What is here now stays aside until you say that all is well, so that you can go back. Everybody is signed out.',
  onBack,
}: {
  readonly source: BackupSource;
  readonly title: string;
  /** What becomes of what is here now. */
  readonly hint?: string;
  readonly onBack: () => void;
}) {
  const { client, trpc } = useApi();
  const [opener, setOpener] = useState<BackupOpener | undefined>();
  const { mutate, data, error, isPending } = useMutation(trpc.backup.preview.mutationOptions());
  const restore = useLongWork<RestoredView>(({ backupAt, practiceName }) => {
    const what = practiceName === null ? 'The practice' : practiceName;
    showNotice({ tone: 'done', text: `${what} is as it was on ${shortInstant(backupAt)}.` });
    onBack();
  });
  const input = { source, ...(opener ? { opener } : {}) };
  useEffect(() => mutate({ source }), [mutate, source]);

  const open = (given: BackupOpener): void => {
    setOpener(given);
    mutate({ source, opener: given });
  };
  const begin = (): void => restore.start((handlers) => client.backup.restore.subscribe(input, handlers));
  const refusal = restore.state.kind === 'refused' ? refusalOf(restore.state.error) : undefined;
  const needsSecret = (data !== undefined && data.contents === null) || (opener !== undefined && data === undefined);

  return (
    <Section title={title} tools={<Button onClick={onBack}>Back to the list</Button>}>
      {isPending && !opener && <p aria-live="polite">Reading the backup from its first byte to its last.</p>}
      {error && !opener && <ErrorNotice error={error} onRetry={() => mutate({ source })} />}
      {needsSecret && <OpenerForm busy={isPending} error={error} onOpen={open} />}
      {data?.contents && (
        <>
          <BackupContentsView preview={data} contents={data.contents} />
          {refusal && (
            <p className={styles.refused} role="alert">
              {refusal.message}
            </p>
          )}
          {restore.state.kind === 'running' ? (
            <WorkLine label="Restoring" part={restore.state.part} onStop={restore.stop} />
          ) : (
            <div className={styles.tools}>
              <Button variant="contained" color="primary" onClick={begin}>
                Restore this backup
              </Button>
            </div>
          )}
          <p className={styles.hint}>{hint}</p>
        </>
      )}
    </Section>
  );
}
