import type { ReactNode } from 'react';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { Field } from './field.tsx';
import styles from './form.module.css';

interface Bound<Values extends FieldValues> {
  readonly control: Control<Values, unknown, FieldValues>;
  readonly name: FieldPath<Values>;
  readonly label: string;
  readonly hint?: ReactNode;
}

/** A choice: what is kept, as text, and what it is called. */
export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
}

/** One line of text. */
export function TextLine<Values extends FieldValues>({
  control,
  name,
  label,
  hint,
  width,
  type = 'text',
  placeholder,
}: Bound<Values> & {
  /** CSS width; the whole column when left out. */
  readonly width?: string;
  readonly type?: 'text' | 'tel' | 'date';
  readonly placeholder?: string;
}) {
  const { field, fieldState } = useController({ control, name });
  return (
    <Field label={label} hint={hint} error={fieldState.error?.message}>
      {(parts) => (
        <input
          {...parts}
          {...field}
          value={field.value ?? ''}
          className={styles.input}
          type={type}
          placeholder={placeholder}
          style={width ? { width } : undefined}
          autoComplete="off"
        />
      )}
    </Field>
  );
}

/** A whole number with its unit. */
export function WholeNumber<Values extends FieldValues>({
  control,
  name,
  label,
  hint,
  unit,
  min = 0,
  max,
  per = 1,
}: Bound<Values> & {
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  /** How many of what is kept make one of what is shown: 60 shows minutes as hours. */
  readonly per?: number;
}) {
  const { field, fieldState } = useController({ control, name });
  return (
    <Field label={label} hint={hint} error={fieldState.error?.message}>
      {(parts) => (
        <span className={styles.withUnit}>
          <input
            {...parts}
            name={field.name}
            ref={field.ref}
            onBlur={field.onBlur}
            value={Number.isFinite(field.value) ? String(field.value / per) : ''}
            onChange={(event) => field.onChange(event.target.value === '' ? null : Math.round(Number(event.target.value) * per))}
            className={`${styles.input} num`}
            style={{ width: '5.5rem' }}
            type="number"
            min={min}
            max={max}
            step={per === 1 ? 1 : 'any'}
          />
          {unit}
        </span>
      )}
    </Field>
  );
}

/** A time of day, kept as minutes since midnight. */
export function TimeOfDay<Values extends FieldValues>({ control, name, label, hint }: Bound<Values>) {
  const { field, fieldState } = useController({ control, name });
  return (
    <Field label={label} hint={hint} error={fieldState.error?.message}>
      {(parts) => (
        <input
          {...parts}
          name={field.name}
          ref={field.ref}
          onBlur={field.onBlur}
          value={clockText(Number(field.value))}
          onChange={(event) => {
            const minute = minuteOf(event.target.value);
            if (minute !== null) field.onChange(minute);
          }}
          className={`${styles.input} num`}
          style={{ width: '8rem' }}
          type="time"
        />
      )}
    </Field>
  );
}

/** One of a few choices. `read` turns the chosen text into the value, for numbers and null. */
export function Choice<Values extends FieldValues>({
  control,
  name,
  label,
  hint,
  options,
  read = (text) => text,
  width,
}: Bound<Values> & {
  readonly options: readonly ChoiceOption[];
  readonly read?: (text: string) => unknown;
  readonly width?: string;
}) {
  const { field, fieldState } = useController({ control, name });
  return (
    <Field label={label} hint={hint} error={fieldState.error?.message}>
      {(parts) => (
        <select
          {...parts}
          name={field.name}
          ref={field.ref}
          onBlur={field.onBlur}
          value={field.value === null || field.value === undefined ? '' : String(field.value)}
          onChange={(event) => field.onChange(read(event.target.value))}
          className={styles.input}
          style={width ? { width } : undefined}
        >
          {options.map(({ value, label: words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Yes or no, said as a sentence. */
export function Tick<Values extends FieldValues>({
  control,
  name,
  label,
  hint,
  alone = false,
}: Bound<Values> & {
  /** Stands without fields above it, so that no label column is kept free. */
  readonly alone?: boolean;
}) {
  const {
    field: { ref, onBlur, onChange, value },
    fieldState,
  } = useController({ control, name });
  const below = fieldState.error?.message ?? hint;
  return (
    <div className={alone ? undefined : styles.field}>
      {!alone && <span />}
      <div className={styles.control}>
        <label className={styles.tick}>
          <input
            type="checkbox"
            name={name}
            ref={ref}
            onBlur={onBlur}
            checked={value === true}
            onChange={(event) => onChange(event.target.checked)}
          />
          {label}
        </label>
        {below && <p className={fieldState.error ? styles.error : styles.hint}>{below}</p>}
      </div>
    </div>
  );
}

/** Minutes since midnight as a time field wants them: 510 is "08:30". */
export function clockText(minute: number): string {
  if (!Number.isInteger(minute)) return '';
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** What a time field holds as minutes since midnight; null while it is not whole. */
export function minuteOf(text: string): number | null {
  const [hours, minutes] = text.split(':').map(Number);
  if (hours === undefined || minutes === undefined || !Number.isInteger(hours * 60 + minutes)) return null;
  return hours * 60 + minutes;
}
