import Button from '@mui/material/Button';
import { useMemo } from 'react';
import { useController, type Control } from 'react-hook-form';
import type { Id } from '../../../../preload/contract/shared/primitives.ts';
import { vendorFields, type VendorDetail, type VendorFields } from '../../../../preload/contract/supplies/catalogue.ts';
import { minimumPolicies } from '../../../../preload/contract/supplies/choices.ts';
import { Fields } from '../../../ui/form/fields.tsx';
import { Choice, TextLine, WholeNumber } from '../../../ui/form/form-fields.tsx';
import form from '../../../ui/form/form.module.css';
import { Dollars, OptionalTime, TextLines } from '../../../ui/form/more-fields.tsx';
import { SavedForm } from '../../../ui/form/saved-form.tsx';
import { useSavedForm } from '../../../ui/form/use-saved-form.ts';
import styles from '../supplies.module.css';
import { minimumWords, optionsOf } from '../supplies-words.ts';
import { useCatalogueWrites } from '../use-catalogue-writes.ts';
import { dayNames } from './vendor-words.ts';

const fresh: VendorFields = {
  name: '',
  accountNumber: '',
  contactName: '',
  phone: '',
  email: '',
  website: '',
  orderWeekdays: [],
  orderByMinute: null,
  leadTimeDays: 3,
  minimumOrderCents: 0,
  minimumPolicy: 'none',
  minimumSurchargeCents: 0,
  freeFreightCents: null,
  freightFeeCents: 0,
  note: '',
};

const fieldsOf = (vendor: VendorDetail): VendorFields => ({
  name: vendor.name,
  accountNumber: vendor.accountNumber,
  contactName: vendor.contactName,
  phone: vendor.phone,
  email: vendor.email,
  website: vendor.website,
  orderWeekdays: vendor.orderWeekdays,
  orderByMinute: vendor.orderByMinute,
  leadTimeDays: vendor.leadTimeDays,
  minimumOrderCents: vendor.minimumOrderCents,
  minimumPolicy: vendor.minimumPolicy,
  minimumSurchargeCents: vendor.minimumSurchargeCents,
  freeFreightCents: vendor.freeFreightCents,
  freightFeeCents: vendor.freightFeeCents,
  note: vendor.note,
});

/** What the practice keeps of a vendor. A new one is made by the button, or by Enter. */
export function VendorForm({
  vendor,
  canWrite,
  onAdded,
}: {
  readonly vendor: VendorDetail | null;
  readonly canWrite: boolean;
  readonly onAdded: (id: Id) => void;
}) {
  const { saveVendor, seenVendor } = useCatalogueWrites();
  const state = useSavedForm({
    schema: vendorFields,
    stored: useMemo(() => (vendor ? fieldsOf(vendor) : fresh), [vendor]),
    prefix: 'vendor',
    save: async (values) => {
      const { id } = await saveVendor(vendor ? { seen: seenVendor(vendor.id, vendor.version), vendor: values } : { vendor: values });
      if (!vendor) onAdded(id);
    },
  });
  const { control } = state.form;
  const policy = state.form.watch('minimumPolicy');
  return (
    <SavedForm state={state} label={vendor ? `Facts of ${vendor.name}` : 'New vendor'} whole={vendor === null}>
      <fieldset className={`${styles.plain} ${styles.part}`} disabled={!canWrite}>
        <Fields>
          <TextLine control={control} name="name" label="Name" placeholder="McKesson" />
          <TextLine control={control} name="accountNumber" label="Our account" width="10rem" />
          <TextLine control={control} name="contactName" label="Contact" />
          <TextLine control={control} name="phone" label="Phone" type="tel" width="12rem" />
          <TextLine control={control} name="email" label="E-mail" />
          <TextLine control={control} name="website" label="Website" />
          <OrderDays control={control} />
          <OptionalTime control={control} name="orderByMinute" label="Order by" hint="Later ones go with the next order day." />
          <WholeNumber control={control} name="leadTimeDays" label="Arrives after" unit="business days" max={365} />
          <Dollars control={control} name="minimumOrderCents" label="Smallest order" empty={0} />
          <Choice
            control={control}
            name="minimumPolicy"
            label="Below that"
            options={optionsOf(minimumWords, minimumPolicies)}
            width="14rem"
          />
          {policy === 'surcharge' && <Dollars control={control} name="minimumSurchargeCents" label="It costs" empty={0} />}
          <Dollars control={control} name="freightFeeCents" label="Freight" empty={0} />
          <Dollars control={control} name="freeFreightCents" label="Free from" hint="Empty when freight is never free." />
          <TextLines control={control} name="note" label="Note" />
        </Fields>
        {vendor === null && (
          <div className={styles.line}>
            <Button variant="contained" color="primary" onClick={() => void state.commit()}>
              Add vendor
            </Button>
          </div>
        )}
      </fieldset>
    </SavedForm>
  );
}

function OrderDays({ control }: { readonly control: Control<VendorFields, unknown, VendorFields> }) {
  const { field } = useController({ control, name: 'orderWeekdays' });
  const chosen: readonly number[] = field.value;
  return (
    <fieldset className={`${form.field} ${styles.plain}`} aria-label="Order days">
      <span className={form.label}>Order days</span>
      <div className={styles.days}>
        {dayNames.map((name, index) => (
          <label key={name} className={form.tick}>
            <input
              type="checkbox"
              checked={chosen.includes(index + 1)}
              onChange={(event) =>
                field.onChange(
                  event.target.checked
                    ? [...chosen, index + 1].toSorted((one, other) => one - other)
                    : chosen.filter((day) => day !== index + 1),
                )
              }
              onBlur={field.onBlur}
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
