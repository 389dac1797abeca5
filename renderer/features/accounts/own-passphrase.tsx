import Button from '@mui/material/Button';
import { useState, type SubmitEvent } from 'react';
import { useMe } from '../../api/access.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { Section } from '../../ui/section.tsx';
import { showNotice } from '../../ui/notices/notice.store.ts';
import styles from './entry.module.css';
import { PassphraseField } from './passphrase-field.tsx';
import { useRefused } from './use-refused.ts';
import { useMutation } from '@tanstack/react-query';

/** One's own passphrase, changed with the present one. */
export function OwnPassphrase() {
  const [open, setOpen] = useState(false);
  return (
    <Section title="Your passphrase">
      {open ? <Change onDone={() => setOpen(false)} /> : <Button onClick={() => setOpen(true)}>Change passphrase</Button>}
    </Section>
  );
}

function Change({ onDone }: { readonly onDone: () => void }) {
  const trpc = useTrpc();
  const me = useMe();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const refused = useRefused();
  const { mutate, isPending } = useMutation(
    trpc.access.changePassphrase.mutationOptions({
      onSuccess: () => {
        showNotice({ tone: 'done', text: 'Your passphrase is changed. Backups made before still open with the old one.' });
        onDone();
      },
      onError: refused.take,
    }),
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isPending || refused.waiting) return;
    refused.clear();
    mutate({ current, next });
  };
  return (
    <form className={`${styles.form} ${styles.narrow}`} aria-label="Change passphrase" noValidate onSubmit={submit}>
      <input type="text" autoComplete="username" value={me.name} readOnly hidden />
      <PassphraseField
        label="Present passphrase"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        error={refused.sentence('current', true)}
      />
      <PassphraseField
        label="New passphrase"
        autoComplete="new-password"
        name={me.name}
        value={next}
        onChange={setNext}
        error={refused.sentence('next')}
      />
      <div className={styles.tools}>
        <Button type="submit" variant="contained" color="primary" disabled={isPending || refused.waiting}>
          Change passphrase
        </Button>
        <Button variant="text" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
