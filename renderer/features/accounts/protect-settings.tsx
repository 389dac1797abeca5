import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { useAccess } from '../../api/access.ts';
import { useApi } from '../../api/api-provider.tsx';
import { Section } from '../../ui/section.tsx';
import { Below } from './below.tsx';
import styles from './entry.module.css';
import { PassphraseField } from './passphrase-field.tsx';
import { PinField } from './pin-field.tsx';
import { useRefused } from './use-refused.ts';

/** The first passphrase of the practice: it makes whoever is here its owner, and goes on to the printed recovery key at once. */
export function ProtectSettings() {
  const { protected: isProtected } = useAccess();
  // What it was at first: once it is done, the page goes on by itself.
  const [before] = useState(isProtected);
  return before ? <Navigate to="/settings/security" replace /> : <Protect />;
}

function Protect() {
  const { client } = useApi();
  const navigate = useNavigate();
  const id = useId();
  const nameField = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [pin, setPin] = useState('');
  const refused = useRefused();
  useEffect(() => nameField.current?.focus(), []);
  const { mutate, isPending } = useMutation({
    mutationFn: async () => {
      await client.access.protect.mutate({ name, passphrase, pin: pin === '' ? null : pin });
      // Given a moment ago, so the recovery key does not ask for it again.
      await client.access.confirm.mutate({ passphrase });
    },
    onSuccess: () => void navigate('/settings/recovery-key'),
    onError: refused.take,
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isPending) return;
    refused.clear();
    mutate();
  };
  const nameSentence = refused.sentence('name', true);
  return (
    <Section title="Protect this practice">
      <p>
        Until now the file opens for anyone who can use this computer. With a passphrase it opens only for those who sign in, also when the
        laptop is stolen. You become its owner, and can let others sign in afterwards.
      </p>
      <form className={`${styles.form} ${styles.narrow}`} aria-label="Protect this practice" noValidate onSubmit={submit}>
        <div className={styles.field}>
          <label className={styles.label} htmlFor={id}>
            Your name
          </label>
          <input
            id={id}
            ref={nameField}
            className={styles.input}
            value={name}
            autoComplete="off"
            spellCheck={false}
            maxLength={120}
            aria-invalid={nameSentence ? true : undefined}
            aria-describedby={`${id}-below`}
            onChange={(event) => setName(event.target.value)}
          />
          <Below id={`${id}-below`} tone={nameSentence ? 'bad' : undefined}>
            {nameSentence ?? 'You sign in with it.'}
          </Below>
        </div>
        <PassphraseField
          label="Passphrase"
          autoComplete="new-password"
          name={name}
          value={passphrase}
          onChange={setPassphrase}
          error={refused.sentence('passphrase')}
        />
        <PinField
          label="PIN, if you like"
          value={pin}
          onChange={setPin}
          error={refused.sentence('pin')}
          hint="Six digits. With it you come back quickly while the practice is open."
        />
        <div className={styles.tools}>
          <Button type="submit" variant="contained" color="primary" disabled={isPending}>
            {isPending ? 'Locking the file with your passphrase' : 'Protect this practice'}
          </Button>
        </div>
        <p className={styles.below}>Next you print a recovery key, for the day the passphrase is forgotten.</p>
      </form>
    </Section>
  );
}
