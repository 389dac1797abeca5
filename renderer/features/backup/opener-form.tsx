import Button from '@mui/material/Button';
import { useState } from 'react';
import type { BackupOpener } from '../../../preload/contract/backup/backup.ts';
import { refusalOf } from '../../api/refusal.ts';
import { Field } from '../../ui/form/field.tsx';
import { Fields } from '../../ui/form/fields.tsx';
import form from '../../ui/form/form.module.css';
import styles from './backup.module.css';

/** Asks for what opens a backup of another day: a name and passphrase, or the printed recovery key. */
export function OpenerForm({
  busy,
  error,
  onOpen,
  words = 'This backup has a passphrase. Open it with one of the day it was made; nothing is changed by that.',
  action = 'Open the backup',
}: {
  readonly busy: boolean;
  /** What the last try was refused with. */
  readonly error: unknown;
  readonly onOpen: (opener: BackupOpener) => void;
  /** What is asked for, and why. */
  readonly words?: string;
  readonly action?: string;
}) {
  const [byKey, setByKey] = useState(false);
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [recoveryKey, setRecoveryKey] = useState('');
  const { message, fields = {} } = error ? refusalOf(error) : { message: undefined };
  const beside = fields['opener.passphrase'] ?? fields['opener.recoveryKey'] ?? fields['opener.name'];
  return (
    <form
      className={styles.opener}
      aria-label={action}
      onSubmit={(event) => {
        event.preventDefault();
        onOpen(byKey ? { kind: 'recovery', recoveryKey } : { kind: 'passphrase', name, passphrase });
      }}
    >
      <p>{words}</p>
      <Fields>
        {byKey ? (
          <Field label="Recovery key" hint="The 8 groups of 5 on the printed sheet of that time" error={fields['opener.recoveryKey']}>
            {(parts) => (
              <input
                {...parts}
                className={form.input}
                value={recoveryKey}
                onChange={(event) => setRecoveryKey(event.target.value)}
                autoComplete="off"
              />
            )}
          </Field>
        ) : (
          <>
            <Field label="Name" error={fields['opener.name']}>
              {(parts) => (
                <input
                  {...parts}
                  className={form.input}
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                  autoComplete="off"
                />
              )}
            </Field>
            <Field label="Passphrase" error={fields['opener.passphrase']}>
              {(parts) => (
                <input
                  {...parts}
                  className={form.input}
                  type="password"
                  value={passphrase}
                  onChange={(event) => setPassphrase(event.target.value)}
                  autoComplete="current-password"
                />
              )}
            </Field>
          </>
        )}
      </Fields>
      {message && !beside && (
        <p className={styles.refused} role="alert">
          {message}
        </p>
      )}
      <div className={styles.tools}>
        <Button
          type="submit"
          variant="contained"
          color="primary"
          disabled={busy || (byKey ? recoveryKey === '' : name === '' || passphrase === '')}
        >
          {action}
        </Button>
        <Button onClick={() => setByKey(!byKey)}>{byKey ? 'Use a passphrase' : 'Use the recovery key'}</Button>
      </div>
    </form>
  );
}
