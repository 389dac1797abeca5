import Button from '@mui/material/Button';
import { useState } from 'react';
import type { ItemView } from '../../../../preload/contract/supplies/catalogue.ts';
import type { MovementReason } from '../../../../preload/contract/supplies/choices.ts';
import type { ItemStock, PlaceView } from '../../../../preload/contract/supplies/stock.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { refusalOf } from '../../../api/refusal.ts';
import { useWrite } from '../../../app/use-write.ts';
import { showNotice } from '../../../ui/notices/notice.store.ts';
import form from '../../../ui/form/form.module.css';
import styles from '../supplies.module.css';
import { reasonWords } from './stock-words.ts';

interface Way {
  readonly id: 'issue' | 'waste' | 'receipt' | 'more' | 'fewer';
  readonly label: string;
  readonly reasons: readonly [MovementReason, ...MovementReason[]];
  /** Leads and managers alone. */
  readonly correct?: true;
}

const ways: readonly [Way, ...Way[]] = [
  { id: 'issue', label: 'Use', reasons: ['consumed'] },
  { id: 'waste', label: 'Throw away', reasons: ['expired', 'damaged', 'recalled', 'missing', 'stolen'] },
  { id: 'receipt', label: 'Put in', reasons: ['opening_balance', 'received'], correct: true },
  { id: 'more', label: 'Correct: more', reasons: ['found', 'correction', 'data_entry_error'], correct: true },
  { id: 'fewer', label: 'Correct: fewer', reasons: ['missing', 'correction', 'data_entry_error', 'stolen'], correct: true },
];

/** Books what is taken, thrown away, put in or was wrong. Oldest lots go first. */
export function BookForm({
  item,
  stock,
  places,
  mayCorrect,
}: {
  readonly item: ItemView;
  readonly stock: ItemStock;
  readonly places: readonly PlaceView[];
  readonly mayCorrect: boolean;
}) {
  const trpc = useTrpc();
  const [wayId, setWayId] = useState<Way['id']>('issue');
  const way = ways.find((one) => one.id === wayId) ?? ways[0];
  const [reason, setReason] = useState<MovementReason>('consumed');
  const [quantity, setQuantity] = useState('');
  const [placeId, setPlaceId] = useState(stock.keptIn[0] ?? stock.balances[0]?.placeId ?? places[0]?.id ?? '');
  const [lot, setLot] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const words = {
    sayRefusal: false,
  } as const;
  const use = useWrite(trpc.supplies.stock.use.mutationOptions(), words);
  const correct = useWrite(trpc.supplies.stock.correct.mutationOptions(), words);
  const error = use.error ?? correct.error;
  const comesIn = way.id === 'receipt' || way.id === 'more';
  const asksLot = comesIn && (item.lotTracked || item.expiryTracked);

  const done = ({ warnings }: { readonly warnings: readonly { readonly message: string }[] }) => {
    setQuantity('');
    for (const { message } of warnings) showNotice({ tone: 'refused', text: message });
  };
  const submit = () => {
    const entry = { itemId: item.id, placeId, reason: way.reasons.includes(reason) ? reason : way.reasons[0] };
    if (way.id === 'issue' || way.id === 'waste') {
      use.mutate({ kind: way.id, entries: [{ ...entry, quantity: Number(quantity) }] }, { onSuccess: done });
      return;
    }
    const named = asksLot ? { number: lot, expiresOn: expiresOn === '' ? null : expiresOn } : null;
    correct.mutate(
      {
        kind: way.id === 'receipt' ? 'receipt' : 'adjustment',
        entries: [
          { ...entry, quantity: way.id === 'fewer' ? -Number(quantity) : Number(quantity), lot: way.id === 'fewer' ? 'oldest' : named },
        ],
      },
      { onSuccess: done },
    );
  };
  return (
    <form
      className={styles.line}
      aria-label="Book stock"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <select
        className={form.input}
        aria-label="What happened"
        value={way.id}
        onChange={(event) => setWayId(ways.find((one) => one.id === event.target.value)?.id ?? 'issue')}
      >
        {ways
          .filter((one) => mayCorrect || !one.correct)
          .map((one) => (
            <option key={one.id} value={one.id}>
              {one.label}
            </option>
          ))}
      </select>
      <input
        className={`${form.input} ${styles.short} num`}
        aria-label={`How many, ${item.baseUnit}`}
        placeholder={item.baseUnit}
        inputMode="numeric"
        value={quantity}
        onChange={(event) => setQuantity(event.target.value)}
      />
      <select className={form.input} aria-label="Where" value={placeId} onChange={(event) => setPlaceId(event.target.value)}>
        {places.map((place) => (
          <option key={place.id} value={place.id}>
            {place.label}
          </option>
        ))}
      </select>
      {way.reasons.length > 1 && (
        <select
          className={form.input}
          aria-label="Why"
          value={way.reasons.includes(reason) ? reason : way.reasons[0]}
          onChange={(event) => setReason(way.reasons.find((one) => one === event.target.value) ?? way.reasons[0])}
        >
          {way.reasons.map((one) => (
            <option key={one} value={one}>
              {reasonWords[one]}
            </option>
          ))}
        </select>
      )}
      {asksLot && (
        <>
          <input
            className={`${form.input} ${styles.short}`}
            aria-label="Lot"
            placeholder="Lot"
            maxLength={40}
            value={lot}
            onChange={(event) => setLot(event.target.value)}
          />
          <input
            className={form.input}
            type="date"
            aria-label="Expires on"
            value={expiresOn}
            onChange={(event) => setExpiresOn(event.target.value)}
          />
        </>
      )}
      <Button type="submit" disabled={quantity.trim() === '' || use.isPending || correct.isPending}>
        Book
      </Button>
      {error && <p className={styles.error}>{refusalOf(error).message}</p>}
    </form>
  );
}
