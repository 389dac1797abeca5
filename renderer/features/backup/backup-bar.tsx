import Button from '@mui/material/Button';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { RestoreToConfirm } from '../../../preload/contract/backup/backup.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { refusalOf } from '../../api/refusal.ts';
import { shortInstant } from '../../ui/dates.ts';
import { showNotice } from '../../ui/notices/notice.store.ts';
import styles from './backup.module.css';
import { warningText } from './backup-words.ts';
import { OpenerForm } from './opener-form.tsx';
import { useMakeBackup } from './use-make-backup.ts';
import { WorkLine } from './work-line.tsx';

/** A quiet line over the page: after three days without a backup, and after a restore until somebody says that all is well. */
export function BackupBar() {
  const trpc = useTrpc();
  const { data } = useQuery(trpc.backup.status.queryOptions());
  const { state, start, stop } = useMakeBackup();
  if (data?.toConfirm) return <Restored {...data.toConfirm} />;
  if (state.kind === 'running') {
    return (
      <div className={styles.bar}>
        <WorkLine label="Making a backup" part={state.part} onStop={stop} />
      </div>
    );
  }
  if (!data?.warn) return null;
  return (
    <aside className={styles.bar} aria-label="Backups">
      <span>{state.kind === 'refused' ? refusalOf(state.error).message : warningText(data)}</span>
      <Button size="small" onClick={start}>
        Make a backup
      </Button>
    </aside>
  );
}

/** Whoever did not give the passphrase again knows why nothing happened. */
function onError(error: unknown): void {
  if (refusalOf(error).rule !== 'confirm.passphrase') showNotice({ tone: 'refused', text: refusalOf(error).message });
}

/** Whether what was here before opens only with a passphrase of that time. */
const needsOpener = (error: unknown): boolean => error !== null && refusalOf(error).rule === 'backup.locked';

function Restored({ backupAt, canRevert }: RestoreToConfirm) {
  const trpc = useTrpc();
  const keep = useMutation(trpc.backup.confirmRestore.mutationOptions({ onError }));
  const goBack = useMutation(
    trpc.backup.revertRestore.mutationOptions({ onError: (error) => (needsOpener(error) ? undefined : onError(error)) }),
  );
  const asked = goBack.variables?.opener !== undefined || needsOpener(goBack.error);
  const busy = keep.isPending || goBack.isPending;
  return (
    <aside className={styles.bar} aria-label="Restored backup">
      <span>
        This is the practice as it was on <time dateTime={backupAt}>{shortInstant(backupAt)}</time>. Look around before you keep it.
      </span>
      <Button size="small" disabled={busy} onClick={() => keep.mutate()}>
        Keep it
      </Button>
      {canRevert && (
        <Button size="small" disabled={busy} onClick={() => goBack.mutate({})}>
          Go back to what was here before
        </Button>
      )}
      {canRevert && asked && (
        <OpenerForm
          busy={busy}
          error={needsOpener(goBack.error) ? null : goBack.error}
          onOpen={(opener) => goBack.mutate({ opener })}
          words="What was here before has a passphrase of its own. Type one from before the restore."
          action="Go back with this"
        />
      )}
    </aside>
  );
}
