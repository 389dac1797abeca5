/** Stock of one item in one place, by lot. */
export interface LotOnHand<LotId> {
  readonly lotId: LotId;
  /** Base units. */
  readonly quantity: number;
  /** Last day of use, local date; null when it does not expire or is not known. */
  readonly expiresOn: string | null;
  readonly quarantined: boolean;
}

export interface FefoPick<LotId> {
  readonly picks: readonly { readonly lotId: LotId; readonly quantity: number }[];
  /** Base units for which no usable stock was there. */
  readonly short: number;
}

/**
 * Takes from the lots that expire first ("first expired, first out"); what has no date comes last. Expired and quarantined lots are left alone,
 * a lot is usable through its last day. Source: supplies reference, section 4 (vaccines: soonest expiry in front).
 * @param usableOn local date; null takes from every lot, what has expired first: for what is thrown away or missing
 */
export function fefoPick<LotId>(lots: readonly LotOnHand<LotId>[], quantity: number, usableOn: string | null): FefoPick<LotId> {
  const usable = lots.filter((lot) => lot.quantity > 0 && (usableOn === null || isUsable(lot, usableOn)));
  const picks: { lotId: LotId; quantity: number }[] = [];
  let left = quantity;
  for (const lot of usable.toSorted(soonestFirst)) {
    if (left <= 0) break;
    const taken = Math.min(left, lot.quantity);
    picks.push({ lotId: lot.lotId, quantity: taken });
    left -= taken;
  }
  return { picks, short: left };
}

const isUsable = ({ quarantined, expiresOn }: LotOnHand<unknown>, on: string): boolean =>
  !quarantined && (expiresOn === null || expiresOn >= on);

/** Of two dates the earlier one first; without a date last. ISO dates sort as text. */
function soonestFirst(one: LotOnHand<unknown>, other: LotOnHand<unknown>): number {
  const [first, second] = [one.expiresOn ?? '9999', other.expiresOn ?? '9999'];
  return first < second ? -1 : first > second ? 1 : 0;
}
