import type { ItemPack, PackPrice, VendorItem } from '../../../../db/supplies/vendor-item.entity.ts';
import type { Item, ItemCategory } from '../../../../db/supplies/item.entity.ts';
import type { Vendor } from '../../../../db/supplies/vendor.entity.ts';
import type { ItemFields, ItemLine, PackCost, VendorItemLine } from '../../../../preload/contract/supplies/catalogue.ts';
import { priceKinds, serviceClasses, storageClasses } from '../../../../preload/contract/supplies/choices.ts';
import type { Id, LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import { pricesOn, type PackPriceFacts } from '../domain/current-price.ts';
import { compareUnitPrices } from '../domain/unit-price.ts';
import { packTexts } from './pack.view.ts';

type LineFields = Omit<ItemFields, 'note' | 'daysAfterOpening'>;

/** A row as the fields a form holds. */
export const itemFieldsOf = (row: Item): ItemFields => ({ ...lineFieldsOf(row), daysAfterOpening: row.daysAfterOpening, note: row.note });

function lineFieldsOf(row: Item): LineFields {
  return {
    code: row.code,
    name: row.name,
    baseUnit: row.baseUnit,
    categoryId: row.categoryId,
    serviceClass: serviceClasses.find((one) => one === row.serviceClass) ?? 'standard',
    storageClass: storageClasses.find((one) => one === row.storageClass) ?? 'shelf',
    lotTracked: row.lotTracked === 1,
    expiryTracked: row.expiryTracked === 1,
    controlled: row.controlled === 1,
    inactiveOn: row.inactiveOn,
  };
}

export const priceFacts = (row: PackPrice): PackPriceFacts => ({
  id: row.id,
  packId: row.itemPackId,
  kind: priceKinds.find((one) => one === row.kind) ?? 'list',
  minimumPacks: row.minimumPacks,
  cents: row.cents,
  effectiveOn: row.effectiveOn,
  endsOn: row.endsOn,
});

/** The orderable pack that is cheapest for each base unit when one of it is bought today; null where no price is known. */
export function cheapestPack(
  packs: readonly ItemPack[],
  pricesOfPack: (packId: Id) => readonly PackPriceFacts[],
  today: LocalDate,
): PackCost | null {
  let best: PackCost | null = null;
  for (const { id, code, baseUnits, orderable } of packs) {
    if (orderable !== 1) continue;
    const price = pricesOn(pricesOfPack(id), id, today).find(({ minimumPacks }) => minimumPacks === 1);
    if (!price) continue;
    const cost: PackCost = { packCode: code, baseUnits, cents: price.cents };
    if (!best || compareUnitPrices(cost, best) < 0) best = cost;
  }
  return best;
}

interface Sold {
  readonly vendorItems: readonly VendorItem[];
  readonly packs: readonly ItemPack[];
  /** Undefined for those who may not see prices. */
  readonly prices: readonly PackPrice[] | undefined;
  readonly today: LocalDate;
}

/** The lines of the list of items, in the order in which they came. */
export function itemLines({
  items,
  categories,
  vendors,
  ...sold
}: Sold & {
  readonly items: readonly Item[];
  readonly categories: readonly ItemCategory[];
  readonly vendors: readonly Vendor[];
}): ItemLine[] {
  const categoryNames = new Map(categories.map(({ id, name }) => [id, name]));
  const vendorNames = new Map(vendors.map(({ id, name }) => [id, name]));
  const byItem = Map.groupBy(sold.vendorItems, ({ itemId }) => itemId);
  const offerOf = offersOf(sold);
  return items.map((row) => {
    const offers = (byItem.get(row.id) ?? []).filter(({ vendorId }) => vendorNames.has(vendorId));
    const first = offers.find(({ discontinued }) => discontinued === 0) ?? offers[0];
    const words = offers.map((one) =>
      [vendorNames.get(one.vendorId), one.vendorNumber, one.vendorName, one.manufacturer, one.manufacturerNumber].filter(Boolean).join(' '),
    );
    return {
      id: row.id,
      version: row.version,
      ...lineFieldsOf(row),
      categoryName: categoryNames.get(row.categoryId ?? '') ?? '',
      vendorCount: offers.length,
      vendorName: first ? (vendorNames.get(first.vendorId) ?? '') : '',
      vendorNumber: first?.vendorNumber ?? '',
      words: words.join(' '),
      ...(first ? offerOf(first, row.baseUnit) : { packText: '', ...(sold.prices ? { cost: null } : {}) }),
    };
  });
}

/** What one vendor sells us, by the names of the items; items that are gone are left out. */
export function vendorItemLines({ items, ...sold }: Sold & { readonly items: readonly Item[] }): VendorItemLine[] {
  const offerOf = offersOf(sold);
  const byItem = Map.groupBy(sold.vendorItems, ({ itemId }) => itemId);
  return items.flatMap(({ id, name, baseUnit }) =>
    (byItem.get(id) ?? []).map((row) => ({
      itemId: id,
      name,
      vendorNumber: row.vendorNumber,
      discontinued: row.discontinued === 1,
      ...offerOf(row, baseUnit),
    })),
  );
}

function offersOf({ packs, prices, today }: Sold): (row: VendorItem, baseUnit: string) => Pick<ItemLine, 'packText' | 'cost'> {
  const packsOf = Map.groupBy(packs, ({ vendorItemId }) => vendorItemId);
  const pricesOf = prices && Map.groupBy(prices.map(priceFacts), ({ packId }) => packId);
  return (row, baseUnit) => {
    const own = packsOf.get(row.id) ?? [];
    const cost = pricesOf ? cheapestPack(own, (packId) => pricesOf.get(packId) ?? [], today) : undefined;
    const texts = packTexts(own, baseUnit);
    const shown = own.findIndex((pack) => cost?.packCode === pack.code && cost.baseUnits === pack.baseUnits);
    return {
      packText: texts[shown] ?? texts[own.findLastIndex(({ orderable }) => orderable === 1)] ?? '',
      ...(cost === undefined ? {} : { cost }),
    };
  };
}
