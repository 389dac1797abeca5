import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useMe } from '../../api/access.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { showNotice } from '../../ui/notices/notice.store.ts';
import { Section } from '../../ui/section.tsx';
import styles from './entry.module.css';
import { PinField } from './pin-field.tsx';
import { useRefused } from './use-refused.ts';

/** One's own PIN: six digits that bring one back while the practice is open. They never open the file. */
export function OwnPin() {
  const trpc = useTrpc();
  const { hasPin } = useMe();
  const [pin, setPin] = useState<string | null>(null);
  const refused = useRefused();
  const { mutate, isPending } = useMutation(
    trpc.access.pin.set.mutationOptions({
      onSuccess: (_written, { pin: kept }) => {
        showNotice({ tone: 'done', text: kept === null ? 'Your PIN is gone. Your passphrase brings you in.' : 'Your PIN is set.' });
        setPin(null);
      },
      onError: refused.take,
    }),
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isPending) return;
    refused.clear();
    mutate({ pin });
  };
  if (pin === null) {
    return (
      <Section title="Your PIN" facts={hasPin ? 'set' : 'none yet'}>
        <div className={styles.tools}>
          <Button onClick={() => setPin('')}>{hasPin ? 'Change PIN' : 'Choose a PIN'}</Button>
          {hasPin && (
            <Button variant="text" disabled={isPending} onClick={() => mutate({ pin: null })}>
              Take PIN away
            </Button>
          )}
        </div>
      </Section>
    );
  }
  return (
    <Section title="Your PIN">
      <form className={`${styles.form} ${styles.narrow}`} aria-label="Your PIN" noValidate onSubmit={submit}>
        <PinField
          label="New PIN"
          value={pin}
          onChange={setPin}
          error={refused.sentence('pin', true)}
          hint="Six digits that are not a row and not your birthday."
        />
        <div className={styles.tools}>
          <Button type="submit" variant="contained" color="primary" disabled={isPending}>
            Set PIN
          </Button>
          <Button variant="text" onClick={() => setPin(null)}>
            Cancel
          </Button>
        </div>
      </form>
    </Section>
  );
}
