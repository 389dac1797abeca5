import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import type { WeekView } from '../../../../preload/contract/rostering/week-view.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { refusalOf } from '../../../api/refusal.ts';
import { closeDraft, draftUnder, dropDraft, keepDraft, useDraft } from '../../../app/draft.store.ts';
import { useWrite } from '../../../app/use-write.ts';
import { noteDraft, noteKey, weekPage, type NoteDraft } from '../drafts.ts';

/** Opens the note's dialog with what was typed into it before, else with the note as it is. */
export function openNote(view: WeekView): void {
  const now = view.note?.text ?? '';
  keepDraft(noteKey(view), draftUnder(noteKey(view), noteDraft) ?? { text: now, before: now }, weekPage(view));
}

/** The manager's note on the printed week. Esc keeps what is typed for the next time, Cancel gives it up. */
export function NoteDialog({ view }: { readonly view: WeekView }) {
  const { value, isOpen } = useDraft(noteKey(view), noteDraft);
  return isOpen && value !== null ? <OpenNote view={view} typed={value} /> : null;
}

function OpenNote({ view, typed }: { readonly view: WeekView; readonly typed: NoteDraft }) {
  const trpc = useTrpc();
  const key = noteKey(view);
  const giveUp = (): void => dropDraft(key);
  const { mutate, error } = useWrite(trpc.rostering.week.saveNote.mutationOptions({ onSuccess: giveUp }), { sayRefusal: false });
  const seen = view.note === null ? {} : { seen: { id: view.note.id, version: view.note.version } };
  const save = (): void => mutate({ locationId: view.locationId, on: view.from, note: typed.text, ...seen });
  const now = view.note?.text ?? '';
  const changed = now === '' ? 'Somebody took the note away meanwhile.' : `Somebody changed the note meanwhile to “${now}”.`;
  const warning = error !== null ? refusalOf(error).message : now !== typed.before ? `${changed} Saving puts yours in its place.` : null;
  return (
    <Dialog
      open
      onClose={typed.text === typed.before ? giveUp : () => closeDraft(key)}
      maxWidth="sm"
      fullWidth
      aria-labelledby="note-title"
    >
      <DialogTitle id="note-title">Note on the printed week</DialogTitle>
      <DialogContent>
        <TextField
          multiline
          minRows={3}
          value={typed.text}
          onChange={(event) => keepDraft(key, { ...typed, text: event.target.value }, weekPage(view))}
          slotProps={{ htmlInput: { maxLength: 300, 'aria-label': 'Note on the printed week' } }}
          helperText={warning ?? 'Stands at the foot of the page on the wall. Up to 300 characters.'}
          error={warning !== null}
        />
      </DialogContent>
      <DialogActions>
        <Button variant="text" onClick={giveUp}>
          Cancel
        </Button>
        <Button variant="contained" color="primary" onClick={save}>
          Save note
        </Button>
      </DialogActions>
    </Dialog>
  );
}
