import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import type { SignedIn } from '../../../preload/contract/accounts/access.ts';
import { useApi, useTrpc } from '../../api/api-provider.tsx';
import { refusalOf } from '../../api/refusal.ts';
import { showNotice } from '../../ui/notices/notice.store.ts';
import { Entry } from './entry.tsx';
import styles from './entry.module.css';
import { PassphraseField } from './passphrase-field.tsx';
import { PinField } from './pin-field.tsx';
import { useRefused } from './use-refused.ts';

/** The first own passphrase of someone who came in with one that others know; a PIN too, if they like. Nothing else is possible before. */
export function OwnPassphraseScreen({
  me,
  current: known,
}: {
  readonly me: SignedIn;
  /** The passphrase they came in with; null after a reload, when it is asked again. */
  readonly current: string | null;
}) {
  const trpc = useTrpc();
  const { client } = useApi();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [pin, setPin] = useState('');
  const [pinRefusal, setPinRefusal] = useState<string>();
  const refused = useRefused();
  const { mutate: lock } = useMutation(trpc.access.lock.mutationOptions());
  const { mutate, isPending } = useMutation({
    mutationFn: async () => {
      await client.access.changePassphrase.mutate({ current: known ?? current, next });
      // The passphrase stands by now, so a PIN that is refused is only said.
      if (pin !== '') await client.access.pin.set.mutate({ pin }).catch(sayRefusal);
    },
    onError: refused.take,
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isPending || refused.waiting) return;
    refused.clear();
    setPinRefusal(isPinOrNone(pin) ? undefined : 'A PIN is six digits.');
    if (isPinOrNone(pin)) mutate();
  };
  return (
    <Entry title={`Welcome, ${me.name}`} lead="Choose your own passphrase. Only you know it, and you sign in with it from now on.">
      <form className={styles.form} aria-label="Choose your own passphrase" noValidate onSubmit={submit}>
        <input type="text" autoComplete="username" value={me.name} readOnly hidden />
        {known === null && (
          <PassphraseField
            label="The passphrase you were given"
            autoComplete="current-password"
            value={current}
            onChange={setCurrent}
            error={refused.sentence('current', true)}
          />
        )}
        <PassphraseField
          label="Your own passphrase"
          autoComplete="new-password"
          name={me.name}
          value={next}
          onChange={setNext}
          error={refused.sentence('next', true)}
        />
        <PinField
          label="PIN, if you like"
          value={pin}
          onChange={setPin}
          error={pinRefusal}
          hint="Six digits. With it you come in quickly while the practice is open."
        />
        <div className={styles.tools}>
          <Button type="submit" variant="contained" color="primary" className={styles.strong ?? ''} disabled={isPending || refused.waiting}>
            {isPending ? 'Saving' : 'Use this passphrase'}
          </Button>
          <button type="button" className={styles.link} onClick={() => lock({})}>
            Not {me.name}
          </button>
        </div>
      </form>
    </Entry>
  );
}

const isPinOrNone = (pin: string): boolean => pin.length === 0 || pin.length === 6;

const sayRefusal = (error: unknown): void => showNotice({ tone: 'refused', text: refusalOf(error).message });
