/** One item of a vendor. */
export interface JointItem {
  /** k, cents for having this item on an order. */
  readonly lineCents: number;
  /** h, cents per base unit and year. */
  readonly holdingCents: number;
  /** D, base units per year. */
  readonly yearlyDemand: number;
}

export interface JointPlan {
  /** T, years between orders to the vendor. */
  readonly intervalYears: number;
  /** m: each item comes with every 1st, 2nd, 3rd ... order. */
  readonly everyNth: readonly number[];
  /** Base units of each item when it comes. */
  readonly quantities: readonly number[];
  readonly yearlyCents: number;
}

/**
 * How often to order from a vendor whose items share one cost per order; advice for the review interval, not for the daily list.
 * @param orderCents K, cents per order whatever is on it.
 * Source: Silver, "A simple method of determining order quantities in joint replenishments under deterministic demand",
 * Management Science 22 (1976) 1351-1361; Silver, Pyke & Peterson 1998, p. 428.
 * @throws RangeError without items, or when a demand or holding cost is not above 0.
 */
export function jointReplenishment(orderCents: number, items: readonly JointItem[]): JointPlan {
  if (items.length === 0 || items.some((item) => !(item.yearlyDemand > 0 && item.holdingCents > 0)))
    throw new RangeError('Each item needs a demand and a holding cost above 0.');
  const flow = (item: JointItem): number => item.holdingCents * item.yearlyDemand;
  const first = items.reduce((best, item) => (item.lineCents / flow(item) < best.lineCents / flow(best) ? item : best));
  const scale = flow(first) / (orderCents + first.lineCents);
  const everyNth = items.map((item) => (item === first ? 1 : Math.max(1, Math.round(Math.sqrt((item.lineCents / flow(item)) * scale)))));
  let perOrder = orderCents;
  let held = 0;
  for (const [index, item] of items.entries()) {
    const nth = everyNth[index] ?? 1;
    perOrder += item.lineCents / nth;
    held += flow(item) * nth;
  }
  const intervalYears = Math.sqrt((2 * perOrder) / held);
  return {
    intervalYears,
    everyNth,
    quantities: items.map((item, index) => item.yearlyDemand * (everyNth[index] ?? 1) * intervalYears),
    yearlyCents: Math.sqrt(2 * perOrder * held),
  };
}
