import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTrpc } from '../../api/api-provider.tsx';
import { showNotice } from '../../ui/notices/notice.store.ts';
import { CompareField } from './compare-field.tsx';
import styles from './entry.module.css';
import { useRefused } from './use-refused.ts';

/** Two groups typed from the paper, so that a sheet that came out blank or cut is found while the key can still be made anew. */
export function CompareGroups({
  askBack: [first, second],
  onDone,
}: {
  readonly askBack: readonly [number, number];
  readonly onDone: () => void;
}) {
  const trpc = useTrpc();
  const [one, setOne] = useState('');
  const [other, setOther] = useState('');
  const refused = useRefused();
  const { mutate, isPending } = useMutation(
    trpc.access.recoveryKey.confirm.mutationOptions({
      onSuccess: () => {
        showNotice({ tone: 'done', text: 'The sheet is right. Put it into an envelope, seal it, and keep it away from this computer.' });
        onDone();
      },
      onError: refused.take,
    }),
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isPending) return;
    refused.clear();
    mutate({
      groups: [
        { group: first, text: one },
        { group: second, text: other },
      ],
    });
  };
  return (
    <form className={styles.form} aria-label="Compare the sheet" noValidate onSubmit={submit}>
      <p>Print the sheet, then type two groups from the paper.</p>
      <CompareField group={first} value={one} onChange={setOne} error={refused.sentence('groups.0.text', true)} />
      <CompareField group={second} value={other} onChange={setOther} error={refused.sentence('groups.1.text')} />
      <div className={styles.tools}>
        <Button type="submit" variant="contained" color="primary" disabled={isPending}>
          Compare
        </Button>
        <Button variant="text" onClick={onDone}>
          Compare later
        </Button>
      </div>
    </form>
  );
}
