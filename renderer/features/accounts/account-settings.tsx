import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAccess } from '../../api/access.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { AccountLine } from './account-line.tsx';
import styles from './accounts.module.css';
import { AddAccount } from './add-account.tsx';

/** Everyone who signs in, and what each may do. */
export function AccountSettings() {
  const trpc = useTrpc();
  const navigate = useNavigate();
  const { protected: isProtected } = useAccess();
  const { data, error, refetch } = useQuery(trpc.access.account.list.queryOptions());
  const [adding, setAdding] = useState(false);
  if (!isProtected) {
    return (
      <EmptyState
        title="Nobody signs in yet"
        action={{ label: 'Protect this practice', perform: () => void navigate('/settings/protect') }}
      >
        Choose a passphrase for the practice first. Then others can sign in too, each with what they may see and do.
      </EmptyState>
    );
  }
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const { accounts, rolesToGive } = data;
  return (
    <Section
      title="People who sign in"
      tools={!adding && rolesToGive.length > 0 && <Button onClick={() => setAdding(true)}>Add someone</Button>}
    >
      {adding && <AddAccount roles={rolesToGive} onDone={() => setAdding(false)} />}
      <ul className={styles.accounts} aria-label="People who sign in">
        {accounts.map((account) => (
          <AccountLine key={account.id} account={account} roles={rolesToGive} />
        ))}
      </ul>
    </Section>
  );
}
