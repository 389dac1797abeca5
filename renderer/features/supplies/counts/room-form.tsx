import Button from '@mui/material/Button';
import { useState, type FormEvent } from 'react';
import type { LocationView } from '../../../../preload/contract/practice/practice.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { refusalOf } from '../../../api/refusal.ts';
import { useWrite } from '../../../app/use-write.ts';
import { Field } from '../../../ui/form/field.tsx';
import form from '../../../ui/form/form.module.css';
import styles from './counts.module.css';

/** A new room in a line of its own. */
export function RoomForm({
  locations,
  onDone,
}: {
  readonly locations: readonly Pick<LocationView, 'id' | 'name'>[];
  readonly onDone: () => void;
}) {
  const trpc = useTrpc();
  const [name, setName] = useState('');
  const [locationId, setLocationId] = useState(locations[0]?.id ?? '');
  const save = useWrite(trpc.supplies.stock.place.save.mutationOptions(), { sayRefusal: false });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ place: { locationId, name } }, { onSuccess: onDone });
  };
  return (
    <form className={styles.form} aria-label="New room" onSubmit={submit}>
      <Field label="Name" error={save.error ? refusalOf(save.error).message : undefined}>
        {(parts) => (
          <input
            {...parts}
            ref={focusOnce}
            className={form.input}
            value={name}
            maxLength={60}
            placeholder="Supply room"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      {locations.length > 1 && (
        <Field label="Location">
          {(parts) => (
            <select {...parts} className={form.input} value={locationId} onChange={(event) => setLocationId(event.target.value)}>
              {locations.map((location) => (
                <option key={location.id} value={location.id}>
                  {location.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <div className={styles.formTools}>
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="contained" color="primary" disabled={save.isPending}>
          Add room
        </Button>
      </div>
    </form>
  );
}

/** What was asked for is typed into at once. */
const focusOnce = (field: HTMLInputElement | null) => {
  if (field?.value === '') field.focus();
};
