import type { Id } from '../../../../preload/contract/shared/primitives.ts';
import type { PlaceView } from '../../../../preload/contract/supplies/stock.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { useWrite } from '../../../app/use-write.ts';
import styles from '../supplies.module.css';

/** The rooms and shelves an item is kept in; there it is counted. */
export function KeptIn({
  itemId,
  keptIn,
  places,
}: {
  readonly itemId: Id;
  readonly keptIn: readonly Id[];
  readonly places: readonly PlaceView[];
}) {
  const trpc = useTrpc();
  const keep = useWrite(trpc.supplies.stock.keepIn.mutationOptions());
  if (places.length === 0) return <p className={styles.quiet}>Add a room under Count to say where it is kept.</p>;
  const toggle = (id: Id) => keep.mutate({ itemId, placeIds: keptIn.includes(id) ? keptIn.filter((one) => one !== id) : [...keptIn, id] });
  return (
    <fieldset className={styles.plain}>
      <legend className={styles.quiet}>Kept and counted in</legend>
      <div className={styles.days}>
        {places.map(({ id, label }) => (
          <label key={id}>
            <input type="checkbox" checked={keptIn.includes(id)} onChange={() => toggle(id)} /> {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
