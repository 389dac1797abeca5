import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useId, useState, type SubmitEvent } from 'react';
import { longestNote } from '../../../preload/contract/capture/capture.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { Below } from '../accounts/below.tsx';
import styles from '../accounts/entry.module.css';
import { useRefused } from '../accounts/use-refused.ts';

/** A note for whoever signs in next, from somebody who need not sign in. Nothing that was left before is shown. */
export function LeaveNote() {
  const trpc = useTrpc();
  const id = useId();
  const [text, setText] = useState('');
  const [initials, setInitials] = useState('');
  const refused = useRefused();
  const { mutate, isPending, isSuccess, reset } = useMutation(trpc.capture.leave.mutationOptions());
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isPending) return;
    refused.clear();
    mutate(
      { text, initials },
      {
        onSuccess: () => {
          setText('');
          setInitials('');
        },
        onError: (error) => refused.take(error),
      },
    );
  };
  const change = (value: string) => {
    if (isSuccess) reset();
    setText(value);
  };
  const refusal = refused.sentence('text', true);
  return (
    <form className={styles.form} aria-label="Leave a note" noValidate onSubmit={submit}>
      <div className={styles.field}>
        <label className={styles.label} htmlFor={id}>
          What should the next person know?
        </label>
        <textarea
          id={id}
          className={styles.input}
          rows={5}
          value={text}
          maxLength={longestNote}
          aria-invalid={refusal ? true : undefined}
          aria-describedby={`${id}-below`}
          onChange={(event) => change(event.target.value)}
        />
        <Below id={`${id}-below`} tone={refusal ? 'bad' : isSuccess ? 'ok' : undefined}>
          {refusal ?? (isSuccess ? 'Left for whoever signs in next.' : 'No patient’s name, please.')}
        </Below>
      </div>
      <div className={styles.field}>
        <label className={styles.label} htmlFor={`${id}-initials`}>
          Your initials, if you want to hear of it
        </label>
        <input
          id={`${id}-initials`}
          className={styles.input}
          value={initials}
          maxLength={20}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setInitials(event.target.value)}
        />
      </div>
      <div className={styles.tools}>
        <Button type="submit" variant="contained" color="primary" className={styles.strong ?? ''} disabled={isPending}>
          Leave the note
        </Button>
      </div>
    </form>
  );
}
