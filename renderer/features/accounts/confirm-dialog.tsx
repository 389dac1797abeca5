import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useState, type SubmitEvent } from 'react';
import { useMe } from '../../api/access.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { useConfirmation } from '../../api/confirmation.store.ts';
import styles from './confirm-dialog.module.css';
import { PassphraseField } from './passphrase-field.tsx';
import { useRefused } from './use-refused.ts';

/** Asks for the passphrase again before what must not happen at a screen that was left alone. The call that waits for it then goes on. */
export function ConfirmDialog() {
  const answer = useConfirmation((state) => state.answer);
  useEffect(() => {
    useConfirmation.setState({ canAsk: true });
    return () => {
      useConfirmation.setState({ canAsk: false });
      useConfirmation.getState().answer?.(false);
    };
  }, []);
  return answer && <Asking answer={answer} />;
}

function Asking({ answer }: { readonly answer: (given: boolean) => void }) {
  const trpc = useTrpc();
  const me = useMe();
  const titleId = useId();
  const [passphrase, setPassphrase] = useState('');
  const refused = useRefused();
  const { mutate, isPending } = useMutation(trpc.access.confirm.mutationOptions());
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isPending || refused.waiting) return;
    refused.clear();
    mutate({ passphrase }, { onSuccess: () => answer(true), onError: refused.take });
  };
  return (
    <Dialog open onClose={() => answer(false)} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>Type your passphrase again</DialogTitle>
      <form noValidate onSubmit={submit}>
        <DialogContent className={styles.body}>
          <p>So that nobody does this at a screen you left. It holds for five minutes.</p>
          <input type="text" autoComplete="username" value={me.name} readOnly hidden />
          <PassphraseField
            ref={(field) => {
              if (field && !field.dataset['shown']) {
                field.dataset['shown'] = 'yes';
                field.focus();
              }
            }}
            label={`Passphrase of ${me.name}`}
            autoComplete="current-password"
            value={passphrase}
            onChange={setPassphrase}
            error={refused.sentence('passphrase', true)}
          />
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={() => answer(false)}>
            Cancel
          </Button>
          <Button type="submit" variant="contained" color="primary" disabled={isPending || refused.waiting}>
            Go on
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
