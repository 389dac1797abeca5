import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { positionColours, type PositionFields } from '../../../preload/contract/practice/practice.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { usePractice } from '../../api/practice-queries.ts';
import { useWrite } from '../../app/use-write.ts';
import { Section } from '../../ui/section.tsx';
import { useOrdering } from '../../ui/use-ordering.ts';
import { PositionRow } from './position-row.tsx';
import styles from './rows.module.css';

/** The jobs of the practice, in the order the schedule shows them. */
export function PositionSettings() {
  const trpc = useTrpc();
  const { positions } = usePractice();
  const order = useWrite(trpc.practice.position.order.mutationOptions());
  const ordering = useOrdering(
    positions.map(({ id }) => id),
    (ids) => order.mutate({ ids }),
  );
  const [adding, setAdding] = useState(false);
  const byId = new Map(positions.map((position) => [position.id, position]));
  return (
    <Section
      title="Positions"
      facts="the jobs on the schedule, in its order"
      tools={
        <Button onClick={() => setAdding(true)} disabled={adding}>
          <Plus size={16} strokeWidth={1.5} aria-hidden />
          Add position
        </Button>
      }
    >
      <p className={styles.intro}>Drag a grip, or press Alt and an arrow key in a line, to change the order.</p>
      <ol className={styles.rows}>
        {ordering.ids.map((id) => {
          const position = byId.get(id);
          return position && <PositionRow key={id} position={position} row={ordering.row(id)} grip={ordering.grip(id)} />;
        })}
        {adding && <PositionRow position={emptyPosition(positions)} onDone={() => setAdding(false)} />}
      </ol>
    </Section>
  );
}

/** A new position takes the first colour that is free. */
function emptyPosition(positions: readonly PositionFields[]): PositionFields {
  const taken = new Set(positions.map(({ colour }) => colour));
  return { name: '', code: '', colour: positionColours.find((colour) => !taken.has(colour)) ?? 'pr' };
}
