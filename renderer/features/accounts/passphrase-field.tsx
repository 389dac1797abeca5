import { useId, useState, type KeyboardEvent, type Ref } from 'react';
import { Below } from './below.tsx';
import styles from './entry.module.css';
import { usePassphraseCheck } from './use-passphrase-check.ts';

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The sentence of a refusal. */
  readonly error?: string | undefined;
  /** `new-password` also says what the passphrase is worth while it is typed. */
  readonly autoComplete: 'current-password' | 'new-password';
  /** Whose passphrase it becomes, for what it is worth. */
  readonly name?: string;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A passphrase: hidden until one asks to see it, with a hint while Caps Lock is on. */
export function PassphraseField({ label, value, onChange, error, autoComplete, name = '', ref }: PassphraseFieldProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const isNew = autoComplete === 'new-password';
  const check = usePassphraseCheck(isNew ? value : null, name);
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  const capsHint = capsLock ? 'Caps Lock is on.' : undefined;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        ref={ref}
        className={styles.input}
        type={shown ? 'text' : 'password'}
        value={value}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={1024}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-below`}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={watchCapsLock}
        onKeyUp={watchCapsLock}
      />
      <Below id={`${id}-below`} tone={error ? 'bad' : check?.good ? 'ok' : undefined}>
        {error ?? capsHint ?? check?.words}
      </Below>
      <label className={styles.tick}>
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        Show what I type
      </label>
    </div>
  );
}
