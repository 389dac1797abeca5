import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import type { Id } from '../../../../preload/contract/shared/primitives.ts';
import type { ItemView } from '../../../../preload/contract/supplies/catalogue.ts';
import { useMay } from '../../../api/access.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { SidePanel } from '../../../ui/side-panel.tsx';
import { HistoryPanel } from '../../history/history-panel.tsx';
import { StockPart } from '../stock/stock-part.tsx';
import styles from '../supplies.module.css';
import { CodesPart } from './codes-part.tsx';
import { ItemForm } from './item-form.tsx';
import { OffersPart } from './offers-part.tsx';
import { OwnPacksPart } from './own-packs-part.tsx';
import { VendorItemPart } from './vendor-item-part.tsx';

/** The panel of one item, or of a new one. It saves itself field by field; Esc closes it. */
export function ItemPanel({
  id,
  canWrite,
  onClose,
  onAdded,
  onArchive,
}: {
  /** Null for a new one. */
  readonly id: Id | null;
  /** False for those who may only look. */
  readonly canWrite: boolean;
  readonly onClose: () => void;
  readonly onAdded: (id: Id) => void;
  readonly onArchive: (item: ItemView) => void;
}) {
  const trpc = useTrpc();
  const may = useMay();
  const { data: item, error } = useQuery({ ...trpc.supplies.catalogue.item.get.queryOptions({ id: id ?? '' }), enabled: id !== null });
  if (id === null) {
    return (
      <SidePanel wide title="New item" onClose={onClose}>
        <ItemForm item={null} canWrite onAdded={onAdded} />
      </SidePanel>
    );
  }
  if (error && !item) {
    return (
      <SidePanel wide title="No longer there" onClose={onClose}>
        <ErrorNotice error={error} />
      </SidePanel>
    );
  }
  if (!item) return null;
  const foot = (
    <div className={styles.foot}>
      <span className={styles.quiet}>Saved as you leave each field.</span>
      <Button variant="text" onClick={() => onArchive(item)}>
        Archive
      </Button>
    </div>
  );
  return (
    <SidePanel wide title={item.name} facts={`counted as ${item.baseUnit}`} onClose={onClose} foot={canWrite ? foot : undefined}>
      {item.findings.length > 0 && (
        <ul className={styles.findings} aria-label="To look at">
          {item.findings.map(({ code, text }) => (
            <li key={`${code} ${text}`}>{text}</li>
          ))}
        </ul>
      )}
      <OffersPart item={item} canWrite={canWrite} />
      {canWrite && item.vendorItems.map((vendorItem) => <VendorItemPart key={vendorItem.id} item={item} vendorItem={vendorItem} />)}
      <StockPart item={item} canWrite={canWrite} />
      <ItemForm item={item} canWrite={canWrite} onAdded={onAdded} />
      <OwnPacksPart item={item} canWrite={canWrite} />
      <CodesPart item={item} canWrite={canWrite} />
      {may('history.list') && (
        <section className={styles.history} aria-label={`History of ${item.name}`}>
          <h3>History</h3>
          <HistoryPanel subject="item" ids={[item.id]} />
        </section>
      )}
    </SidePanel>
  );
}
