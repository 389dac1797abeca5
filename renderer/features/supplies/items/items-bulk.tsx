import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { changeItems, ItemLine } from '../../../../preload/contract/supplies/catalogue.ts';
import { serviceClasses, storageClasses } from '../../../../preload/contract/supplies/choices.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { usePractice } from '../../../api/practice-queries.ts';
import { useWrite } from '../../../app/use-write.ts';
import { ConfirmBar } from '../../../ui/confirm-bar.tsx';
import form from '../../../ui/form/form.module.css';
import styles from '../supplies.module.css';
import { countItems, serviceWords, storageWords } from '../supplies-words.ts';

type Change = z.input<typeof changeItems>['change'];

/** What can be done with the chosen items at once: one change, one undo. */
export function ItemsBulk({
  items,
  onArchive,
  onDone,
}: {
  readonly items: readonly ItemLine[];
  readonly onArchive: () => void;
  readonly onDone: () => void;
}) {
  const trpc = useTrpc();
  const { today } = usePractice();
  const categories = useQuery(trpc.supplies.catalogue.category.list.queryOptions());
  const change = useWrite(trpc.supplies.catalogue.item.changeMany.mutationOptions());
  const choices: readonly { readonly group: string; readonly label: string; readonly change: Change }[] = [
    ...(categories.data ?? []).map(({ id, name }) => ({ group: 'Category', label: name, change: { categoryId: id } })),
    { group: 'Category', label: 'None', change: { categoryId: null } },
    ...serviceClasses.map((one) => ({ group: 'Importance', label: serviceWords[one], change: { serviceClass: one } })),
    ...storageClasses.map((one) => ({ group: 'Kept', label: storageWords[one], change: { storageClass: one } })),
    { group: 'On receipt', label: 'Ask for lot and expiry', change: { lotTracked: true, expiryTracked: true } },
    { group: 'On receipt', label: 'Ask for neither', change: { lotTracked: false, expiryTracked: false } },
    { group: 'Bought', label: 'No longer, from today', change: { inactiveOn: today } },
    { group: 'Bought', label: 'Again', change: { inactiveOn: null } },
  ];
  const groups = [...new Set(choices.map(({ group }) => group))];
  const perform = (index: number) => {
    const choice = choices[index];
    if (!choice) return;
    change.mutate({ items: items.map(({ id, version }) => ({ id, version })), change: choice.change });
    onDone();
  };
  return (
    <ConfirmBar actions={[{ label: `Archive ${countItems(items.length)}`, perform: onArchive }]} onCancel={onDone}>
      {countItems(items.length)} chosen{' '}
      <select
        className={`${form.input} ${styles.choice}`}
        aria-label="Change the chosen items"
        value=""
        onChange={(event) => perform(Number(event.target.value))}
      >
        <option value="">Change…</option>
        {groups.map((group) => (
          <optgroup key={group} label={group}>
            {choices.map((choice, index) =>
              choice.group === group ? (
                <option key={`${group} ${choice.label}`} value={index}>
                  {choice.label}
                </option>
              ) : null,
            )}
          </optgroup>
        ))}
      </select>
    </ConfirmBar>
  );
}
