import { useId, type ReactNode } from 'react';
import styles from './form.module.css';

/** What a control in a `Field` carries, so that label, hint and sentence belong to it. */
export interface FieldParts {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** A label, a control, and below it the refusal's sentence or else a hint. */
export function Field({
  label,
  hint,
  error,
  children,
}: {
  readonly label: string;
  readonly hint?: ReactNode;
  /** The sentence of a refusal; takes the hint's place. */
  readonly error?: string | undefined;
  readonly children: (parts: FieldParts) => ReactNode;
}) {
  const id = useId();
  const below = error || hint;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.control}>
        {children({ id, 'aria-describedby': below ? `${id}-below` : undefined, 'aria-invalid': error ? true : undefined })}
        {below && (
          <p id={`${id}-below`} className={error ? styles.error : styles.hint}>
            {below}
          </p>
        )}
      </div>
    </div>
  );
}
