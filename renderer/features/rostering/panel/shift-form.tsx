import { useController, type Control } from 'react-hook-form';
import type { PositionView } from '../../../../preload/contract/practice/practice.ts';
import { shiftFields, type ShiftFields } from '../../../../preload/contract/rostering/rostering.ts';
import type { Id } from '../../../../preload/contract/shared/primitives.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { useWrite } from '../../../app/use-write.ts';
import { Field } from '../../../ui/form/field.tsx';
import { clockText, Choice, minuteOf, TextLine } from '../../../ui/form/form-fields.tsx';
import { SavedForm } from '../../../ui/form/saved-form.tsx';
import { useSavedForm } from '../../../ui/form/use-saved-form.ts';
import styles from './shift-panel.module.css';

interface ShiftFormProps {
  readonly detail: { readonly id: Id; readonly version: number; readonly shift: ShiftFields };
  readonly positions: readonly PositionView[];
}

const dayMinutes = 1440;

const meals = [
  { value: '', label: 'The usual one' },
  { value: '0', label: 'None' },
  ...[15, 20, 30, 45, 60, 90].map((minutes) => ({ value: String(minutes), label: `${minutes} min` })),
];

/** One shift's times, position, meal and note; saved field by field as they are left. */
export function ShiftForm({ detail, positions }: ShiftFormProps) {
  const trpc = useTrpc();
  const { mutateAsync } = useWrite(trpc.rostering.shift.save.mutationOptions(), { sayRefusal: false });
  const state = useSavedForm<ShiftFields>({
    schema: shiftFields,
    stored: detail.shift,
    prefix: 'shift',
    save: (shift) => mutateAsync({ seen: { id: detail.id, version: detail.version }, shift }),
  });
  const { control } = state.form;
  const known = meals.some(({ value }) => value === String(detail.shift.mealMinutes ?? ''));
  const options = known ? meals : [...meals, { value: String(detail.shift.mealMinutes), label: `${detail.shift.mealMinutes} min` }];
  return (
    <SavedForm state={state} label="Shift">
      <div className={styles['fields']}>
        <ShiftTimes control={control} />
        <Choice
          control={control}
          name="positionId"
          label="Position"
          options={positions.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Choice
          control={control}
          name="mealMinutes"
          label="Lunch, unpaid"
          options={options}
          read={(text) => (text === '' ? null : Number(text))}
        />
        <MealStart control={control} />
        <TextLine control={control} name="note" label="Note" />
      </div>
    </SavedForm>
  );
}

/** Start and end; an end before the start is on the next day. */
function ShiftTimes({ control }: { readonly control: Control<ShiftFields, unknown, ShiftFields> }) {
  const start = useController({ control, name: 'startMinute' });
  const length = useController({ control, name: 'lengthMinutes' });
  const end = (start.field.value + length.field.value) % dayMinutes;
  const span = (from: number, to: number): number => (to - from + dayMinutes) % dayMinutes || dayMinutes;
  return (
    <div className={styles['times']}>
      <Field label="From" error={start.fieldState.error?.message}>
        {(parts) => (
          <input
            {...parts}
            type="time"
            className={styles['time']}
            ref={start.field.ref}
            name={start.field.name}
            value={clockText(start.field.value)}
            onBlur={start.field.onBlur}
            onChange={(event) => {
              const from = minuteOf(event.target.value);
              if (from === null) return;
              start.field.onChange(from);
              length.field.onChange(span(from, end));
            }}
          />
        )}
      </Field>
      <Field label="To" error={length.fieldState.error?.message}>
        {(parts) => (
          <input
            {...parts}
            type="time"
            className={styles['time']}
            ref={length.field.ref}
            name={length.field.name}
            value={clockText(end)}
            onBlur={length.field.onBlur}
            onChange={(event) => {
              const to = minuteOf(event.target.value);
              if (to !== null) length.field.onChange(span(start.field.value, to));
            }}
          />
        )}
      </Field>
    </div>
  );
}

function MealStart({ control }: { readonly control: Control<ShiftFields, unknown, ShiftFields> }) {
  const { field, fieldState } = useController({ control, name: 'mealStartMinute' });
  return (
    <Field label="Lunch begins" hint="Empty takes the usual time." error={fieldState.error?.message}>
      {(parts) => (
        <input
          {...parts}
          type="time"
          className={styles['time']}
          ref={field.ref}
          name={field.name}
          value={field.value === null ? '' : clockText(field.value)}
          onBlur={field.onBlur}
          onChange={(event) => field.onChange(minuteOf(event.target.value))}
        />
      )}
    </Field>
  );
}
