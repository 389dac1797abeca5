import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Archive, X } from 'lucide-react';
import { closureFields, type ClosureFields, type ClosureView, type LocationView } from '../../../preload/contract/practice/practice.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { useWrite } from '../../app/use-write.ts';
import { CellChoice, CellText, CellTick } from '../../ui/form/cell-fields.tsx';
import { SavedForm } from '../../ui/form/saved-form.tsx';
import { useSavedForm } from '../../ui/form/use-saved-form.ts';
import styles from './rows.module.css';
import { usePracticeWrites } from './use-practice-writes.ts';

/** One closed day as a line that saves itself. Without an id it is a new one, made when it is whole. */
export function ClosureRow({
  closure,
  locations,
  onDone,
}: {
  readonly closure: ClosureFields | ClosureView;
  readonly locations: readonly LocationView[];
  /** Of a new one: made, or given up. */
  readonly onDone?: () => void;
}) {
  const trpc = useTrpc();
  const { saveClosure, seen } = usePracticeWrites();
  const archive = useWrite(trpc.practice.closure.archive.mutationOptions());
  const id = 'id' in closure ? closure.id : null;
  const state = useSavedForm({
    schema: closureFields,
    stored: { on: closure.on, name: closure.name, locationId: closure.locationId, credited: closure.credited },
    prefix: 'closure',
    save: async (values) => {
      await saveClosure(id === null ? { closure: values } : { seen: seen(id), closure: values });
      onDone?.();
    },
  });
  const { control } = state.form;
  const name = closure.name || 'the new closure';
  const places = [{ value: '', label: 'Every location' }, ...locations.map((place) => ({ value: place.id, label: place.name }))];
  return (
    <li className={styles.row}>
      <span />
      <SavedForm state={state} label={name} whole={id === null}>
        <div className={styles.closure}>
          <CellText control={control} name="on" type="date" label={`Date of ${name}`} focus={id === null} />
          <CellText control={control} name="name" label={`Name of ${name}`} placeholder="Staff training" />
          <CellChoice
            control={control}
            name="locationId"
            label={`Where ${name} is`}
            options={places}
            read={(text) => (text === '' ? null : text)}
          />
          <CellTick control={control} name="credited" label={`Paid: ${name}`} words="Paid" />
        </div>
      </SavedForm>
      {id === null ? (
        <div className={styles.tools}>
          <Button variant="contained" color="primary" onClick={() => void state.commit()}>
            Add
          </Button>
          <IconButton aria-label="Do not add it" onClick={onDone}>
            <X size={16} strokeWidth={1.5} aria-hidden />
          </IconButton>
        </div>
      ) : (
        <IconButton aria-label={`Archive ${name}`} title={`Archive ${name}`} onClick={() => archive.mutate({ seen: seen(id) })}>
          <Archive size={16} strokeWidth={1.5} aria-hidden />
        </IconButton>
      )}
    </li>
  );
}
