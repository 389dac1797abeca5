import { useId, type ReactNode } from 'react';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import type { ChoiceOption } from './form-fields.tsx';
import styles from './form.module.css';

interface BoundCell<Values extends FieldValues> {
  readonly control: Control<Values, unknown, FieldValues>;
  readonly name: FieldPath<Values>;
  /** Read out; a line of fields shows no labels. */
  readonly label: string;
}

/** A text field of a line. */
export function CellText<Values extends FieldValues>({
  control,
  name,
  label,
  placeholder,
  maxLength,
  capitals = false,
  focus = false,
  type = 'text',
}: BoundCell<Values> & {
  readonly placeholder?: string;
  readonly maxLength?: number;
  /** What is typed becomes capital letters. */
  readonly capitals?: boolean;
  /** Takes the focus when it appears: the first field of a new line. */
  readonly focus?: boolean;
  readonly type?: 'text' | 'date';
}) {
  const {
    field: { ref, onBlur, onChange, value },
    fieldState,
  } = useController({ control, name });
  const error = fieldState.error?.message;
  const errorId = useId();
  return (
    <Cell error={error} errorId={errorId}>
      <input
        name={name}
        ref={(input) => {
          ref(input);
          if (focus && input && !input.dataset['shown']) {
            input.dataset['shown'] = 'yes';
            input.focus();
          }
        }}
        onBlur={onBlur}
        value={value ?? ''}
        onChange={(event) => onChange(capitals ? event.target.value.toLocaleUpperCase('en-US') : event.target.value)}
        className={styles.input}
        type={type}
        aria-label={label}
        aria-describedby={error ? errorId : undefined}
        aria-invalid={error ? true : undefined}
        placeholder={placeholder}
        maxLength={maxLength}
        autoComplete="off"
      />
    </Cell>
  );
}

/** One of a few choices, in a line. */
export function CellChoice<Values extends FieldValues>({
  control,
  name,
  label,
  options,
  read = (text) => text,
}: BoundCell<Values> & { readonly options: readonly ChoiceOption[]; readonly read?: (text: string) => unknown }) {
  const {
    field: { ref, onBlur, onChange, value },
    fieldState,
  } = useController({ control, name });
  const error = fieldState.error?.message;
  const errorId = useId();
  return (
    <Cell error={error} errorId={errorId}>
      <select
        name={name}
        ref={ref}
        onBlur={onBlur}
        value={value ?? ''}
        onChange={(event) => onChange(read(event.target.value))}
        className={styles.input}
        aria-label={label}
        aria-describedby={error ? errorId : undefined}
        aria-invalid={error ? true : undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Cell>
  );
}

/** A yes or no, in a line. */
export function CellTick<Values extends FieldValues>({ control, name, label, words }: BoundCell<Values> & { readonly words: string }) {
  const {
    field: { ref, onBlur, onChange, value },
  } = useController({ control, name });
  return (
    <label className={styles.tick}>
      <input
        type="checkbox"
        name={name}
        ref={ref}
        onBlur={onBlur}
        checked={value === true}
        aria-label={label}
        onChange={(event) => onChange(event.target.checked)}
      />
      {words}
    </label>
  );
}

function Cell({
  error,
  errorId,
  children,
}: {
  readonly error: string | undefined;
  readonly errorId: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.control}>
      {children}
      {error && (
        <p id={errorId} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}
