/** An order in packs. */
export interface PackOrder {
  readonly packs: number;
  /** Base units: packs times units per pack, exactly. */
  readonly quantity: number;
  /** How it came about: no rest, rounded up, down because next to nothing was missing, or down because a full pack would pass par. */
  readonly rounding: 'exact' | 'up' | 'within_tolerance' | 'kept_below_par';
  /** Base units by which the position will pass par; less than a pack. */
  readonly overPar: number;
}

export interface PackRoundingFacts {
  /** Base units wanted, 0 or more. */
  readonly quantity: number;
  readonly unitsPerPack: number;
  /** Before this order, base units. */
  readonly position: number;
  readonly reorderPoint: number;
  readonly par: number;
  /** Ten thousandths of the quantity that may be missing rather than to open another pack; 100 is 1 %. */
  readonly toleranceBasisPoints?: number;
  /** The item never goes above its par: it has no room, or expires. */
  readonly neverExceed?: boolean;
}

/** 1 %: what real buyers leave out (supplies reference 3.2, 3.4). */
export const usualToleranceBasisPoints = 100;

/**
 * Whole packs for a quantity, in integers: rounded up, by less than a pack; rounded down where no more is missing than the tolerance and the
 * position still ends above the reorder point, so that the same is not ordered again tomorrow. An item that never exceeds its par is rounded down.
 * @throws RangeError when a quantity is no whole number, or a pack has less than one unit.
 */
export function roundToPacks(facts: PackRoundingFacts): PackOrder {
  const { quantity, unitsPerPack, position, reorderPoint, par } = facts;
  if (![quantity, unitsPerPack, position].every(Number.isSafeInteger) || unitsPerPack < 1 || quantity < 0)
    throw new RangeError('Quantities are whole base units, and a pack has one or more.');
  const rest = quantity % unitsPerPack;
  const full = (quantity - rest) / unitsPerPack;
  const order = (packs: number, rounding: PackOrder['rounding']): PackOrder => {
    const ordered = packs * unitsPerPack;
    return { packs, quantity: ordered, rounding, overPar: packs === 0 ? 0 : Math.max(0, position + ordered - Math.max(par, reorderPoint)) };
  };
  if (rest === 0) return order(full, 'exact');
  const tolerance = facts.toleranceBasisPoints ?? usualToleranceBasisPoints;
  if (rest * 10_000 <= tolerance * quantity && position + full * unitsPerPack > reorderPoint) return order(full, 'within_tolerance');
  if (facts.neverExceed === true && position + (full + 1) * unitsPerPack > par) return order(full, 'kept_below_par');
  return order(full + 1, 'up');
}
