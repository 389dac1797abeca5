import { z } from 'zod';
import { id, line, localDate, minuteOfDay, seenRow, weekday, type ChangeSetRef, type Id, type LocalDate } from '../shared/primitives.ts';

/** Longest shift: 24 hours. */
export const maximumShiftMinutes = 1440;
/** Most cells one write may name; a larger paste is refused whole. */
export const maximumCells = 5000;

/** `off` is a plain day off and credits nothing; the others count toward contract, never toward overtime. */
export const timeOffKinds = ['off', 'pto', 'vacation', 'sick', 'holiday'] as const;
export type TimeOffKind = (typeof timeOffKinds)[number];

export const weekInput = z.strictObject({
  locationId: id,
  /** Any day of the week. */
  on: localDate,
});

// ---- cells: what is typed, pasted, filled and cleared ----

/** A cell of the grid: a person's day, or the day of the open-shifts row (`personId` null). */
export const cellAddress = z.strictObject({ personId: id.nullable(), on: localDate });
export type CellAddress = z.infer<typeof cellAddress>;

/** `text` as typed ('' clears); `seen` is every entry the cell showed. An entry that moved since is a `conflict`. */
export const cellWrite = cellAddress.extend({ text: line(200), seen: z.array(seenRow).max(50) });
export type CellWrite = z.infer<typeof cellWrite>;
export const writeCellsInput = z.strictObject({
  locationId: id,
  writes: z
    .array(cellWrite)
    .min(1)
    .max(maximumCells, { error: `Paste at most ${maximumCells} cells at once.` }),
});

export interface CellOutcome extends CellAddress {
  readonly outcome: 'saved' | 'kept_as_text' | 'cleared' | 'same';
  /** Why it was kept as text. */
  readonly message?: string;
}
export interface WriteCellsResult {
  readonly changeSet: ChangeSetRef | null;
  readonly cells: readonly CellOutcome[];
}

/** The hint under the editor. */
export const explainEntryInput = z.strictObject({ locationId: id, personId: id.nullable(), on: localDate, text: line(200) });
export interface EntryExplanation {
  readonly readable: boolean;
  /** Sentences: "8:00 am-4:30 pm, 7.5 h after 1 h lunch", "Medical assistant", "Hannah: 23.5 of 24 h". */
  readonly lines: readonly string[];
}

/** Moves or copies whole cells; `from` and `to` pair by index. */
export const moveCellsInput = z.strictObject({
  locationId: id,
  copy: z.boolean(),
  moves: z
    .array(z.strictObject({ from: cellAddress, to: cellAddress, seenFrom: z.array(seenRow).max(50), seenTo: z.array(seenRow).max(50) }))
    .min(1)
    .max(maximumCells),
});

/** Copies every shift of the week `from` into the empty cells of the week `to`; any day names its week. */
export const copyWeekInput = z.strictObject({ locationId: id, from: localDate, to: localDate });
export interface CopyWeekResult {
  readonly changeSet: ChangeSetRef | null;
  readonly copied: number;
  /** Shifts left out because their cell was filled, their day closed or their person gone. */
  readonly skipped: number;
}

// ---- one shift, for scripts and the side panel ----

export const shiftFields = z.strictObject({
  locationId: id,
  /** `null`: an open shift. */
  personId: id.nullable(),
  positionId: id,
  on: localDate,
  startMinute: minuteOfDay,
  /** May run past midnight. */
  lengthMinutes: z
    .int()
    .min(1, { error: 'A shift must end after it starts.' })
    .max(maximumShiftMinutes, { error: 'A shift is at most 24 hours long. Make two shifts of it.' }),
  /** Unpaid meal; `null` takes the practice's usual one. */
  mealMinutes: z.int().min(0).max(240).nullable(),
  /** When the meal begins; `null` takes the usual time where it fits. */
  mealStartMinute: minuteOfDay.nullable(),
  note: line(60),
});
export type ShiftFields = z.infer<typeof shiftFields>;
/** A script may leave out what is usual. */
const shiftGiven = shiftFields.extend({
  mealMinutes: shiftFields.shape.mealMinutes.default(null),
  mealStartMinute: shiftFields.shape.mealStartMinute.default(null),
  note: shiftFields.shape.note.default(''),
});
export const saveShiftInput = z.strictObject({ seen: seenRow.optional(), shift: shiftGiven });
export const archiveShiftInput = z.strictObject({ seen: seenRow });

