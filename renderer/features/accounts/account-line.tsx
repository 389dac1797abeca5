import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountRole, AccountView, OldBackups } from '../../../preload/contract/accounts/access.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { refusalOf } from '../../api/refusal.ts';
import { shortInstant } from '../../ui/dates.ts';
import { showNotice } from '../../ui/notices/notice.store.ts';
import styles from './accounts.module.css';
import { ChangeAccount } from './change-account.tsx';
import { GivePassphrase } from './give-passphrase.tsx';
import { roleWords } from './role-words.ts';

/** One person who signs in, or no longer does, with what may be done. */
export function AccountLine({ account, roles }: { readonly account: AccountView; readonly roles: readonly AccountRole[] }) {
  const trpc = useTrpc();
  const [open, setOpen] = useState<'change' | 'passphrase' | null>(null);
  const [left, setLeft] = useState<OldBackups>({ oldBackups: [] });
  const { id, version, name, deactivatedAt, mayChange, mayDeactivate } = account;
  const gone = deactivatedAt !== null;
  const { mutate: deactivate, isPending } = useMutation(
    trpc.access.account.deactivate.mutationOptions({
      onSuccess: (found) => {
        setLeft(found);
        showNotice({ tone: 'done', text: `${name} signs in no more. ${backupWords(found)}` });
      },
      onError: (error) => showNotice({ tone: 'refused', text: refusalOf(error).message }),
    }),
  );
  const close = () => setOpen(null);
  return (
    <li className={styles.account} data-gone={gone || undefined} aria-label={name}>
      <div className={styles.line}>
        <span className={styles.who}>
          <b>{name}</b>
          {account.isMe && ' (you)'}
          <small>{factsOf(account)}</small>
        </span>
        {mayChange && open === null && (
          <span className={styles.tools}>
            {!gone && <Button onClick={() => setOpen('change')}>Change</Button>}
            {!account.isMe && <Button onClick={() => setOpen('passphrase')}>{gone ? 'Let sign in again' : 'New first passphrase'}</Button>}
            {mayDeactivate && (
              <Button disabled={isPending} onClick={() => deactivate({ seen: { id, version } })}>
                {name} signs in no more
              </Button>
            )}
          </span>
        )}
      </div>
      {gone && left.oldBackups.length > 0 && <p className={styles.left}>Still open with their passphrase: {whichBackups(left)}.</p>}
      {open === 'change' && <ChangeAccount account={account} roles={roles} onDone={close} />}
      {open === 'passphrase' && <GivePassphrase account={account} onDone={close} />}
    </li>
  );
}

function factsOf({ role, personName, deactivatedAt, mustChangePassphrase, hasPin }: AccountView): string {
  const facts = [
    roleWords[role].name,
    personName === null ? '' : `${personName} on the schedule`,
    deactivatedAt === null ? '' : 'signs in no more',
    mustChangePassphrase && deactivatedAt === null ? 'has a first passphrase' : '',
    hasPin ? 'has a PIN' : '',
  ];
  return facts.filter((fact) => fact !== '').join(', ');
}

function backupWords({ oldBackups }: OldBackups): string {
  if (oldBackups.length === 0) return 'No kept backup opens with their passphrase.';
  const count = oldBackups.length === 1 ? '1 kept backup' : `${oldBackups.length} kept backups`;
  return `${count} made before still ${oldBackups.length === 1 ? 'opens' : 'open'} with their passphrase.`;
}

/** More are told by their number: a year of backups would fill the screen. */
const mostNamed = 6;

function whichBackups({ oldBackups }: OldBackups): string {
  const named = oldBackups.slice(0, mostNamed).map((at) => `the backup of ${shortInstant(at)}`);
  const more = oldBackups.length - named.length;
  return [...named, ...(more > 0 ? [`${more} older ${more === 1 ? 'one' : 'ones'}`] : [])].join('; ');
}
