import type { MovementKind, MovementReason } from '../../../../preload/contract/supplies/choices.ts';

/** Why each kind of entry may be made. */
export const reasonsOf: Readonly<Record<MovementKind, readonly MovementReason[]>> = {
  receipt: ['received', 'opening_balance', 'substitution'],
  issue: ['consumed', 'borrowed'],
  transfer: ['moved'],
  count: ['recounted'],
  adjustment: ['correction', 'data_entry_error', 'found', 'missing', 'stolen', 'recounted'],
  waste: ['expired', 'damaged', 'recalled', 'missing', 'stolen'],
  return: ['returned', 'recalled'],
};

/** What an entry in the ledger is judged by. */
export interface BookingFacts {
  readonly kind: MovementKind;
  /** Base units; in is positive. */
  readonly quantity: number;
  readonly reason: MovementReason;
  readonly item: {
    readonly name: string;
    readonly controlled: boolean;
    readonly lotTracked: boolean;
    readonly expiryTracked: boolean;
  };
  readonly lot: { readonly number: string; readonly expiresOn: string | null; readonly quarantined: boolean } | null;
  /** Local date. */
  readonly today: string;
}

export interface BookingFault {
  /** The rule that stopped it. */
  readonly rule: string;
  readonly message: string;
}

interface BookingRule {
  readonly id: string;
  readonly check: (facts: BookingFacts) => string | null;
}

/** What is moved or counted was in the house before, and may have come without a lot. */
const comesIn = ({ kind, quantity }: BookingFacts): boolean => quantity > 0 && (kind === 'receipt' || kind === 'adjustment');
const hasExpired = ({ lot, today }: BookingFacts): boolean => lot !== null && lot.expiresOn !== null && lot.expiresOn < today;
const isUsed = ({ kind }: BookingFacts): boolean => kind === 'issue';

/** In the order in which they are told. A controlled substance has a register of its own by law (21 CFR 1304): two books of one bottle would differ. */
export const bookingRules: readonly BookingRule[] = [
  {
    id: 'stock.controlled',
    check: ({ item }) =>
      item.controlled ? `${item.name} is a controlled substance. Write it into its own register; it does not stand in this list.` : null,
  },
  { id: 'stock.nothing', check: ({ quantity }) => (quantity === 0 ? 'Type how many, more or fewer than 0.' : null) },
  {
    id: 'stock.direction',
    check: ({ kind, quantity }) => {
      if (kind === 'receipt' && quantity < 0) return 'What comes in is more than 0. To take something away, use a correction.';
      if ((kind === 'issue' || kind === 'waste' || kind === 'return') && quantity > 0) return 'What goes out is more than 0.';
      return null;
    },
  },
  {
    id: 'stock.reason',
    check: ({ kind, reason }) => (reasonsOf[kind].includes(reason) ? null : 'Choose a reason that goes with this.'),
  },
  {
    id: 'stock.lot_missing',
    check: (facts) =>
      comesIn(facts) && facts.item.lotTracked && (facts.lot?.number ?? '') === ''
        ? `${facts.item.name} is kept by lot. Scan the box or type the lot on it.`
        : null,
  },
  {
    id: 'stock.expiry_missing',
    check: (facts) =>
      comesIn(facts) && facts.item.expiryTracked && (facts.lot?.expiresOn ?? null) === null
        ? `${facts.item.name} expires. Scan the box or type its date.`
        : null,
  },
  {
    id: 'stock.lot_expired',
    check: (facts) =>
      isUsed(facts) && hasExpired(facts)
        ? `This lot of ${facts.item.name} has expired. Do not use it; throw it away with the reason "expired".`
        : null,
  },
  {
    id: 'stock.lot_set_aside',
    check: (facts) =>
      isUsed(facts) && facts.lot?.quarantined === true
        ? `This lot of ${facts.item.name} is set aside. Do not use it; ask who set it aside.`
        : null,
  },
];

/** The first rule that stops an entry, or null. */
export function bookingFault(facts: BookingFacts): BookingFault | null {
  for (const { id, check } of bookingRules) {
    const message = check(facts);
    if (message !== null) return { rule: id, message };
  }
  return null;
}
