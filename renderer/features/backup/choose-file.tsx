import Button from '@mui/material/Button';
import { useRef } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import styles from './backup.module.css';
import { useChosenFile, type ChosenBackup } from './use-chosen-file.ts';

/** The way to a backup that lies elsewhere, on a USB disk or from another computer. */
export function ChooseFile({ asksItself, onChosen }: { readonly asksItself: boolean; readonly onChosen: (chosen: ChosenBackup) => void }) {
  const { busy, error, choose, takeFile } = useChosenFile(onChosen);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <div className={styles.tools}>
        <Button disabled={busy} onClick={() => (asksItself ? choose() : input.current?.click())}>
          {busy ? 'Reading the file' : 'Choose a backup file'}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        accept=".backup"
        hidden
        aria-label="Backup file"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) takeFile(file);
          event.target.value = '';
        }}
      />
      {error !== null && <ErrorNotice error={error} />}
    </>
  );
}
