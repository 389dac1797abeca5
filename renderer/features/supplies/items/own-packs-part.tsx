import type { ItemView } from '../../../../preload/contract/supplies/catalogue.ts';
import styles from '../supplies.module.css';
import { useCatalogueWrites } from '../use-catalogue-writes.ts';
import { PacksEditor } from './packs-editor.tsx';

/** The packs in which an item is counted, whoever sold it. */
export function OwnPacksPart({ item, canWrite }: { readonly item: ItemView; readonly canWrite: boolean }) {
  const { savePacks } = useCatalogueWrites();
  if (!canWrite && item.packs.length === 0) return null;
  return (
    <section className={styles.part} aria-label="Packs it is counted in">
      <h3>Counted in</h3>
      <p className={styles.quiet}>
        {item.packs.length === 0
          ? `Only ${item.baseUnit}. Add a pack to count full boxes: “2 boxes and 35”.`
          : 'Packs on the shelf, whoever sold them.'}
      </p>
      <PacksEditor
        packs={item.packs}
        baseUnit={item.baseUnit}
        label="Packs it is counted in"
        showOrderable={false}
        disabled={!canWrite}
        save={(packs) => savePacks({ itemId: item.id, packs })}
      />
    </section>
  );
}
