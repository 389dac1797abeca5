import Button from '@mui/material/Button';
import { useState } from 'react';
import type { Id } from '../../../../preload/contract/shared/primitives.ts';
import type { LevelView } from '../../../../preload/contract/supplies/stock.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { refusalOf } from '../../../api/refusal.ts';
import { useWrite } from '../../../app/use-write.ts';
import form from '../../../ui/form/form.module.css';
import styles from '../supplies.module.css';

/** When to order an item, and up to how much. */
export function LevelForm({
  itemId,
  baseUnit,
  level,
}: {
  readonly itemId: Id;
  readonly baseUnit: string;
  /** Null while none is set. */
  readonly level: LevelView | null;
}) {
  const trpc = useTrpc();
  const [orderAt, setOrderAt] = useState(level ? String(level.reorderPoint) : '');
  const [fillTo, setFillTo] = useState(level ? String(level.par) : '');
  const save = useWrite(trpc.supplies.stock.level.save.mutationOptions(), { sayRefusal: false });
  const changed = orderAt !== String(level?.reorderPoint ?? '') || fillTo !== String(level?.par ?? '');
  const submit = () =>
    save.mutate({
      ...(level ? { seen: { id: level.id, version: level.version } } : {}),
      level: { itemId, reorderPoint: Number(orderAt), par: Number(fillTo), neverExceed: level?.neverExceed ?? false },
    });
  return (
    <form
      className={styles.line}
      aria-label="When to order"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label className={styles.figure}>
        Order at{' '}
        <input className={`${form.input} num`} inputMode="numeric" value={orderAt} onChange={(event) => setOrderAt(event.target.value)} />
      </label>
      <label className={styles.figure}>
        fill to{' '}
        <input className={`${form.input} num`} inputMode="numeric" value={fillTo} onChange={(event) => setFillTo(event.target.value)} />
      </label>
      <span className={styles.quiet}>{baseUnit}</span>
      <Button type="submit" disabled={!changed || orderAt.trim() === '' || fillTo.trim() === '' || save.isPending}>
        Set
      </Button>
      {save.error && <p className={styles.error}>{refusalOf(save.error).message}</p>}
    </form>
  );
}
