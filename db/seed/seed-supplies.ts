import type { LocalDate } from '../../preload/contract/shared/primitives.ts';
import { demonstrationCategories, demonstrationItems, demonstrationVendors, type DemonstrationOffer } from './demonstration-supplies.ts';

/** What filling the catalogue needs: calls that must succeed. */
export interface SeedCalls {
  readonly mutate: (path: string, input: unknown) => Promise<unknown>;
  readonly query: (path: string, input: unknown) => Promise<unknown>;
}

/** Prices as they were put in half a year ago, and once since. */
const earlier = { days: -180, share: 0.96 } as const;

/** Fills the catalogue: categories, vendors, items with their packs and prices. The same every time for the same day. */
export async function seedSupplies({ mutate, query }: SeedCalls, today: LocalDate): Promise<void> {
  const categories = new Map<string, string>();
  for (const category of demonstrationCategories) {
    categories.set(category.name, idOf(await mutate('supplies.catalogue.category.save', { category })));
  }
  const vendors = new Map<string, string>();
  for (const vendor of demonstrationVendors) vendors.set(vendor.name, idOf(await mutate('supplies.catalogue.vendor.save', { vendor })));
  for (const { name, code, baseUnit, category, service, storage, dated, controlled, offers } of demonstrationItems) {
    const item = {
      name,
      code,
      baseUnit,
      categoryId: categories.get(category) ?? null,
      serviceClass: service ?? 'standard',
      storageClass: storage ?? 'shelf',
      lotTracked: dated ?? false,
      expiryTracked: dated ?? false,
      controlled: controlled ?? false,
    };
    const itemId = idOf(await mutate('supplies.catalogue.item.save', { item }));
    for (const [index, offer] of offers.entries()) {
      await mutate('supplies.catalogue.vendorItem.save', { vendorItem: vendorItemOf(itemId, vendors.get(offer[0]) ?? '', offer, index) });
    }
    const packs = largestPacks(await query('supplies.catalogue.item.get', { id: itemId }));
    for (const [vendor, , , cents] of offers) {
      const packId = packs.get(vendors.get(vendor) ?? '');
      const before = Math.round(cents * earlier.share);
      const contract = vendor === 'McKesson' ? { kind: 'contract', endsOn: dayAfter(today, 126) } : {};
      await mutate('supplies.catalogue.price.save', {
        price: { packId, cents: before, effectiveOn: dayAfter(today, earlier.days), source: 'Price list' },
      });
      await mutate('supplies.catalogue.price.save', {
        price: { packId, cents, effectiveOn: dayAfter(today, -30), source: 'Quote', ...contract },
      });
    }
  }
}

function vendorItemOf(itemId: string, vendorId: string, [, vendorNumber, packs]: DemonstrationOffer, index: number) {
  const chain = packs.split(', ').map((pack) => {
    const [code = '', units = '1'] = pack.split(' ');
    return { code, baseUnits: Number(units) };
  });
  return { itemId, vendorId, vendorNumber, preference: index + 1, packs: chain };
}

/** The largest pack of each vendor of an item, by the vendor's id. */
function largestPacks(item: unknown): ReadonlyMap<string, string> {
  if (!isItem(item)) throw new Error('supplies.catalogue.item.get answered no item');
  return new Map(item.vendorItems.map(({ vendorId, packs }) => [vendorId, packs.at(-1)?.id ?? '']));
}

interface SeededItem {
  readonly vendorItems: readonly { readonly vendorId: string; readonly packs: readonly { readonly id: string }[] }[];
}

const isItem = (data: unknown): data is SeededItem => typeof data === 'object' && data !== null && 'vendorItems' in data;

function idOf(data: unknown): string {
  if (typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'string') return data.id;
  throw new Error('a save answered no id');
}

const dayAfter = (on: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
