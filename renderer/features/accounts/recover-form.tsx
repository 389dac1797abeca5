import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import { useTrpc } from '../../api/api-provider.tsx';
import { Below } from './below.tsx';
import styles from './entry.module.css';
import { PassphraseField } from './passphrase-field.tsx';
import { useRefused } from './use-refused.ts';

/** For whoever forgot: the printed key opens the practice and gives their name a new passphrase. */
export function RecoverForm({ name: firstName }: { readonly name: string }) {
  const trpc = useTrpc();
  const id = useId();
  const nameField = useRef<HTMLInputElement>(null);
  const keyField = useRef<HTMLTextAreaElement>(null);
  const [name, setName] = useState(firstName);
  const [recoveryKey, setRecoveryKey] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const refused = useRefused();
  const { mutate, isPending } = useMutation(trpc.access.recover.mutationOptions());
  useEffect(() => {
    (firstName === '' ? nameField : keyField).current?.focus();
  }, [firstName]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isPending || refused.waiting) return;
    refused.clear();
    mutate({ name, recoveryKey, passphrase }, { onError: refused.take });
  };
  const keySentence = refused.sentence('recoveryKey', true);
  return (
    <form className={styles.form} aria-label="Use the recovery key" noValidate onSubmit={submit}>
      <div className={styles.field}>
        <label className={styles.label} htmlFor={`${id}-name`}>
          Your name
        </label>
        <input
          id={`${id}-name`}
          ref={nameField}
          className={styles.input}
          value={name}
          autoComplete="off"
          spellCheck={false}
          maxLength={120}
          aria-invalid={refused.sentence('name') ? true : undefined}
          aria-describedby={`${id}-name-below`}
          onChange={(event) => setName(event.target.value)}
        />
        <Below id={`${id}-name-below`} tone={refused.sentence('name') ? 'bad' : undefined}>
          {refused.sentence('name') ?? 'As you sign in. A name that is new here becomes an owner.'}
        </Below>
      </div>
      <div className={styles.field}>
        <label className={styles.label} htmlFor={`${id}-key`}>
          Recovery key
        </label>
        <textarea
          id={`${id}-key`}
          ref={keyField}
          className={`${styles.input} ${styles.key} num`}
          rows={2}
          value={recoveryKey}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={200}
          aria-invalid={keySentence ? true : undefined}
          aria-describedby={`${id}-key-below`}
          onChange={(event) => setRecoveryKey(event.target.value)}
        />
        <Below id={`${id}-key-below`} tone={keySentence ? 'bad' : undefined}>
          {keySentence ?? 'The 8 groups of 5 from the printed sheet, with or without dashes.'}
        </Below>
      </div>
      <PassphraseField
        label="New passphrase"
        autoComplete="new-password"
        name={name}
        value={passphrase}
        onChange={setPassphrase}
        error={refused.sentence('passphrase')}
      />
      <div className={styles.tools}>
        <Button type="submit" variant="contained" color="primary" className={styles.strong ?? ''} disabled={isPending || refused.waiting}>
          {isPending ? 'Opening the practice' : 'Open with the recovery key'}
        </Button>
      </div>
    </form>
  );
}
