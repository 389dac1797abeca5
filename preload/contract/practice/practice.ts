import { z } from 'zod';
import { federalHolidayIds, type HolidayView } from './holidays.ts';
import { id, line, localDate, minuteOfDay, requiredLine, seenRow, weekday, type Id, type LocalDate } from '../shared/primitives.ts';

/** The colours a position may take: colour-blind safe, always shown with the two-letter code. */
export const positionColours = ['pr', 'fd', 'ma', 'rn', 'xr', 'bl', 'cd', 'lb'] as const;
export type PositionColour = (typeof positionColours)[number];

export const papers = ['letter', 'a4'] as const;
export type Paper = (typeof papers)[number];

export const clockFormats = ['12', '24'] as const;
export type ClockFormat = (typeof clockFormats)[number];

const timeZones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);

/** An IANA time zone such as America/New_York. */
export const timeZone = z
  .string()
  .refine((zone) => timeZones.has(zone), { error: 'Choose a time zone of the list, like America/New_York.' });

/** The practice's own settings; minutes are integers. */
export const practiceFields = z.strictObject({
  name: requiredLine(80),
  timeZone,
  /** The day the schedule's week begins with. */
  weekStartsOn: weekday,
  /** The day the fixed 168-hour week of overtime begins with (29 CFR 778.105); it may differ from the schedule's. */
  workweekStartsOn: weekday,
  clock: z.enum(clockFormats),
  paper: z.enum(papers),
  /** The usual unpaid meal is taken off a shift longer than this. */
  mealAfterMinutes: z.int().min(0).max(1440),
  /** Length of the usual unpaid meal; 0 switches it off. */
  mealMinutes: z.int().min(0).max(180),
  /** When the usual meal begins, where it fits into the shift. */
  mealStartMinute: minuteOfDay,
  /** Whether the federal holidays (5 U.S.C. 6103) are closed and credited. */
  closedOnHolidays: z.boolean(),
  /** Those on which the practice is open all the same. */
  openHolidays: z.array(z.enum(federalHolidayIds)).max(federalHolidayIds.length),
});
export type PracticeFields = z.infer<typeof practiceFields>;

/** One opening of one weekday. A day may have several (closed over lunch). */
export const openingHours = z.strictObject({
  weekday,
  startMinute: minuteOfDay,
  lengthMinutes: z.int().min(15).max(1440),
});
export type OpeningHours = z.infer<typeof openingHours>;

export const locationFields = z.strictObject({
  name: requiredLine(60),
  timeZone,
  openingHours: z.array(openingHours).max(28),
});
export type LocationFields = z.infer<typeof locationFields>;

export const positionFields = z.strictObject({
  name: requiredLine(40),
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, { error: 'Use two letters, like FD.' }),
  colour: z.enum(positionColours),
});
export type PositionFields = z.infer<typeof positionFields>;

export const closureFields = z.strictObject({
  on: localDate,
  name: requiredLine(60),
  /** `null`: every location. */
  locationId: id.nullable(),
  /** Whether the day counts toward contract hours, as a paid holiday does. */
  credited: z.boolean(),
});
export type ClosureFields = z.infer<typeof closureFields>;

/**
 * The short set-up screen. What is left out takes its default.
 * `sheet` is the pasted staff list or last week's sheet, tab- or comma-separated, with a name column.
 */
export const setUpInput = z.strictObject({
  practice: practiceFields.partial().required({ name: true }),
  /** Opening hours as people write them: "Mon-Fri 8-5:30, Sat 8-12". */
  hours: line(200).optional(),
  locations: z
    .array(z.strictObject({ name: requiredLine(60) }))
    .max(5)
    .optional(),
  positions: z.array(positionFields).max(20).optional(),
  sheet: z.string().max(2_000_000).optional(),
  /** Any day of the week the sheet is for; the coming week when left out. */
  weekOn: localDate.optional(),
});
export type SetUpInput = z.infer<typeof setUpInput>;

export const savePractice = z.strictObject({ seen: seenRow, practice: practiceFields });
export const saveLocation = z.strictObject({ seen: seenRow.optional(), location: locationFields });
export const savePosition = z.strictObject({ seen: seenRow.optional(), position: positionFields });
export const saveClosure = z.strictObject({ seen: seenRow.optional(), closure: closureFields });
export const archiveRow = z.strictObject({ seen: seenRow });
/** The practice's own order of positions or locations: all ids, first to last. */
export const orderInput = z.strictObject({ ids: z.array(id).min(1).max(100) });

export interface LocationView extends LocationFields {
  readonly id: Id;
  readonly version: number;
  /** The opening hours as text, "Mon-Fri 8-5:30". */
  readonly hoursText: string;
}
export interface PositionView extends PositionFields {
  readonly id: Id;
  readonly version: number;
}
export interface ClosureView extends ClosureFields {
  readonly id: Id;
  readonly version: number;
}
/** Everything the screens need to know of the practice; `null` before set-up. */
export interface PracticeView {
  readonly id: Id;
  readonly version: number;
  readonly practice: PracticeFields;
  readonly locations: readonly LocationView[];
  readonly positions: readonly PositionView[];
  readonly closures: readonly ClosureView[];
  /** All federal holidays, the next one first. */
  readonly holidays: readonly HolidayView[];
  /** The letter before this computer's numbers: L-31. */
  readonly computerLetter: string;
  /** Today in the practice's time zone. */
  readonly today: LocalDate;
}
