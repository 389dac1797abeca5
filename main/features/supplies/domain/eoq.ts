/** Money is cents, demand base units per year; results are real numbers for the caller to round. */

export interface OrderCost {
  /** Base units per order. */
  readonly quantity: number;
  /** Cents per year: ordering and holding, and with price breaks also the goods. */
  readonly yearlyCents: number;
}

/**
 * The order that makes ordering and holding together cheapest: sqrt(2KD/h).
 * @param orderCents K, cents per order. @param yearlyDemand D, base units. @param holdingCents h, cents per base unit and year.
 * Source: Harris 1913; Snyder & Shen, Fundamentals of Supply Chain Theory 2e, section 3.2.
 * @throws RangeError when demand or holding cost is not above 0, or the order cost negative.
 */
export function economicOrder(orderCents: number, yearlyDemand: number, holdingCents: number): OrderCost {
  if (!(yearlyDemand > 0 && holdingCents > 0 && orderCents >= 0)) throw new RangeError('Demand and holding cost are above 0.');
  return {
    quantity: Math.sqrt((2 * orderCents * yearlyDemand) / holdingCents),
    yearlyCents: Math.sqrt(2 * orderCents * yearlyDemand * holdingCents),
  };
}

export interface PriceBand {
  /** The price holds from this many base units on. */
  readonly fromQuantity: number;
  /** Cents per base unit, not rounded. */
  readonly unitCents: number;
}

/**
 * The cheapest order where a larger one lowers the price of all its units: the best quantity within each band and each break, compared by the
 * yearly total of goods, orders and holding.
 * @param rate holding cost per year as a share of the price (0.25 is 25 %). @returns also `band`, the index of the price that applies.
 * Source: Snyder & Shen 2e, section 3.4 (all-units discounts).
 * @throws RangeError without bands, or as `economicOrder`.
 */
export function economicOrderWithBreaks(
  orderCents: number,
  yearlyDemand: number,
  rate: number,
  bands: readonly PriceBand[],
): OrderCost & { readonly band: number } {
  let best: (OrderCost & { band: number }) | undefined;
  for (const [band, { fromQuantity, unitCents }] of bands.entries()) {
    const below = bands[band + 1]?.fromQuantity ?? Infinity;
    const holding = rate * unitCents;
    const free = economicOrder(orderCents, yearlyDemand, holding).quantity;
    const quantity = Math.max(free, fromQuantity);
    if (quantity >= below) continue;
    const yearlyCents = unitCents * yearlyDemand + (orderCents * yearlyDemand) / quantity + (holding * quantity) / 2;
    if (!best || yearlyCents < best.yearlyCents) best = { quantity, yearlyCents, band };
  }
  if (!best) throw new RangeError('There is no price band to choose from.');
  return best;
}

const leastCoverWeeks = 1;
const mostCoverWeeks = 12;

/**
 * Weeks of usage to buy at once, so that cheap items are not ordered every week: EOQ / usage, from 1 to 12 weeks and never more than can be used
 * before it expires. EOQ decides nothing else here (supplies reference 3.2, 3.3).
 * @param shelfWeeks weeks a receipt can be used, or null where nothing expires.
 * @returns whole weeks; 1 without usage or price.
 */
export function coverWeeks(facts: {
  readonly orderCents: number;
  readonly usagePerWeek: number;
  readonly packCents: number;
  readonly unitsPerPack: number;
  /** Share of the price per year: 0.25 is 25 %. */
  readonly holdingRate: number;
  readonly shelfWeeks: number | null;
}): number {
  const { usagePerWeek, packCents, unitsPerPack, holdingRate, shelfWeeks } = facts;
  const holdingCents = (holdingRate * packCents) / unitsPerPack;
  const wanted =
    usagePerWeek > 0 && holdingCents > 0
      ? economicOrder(facts.orderCents, usagePerWeek * weeksPerYear, holdingCents).quantity / usagePerWeek
      : leastCoverWeeks;
  const most = Math.min(mostCoverWeeks, shelfWeeks === null ? mostCoverWeeks : Math.floor(shelfWeeks));
  return Math.max(leastCoverWeeks, Math.min(Math.round(wanted), most));
}

/** Weeks of a year in all cost formulas. */
export const weeksPerYear = 52;
