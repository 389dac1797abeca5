import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AccessState } from '../../../preload/contract/accounts/access.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Entry } from './entry.tsx';
import styles from './entry.module.css';
import { troubleWords } from './trouble-words.ts';

/** Why the practice does not open, and the ways out of it. */
export function TroubleScreen({
  trouble,
  children,
}: {
  readonly trouble: NonNullable<AccessState['trouble']>;
  /** The way back by a backup, below trying again. */
  readonly children?: ReactNode;
}) {
  const trpc = useTrpc();
  const { mutate, isPending, error } = useMutation(trpc.access.openAgain.mutationOptions());
  const { title, steps } = troubleWords[trouble.kind];
  return (
    <Entry title={title} lead={trouble.message}>
      <ul className={styles.facts}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      {error && <ErrorNotice error={error} />}
      <div className={`${styles.foot} ${styles.tools}`}>
        <Button variant="contained" color="primary" className={styles.strong ?? ''} disabled={isPending} onClick={() => mutate()}>
          {isPending ? 'Looking again' : 'Try again'}
        </Button>
      </div>
      {children}
    </Entry>
  );
}
