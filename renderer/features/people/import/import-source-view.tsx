import Button from '@mui/material/Button';
import { FileUp } from 'lucide-react';
import { useId, useRef, useState, type DragEvent } from 'react';
import styles from './import.module.css';

/** Where a staff list comes in: pasted, chosen as a file, or dropped. */
export function ImportSourceView({
  waiting,
  busy,
  onText,
  onFile,
}: {
  /** Lines that were left out before and can be corrected here; '' when there are none. */
  readonly waiting: string;
  /** A file is on its way. */
  readonly busy: boolean;
  readonly onText: (text: string) => void;
  readonly onFile: (file: File) => void;
}) {
  const [over, setOver] = useState(false);
  const [text, setText] = useState(waiting);
  const input = useRef<HTMLInputElement>(null);
  const fieldId = useId();
  const drop = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const [file] = event.dataTransfer.files;
      if (file) onFile(file);
    },
  };
  return (
    <div className={styles.source} data-over={over || undefined} {...drop}>
      <label htmlFor={fieldId} className={styles.lead}>
        {waiting === '' ? 'Paste the staff list here, as it is in Excel' : 'Correct the lines that were left out'}
      </label>
      <p className={styles.hint}>
        {waiting === ''
          ? 'One person a row, with a row of headings if there is one. Names, positions, hours, phone, pay and dates are found by themselves; you can correct it before anything is added.'
          : 'Change what could not be taken, then look at it: each line says why, and nothing is added before you say so.'}
      </p>
      <textarea
        id={fieldId}
        className={styles.paste}
        value={text}
        spellCheck={false}
        placeholder={'Name\tPosition\tHours\tPhone\nDana Reed\tFront desk\t40\t555-0142'}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain');
          if (text !== '' || pasted.trim() === '') return;
          event.preventDefault();
          onText(pasted);
        }}
      />
      <div className={styles.row}>
        <Button variant="contained" color="primary" disabled={text.trim() === ''} onClick={() => onText(text)}>
          Look at it
        </Button>
        <Button startIcon={<FileUp size={16} strokeWidth={1.5} aria-hidden />} disabled={busy} onClick={() => input.current?.click()}>
          {busy ? 'Reading the file' : 'Choose a file'}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,.xlsx"
          aria-label="Staff list as a file"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) onFile(file);
          }}
        />
        <span className={styles.hint}>or drop it here. Excel (xlsx) or CSV.</span>
      </div>
    </div>
  );
}
