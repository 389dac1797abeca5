import { useId } from 'react';
import { Below } from './below.tsx';
import styles from './entry.module.css';

/** One group of the printed key, typed back. */
export function CompareField({
  group,
  value,
  onChange,
  error,
}: {
  /** Counted from 1. */
  readonly group: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        Group {group}
      </label>
      <input
        id={id}
        className={`${styles.input} num`}
        style={{ width: '8rem', letterSpacing: '0.1em' }}
        value={value}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-below`}
        onChange={(event) => onChange(event.target.value.toLocaleUpperCase('en-US'))}
      />
      <Below id={`${id}-below`} tone={error ? 'bad' : undefined}>
        {error}
      </Below>
    </div>
  );
}
