import type { PriceKind } from '../../../../preload/contract/supplies/choices.ts';
import type { Id, LocalDate } from '../../../../preload/contract/shared/primitives.ts';

/** What one pack costs from a day on, in cents. */
export interface PackPriceFacts {
  readonly id: Id;
  readonly packId: Id;
  readonly kind: PriceKind;
  /** From this many packs on. */
  readonly minimumPacks: number;
  readonly cents: number;
  readonly effectiveOn: LocalDate;
  /** Last day of a contract price. */
  readonly endsOn: LocalDate | null;
}

/**
 * The prices of one pack that hold on a day, at most one for each number of packs from which it counts, fewest first. A contract counts
 * before everything else while it holds; else the newest price of each break counts, and of one day the one that was put in last. A break that
 * would cost as much as a smaller one or more is left out: all-units breaks never make a pack dearer.
 */
export function pricesOn<Price extends PackPriceFacts>(prices: readonly Price[], packId: Id, on: LocalDate): Price[] {
  const begun = prices.filter(
    (price) => price.packId === packId && price.effectiveOn <= on && (price.endsOn === null || price.endsOn >= on),
  );
  const contracts = begun.filter(({ kind }) => kind === 'contract');
  const newest = new Map<number, Price>();
  for (const price of contracts.length > 0 ? contracts : begun) {
    const known = newest.get(price.minimumPacks);
    if (!known || isNewer(price, known)) newest.set(price.minimumPacks, price);
  }
  const breaks = [...newest.values()].toSorted((one, other) => one.minimumPacks - other.minimumPacks);
  const kept: Price[] = [];
  for (const price of breaks) if (price.cents < (kept.at(-1)?.cents ?? Number.POSITIVE_INFINITY)) kept.push(price);
  return kept;
}

/** What one pack costs when so many are bought on a day; undefined when no price is known. */
export function priceOn<Price extends PackPriceFacts>(
  prices: readonly Price[],
  packId: Id,
  on: LocalDate,
  packCount = 1,
): Price | undefined {
  return pricesOn(prices, packId, on).findLast(({ minimumPacks }) => minimumPacks <= packCount);
}

function isNewer(one: PackPriceFacts, other: PackPriceFacts): boolean {
  return one.effectiveOn === other.effectiveOn ? one.id > other.id : one.effectiveOn > other.effectiveOn;
}
