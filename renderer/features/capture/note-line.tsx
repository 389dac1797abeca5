import Button from '@mui/material/Button';
import type { CapturedNoteView } from '../../../preload/contract/capture/capture.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { useWrite } from '../../app/use-write.ts';
import { shortInstant } from '../../ui/dates.ts';
import styles from './notes.module.css';

/** One note: its words, who left it and when, and the one thing that can be done with it. */
export function NoteLine({ note }: { readonly note: CapturedNoteView }) {
  const trpc = useTrpc();
  const handle = useWrite(trpc.capture.handle.mutationOptions());
  const { id, version, text, initials, capturedAt, handledAt, handledBy } = note;
  const start = text.length > 40 ? `${text.slice(0, 40)}...` : text;
  return (
    <li className={styles.note}>
      <div className={styles.words}>
        <p className={styles.text}>{text}</p>
        <p className={styles.who}>
          <time dateTime={capturedAt}>{shortInstant(capturedAt)}</time>
          {initials !== '' && `, ${initials}`}
          {handledAt && handledBy && (
            <>
              {'; seen to by '}
              {handledBy}, <time dateTime={handledAt}>{shortInstant(handledAt)}</time>
            </>
          )}
        </p>
      </div>
      <Button
        variant={handledAt ? 'text' : 'outlined'}
        aria-label={`${handledAt ? 'Put back' : 'Seen to'}: ${start}`}
        disabled={handle.isPending}
        onClick={() => handle.mutate({ seen: { id, version }, handled: handledAt === null })}
      >
        {handledAt ? 'Put back' : 'Seen to'}
      </Button>
    </li>
  );
}
