import Button from '@mui/material/Button';
import { useMemo } from 'react';
import { vendorItemFields, type ItemView, type VendorItemView } from '../../../../preload/contract/supplies/catalogue.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { useWrite } from '../../../app/use-write.ts';
import { Fields } from '../../../ui/form/fields.tsx';
import { TextLine, Tick, WholeNumber } from '../../../ui/form/form-fields.tsx';
import { SavedForm } from '../../../ui/form/saved-form.tsx';
import { useSavedForm } from '../../../ui/form/use-saved-form.ts';
import styles from '../supplies.module.css';
import { useCatalogueWrites } from '../use-catalogue-writes.ts';
import { PacksEditor } from './packs-editor.tsx';
import { PricesPart } from './prices-part.tsx';

const formFields = vendorItemFields.omit({ itemId: true, vendorId: true, packs: true }).required();
const schema = formFields.extend({
  vendorNumber: formFields.shape.vendorNumber.unwrap(),
  vendorName: formFields.shape.vendorName.unwrap(),
  manufacturer: formFields.shape.manufacturer.unwrap(),
  manufacturerNumber: formFields.shape.manufacturerNumber.unwrap(),
  preference: formFields.shape.preference.unwrap(),
  discontinued: formFields.shape.discontinued.unwrap(),
  note: formFields.shape.note.unwrap(),
});

/** How one vendor sells the item: its numbers, packs and prices. Folded until it is opened. */
export function VendorItemPart({ item, vendorItem }: { readonly item: ItemView; readonly vendorItem: VendorItemView }) {
  const trpc = useTrpc();
  const { saveVendorItem, seenVendorItem } = useCatalogueWrites();
  const archive = useWrite(trpc.supplies.catalogue.vendorItem.archive.mutationOptions());
  const { id, version, vendorId, vendor, packs } = vendorItem;
  const stored = useMemo(
    () => ({
      vendorNumber: vendorItem.vendorNumber,
      vendorName: vendorItem.vendorName,
      manufacturer: vendorItem.manufacturer,
      manufacturerNumber: vendorItem.manufacturerNumber,
      preference: vendorItem.preference,
      discontinued: vendorItem.discontinued,
      note: vendorItem.note,
    }),
    [vendorItem],
  );
  const chain = packs.map(({ code, baseUnits, orderable }) => ({ code, baseUnits, orderable }));
  const seen = () => seenVendorItem(item.id, id, version);
  const state = useSavedForm({
    schema,
    stored,
    prefix: 'vendorItem',
    save: (values) => saveVendorItem({ seen: seen(), vendorItem: { ...values, itemId: item.id, vendorId, packs: chain } }),
  });
  const { control } = state.form;
  return (
    <details className={styles.part}>
      <summary>
        <b>{vendor}</b> <span className={styles.quiet}>{packs.map(({ text }) => text).join(', ')}</span>
      </summary>
      <SavedForm state={state} label={`${item.name} at ${vendor}`}>
        <Fields>
          <TextLine control={control} name="vendorNumber" label="Their number" />
          <TextLine control={control} name="vendorName" label="They call it" />
          <TextLine control={control} name="manufacturer" label="Made by" />
          <TextLine control={control} name="manufacturerNumber" label="Maker’s number" />
          <WholeNumber control={control} name="preference" label="Bought here" unit="(1 first, 0 no choice)" max={99} />
          <Tick control={control} name="discontinued" label="They no longer sell it" />
          <TextLine control={control} name="note" label="Note" />
        </Fields>
      </SavedForm>
      <h4>Packs</h4>
      <PacksEditor
        packs={packs}
        baseUnit={item.baseUnit}
        label={`Packs at ${vendor}`}
        showOrderable
        disabled={false}
        save={(wanted) => saveVendorItem({ seen: seen(), vendorItem: { ...stored, itemId: item.id, vendorId, packs: wanted } })}
      />
      {vendorItem.prices && <PricesPart vendorItem={vendorItem} prices={vendorItem.prices} />}
      <div>
        <Button variant="text" onClick={() => archive.mutate({ seen: seen() })}>
          No longer buy it from {vendor}
        </Button>
      </div>
    </details>
  );
}
