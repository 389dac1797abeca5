import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTrpc } from '../../api/api-provider.tsx';
import { useSystem } from '../../api/practice-queries.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { BackupList } from './backup-list.tsx';
import styles from './backup.module.css';
import { backupOf } from './backup-words.ts';
import { ChooseFile } from './choose-file.tsx';
import { RestorePreview } from './restore-preview.tsx';
import { SecondPlaceSettings } from './second-place.tsx';
import { useMakeBackup } from './use-make-backup.ts';
import type { ChosenBackup } from './use-chosen-file.ts';
import { WorkLine } from './work-line.tsx';

/** Copies of the practice: what there is, making one, where they go, and the way back. */
export function BackupSettings() {
  const trpc = useTrpc();
  const { host } = useSystem();
  const { data, error, refetch } = useQuery(trpc.backup.list.queryOptions());
  const [chosen, setChosen] = useState<ChosenBackup | null>(null);
  const { state, start, stop } = useMakeBackup();
  if (chosen) return <RestorePreview {...chosen} onBack={() => setChosen(null)} />;
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <div className={styles.page}>
      <Section
        title="Backups"
        facts="made each day and when the program closes"
        tools={
          <Button variant="contained" color="primary" onClick={start} disabled={state.kind === 'running'}>
            Make a backup now
          </Button>
        }
      >
        {state.kind === 'running' && <WorkLine label="Making a backup" part={state.part} onStop={stop} />}
        {state.kind === 'refused' && <ErrorNotice error={state.error} onRetry={start} />}
        {data.backups.length === 0 ? (
          <p className={styles.hint}>There is none yet. The first is made when the program closes, or now.</p>
        ) : (
          <BackupList
            backups={data.backups}
            onChoose={(backup) =>
              setChosen({ source: { kind: 'listed', place: backup.place, name: backup.name }, title: `Restore ${backupOf(backup)}` })
            }
          />
        )}
        <p className={styles.hint}>
          The newest of 14 days, 8 weeks and 12 months are kept. A backup opens with the passphrases of its day.
        </p>
      </Section>
      <SecondPlaceSettings key={data.second?.folder ?? ''} second={data.second} />
      <Section title="A backup from elsewhere" facts="from a disk or another computer">
        <ChooseFile asksItself={host.kind === 'electron'} onChosen={setChosen} />
      </Section>
    </div>
  );
}
