import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Id } from '../../../../preload/contract/shared/primitives.ts';
import { itemFields, type ItemFields, type ItemView } from '../../../../preload/contract/supplies/catalogue.ts';
import { serviceClasses, storageClasses } from '../../../../preload/contract/supplies/choices.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { refusalOf } from '../../../api/refusal.ts';
import { Fields } from '../../../ui/form/fields.tsx';
import form from '../../../ui/form/form.module.css';
import { Choice, TextLine, Tick, WholeNumber } from '../../../ui/form/form-fields.tsx';
import { OptionalDate, TextLines } from '../../../ui/form/more-fields.tsx';
import { SavedForm } from '../../../ui/form/saved-form.tsx';
import { useSavedForm } from '../../../ui/form/use-saved-form.ts';
import styles from '../supplies.module.css';
import { optionsOf, serviceWords, storageWords } from '../supplies-words.ts';
import { useCatalogueWrites } from '../use-catalogue-writes.ts';

const fresh: ItemFields = {
  code: '',
  name: '',
  baseUnit: 'each',
  categoryId: null,
  serviceClass: 'standard',
  storageClass: 'shelf',
  lotTracked: false,
  expiryTracked: false,
  controlled: false,
  daysAfterOpening: null,
  inactiveOn: null,
  note: '',
};

const fieldsOf = (item: ItemView): ItemFields => ({
  code: item.code,
  name: item.name,
  baseUnit: item.baseUnit,
  categoryId: item.categoryId,
  serviceClass: item.serviceClass,
  storageClass: item.storageClass,
  lotTracked: item.lotTracked,
  expiryTracked: item.expiryTracked,
  controlled: item.controlled,
  daysAfterOpening: item.daysAfterOpening,
  inactiveOn: item.inactiveOn,
  note: item.note,
});

/** What the practice keeps of an item itself. A new one is made by the button, or by Enter. */
export function ItemForm({
  item,
  canWrite,
  onAdded,
}: {
  readonly item: ItemView | null;
  readonly canWrite: boolean;
  readonly onAdded: (id: Id) => void;
}) {
  const trpc = useTrpc();
  const categories = useQuery(trpc.supplies.catalogue.category.list.queryOptions());
  const { saveItem, seenItem } = useCatalogueWrites();
  const state = useSavedForm({
    schema: itemFields,
    stored: useMemo(() => (item ? fieldsOf(item) : fresh), [item]),
    prefix: 'item',
    save: async (values) => {
      const { id } = await saveItem(item ? { seen: seenItem(item.id, item.version), item: values } : { item: values });
      if (!item) onAdded(id);
    },
  });
  const { control } = state.form;
  const categoryOptions = [{ value: '', label: 'None' }, ...(categories.data ?? []).map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <SavedForm state={state} label={item ? `Facts of ${item.name}` : 'New item'} whole={item === null}>
      <fieldset className={`${styles.plain} ${styles.part}`} disabled={!canWrite}>
        <Fields>
          <TextLine control={control} name="name" label="Name" placeholder="Exam gloves nitrile M" />
          <TextLine control={control} name="baseUnit" label="Counted as" width="8rem" hint="The smallest you count: each, box, vial." />
          <TextLine control={control} name="code" label="Code" width="8rem" hint="Your own short one, if you have any." />
          <Choice
            control={control}
            name="categoryId"
            label="Category"
            options={categoryOptions}
            read={(text) => (text === '' ? null : text)}
          />
          <Choice control={control} name="serviceClass" label="Importance" options={optionsOf(serviceWords, serviceClasses)} />
          <Choice control={control} name="storageClass" label="Kept" options={optionsOf(storageWords, storageClasses)} />
          <Tick control={control} name="lotTracked" label="Ask for the lot on receipt" />
          <Tick control={control} name="expiryTracked" label="Ask for the expiry on receipt" />
          <WholeNumber control={control} name="daysAfterOpening" label="Once opened" unit="days" min={1} />
          <Tick
            control={control}
            name="controlled"
            label="Controlled substance"
            hint="Listed here, and counted in its own register only."
          />
          <OptionalDate control={control} name="inactiveOn" label="Not bought from" />
          <TextLines control={control} name="note" label="Note" />
        </Fields>
        {item === null && (
          <div className={styles.line}>
            <Button variant="contained" color="primary" onClick={() => void state.commit()}>
              Add item
            </Button>
          </div>
        )}
        {item !== null && canWrite && (
          <NewCategory onMade={(categoryId) => state.form.setValue('categoryId', categoryId, { shouldDirty: true })} />
        )}
      </fieldset>
    </SavedForm>
  );
}

/** A category that is not there yet. */
function NewCategory({ onMade }: { readonly onMade: (id: Id) => void }) {
  const { saveCategory } = useCatalogueWrites();
  const [name, setName] = useState<string | null>(null);
  const [error, setError] = useState('');
  if (name === null) {
    return (
      <div>
        <Button variant="text" onClick={() => setName('')}>
          New category
        </Button>
      </div>
    );
  }
  const add = async () => {
    try {
      const { id } = await saveCategory({ category: { name } });
      onMade(id);
      setName(null);
    } catch (caught) {
      setError(refusalOf(caught).message);
    }
  };
  return (
    <div className={styles.line}>
      <input
        className={`${form.input} ${styles.grow}`}
        aria-label="Name of the new category"
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          event.stopPropagation();
          void add();
        }}
      />
      <Button disabled={name.trim() === ''} onClick={() => void add()}>
        Add category
      </Button>
      {error && <p className={styles.error}>{error}</p>}
    </div>
  );
}
