import type { ItemLine } from '../../../../preload/contract/supplies/catalogue.ts';

/** What the list is narrowed to; it stands in the address, so that a view can be kept and come back to. */
export type ItemView = 'all' | 'bought' | 'nobody' | 'vital' | 'controlled' | 'gone' | `category:${string}`;

/** The narrowing an address names; everything where it names none. */
export const viewOf = (search: URLSearchParams): string => search.get('show') ?? 'all';

/** Whether an item is in a view, on a day. */
export function isInView(item: ItemLine, view: string, today: string): boolean {
  const gone = item.inactiveOn !== null && item.inactiveOn <= today;
  if (view.startsWith('category:')) return (item.categoryId ?? '') === view.slice('category:'.length);
  if (view === 'bought') return !gone;
  if (view === 'nobody') return item.vendorCount === 0 && !gone;
  if (view === 'vital') return item.serviceClass === 'vital' && !gone;
  if (view === 'controlled') return item.controlled;
  if (view === 'gone') return gone;
  return true;
}

/** The views that hold something, with what they are called. */
export function viewsOf(items: readonly ItemLine[], today: string): readonly { readonly value: string; readonly label: string }[] {
  const fixed = [
    { value: 'bought', label: 'Bought now' },
    { value: 'vital', label: 'Vital' },
    { value: 'nobody', label: 'Nobody sells it' },
    { value: 'controlled', label: 'Controlled' },
    { value: 'gone', label: 'No longer bought' },
  ].filter(({ value }) => items.some((item) => isInView(item, value, today)));
  const categories = new Map(items.flatMap(({ categoryId, categoryName }) => (categoryId === null ? [] : [[categoryId, categoryName]])));
  const named = [...categories]
    .map(([id, label]) => ({ value: `category:${id}`, label: label ?? '' }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
  return [{ value: 'all', label: 'All items' }, ...fixed, ...named];
}
