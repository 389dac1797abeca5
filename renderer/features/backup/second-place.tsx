import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SecondPlace } from '../../../preload/contract/backup/backup.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { refusalOf } from '../../api/refusal.ts';
import { Field } from '../../ui/form/field.tsx';
import { Section } from '../../ui/section.tsx';
import form from '../../ui/form/form.module.css';
import styles from './backup.module.css';
import { secondPlaceText } from './backup-words.ts';

/** Where a copy of each backup goes besides this computer: a disk or computer that is lost takes its own backups with it. */
export function SecondPlaceSettings({ second }: { readonly second: SecondPlace | null }) {
  const trpc = useTrpc();
  const [folder, setFolder] = useState(second?.folder ?? '');
  const save = useMutation(trpc.backup.settings.mutationOptions());
  return (
    <Section title="Second place" facts="a USB disk or a folder on the network">
      <form
        className={styles.place}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ folder: folder.trim() === '' ? null : folder });
        }}
      >
        <Field
          label="Folder"
          hint="Its whole path, as the file manager shows it. Backups are encrypted, wherever they lie."
          error={save.error ? refusalOf(save.error).message : undefined}
        >
          {(parts) => (
            <input
              {...parts}
              className={form.input}
              value={folder}
              onChange={(event) => setFolder(event.target.value)}

              autoComplete="off"
            />
          )}
        </Field>
        <div className={styles.tools}>
          <Button type="submit" disabled={save.isPending || folder.trim() === (second?.folder ?? '')}>
            {second !== null && folder.trim() === '' ? 'Use no second place' : 'Use this folder'}
          </Button>
        </div>
      </form>
      <p className={styles.hint} data-state={second?.state} aria-live="polite">
        {second ? secondPlaceText(second) : 'There is none: a fire, a thief or a broken disk takes the practice and its backups together.'}
      </p>
    </Section>
  );
}
