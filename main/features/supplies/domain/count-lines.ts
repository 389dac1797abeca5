/** A place of the room that is counted, in the order in which people walk it. */
export interface CountedPlace {
  readonly id: string;
  /** The room itself comes last: what has no shelf of its own. */
  readonly isRoom: boolean;
}

export interface CountFacts {
  /** The room's shelves in their order, and the room. */
  readonly places: readonly CountedPlace[];
  /** Where items are kept, in the order of their places. */
  readonly kept: readonly { readonly itemId: string; readonly placeId: string }[];
  /** What lies there; base units. */
  readonly balances: readonly {
    readonly itemId: string;
    readonly placeId: string;
    readonly lotId: string | null;
    readonly onHand: number;
  }[];
  /** Items that are counted lot by lot. */
  readonly byLot: ReadonlySet<string>;
  /** Items that are counted at all: no controlled substances. */
  readonly counted: ReadonlySet<string>;
}

export interface PlannedLine {
  readonly itemId: string;
  readonly placeId: string;
  readonly lotId: string | null;
  readonly expected: number;
}

/**
 * The lines of a room's count: everything kept there and everything that lies there, shelf by shelf, each item once, or once for each of its
 * lots where it is kept by lot.
 */
export function planCountLines({ places, kept, balances, byLot, counted }: CountFacts): PlannedLine[] {
  const turn = new Map(places.map((place, index) => [place.id, place.isRoom ? places.length : index]));
  const lines = new Map<string, PlannedLine>();
  const add = (itemId: string, placeId: string, lotId: string | null, onHand: number): void => {
    if (!turn.has(placeId) || !counted.has(itemId)) return;
    const lot = byLot.has(itemId) ? lotId : null;
    const key = `${placeId}/${itemId}/${lot ?? ''}`;
    lines.set(key, { itemId, placeId, lotId: lot, expected: (lines.get(key)?.expected ?? 0) + onHand });
  };
  const lying = new Set(balances.filter((row) => row.onHand !== 0).map((row) => `${row.placeId}/${row.itemId}`));
  // An item kept by lot has a line without one only while nothing of it is there.
  for (const row of kept) if (!byLot.has(row.itemId) || !lying.has(`${row.placeId}/${row.itemId}`)) add(row.itemId, row.placeId, null, 0);
  for (const row of balances) if (row.onHand !== 0) add(row.itemId, row.placeId, row.lotId, row.onHand);
  const keptTurn = new Map(kept.map((row, index) => [`${row.placeId}/${row.itemId}`, index]));
  const orderOf = (line: PlannedLine): number => keptTurn.get(`${line.placeId}/${line.itemId}`) ?? kept.length;
  return [...lines.values()].toSorted(
    (one, other) => (turn.get(one.placeId) ?? 0) - (turn.get(other.placeId) ?? 0) || orderOf(one) - orderOf(other),
  );
}
