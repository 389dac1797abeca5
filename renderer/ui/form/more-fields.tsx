import { useState, type ReactNode } from 'react';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { dollarsText, readDollars } from '../money-text.ts';
import { Field } from './field.tsx';
import styles from './form.module.css';

interface Bound<Values extends FieldValues> {
  readonly control: Control<Values, unknown, FieldValues>;
  readonly name: FieldPath<Values>;
  readonly label: string;
  readonly hint?: ReactNode;
}

/** Several lines of text. */
export function TextLines<Values extends FieldValues>({
  control,
  name,
  label,
  hint,
  rows = 2,
}: Bound<Values> & { readonly rows?: number }) {
  const { field, fieldState } = useController({ control, name });
  return (
    <Field label={label} hint={hint} error={fieldState.error?.message}>
      {(parts) => <textarea {...parts} {...field} value={field.value ?? ''} className={styles.input} rows={rows} />}
    </Field>
  );
}

/** A date, or null while there is none. */
export function OptionalDate<Values extends FieldValues>({ control, name, label, hint }: Bound<Values>) {
  const { field, fieldState } = useController({ control, name });
  return (
    <Field label={label} hint={hint} error={fieldState.error?.message}>
      {(parts) => (
        <input
          {...parts}
          name={field.name}
          ref={field.ref}
          onBlur={field.onBlur}
          value={field.value ?? ''}
          onChange={(event) => field.onChange(event.target.value === '' ? null : event.target.value)}
          className={`${styles.input} num`}
          style={{ width: '10rem' }}
          type="date"
        />
      )}
    </Field>
  );
}

/** A time of day as minutes since midnight, or null while there is none. */
export function OptionalTime<Values extends FieldValues>({ control, name, label, hint }: Bound<Values>) {
  const { field, fieldState } = useController({ control, name });
  const minute: unknown = field.value;
  const text =
    typeof minute === 'number' ? `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}` : '';
  return (
    <Field label={label} hint={hint} error={fieldState.error?.message}>
      {(parts) => (
        <input
          {...parts}
          name={field.name}
          ref={field.ref}
          onBlur={field.onBlur}
          value={text}
          onChange={(event) => {
            const [hours, minutes] = event.target.value.split(':').map(Number);
            field.onChange(hours === undefined || minutes === undefined || event.target.value === '' ? null : hours * 60 + minutes);
          }}
          className={`${styles.input} num`}
          style={{ width: '8rem' }}
          type="time"
        />
      )}
    </Field>
  );
}

/** An amount in dollars, kept in cents. Nothing typed is null, or 0 where `empty` says so; what is no amount is refused by the form. */
export function Dollars<Values extends FieldValues>({
  control,
  name,
  label,
  hint,
  empty = null,
}: Bound<Values> & { readonly empty?: null | 0 }) {
  const { field, fieldState } = useController({ control, name });
  const shown = typeof field.value === 'number' && field.value !== empty && !Number.isNaN(field.value) ? dollarsText(field.value) : '';
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = Number.isNaN(field.value);
  return (
    <Field label={label} hint={hint} error={wrong ? 'Write an amount, like 12.50.' : fieldState.error?.message}>
      {(parts) => (
        <span className={styles.withUnit}>
          $
          <input
            {...parts}
            name={field.name}
            ref={field.ref}
            value={typed ?? shown}
            onChange={(event) => {
              const text = event.target.value;
              setTyped(text);
              field.onChange(text.trim() === '' ? empty : (readDollars(text) ?? Number.NaN));
            }}
            onBlur={() => {
              field.onBlur();
              if (!wrong) setTyped(null);
            }}
            className={`${styles.input} num`}
            style={{ width: '7rem', textAlign: 'right' }}
            inputMode="decimal"
            autoComplete="off"
          />
        </span>
      )}
    </Field>
  );
}
