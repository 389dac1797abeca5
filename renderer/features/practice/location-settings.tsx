import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { LocationView } from '../../../preload/contract/practice/practice.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { usePractice } from '../../api/practice-queries.ts';
import { useWrite } from '../../app/use-write.ts';
import { Section } from '../../ui/section.tsx';
import { useOrdering } from '../../ui/use-ordering.ts';
import { LocationRow } from './location-row.tsx';
import styles from './rows.module.css';

/** The places of the practice and when they are open. */
export function LocationSettings() {
  const trpc = useTrpc();
  const { locations, practice } = usePractice();
  const order = useWrite(trpc.practice.location.order.mutationOptions());
  const ordering = useOrdering(
    locations.map(({ id }) => id),
    (ids) => order.mutate({ ids }),
  );
  const [adding, setAdding] = useState(false);
  const byId = new Map<string, LocationView>(locations.map((location) => [location.id, location]));
  return (
    <Section
      title="Locations and hours"
      tools={
        <Button onClick={() => setAdding(true)} disabled={adding}>
          <Plus size={16} strokeWidth={1.5} aria-hidden />
          Add location
        </Button>
      }
    >
      {locations.length > 1 && (
        <p className={styles.intro}>Drag a grip, or press Alt and an arrow key in a location, to change the order.</p>
      )}
      <ol className={styles.rows}>
        {ordering.ids.map((id) => {
          const location = byId.get(id);
          return (
            location && (
              <LocationRow
                key={id}
                location={location}
                row={ordering.row(id)}
                {...(locations.length > 1 ? { grip: ordering.grip(id) } : {})}
                only={locations.length === 1}
              />
            )
          );
        })}
        {adding && (
          <LocationRow
            location={{ name: '', timeZone: practice.timeZone, openingHours: locations[0]?.openingHours ?? [] }}
            hoursText={locations[0]?.hoursText ?? ''}
            onDone={() => setAdding(false)}
          />
        )}
      </ol>
    </Section>
  );
}
