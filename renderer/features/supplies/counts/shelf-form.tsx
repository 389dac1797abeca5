import Button from '@mui/material/Button';
import { useState, type FormEvent } from 'react';
import type { PlaceView } from '../../../../preload/contract/supplies/stock.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { refusalOf } from '../../../api/refusal.ts';
import { useWrite } from '../../../app/use-write.ts';
import form from '../../../ui/form/form.module.css';
import styles from './counts.module.css';

/** A new shelf of a room; it stays open for the next one until it is closed. */
export function ShelfForm({ room, onDone }: { readonly room: PlaceView; readonly onDone: () => void }) {
  const trpc = useTrpc();
  const [name, setName] = useState('');
  const save = useWrite(trpc.supplies.stock.place.save.mutationOptions(), { sayRefusal: false });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ place: { locationId: room.locationId, parentId: room.id, name } }, { onSuccess: () => setName('') });
  };
  return (
    <form className={styles.shelfForm} aria-label={`New shelf in ${room.name}`} onSubmit={submit}>
      <input
        ref={(field) => {
          if (field && document.activeElement === document.body) field.focus();
        }}
        className={form.input}
        value={name}
        maxLength={60}
        aria-label="Name of the shelf"
        placeholder="A1"
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" disabled={save.isPending}>
        Add shelf
      </Button>
      <Button variant="text" onClick={onDone}>
        Done
      </Button>
      {save.error && <p className={styles.refused}>{refusalOf(save.error).message}</p>}
    </form>
  );
}
