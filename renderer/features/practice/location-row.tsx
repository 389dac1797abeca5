import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Archive, GripVertical, X } from 'lucide-react';
import { locationFields, type LocationFields, type LocationView } from '../../../preload/contract/practice/practice.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { useWrite } from '../../app/use-write.ts';
import { Fields } from '../../ui/form/fields.tsx';
import { Choice, TextLine } from '../../ui/form/form-fields.tsx';
import { SavedForm } from '../../ui/form/saved-form.tsx';
import { useSavedForm } from '../../ui/form/use-saved-form.ts';
import type { GripOrdering, RowOrdering } from '../../ui/use-ordering.ts';
import { HoursField } from './hours-field.tsx';
import { timeZoneOptions } from './practice-words.ts';
import styles from './rows.module.css';
import { usePracticeWrites } from './use-practice-writes.ts';

/** One location as a form that saves itself. Without an id it is a new one, made when the focus leaves it. */
export function LocationRow({
  location,
  hoursText = 'hoursText' in location ? location.hoursText : '',
  row,
  grip,
  only = false,
  onDone,
}: {
  readonly location: LocationFields | LocationView;
  readonly hoursText?: string;
  readonly row?: RowOrdering;
  readonly grip?: GripOrdering;
  /** The last one cannot be archived. */
  readonly only?: boolean;
  /** Of a new one: made, or given up. */
  readonly onDone?: () => void;
}) {
  const trpc = useTrpc();
  const { saveLocation, seen } = usePracticeWrites();
  const archive = useWrite(trpc.practice.location.archive.mutationOptions());
  const id = 'id' in location ? location.id : null;
  const state = useSavedForm({
    schema: locationFields,
    stored: { name: location.name, timeZone: location.timeZone, openingHours: [...location.openingHours] },
    prefix: 'location',
    save: async (values) => {
      await saveLocation(id === null ? { location: values } : { seen: seen(id), location: values });
      onDone?.();
    },
  });
  const { control } = state.form;
  const name = location.name || 'New location';
  return (
    <li className={styles.location} {...row}>
      <div className={styles.where}>
        {grip && (
          <span className={styles.grip} title="Drag to change the order" {...grip}>
            <GripVertical size={16} strokeWidth={1.5} aria-hidden />
          </span>
        )}
        <h3>{name}</h3>
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
          !only && (
            <IconButton aria-label={`Archive ${name}`} title={`Archive ${name}`} onClick={() => archive.mutate({ seen: seen(id) })}>
              <Archive size={16} strokeWidth={1.5} aria-hidden />
            </IconButton>
          )
        )}
      </div>
      <SavedForm state={state} label={name} whole={id === null}>
        <Fields>
          <TextLine control={control} name="name" label="Name" placeholder="Downtown" width="20rem" />
          <HoursField control={control} text={hoursText} onRead={id === null ? undefined : () => void state.commit()} />
          <Choice control={control} name="timeZone" label="Time zone" options={timeZoneOptions(location.timeZone)} width="20rem" />
        </Fields>
      </SavedForm>
    </li>
  );
}
