import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Id } from '../../../../preload/contract/shared/primitives.ts';
import type { VendorDetail } from '../../../../preload/contract/supplies/catalogue.ts';
import { useMay } from '../../../api/access.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { amountText } from '../../../ui/cost-text.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { SidePanel } from '../../../ui/side-panel.tsx';
import { HistoryPanel } from '../../history/history-panel.tsx';
import styles from '../supplies.module.css';
import { countItems } from '../supplies-words.ts';
import { VendorForm } from './vendor-form.tsx';

/** Items shown before the others are left to the list. */
const shownItems = 100;

/** The panel of one vendor, or of a new one. It saves itself field by field; Esc closes it. */
export function VendorPanel({
  id,
  canWrite,
  onClose,
  onAdded,
  onArchive,
}: {
  /** Null for a new one. */
  readonly id: Id | null;
  readonly canWrite: boolean;
  readonly onClose: () => void;
  readonly onAdded: (id: Id) => void;
  readonly onArchive: (vendor: VendorDetail) => void;
}) {
  const trpc = useTrpc();
  const may = useMay();
  const { data: vendor, error } = useQuery({ ...trpc.supplies.catalogue.vendor.get.queryOptions({ id: id ?? '' }), enabled: id !== null });
  if (id === null) {
    return (
      <SidePanel wide title="New vendor" onClose={onClose}>
        <VendorForm vendor={null} canWrite onAdded={onAdded} />
      </SidePanel>
    );
  }
  if (error && !vendor) {
    return (
      <SidePanel wide title="No longer there" onClose={onClose}>
        <ErrorNotice error={error} />
      </SidePanel>
    );
  }
  if (!vendor) return null;
  const foot = (
    <div className={styles.foot}>
      <span className={styles.quiet}>Saved as you leave each field.</span>
      <Button variant="text" onClick={() => onArchive(vendor)}>
        Archive
      </Button>
    </div>
  );
  return (
    <SidePanel wide title={vendor.name} facts={countItems(vendor.itemCount)} onClose={onClose} foot={canWrite ? foot : undefined}>
      <VendorForm vendor={vendor} canWrite={canWrite} onAdded={onAdded} />
      <section className={styles.part} aria-label={`What ${vendor.name} sells`}>
        <h3>Sells</h3>
        {vendor.items.length === 0 && <p className={styles.quiet}>Nothing yet. Import its price list, or add it in an item’s panel.</p>}
        {vendor.items.length > 0 && (
          <table className={styles.table}>
            <tbody>
              {vendor.items.slice(0, shownItems).map((item) => (
                <tr key={item.itemId}>
                  <td>
                    <Link to={`/supplies/items/${item.itemId}`}>{item.name}</Link>
                    <span className={styles.counted}>{item.vendorNumber}</span>
                  </td>
                  <td>{item.packText}</td>
                  <td data-number className="num">
                    {item.cost ? amountText(item.cost.cents) : ''}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {vendor.items.length > shownItems && (
          <p className={styles.quiet}>
            {(vendor.items.length - shownItems).toLocaleString('en-US')} more: type the vendor’s name into the filter of Items.
          </p>
        )}
      </section>
      {may('history.list') && (
        <section className={styles.history} aria-label={`History of ${vendor.name}`}>
          <h3>History</h3>
          <HistoryPanel subject="vendor" ids={[vendor.id]} />
        </section>
      )}
    </SidePanel>
  );
}
