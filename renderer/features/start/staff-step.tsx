import { useId, useRef, useState } from 'react';
import { useApi } from '../../api/api-provider.tsx';
import { putFile } from '../../api/client.ts';
import { maximumFileBytes } from '../../../preload/contract/shared/transport.ts';
import { refusalOf } from '../../api/refusal.ts';
import { StaffGrid } from './staff-grid.tsx';
import { StaffRead } from './staff-read.tsx';
import { cellOfUnread } from './staff-marks.ts';
import { readStaffTable, setCell, typingTable, type StaffTable } from './staff-table.ts';
import styles from './start.module.css';
import { Step } from './step.tsx';
import type { SetUpState } from './use-set-up.ts';

/** The staff: a list or last week's sheet, pasted, from a file or typed, shown as the table it was read as. */
export function StaffStep({ state: { answers, change, preview, refused } }: { readonly state: SetUpState }) {
  const { staff } = answers;
  const { client, transport } = useApi();
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [fileMessage, setFileMessage] = useState<string | null>(null);
  const take = (table: StaffTable | null) => {
    setFileMessage(null);
    change({ staff: table });
  };
  const takeText = (text: string) => {
    const table = readStaffTable(text);
    if (table.length > 0) take(table);
  };
  const takeFile = async (chosen: File) => {
    try {
      const handle = await putFile(transport, chosen, maximumFileBytes);
      takeText((await client.practice.readStaff.query({ file: handle })).text);
    } catch (error) {
      setFileMessage(refusalOf(error).message);
    }
  };
  const read = staff ? (preview?.staff ?? null) : null;
  const focusCell = (row: number, column: number) =>
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`)?.focus());
  const message = fileMessage ?? refused.staff;
  return (
    <Step
      number={2}
      title={<span id={id}>The staff</span>}
      tools={
        <div className={styles.seg}>
          <button type="button" data-now={staff === null || undefined} onClick={() => take(null)}>
            {staff === null ? 'Paste' : 'Paste anew'}
          </button>
          <button type="button" onClick={() => file.current?.click()}>
            Import a file
          </button>
          <button
            type="button"
            onClick={() => {
              if (staff === null) take(typingTable);
              focusCell(1, 0);
            }}
          >
            Type
          </button>
          <input
            ref={file}
            type="file"
            hidden
            accept=".csv,.tsv,.txt,.xlsx"
            aria-label="Staff list as a file"
            onChange={(event) => {
              const chosen = event.target.files?.[0];
              event.target.value = '';
              if (chosen) void takeFile(chosen);
            }}
          />
        </div>
      }
    >
      <div
        ref={body}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          const [dropped] = event.dataTransfer.files;
          if (dropped) void takeFile(dropped);
        }}
        role="presentation"
      >
        {staff ? (
          <StaffGrid table={staff} read={read} onChange={take} labelledBy={id} />
        ) : (
          <textarea
            className={styles.paste}
            data-answer="staff"
            aria-labelledby={id}
            aria-describedby={`${id}-hint`}
            spellCheck={false}
            placeholder={
              'Copy the staff list, or last week’s sheet, in Excel and paste it here.\nNames are enough; jobs and hours are read where they are.'
            }
            onPaste={(event) => {
              const pasted = event.clipboardData.getData('text/plain');
              if (pasted.trim() === '') return;
              event.preventDefault();
              takeText(pasted);
            }}
            onBlur={(event) => takeText(event.target.value)}
          />
        )}
      </div>
      <div id={`${id}-hint`} aria-live="polite">
        {message && <p className={styles.error}>{message}</p>}
        {!message && staff && read && (
          <StaffRead
            read={read}
            onGo={(unread) => {
              const cell = cellOfUnread(staff, unread);
              if (cell) focusCell(cell.row, cell.column);
            }}
            onGoToLine={(line) => focusCell(line - 1, 0)}
            onAnswer={(unread, text) => {
              const cell = cellOfUnread(staff, unread);
              if (cell) take(setCell(staff, cell.row, cell.column, text));
            }}
          />
        )}
        {!message && !staff && <p className={styles.hint}>You can leave it out and add people later.</p>}
      </div>
    </Step>
  );
}
