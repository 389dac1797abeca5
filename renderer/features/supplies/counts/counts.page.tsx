import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { CountSummary } from '../../../../preload/contract/supplies/counts.ts';
import type { PlaceView } from '../../../../preload/contract/supplies/stock.ts';
import { useMay } from '../../../api/access.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { usePractice } from '../../../api/practice-queries.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { PageHead } from '../../../ui/page-head.tsx';
import { Section } from '../../../ui/section.tsx';
import { CountHistory } from './count-history.tsx';
import styles from './counts.module.css';
import { RoomForm } from './room-form.tsx';
import { RoomRow } from './room-row.tsx';

/** Which rooms there are, when each was last counted, and the counts so far. */
export function CountsPage() {
  const trpc = useTrpc();
  const may = useMay();
  const navigate = useNavigate();
  const { locations } = usePractice();
  const [adding, setAdding] = useState(false);
  const places = useQuery(trpc.supplies.stock.place.list.queryOptions());
  const counts = useQuery(trpc.supplies.counts.list.queryOptions());
  const failed = places.error ?? counts.error;
  const rooms = (places.data ?? []).filter((place) => place.parentId === null);
  const mayChange = may('supplies.stock.place.save');
  const open = (id: string) => void navigate(`/supplies/count/${id}`);
  return (
    <>
      <PageHead title="Count" facts={rooms.length === 0 ? undefined : roomsWords(rooms.length)}>
        {mayChange && (
          <Button startIcon={<Plus size={16} strokeWidth={1.5} aria-hidden />} disabled={adding} onClick={() => setAdding(true)}>
            New room
          </Button>
        )}
      </PageHead>
      <div className={styles.page}>
        {failed && <ErrorNotice error={failed} onRetry={() => void Promise.all([places.refetch(), counts.refetch()])} />}
        {adding && <RoomForm locations={locations} onDone={() => setAdding(false)} />}
        {places.data && rooms.length === 0 && !adding && (
          <EmptyState
            title="No room yet"
            {...(mayChange ? { action: { label: 'Add the first room', perform: () => setAdding(true) } } : {})}
          >
            Stock is counted room by room: the supply room, the lab, the vaccine fridge. Shelves come later, when they help.
          </EmptyState>
        )}
        {locations
          .map((location) => ({ location, rooms: rooms.filter((room) => room.locationId === location.id) }))
          .filter((group) => group.rooms.length > 0)
          .map(({ location, rooms: here }) => (
            <Section key={location.id} title={location.name} facts={roomsWords(here.length)}>
              <ul className={styles.rooms}>
                {here.map((room) => (
                  <RoomRow
                    key={room.id}
                    room={room}
                    shelves={shelvesOf(places.data ?? [], room)}
                    counts={countsOf(counts.data ?? [], room)}
                    mayChange={mayChange}
                    onOpen={open}
                  />
                ))}
              </ul>
            </Section>
          ))}
        {counts.data && counts.data.length > 0 && <CountHistory counts={counts.data} onOpen={open} />}
      </div>
    </>
  );
}

const roomsWords = (count: number): string => (count === 1 ? '1 room' : `${count} rooms`);
const shelvesOf = (places: readonly PlaceView[], room: PlaceView) => places.filter((place) => place.parentId === room.id);
const countsOf = (counts: readonly CountSummary[], room: PlaceView) => counts.filter((count) => count.placeId === room.id);