// ---- last week's sheet ----

export const sheetInput = z.strictObject({
  locationId: id,
  /** Any day of the week to fill. */
  on: localDate,
  source: z.union([z.strictObject({ text: z.string().max(2_000_000) }), z.strictObject({ file: id })]),
  /** Create the people whose names are not known. */
  createPeople: z.boolean().default(true),
});
export interface SheetPreview {
  readonly people: readonly {
    readonly line: number;
    readonly name: string;
    readonly match: 'known' | 'new' | 'ambiguous';
    readonly knownAs: string | null;
    readonly position: string | null;
    /** What to look at although the person is taken. */
    readonly remarks?: readonly string[];
  }[];
  /** Lines of a staff list that cannot be taken, with what to do about each. `name` is '' where there is none. */
  readonly leftOut: readonly { readonly line: number; readonly name: string; readonly reasons: readonly string[] }[];
  /** Lines that look like titles, totals and notes, and bring nobody. */
  readonly skipped: readonly { readonly line: number; readonly text: string }[];
  /** Headings of columns that nothing is taken from. */
  readonly unreadColumns: readonly string[];
  readonly days: readonly LocalDate[];
  readonly counts: {
    readonly known: number;
    readonly created: number;
    readonly shifts: number;
    readonly timeOff: number;
    readonly keptAsText: number;
  };
  /** Cells that could not be read and will be kept as text. */
  readonly unread: readonly {
    readonly line: number;
    readonly name: string;
    readonly on: LocalDate;
    readonly text: string;
    readonly reason: string;
  }[];
}

// ---- people needed ----

export const requirementFields = z.strictObject({
  locationId: id,
  positionId: id,
  weekday,
  startMinute: minuteOfDay,
  lengthMinutes: z.int().min(15).max(maximumShiftMinutes),
  minimum: z.int().min(0).max(99),
});
export type RequirementFields = z.infer<typeof requirementFields>;
export const saveRequirementInput = z.strictObject({ seen: seenRow.optional(), requirement: requirementFields });
/** Sets one band for several weekdays at once. */
export const addRequirementsInput = z.strictObject({
  locationId: id,
  positionId: id,
  weekdays: z.array(weekday).min(1).max(7),
  startMinute: minuteOfDay,
  lengthMinutes: z.int().min(15).max(maximumShiftMinutes),
  minimum: z.int().min(1).max(99),
  /** Rows that this takes the place of, in the same change. */
  replaces: z.array(seenRow).max(200).default([]),
});
export const archiveRequirementsInput = z.strictObject({ requirements: z.array(seenRow).min(1).max(200) });
export interface RequirementView extends RequirementFields {
  readonly id: Id;
  readonly version: number;
  /** "8-12" */
  readonly band: string;
}

// ---- publishing and print ----

export const publishInput = z.strictObject({
  locationId: id,
  on: localDate,
  /** The last version the person saw, or null; a newer one is a `conflict`. */
  replaces: id.nullable(),
});
export const publicationInput = z.strictObject({ publicationId: id });
export const printWeekInput = z.strictObject({
  locationId: id,
  on: localDate,
  /** A version as people saw it; the present state when left out. */
  publicationId: id.optional(),
});
/** The manager's note on one printed week. */
export const saveWeekNoteInput = z.strictObject({ locationId: id, on: localDate, seen: seenRow.optional(), note: line(300) });

export interface PublicationRef {
  readonly id: Id;
  /** "L-31" */
  readonly label: string;
  readonly publishedAt: string;
  readonly actor: string;
}
