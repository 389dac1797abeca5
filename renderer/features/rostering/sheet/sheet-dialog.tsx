import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useRef, useState } from 'react';
import type { WeekView } from '../../../../preload/contract/rostering/week-view.ts';
import { useApi, useTrpc } from '../../../api/api-provider.tsx';
import { putFile } from '../../../api/client.ts';
import { maximumFileBytes } from '../../../../preload/contract/shared/transport.ts';
import { refusalOf } from '../../../api/refusal.ts';
import { closeDraft, draftUnder, dropDraft, keepDraft, useDraft } from '../../../app/draft.store.ts';
import { useWrite } from '../../../app/use-write.ts';
import { sheetDraft, sheetKey, weekPage } from '../drafts.ts';
import { SheetPreviewList } from './sheet-preview.tsx';
import styles from './sheet.module.css';

type Source = { readonly text: string } | { readonly file: string };

/** Opens the dialog with what was pasted into it before and not taken. */
export function openSheet(view: WeekView): void {
  keepDraft(sheetKey(view), draftUnder(sheetKey(view), sheetDraft) ?? { text: '' }, weekPage(view));
}

/** Puts a week as it is in a spreadsheet into this week: paste or file, look, then commit. Esc keeps what is pasted, Cancel gives it up. */
export function SheetDialog({ view }: { readonly view: WeekView }) {
  const { value, isOpen } = useDraft(sheetKey(view), sheetDraft);
  return isOpen && value !== null ? <OpenSheet view={view} text={value.text} /> : null;
}

function OpenSheet({ view, text }: { readonly view: WeekView; readonly text: string }) {
  const trpc = useTrpc();
  const { transport } = useApi();
  const key = sheetKey(view);
  const giveUp = (): void => dropDraft(key);
  const [file, setFile] = useState<{ readonly name: string; readonly id: string } | null>(null);
  const [fileRefusal, setFileRefusal] = useState<string | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const settled = useDeferredValue(text);
  const source: Source | null = file !== null ? { file: file.id } : settled.trim() === '' ? null : { text: settled };
  const input = { locationId: view.locationId, on: view.from, source: source ?? { text: '' }, createPeople: true };
  const preview = useQuery({
    ...trpc.rostering.sheet.preview.queryOptions(input),
    enabled: source !== null,
    placeholderData: keepPreviousData,
  });
  const commit = useWrite(trpc.rostering.sheet.commit.mutationOptions({ onSuccess: giveUp }), { sayRefusal: false });
  const refusal = fileRefusal ?? ((commit.error ?? preview.error) ? refusalOf(commit.error ?? preview.error).message : null);
  const shown = source === null || preview.error !== null ? undefined : preview.data;

  const take = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    try {
      setFile({ name: chosen.name, id: await putFile(transport, chosen, maximumFileBytes) });
      setFileRefusal(null);
    } catch (error) {
      setFileRefusal(refusalOf(error).message);
    }
  };

  return (
    <Dialog open onClose={text === '' ? giveUp : () => closeDraft(key)} maxWidth="md" fullWidth aria-labelledby="sheet-title">
      <DialogTitle id="sheet-title">Paste last week’s sheet</DialogTitle>
      <DialogContent>
        <p className={styles['lead']}>
          Copy it in Excel with its name column and its days, and paste it here. It goes into {view.title}. What cannot be read stays as
          text in its cell and is marked.
        </p>
        {file === null ? (
          <textarea
            className={styles['paste']}
            aria-label="The sheet, pasted"
            placeholder={'Name\tMon\tTue\tWed'}
            spellCheck={false}
            value={text}
            onChange={(event) => keepDraft(key, { text: event.target.value }, weekPage(view))}
          />
        ) : (
          <p className={styles['file']}>
            <b>{file.name}</b>
            <Button variant="text" onClick={() => setFile(null)}>
              Take another
            </Button>
          </p>
        )}
        {file === null && (
          <p className={styles['choose']}>
            or
            <Button onClick={() => chooser.current?.click()}>Choose a file</Button>
            <input
              ref={chooser}
              type="file"
              hidden
              aria-label="The sheet as a file"
              accept=".xlsx,.csv,.tsv,.txt"
              onChange={(event) => void take(event.target.files?.[0])}
            />
            (XLSX or CSV)
          </p>
        )}
        {refusal !== null && (
          <p className={styles['refusal']} role="alert">
            {refusal}
          </p>
        )}
        {shown !== undefined && <SheetPreviewList preview={shown} />}
      </DialogContent>
      <DialogActions>
        <Button variant="text" onClick={giveUp}>
          Cancel
        </Button>
        <Button
          variant="contained"
          color="primary"
          disabled={source === null || shown === undefined || commit.isPending}
          onClick={() => commit.mutate(input)}
        >
          Put it into this week
        </Button>
      </DialogActions>
    </Dialog>
  );
}
