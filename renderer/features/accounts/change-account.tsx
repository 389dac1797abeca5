import Button from '@mui/material/Button';
import { useState, type SubmitEvent } from 'react';
import type { AccountRole, AccountView } from '../../../preload/contract/accounts/access.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { useWrite } from '../../app/use-write.ts';
import { Fields } from '../../ui/form/fields.tsx';
import { PersonField, RoleField } from './account-fields.tsx';
import styles from './accounts.module.css';
import { Below } from './below.tsx';
import { useRefused } from './use-refused.ts';

/** Role and person of an account. */
export function ChangeAccount({
  account,
  roles,
  onDone,
}: {
  readonly account: AccountView;
  readonly roles: readonly AccountRole[];
  readonly onDone: () => void;
}) {
  const trpc = useTrpc();
  const [role, setRole] = useState(account.role);
  const [personId, setPersonId] = useState(account.personId);
  const refused = useRefused();
  const { mutate, isPending } = useWrite(trpc.access.account.change.mutationOptions({ onSuccess: onDone, onError: refused.take }), {
    sayRefusal: false,
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isPending) return;
    refused.clear();
    const { id, version, name } = account;
    mutate({ seen: { id, version }, name, role, personId });
  };
  const other = refused.sentence('', true);
  return (
    <form className={styles.form} aria-label={`Change the account of ${account.name}`} noValidate onSubmit={submit}>
      <Fields>
        <RoleField role={role} roles={roles} onChange={setRole} error={refused.sentence('role')} />
        <PersonField personId={personId} onChange={setPersonId} error={refused.sentence('personId')} />
      </Fields>
      {other && (
        <Below id={`refused-${account.id}`} tone="bad">
          {other}
        </Below>
      )}
      <div className={styles.tools}>
        <Button type="submit" variant="contained" color="primary" disabled={isPending}>
          Save
        </Button>
        <Button variant="text" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
