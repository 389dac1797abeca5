import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { PriceView, VendorItemView } from '../../../../preload/contract/supplies/catalogue.ts';
import { priceKinds } from '../../../../preload/contract/supplies/choices.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { usePractice } from '../../../api/practice-queries.ts';
import { refusalOf } from '../../../api/refusal.ts';
import { useWrite } from '../../../app/use-write.ts';
import { amountText } from '../../../ui/cost-text.ts';
import { shortDate } from '../../../ui/dates.ts';
import form from '../../../ui/form/form.module.css';
import { readDollars } from '../../../ui/money-text.ts';
import styles from '../supplies.module.css';
import { priceKindWords } from '../supplies-words.ts';
import { useCatalogueWrites } from '../use-catalogue-writes.ts';

/** What a vendor asked for each pack, newest first; what holds today is marked in words. A new price is put below it. */
export function PricesPart({ vendorItem, prices }: { readonly vendorItem: VendorItemView; readonly prices: readonly PriceView[] }) {
  const trpc = useTrpc();
  const { today } = usePractice();
  const archive = useWrite(trpc.supplies.catalogue.price.archive.mutationOptions());
  const codes = new Map(vendorItem.packs.map(({ id, text }) => [id, text]));
  return (
    <>
      <h4>Prices</h4>
      {prices.length === 0 && <p className={styles.quiet}>None yet.</p>}
      {prices.length > 0 && (
        <table className={styles.table}>
          <tbody>
            {prices.map((price) => (
              <tr key={price.id} data-best={price.current || undefined}>
                <td>
                  {codes.get(price.packId) ?? 'a former pack'}
                  {price.minimumPacks > 1 && `, from ${price.minimumPacks}`}
                </td>
                <td>
                  {priceKindWords[price.kind]} from {shortDate(price.effectiveOn, today)}
                  {price.endsOn !== null && ` to ${shortDate(price.endsOn, today)}`}
                  <span className={styles.counted}>{price.current ? 'today' : price.source}</span>
                </td>
                <td data-number className="num">
                  {amountText(price.cents)}
                </td>
                <td className={styles.tools}>
                  <IconButton
                    aria-label={`Remove the price of ${amountText(price.cents)}`}
                    onClick={() => archive.mutate({ seen: { id: price.id, version: price.version } })}
                  >
                    <X size={16} strokeWidth={1.5} aria-hidden />
                  </IconButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <NewPrice vendorItem={vendorItem} today={today} />
    </>
  );
}

function NewPrice({ vendorItem, today }: { readonly vendorItem: VendorItemView; readonly today: string }) {
  const { savePrice } = useCatalogueWrites();
  const [chosen, setChosen] = useState('');
  const [kind, setKind] = useState<(typeof priceKinds)[number]>('list');
  const [dollars, setDollars] = useState('');
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const [error, setError] = useState('');
  const packId = vendorItem.packs.some(({ id }) => id === chosen) ? chosen : (vendorItem.packs.at(-1)?.id ?? '');
  const add = async () => {
    const cents = readDollars(dollars);
    if (cents === null) {
      setError('Write the price of one pack, like 78.50.');
      return;
    }
    try {
      await savePrice({ price: { packId, kind, cents, effectiveOn: from, endsOn: kind === 'contract' && until !== '' ? until : null } });
      setDollars('');
      setError('');
    } catch (caught) {
      setError(refusalOf(caught).message);
    }
  };
  return (
    <form
      className={styles.line}
      aria-label={`New price at ${vendorItem.vendor}`}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <select className={form.input} aria-label="Pack" value={packId} onChange={(event) => setChosen(event.target.value)}>
        {vendorItem.packs.map(({ id, text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
      <select
        className={form.input}
        aria-label="Kind of price"
        value={kind}
        onChange={(event) => setKind(priceKinds.find((one) => one === event.target.value) ?? 'list')}
      >
        {priceKinds.map((one) => (
          <option key={one} value={one}>
            {priceKindWords[one]}
          </option>
        ))}
      </select>
      <input
        className={`${form.input} ${styles.short} num`}
        aria-label="Price of one pack in dollars"
        placeholder="78.50"
        inputMode="decimal"
        value={dollars}
        onChange={(event) => setDollars(event.target.value)}
      />
      <input type="date" className={`${form.input} num`} aria-label="From" value={from} onChange={(event) => setFrom(event.target.value)} />
      {kind === 'contract' && (
        <input
          type="date"
          className={`${form.input} num`}
          aria-label="Until"
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
      )}
      <Button type="submit" disabled={dollars.trim() === ''}>
        Set price
      </Button>
      {error && <p className={styles.error}>{error}</p>}
    </form>
  );
}
