import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTrpc } from '../../api/api-provider.tsx';
import { shortInstant } from '../../ui/dates.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { BackupList } from './backup-list.tsx';
import styles from './backup.module.css';
import { backupOf } from './backup-words.ts';
import { ChooseFile } from './choose-file.tsx';
import { RestorePreview } from './restore-preview.tsx';
import type { ChosenBackup } from './use-chosen-file.ts';

/** The way back while the practice does not open: the newest good backup first, any other below, or a file from elsewhere. */
export function RestoreInTrouble({ asksItself }: { readonly asksItself: boolean }) {
  const trpc = useTrpc();
  const { data, error, refetch } = useQuery(trpc.backup.list.queryOptions());
  const [chosen, setChosen] = useState<ChosenBackup | null>(null);
  if (chosen) {
    return (
      <div className={styles.trouble}>
        <RestorePreview
          {...chosen}
          hint="The file that does not open stays in the data folder for 14 days."
          onBack={() => setChosen(null)}
        />
      </div>
    );
  }
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const newest = data.backups.find(({ state }) => state === 'good');
  const choose = (backup: (typeof data.backups)[number]): void =>
    setChosen({ source: { kind: 'listed', place: backup.place, name: backup.name }, title: `Restore ${backupOf(backup)}` });
  return (
    <div className={styles.trouble}>
      <Section title="Restore a backup" facts="the file that does not open is kept for 14 days">
        {newest ? (
          <div className={styles.newest}>
            <p>
              The newest good backup is of <time dateTime={newest.at}>{shortInstant(newest.at)}</time>. What was typed since is not in it.
            </p>
            <Button onClick={() => choose(newest)}>Look into it</Button>
          </div>
        ) : (
          <p className={styles.hint}>No good backup lies on this computer. Choose one from another disk.</p>
        )}
        {data.backups.length > 1 && <BackupList backups={data.backups.filter((backup) => backup !== newest)} onChoose={choose} />}
        <ChooseFile asksItself={asksItself} onChosen={setChosen} />
      </Section>
    </div>
  );
}
