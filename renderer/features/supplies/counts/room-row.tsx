import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Archive, Plus } from 'lucide-react';
import { useState } from 'react';
import type { CountSummary } from '../../../../preload/contract/supplies/counts.ts';
import type { PlaceView } from '../../../../preload/contract/supplies/stock.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { useWrite } from '../../../app/use-write.ts';
import { shortInstant } from '../../../ui/dates.ts';
import styles from './counts.module.css';
import { ShelfForm } from './shelf-form.tsx';

/** A room: its shelves, when it was last counted, and the way into its count. */
export function RoomRow({
  room,
  shelves,
  counts,
  mayChange,
  onOpen,
}: {
  readonly room: PlaceView;
  readonly shelves: readonly PlaceView[];
  /** Of this room, newest first. */
  readonly counts: readonly CountSummary[];
  readonly mayChange: boolean;
  readonly onOpen: (countId: string) => void;
}) {
  const trpc = useTrpc();
  const [adding, setAdding] = useState(false);
  const start = useWrite(trpc.supplies.counts.start.mutationOptions(), { done: null });
  const archive = useWrite(trpc.supplies.stock.place.archive.mutationOptions());
  const open = counts.find((count) => count.status === 'counting' || count.status === 'review');
  const last = counts.find((count) => count.status === 'posted');
  const begin = (blind: boolean) => start.mutate({ placeId: room.id, blind }, { onSuccess: ({ id }) => onOpen(id) });
  return (
    <li className={styles.room}>
      <div className={styles.roomWords}>
        <h3>{room.name}</h3>
        <p>
          {open ? `${open.counted} of ${open.lines} counted, started by ${open.startedBy}` : countedWords(last)}
          {shelves.length > 0 && `, shelves ${shelves.map((shelf) => shelf.name).join(', ')}`}
        </p>
        {adding && <ShelfForm room={room} onDone={() => setAdding(false)} />}
      </div>
      <div className={styles.roomTools}>
        {mayChange && (
          <>
            <Button
              variant="text"
              startIcon={<Plus size={16} strokeWidth={1.5} aria-hidden />}
              disabled={adding}
              onClick={() => setAdding(true)}
            >
              Shelf
            </Button>
            <IconButton
              aria-label={`Archive ${room.name}`}
              title={`Archive ${room.name}`}
              onClick={() => archive.mutate({ seen: { id: room.id, version: room.version } })}
            >
              <Archive size={16} strokeWidth={1.5} aria-hidden />
            </IconButton>
          </>
        )}
        {open ? (
          <Button variant="contained" color="primary" onClick={() => onOpen(open.id)}>
            Go on
          </Button>
        ) : (
          <>
            <Button title="Nobody sees what should be there" disabled={start.isPending} onClick={() => begin(true)}>
              Count blind
            </Button>
            <Button disabled={start.isPending} onClick={() => begin(false)}>
              Count
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

const countedWords = (last: CountSummary | undefined): string =>
  last === undefined || last.postedAt === null ? 'Never counted' : `Last counted ${shortInstant(last.postedAt)} by ${last.postedBy}`;
