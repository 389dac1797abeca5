import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { WeekView } from '../../../../preload/contract/rostering/week-view.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { refusalOf } from '../../../api/refusal.ts';
import { useWrite } from '../../../app/use-write.ts';

/** The manager's note on the printed week. */
export function NoteDialog({ view, onClose }: { readonly view: WeekView; readonly onClose: () => void }) {
  const trpc = useTrpc();
  const [text, setText] = useState(view.note?.text ?? '');
  const { mutate, error } = useWrite(trpc.rostering.week.saveNote.mutationOptions({ onSuccess: onClose }), { sayRefusal: false });
  const seen = view.note === null ? {} : { seen: { id: view.note.id, version: view.note.version } };
  const save = (): void => mutate({ locationId: view.locationId, on: view.from, note: text, ...seen });
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="note-title">
      <DialogTitle id="note-title">Note on the printed week</DialogTitle>
      <DialogContent>
        <TextField
          multiline
          minRows={3}
          value={text}
          onChange={(event) => setText(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 300, 'aria-label': 'Note on the printed week' } }}
          helperText={error === null ? 'Stands at the foot of the page on the wall. Up to 300 characters.' : refusalOf(error).message}
          error={error !== null}
        />
      </DialogContent>
      <DialogActions>
        <Button variant="text" onClick={onClose}>
          Cancel
        </Button>
        <Button variant="contained" color="primary" onClick={save}>
          Save note
        </Button>
      </DialogActions>
    </Dialog>
  );
}
