import type { Id, LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import { priceOn, pricesOn, type PackPriceFacts } from './current-price.ts';
import { freightOf, type FreightTerms } from './freight.ts';
import { compareUnitPrices } from './unit-price.ts';

/** One pack in which one vendor sells an item. */
export interface Offer {
  readonly vendorItemId: Id;
  readonly vendorId: Id;
  readonly vendorName: string;
  readonly packId: Id;
  readonly unitsPerPack: number;
  /** Every known price; those of other packs and other days are passed over. */
  readonly prices: readonly PackPriceFacts[];
  /** No longer sold. */
  readonly discontinued: boolean;
  /** 1 is bought first; 0 when no choice was made. */
  readonly preference: number;
  /** When an order made now would be here. */
  readonly arrivesOn: LocalDate;
  readonly terms: FreightTerms;
  /** Merchandise that already stands in this vendor's draft, without this item, cents. */
  readonly draftCents: number;
}

/** What a need costs with one offer. Money in cents, quantities in base units. */
export interface OfferCost {
  readonly offer: Offer;
  /** Of one pack, when so many are bought. */
  readonly packCents: number;
  readonly isContract: boolean;
  /** Last day of the contract price. */
  readonly contractEndsOn: LocalDate | null;
  readonly packs: number;
  /** What comes beyond the need. */
  readonly leftOver: number;
  readonly goodsCents: number;
  /** What the item adds to the vendor's freight; below 0 where it is what makes freight free. */
  readonly freightCents: number;
  readonly totalCents: number;
  /** Cheapest for the need, of those that come in time; the first of the list. */
  readonly isBest: boolean;
  /** Cheapest per base unit; several when they are the same. */
  readonly isCheapestUnit: boolean;
  /** Comes after the day it is needed. */
  readonly isLate: boolean;
  /** More packs that cost less in all, by a price break. */
  readonly betterBreak: { readonly packs: number; readonly goodsCents: number } | null;
}

/**
 * The same base units from every vendor that sells them, the cheapest for the need first: goods and what they change in freight; then by unit
 * price, arrival, preference and name. What comes too late stands behind, what has no price is left out. Exact: whole cents, units by
 * cross-multiplication.
 * @param needed base units, 1 or more. @param on day of the order. @param latestOn the day by which it must be here; null when it does not matter.
 */
export function compareOffers(
  offers: readonly Offer[],
  { needed, on, latestOn = null }: { readonly needed: number; readonly on: LocalDate; readonly latestOn?: LocalDate | null },
): OfferCost[] {
  const rows = offers.flatMap((offer) => costOfOffer(offer, needed, on, latestOn) ?? []);
  const unit = ({ packCents, offer }: OfferCost) => ({ cents: packCents, baseUnits: offer.unitsPerPack });
  const cheapest = rows.reduce<OfferCost | undefined>(
    (best, row) => (best && compareUnitPrices(unit(best), unit(row)) <= 0 ? best : row),
    undefined,
  );
  return rows
    .toSorted(
      (a, b) =>
        Number(a.isLate) - Number(b.isLate) ||
        a.totalCents - b.totalCents ||
        compareUnitPrices(unit(a), unit(b)) ||
        compareText(a.offer.arrivesOn, b.offer.arrivesOn) ||
        (a.offer.preference || Infinity) - (b.offer.preference || Infinity) ||
        compareText(a.offer.vendorName, b.offer.vendorName),
    )
    .map((row, index) => ({
      ...row,
      isBest: index === 0 && !row.isLate,
      isCheapestUnit: cheapest !== undefined && compareUnitPrices(unit(row), unit(cheapest)) === 0,
    }));
}

function costOfOffer(offer: Offer, needed: number, on: LocalDate, latestOn: LocalDate | null): OfferCost | undefined {
  const { prices, packId, unitsPerPack, terms, draftCents } = offer;
  const packs = Math.ceil(needed / unitsPerPack);
  const price = offer.discontinued ? undefined : priceOn(prices, packId, on, packs);
  if (!price) return undefined;
  const goodsCents = packs * price.cents;
  const before = draftCents === 0 ? 0 : freightOf(terms, draftCents);
  const freightCents = freightOf(terms, draftCents + goodsCents) - before;
  const better = pricesOn(prices, packId, on)
    .filter((one) => one.minimumPacks > packs && one.minimumPacks * one.cents < goodsCents)
    .map((one) => ({ packs: one.minimumPacks, goodsCents: one.minimumPacks * one.cents }))
    .toSorted((a, b) => a.goodsCents - b.goodsCents);
  return {
    offer,
    packCents: price.cents,
    isContract: price.kind === 'contract',
    contractEndsOn: price.kind === 'contract' ? price.endsOn : null,
    packs,
    leftOver: packs * unitsPerPack - needed,
    goodsCents,
    freightCents,
    totalCents: goodsCents + freightCents,
    isBest: false,
    isCheapestUnit: false,
    isLate: latestOn !== null && offer.arrivesOn > latestOn,
    betterBreak: better[0] ?? null,
  };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
