import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import { useTrpc } from '../../api/api-provider.tsx';
import { Below } from './below.tsx';
import styles from './entry.module.css';
import { PassphraseField } from './passphrase-field.tsx';
import { useRefused } from './use-refused.ts';

/** Signs in by name and passphrase. `onSignedIn` gets the passphrase, which the choice of an own one asks for. */
export function PassphraseForm({
  name: firstName,
  onSignedIn,
}: {
  /** Already chosen, or ''. */
  readonly name: string;
  readonly onSignedIn: (passphrase: string) => void;
}) {
  const trpc = useTrpc();
  const id = useId();
  const nameField = useRef<HTMLInputElement>(null);
  const passphraseField = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(firstName);
  const [passphrase, setPassphrase] = useState('');
  const refused = useRefused();
  const { mutate, isPending } = useMutation(trpc.access.signIn.mutationOptions());
  useEffect(() => {
    (firstName === '' ? nameField : passphraseField).current?.focus();
  }, [firstName]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isPending || refused.waiting) return;
    refused.clear();
    onSignedIn(passphrase);
    mutate(
      { name, passphrase },
      {
        onError: (error) => {
          refused.take(error);
          passphraseField.current?.select();
        },
      },
    );
  };
  return (
    <form className={styles.form} aria-label="Sign in" noValidate onSubmit={submit}>
      <div className={styles.field}>
        <label className={styles.label} htmlFor={id}>
          Your name
        </label>
        <input
          id={id}
          ref={nameField}
          name="username"
          className={styles.input}
          value={name}
          autoComplete="off"
          spellCheck={false}
          maxLength={120}
          aria-invalid={refused.sentence('name') ? true : undefined}
          aria-describedby={`${id}-below`}
          onChange={(event) => setName(event.target.value)}
        />
        {refused.sentence('name') && (
          <Below id={`${id}-below`} tone="bad">
            {refused.sentence('name')}
          </Below>
        )}
      </div>
      <PassphraseField
        ref={passphraseField}
        label="Passphrase"
        autoComplete="current-password"
        value={passphrase}
        onChange={setPassphrase}
        error={refused.sentence('passphrase', true)}
      />
      <div className={styles.tools}>
        <Button type="submit" variant="contained" color="primary" className={styles.strong ?? ''} disabled={isPending || refused.waiting}>
          {isPending ? 'Opening the practice' : 'Sign in'}
        </Button>
      </div>
    </form>
  );
}
