import Button from '@mui/material/Button';
import { useState, type SubmitEvent } from 'react';
import type { AccountRole } from '../../../preload/contract/accounts/access.ts';
import type { Id } from '../../../preload/contract/shared/primitives.ts';
import { useMutation } from '@tanstack/react-query';
import { useTrpc } from '../../api/api-provider.tsx';
import { Field } from '../../ui/form/field.tsx';
import { Fields } from '../../ui/form/fields.tsx';
import form from '../../ui/form/form.module.css';
import { showNotice } from '../../ui/notices/notice.store.ts';
import { PersonField, RoleField } from './account-fields.tsx';
import styles from './accounts.module.css';
import { FirstPassphrase } from './first-passphrase.tsx';
import { useRefused } from './use-refused.ts';

/** Somebody new who signs in. */
export function AddAccount({ roles, onDone }: { readonly roles: readonly AccountRole[]; readonly onDone: () => void }) {
  const trpc = useTrpc();
  const [name, setName] = useState('');
  const [role, setRole] = useState<AccountRole>('staff');
  const [personId, setPersonId] = useState<Id | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const refused = useRefused();
  const { mutate, isPending } = useMutation(
    trpc.access.account.add.mutationOptions({
      onSuccess: (_added, input) => {
        showNotice({ tone: 'done', text: `${input.name} can sign in now, with the passphrase you chose.` });
        onDone();
      },
      onError: refused.take,
    }),
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isPending) return;
    refused.clear();
    mutate({ name, role, personId, passphrase });
  };
  return (
    <form className={styles.form} aria-label="Add someone who signs in" noValidate onSubmit={submit}>
      <Fields>
        <Field label="Name" hint="They sign in with it." error={refused.sentence('name', true)}>
          {(parts) => (
            <input
              {...parts}
              ref={(field) => {
                if (field && !field.dataset['shown']) {
                  field.dataset['shown'] = 'yes';
                  field.focus();
                }
              }}
              className={form.input}
              value={name}
              maxLength={120}
              autoComplete="off"
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <RoleField role={role} roles={roles} onChange={setRole} error={refused.sentence('role')} />
        <PersonField personId={personId} onChange={setPersonId} error={refused.sentence('personId')} />
        <FirstPassphrase name={name} value={passphrase} onChange={setPassphrase} error={refused.sentence('passphrase')} />
      </Fields>
      <div className={styles.tools}>
        <Button type="submit" variant="contained" color="primary" disabled={isPending}>
          Let them sign in
        </Button>
        <Button variant="text" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
