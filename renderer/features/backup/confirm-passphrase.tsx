import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTrpc } from '../../api/api-provider.tsx';
import { refusalOf } from '../../api/refusal.ts';
import { Field } from '../../ui/form/field.tsx';
import form from '../../ui/form/form.module.css';
import styles from './backup.module.css';

/** Asks for one's own passphrase again before something that cannot be left to whoever passes by. */
export function ConfirmPassphrase({ action, onConfirmed }: { readonly action: string; readonly onConfirmed: () => void }) {
  const trpc = useTrpc();
  const [passphrase, setPassphrase] = useState('');
  const confirm = useMutation(trpc.access.confirm.mutationOptions({ onSuccess: onConfirmed }));
  return (
    <form
      className={styles.opener}
      aria-label="Confirm"
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate({ passphrase });
      }}
    >
      <Field label="Your passphrase" hint="Asked again before this" error={confirm.error ? refusalOf(confirm.error).message : undefined}>
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
      <div className={styles.tools}>
        <Button type="submit" variant="contained" color="primary" disabled={confirm.isPending || passphrase === ''}>
          {action}
        </Button>
      </div>
    </form>
  );
}
