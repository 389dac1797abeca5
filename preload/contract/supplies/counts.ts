import { z } from 'zod';
import { id, line, seenRow, type Id } from '../shared/primitives.ts';
import type { CountStatus } from './choices.ts';

export const startCountInput = z.strictObject({
  /** The room. */
  placeId: id,
  /** Those who count do not see what should be there. */
  blind: z.boolean().default(false),
});

export const countRefInput = z.strictObject({ countId: id });
export const seenCountInput = z.strictObject({ seen: seenRow });

/** What somebody found of one line, as they typed it: "2b 35", "none", "=" for unchanged; '' takes the number away. */
export const writeLineInput = z.strictObject({ seen: seenRow, typed: line(60), note: line(500).optional() });

export const readLineInput = z.strictObject({ lineId: id, typed: line(60) });

/** What a typed number means: "2 boxes + 35 each" are 235. */
export interface CountReading {
  readonly ok: boolean;
  /** Base units; null where it cannot be read. */
  readonly baseUnits: number | null;
  readonly text: string;
  /** To what should be there; null in a blind count. */
  readonly difference: number | null;
  /** What to write instead. */
  readonly message: string;
}

export const skipLineInput = z.strictObject({ seen: seenRow, skipped: z.boolean() });

/** Something found in a room it is not kept in. */
export const addLineInput = z.strictObject({
  countId: id,
  itemId: id,
  /** Where it lies: the room or one of its shelves. */
  placeId: id,
  lotId: id.nullable().default(null),
});

/** A count in the list of counts. */
export interface CountSummary {
  readonly id: Id;
  readonly version: number;
  /** "L-31". */
  readonly label: string;
  readonly placeId: Id;
  readonly room: string;
  readonly blind: boolean;
  readonly status: CountStatus;
  readonly startedAt: string;
  readonly startedBy: string;
  readonly postedAt: string | null;
  readonly postedBy: string;
  readonly lines: number;
  readonly counted: number;
  readonly differing: number;
}

export interface CountLineView {
  readonly id: Id;
  readonly version: number;
  readonly itemId: Id;
  readonly name: string;
  readonly baseUnit: string;
  readonly packs: readonly { readonly code: string; readonly baseUnits: number }[];
  readonly placeId: Id;
  /** The shelf's name; '' for what lies in the room itself. */
  readonly shelf: string;
  readonly lotId: Id | null;
  readonly lotNumber: string;
  readonly expiresOn: string | null;
  /** Null while those who count do not see it. Base units, as all that follows. */
  readonly lastCount: number | null;
  readonly lastCountedAt: string | null;
  readonly cameIn: number | null;
  readonly wentOut: number | null;
  readonly shouldBe: number | null;
  readonly counted: number | null;
  readonly typed: string;
  readonly skipped: boolean;
  readonly note: string;
  readonly countedBy: string;
  /** counted - shouldBe; null until it is counted, and in a blind count until the review. */
  readonly difference: number | null;
}

export interface CountView extends CountSummary {
  readonly note: string;
  readonly list: readonly CountLineView[];
}
