import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import Button from '@mui/material/Button';
import { useTrpc } from '../../api/api-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { NoteLine } from './note-line.tsx';
import styles from './notes.module.css';

/** What was left at the front desk while nobody was signed in: what waits, and what somebody has seen to. */
export function NotesPage() {
  const trpc = useTrpc();
  const [handled, setHandled] = useState(false);
  const { data: notes, error, refetch } = useQuery(trpc.capture.list.queryOptions({ handled }));
  const count = notes && (notes.length === 1 ? '1 note' : `${notes.length} notes`);
  return (
    <>
      <PageHead title="Notes from the front desk" facts={count && `${count} ${handled ? 'seen to' : 'waiting'}`}>
        <Button aria-pressed={handled} onClick={() => setHandled(!handled)}>
          {handled ? 'Show what waits' : 'Show what was seen to'}
        </Button>
      </PageHead>
      <div className={styles.page}>
        {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {notes?.length === 0 && (
          <EmptyState title={handled ? 'Nothing was seen to yet' : 'No note waits'}>
            {!handled && 'While nobody is signed in, anybody at the desk can leave a note on the sign-in screen. It comes in here.'}
          </EmptyState>
        )}
        {notes && notes.length > 0 && (
          <ol className={styles.notes} aria-label="Notes">
            {notes.map((note) => (
              <NoteLine key={note.id} note={note} />
            ))}
          </ol>
        )}
      </div>
    </>
  );
}
