import { z } from 'zod';
import { id, line, localDate, requiredLine, seenRow, type Id, type LocalDate } from '../shared/primitives.ts';
import { fundings, movementReasons, type Funding, type LevelOrigin, type MovementKind, type MovementReason } from './choices.ts';

/** Base units, 0 or more. */
export const quantity = z
  .int({ error: 'Type a whole number.' })
  .min(0, { error: 'Type 0 or more.' })
  .max(100_000_000, { error: 'That is more than fits on any shelf. Type fewer.' });
/** Base units, at least one. */
export const someQuantity = quantity.min(1, { error: 'Type how many, one or more.' });

export const savePlaceInput = z.strictObject({
  seen: seenRow.optional(),
  place: z.strictObject({
    locationId: id,
    /** The room a bin is in; null for a room. */
    parentId: id.nullable().default(null),
    name: requiredLine(60),
    /** What its label says when it is scanned; '' without one. */
    scanCode: line(40).default(''),
  }),
});
export type PlaceFields = z.output<typeof savePlaceInput>['place'];

/** A room of a location, or a bin within a room. */
export interface PlaceView extends PlaceFields {
  readonly id: Id;
  readonly version: number;
  /** As people say it: "Lab", "Lab, B3". */
  readonly label: string;
}

/** The places an item is kept in, the usual one first. */
export const keepItemInput = z.strictObject({ itemId: id, placeIds: z.array(id).max(50) });

export const saveLevelInput = z.strictObject({
  seen: seenRow.optional(),
  level: z.strictObject({
    itemId: id,
    /** Null for the whole practice. */
    placeId: id.nullable().default(null),
    /** Ordered when the position is at or below it; base units. */
    reorderPoint: quantity,
    /** Filled up to it; base units. */
    par: quantity,
    neverExceed: z.boolean().default(false),
  }),
});
export type LevelFields = z.output<typeof saveLevelInput>['level'];

export interface LevelView extends LevelFields {
  readonly id: Id;
  readonly version: number;
  readonly origin: LevelOrigin;
}

/** A lot as its label says it. Stock of one lot that public and private money paid for is two lots. */
export const lotFields = z.strictObject({
  number: line(40),
  expiresOn: localDate.nullable(),
  funding: z.enum(fundings).default('private'),
  manufacturer: line(80).default(''),
});
export type LotFields = z.output<typeof lotFields>;

/** Which lot: one that is known, one that its label tells, `oldest` first (what expires first), or null for stock without a lot. */
export const lotChoice = z.union([z.strictObject({ id }), lotFields, z.literal('oldest'), z.null()]);

const bookedEntry = { itemId: id, placeId: id, note: line(500).default('') };

/** What somebody takes out or throws away. */
export const useInput = z.strictObject({
  kind: z.enum(['issue', 'waste']),
  entries: z
    .array(z.strictObject({ ...bookedEntry, lot: lotChoice.default('oldest'), quantity: someQuantity, reason: z.enum(movementReasons) }))
    .min(1)
    .max(500),
});

/** What comes in without an order, and what stands in the ledger wrongly: the quantity is added, a negative one taken away. */
export const correctInput = z.strictObject({
  kind: z.enum(['receipt', 'adjustment']),
  entries: z
    .array(
      z.strictObject({
        ...bookedEntry,
        lot: lotChoice.default(null),
        quantity: z.int({ error: 'Type a whole number.' }).min(-100_000_000).max(100_000_000),
        reason: z.enum(movementReasons),
        /** What it was paid with in all, cents; null when not known. */
        valueCents: z.int().min(0).max(1_000_000_000).nullable().default(null),
      }),
    )
    .min(1)
    .max(5000),
});

export const transferInput = z.strictObject({
  itemId: id,
  fromPlaceId: id,
  toPlaceId: id,
  lot: lotChoice.default('oldest'),
  quantity: someQuantity,
  note: line(500).default(''),
});

/** More was taken out than the ledger knew of: said, not refused, as who stands at the shelf knows better. */
export interface StockWarning {
  readonly itemId: Id;
  readonly placeId: Id;
  /** "The list had 3 boxes here, 2 fewer than you took. Count it when you can." */
  readonly message: string;
}

/** Base units of one item in all places, as the list shows it. */
export interface StockLine {
  readonly itemId: Id;
  readonly onHand: number;
  /** On hand without what is expired or set aside. */
  readonly usable: number;
}

export interface LotView extends LotFields {
  readonly id: Id;
  readonly version: number;
  readonly quarantinedAt: string | null;
  readonly quarantineReason: string;
  /** Past its last day. */
  readonly expired: boolean;
}

export interface MovementView {
  readonly id: Id;
  readonly kind: MovementKind;
  readonly quantity: number;
  /** On hand of the item in all places after it. */
  readonly balance: number;
  readonly reason: MovementReason;
  readonly placeId: Id;
  readonly lotId: Id | null;
  readonly at: string;
  readonly by: string;
  readonly note: string;
  /** It takes an earlier entry back. */
  readonly reverses: boolean;
}

/** One item's stock: where, which lots, since when. */
export interface ItemStock {
  readonly itemId: Id;
  readonly onHand: number;
  readonly usable: number;
  readonly balances: readonly { readonly placeId: Id; readonly lotId: Id | null; readonly onHand: number }[];
  readonly lots: readonly LotView[];
  readonly keptIn: readonly Id[];
  readonly levels: readonly LevelView[];
  /** Newest first, the last 200. */
  readonly movements: readonly MovementView[];
  readonly lastCountedAt: string | null;
  readonly nextExpiry: LocalDate | null;
  readonly fundings: readonly Funding[];
}
