import { useId, type Ref } from 'react';
import { Below } from './below.tsx';
import styles from './entry.module.css';

/** Six digits. `onFull` is called with them once they are all there. */
export function PinField({
  label,
  value,
  onChange,
  onFull,
  error,
  hint,
  ref,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onFull?: (pin: string) => void;
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
  readonly ref?: Ref<HTMLInputElement>;
}) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        ref={ref}
        className={`${styles.input} ${styles.pin} num`}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-below`}
        onChange={(event) => {
          const pin = event.target.value.replaceAll(/\D/g, '');
          onChange(pin);
          if (pin.length === 6 && pin !== value) onFull?.(pin);
        }}
      />
      <Below id={`${id}-below`} tone={error ? 'bad' : undefined}>
        {error ?? hint}
      </Below>
    </div>
  );
}
