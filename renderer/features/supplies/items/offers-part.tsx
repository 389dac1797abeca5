import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { ItemView } from '../../../../preload/contract/supplies/catalogue.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { useWrite } from '../../../app/use-write.ts';
import { amountText, perUnitText } from '../../../ui/cost-text.ts';
import form from '../../../ui/form/form.module.css';
import styles from '../supplies.module.css';

/** Who sells it, in which packs, what a pack and one of it cost: the cheapest for each unit stands first. */
export function OffersPart({ item, canWrite }: { readonly item: ItemView; readonly canWrite: boolean }) {
  const rows = item.vendorItems
    .flatMap((offer) => offer.packs.filter(({ orderable }) => orderable).map((pack) => ({ offer, pack })))
    .toSorted((one, other) => unitCost(one.pack) - unitCost(other.pack));
  const showPrices = item.vendorItems.some(({ prices }) => prices !== undefined);
  return (
    <section className={styles.part} aria-label="Who sells it">
      <div className={styles.partHead}>
        <h3>Vendors</h3>
        {canWrite && <BuyFrom item={item} />}
      </div>
      {rows.length === 0 && <p className={styles.quiet}>Nobody sells it yet.</p>}
      {rows.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Vendor</th>
              <th scope="col">Pack</th>
              {showPrices && (
                <>
                  <th scope="col" data-number>
                    Price, $
                  </th>
                  <th scope="col" data-number>
                    Per {item.baseUnit}, $
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ offer, pack }, index) => (
              <tr key={pack.id} data-best={(index === 0 && pack.cents !== null && rows.length > 1) || undefined}>
                <td>
                  {offer.vendor}
                  <span className={styles.counted}>{offer.discontinued ? 'no longer sold' : offer.vendorNumber}</span>
                </td>
                <td>{pack.text}</td>
                {showPrices && (
                  <>
                    <td data-number className="num">
                      {pack.cents === null ? '' : amountText(pack.cents)}
                    </td>
                    <td data-number className="num">
                      {pack.cents === null ? '' : perUnitText(pack.cents, pack.baseUnits)}
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const unitCost = ({ cents, baseUnits }: { readonly cents: number | null; readonly baseUnits: number }): number =>
  cents === null ? Number.POSITIVE_INFINITY : cents / baseUnits;

/** Has another vendor sell it, in a pack of one to begin with. */
function BuyFrom({ item }: { readonly item: ItemView }) {
  const trpc = useTrpc();
  const navigate = useNavigate();
  const vendors = useQuery(trpc.supplies.catalogue.vendor.list.queryOptions());
  const save = useWrite(trpc.supplies.catalogue.vendorItem.save.mutationOptions());
  const taken = new Set(item.vendorItems.map(({ vendorId }) => vendorId));
  const free = (vendors.data ?? []).filter(({ id }) => !taken.has(id));
  const choose = (vendorId: string) => {
    if (vendorId === 'new') void navigate('/supplies/vendors/new');
    else if (vendorId !== '') save.mutate({ vendorItem: { itemId: item.id, vendorId, packs: [{ code: item.baseUnit, baseUnits: 1 }] } });
  };
  return (
    <select
      className={`${form.input} ${styles.choice}`}
      aria-label="Buy it from another vendor"
      value=""
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">Buy from…</option>
      {free.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
      <option value="new">A new vendor</option>
    </select>
  );
}
