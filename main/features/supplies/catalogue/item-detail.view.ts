import type { Item, ItemIdentifier } from '../../../../db/supplies/item.entity.ts';
import type { ItemPack, PackPrice, VendorItem } from '../../../../db/supplies/vendor-item.entity.ts';
import type { Vendor } from '../../../../db/supplies/vendor.entity.ts';
import type {
  IdentifierView,
  ItemFinding,
  ItemView,
  PackView,
  PriceView,
  VendorItemView,
} from '../../../../preload/contract/supplies/catalogue.ts';
import { identifierSchemes } from '../../../../preload/contract/supplies/choices.ts';
import type { LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import { pricesOn } from '../domain/current-price.ts';
import { shownIdentifier } from './identifier.view.ts';
import { cheapestPack, itemFieldsOf, priceFacts } from './item-list.view.ts';
import { packTexts } from './pack.view.ts';

export interface ItemFacts {
  readonly item: Item;
  readonly categoryName: string;
  readonly identifiers: readonly ItemIdentifier[];
  readonly vendorItems: readonly VendorItem[];
  readonly vendors: readonly Vendor[];
  readonly packs: readonly ItemPack[];
  /** Newest first; undefined for those who may not see prices. */
  readonly prices: readonly PackPrice[] | undefined;
  readonly findings: readonly ItemFinding[];
  readonly today: LocalDate;
}

/** An item with everything that belongs to it. */
export function itemView(facts: ItemFacts): ItemView {
  const { item, categoryName, identifiers, vendorItems, vendors, packs, findings } = facts;
  const vendorNames = new Map(vendors.map(({ id, name }) => [id, name]));
  return {
    id: item.id,
    version: item.version,
    ...itemFieldsOf(item),
    categoryName,
    identifiers: identifiers.map(identifierView),
    packs: packViews(
      packs.filter(({ vendorItemId }) => vendorItemId === null),
      facts,
    ),
    vendorItems: vendorItems.flatMap((row) => {
      const vendor = vendorNames.get(row.vendorId);
      return vendor === undefined ? [] : [vendorItemView(row, vendor, facts)];
    }),
    findings,
  };
}

function vendorItemView(row: VendorItem, vendor: string, facts: ItemFacts): VendorItemView {
  const own = facts.packs.filter(({ vendorItemId }) => vendorItemId === row.id);
  const prices = facts.prices?.filter(({ vendorItemId }) => vendorItemId === row.id);
  const known = prices?.map(priceFacts);
  return {
    id: row.id,
    version: row.version,
    vendorId: row.vendorId,
    vendor,
    vendorNumber: row.vendorNumber,
    vendorName: row.vendorName,
    manufacturer: row.manufacturer,
    manufacturerNumber: row.manufacturerNumber,
    preference: row.preference,
    discontinued: row.discontinued === 1,
    note: row.note,
    packs: packViews(own, facts),
    ...(prices && known ? { prices: priceViews(prices, own, facts.today), cost: cheapestPack(own, () => known, facts.today) } : {}),
  };
}

function packViews(packs: readonly ItemPack[], { item, prices, today }: ItemFacts): PackView[] {
  const texts = packTexts(packs, item.baseUnit);
  const known = prices?.map(priceFacts) ?? [];
  return packs.map(({ id, version, code, baseUnits, orderable }, index) => ({
    id,
    version,
    code,
    baseUnits,
    orderable: orderable === 1,
    text: texts[index] ?? code,
    cents: pricesOn(known, id, today).find(({ minimumPacks }) => minimumPacks === 1)?.cents ?? null,
  }));
}

function priceViews(prices: readonly PackPrice[], packs: readonly ItemPack[], today: LocalDate): PriceView[] {
  const current = new Set(packs.flatMap(({ id }) => pricesOn(prices.map(priceFacts), id, today).map((price) => price.id)));
  return prices.map((row) => {
    const { id, ...facts } = priceFacts(row);
    return { id, version: row.version, ...facts, source: row.source, current: current.has(id) };
  });
}

export function identifierView(row: ItemIdentifier): IdentifierView {
  const scheme = identifierSchemes.find((one) => one === row.scheme) ?? 'other';
  return {
    id: row.id,
    version: row.version,
    itemId: row.itemId,
    scheme,
    value: row.value,
    baseUnits: row.baseUnits,
    shown: shownIdentifier(scheme, row.value),
  };
}
