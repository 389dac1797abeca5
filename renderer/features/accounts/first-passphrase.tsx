import { Field } from '../../ui/form/field.tsx';
import form from '../../ui/form/form.module.css';
import { usePassphraseCheck } from './use-passphrase-check.ts';

/** A passphrase that is handed to someone and good for one sign-in. Shown while it is typed, as it is told to somebody anyway. */
export function FirstPassphrase({
  name,
  value,
  onChange,
  error,
}: {
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
}) {
  const check = usePassphraseCheck(value === '' ? null : value, name);
  return (
    <Field
      label="First passphrase"
      hint={check && !check.good ? check.words : 'Tell it to them. It is good for one sign-in; they choose their own then.'}
      error={error}
    >
      {(parts) => (
        <input
          {...parts}
          className={form.input}
          value={value}
          maxLength={1024}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
