import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import type { AccountView } from '../../../preload/contract/accounts/access.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { Fields } from '../../ui/form/fields.tsx';
import { showNotice } from '../../ui/notices/notice.store.ts';
import styles from './accounts.module.css';
import { FirstPassphrase } from './first-passphrase.tsx';
import { useRefused } from './use-refused.ts';

/** A new first passphrase for someone who forgot theirs, or who comes back. */
export function GivePassphrase({ account, onDone }: { readonly account: AccountView; readonly onDone: () => void }) {
  const trpc = useTrpc();
  const { id, version, name, deactivatedAt } = account;
  const [passphrase, setPassphrase] = useState('');
  const refused = useRefused();
  const options = {
    onSuccess: () => {
      showNotice({ tone: 'done' as const, text: `${name} can sign in with the passphrase you chose, once.` });
      onDone();
    },
    onError: refused.take,
  };
  const reset = useMutation(trpc.access.account.resetPassphrase.mutationOptions(options));
  const reactivate = useMutation(trpc.access.account.reactivate.mutationOptions(options));
  const { mutate, isPending } = deactivatedAt === null ? reset : reactivate;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isPending) return;
    refused.clear();
    mutate({ seen: { id, version }, passphrase });
  };
  return (
    <form className={styles.form} aria-label={`First passphrase for ${name}`} noValidate onSubmit={submit}>
      <Fields>
        <FirstPassphrase name={name} value={passphrase} onChange={setPassphrase} error={refused.sentence('passphrase', true)} />
      </Fields>
      <div className={styles.tools}>
        <Button type="submit" variant="contained" color="primary" disabled={isPending}>
          {deactivatedAt === null ? 'Use this passphrase' : `Let ${name} sign in again`}
        </Button>
        <Button variant="text" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
