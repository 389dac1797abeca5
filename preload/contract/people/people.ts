import { z } from 'zod';
import { id, line, localDate, requiredLine, seenRow, type Id, type LocalDate } from '../shared/primitives.ts';

export const employmentClasses = ['full_time', 'part_time', 'per_diem', 'agency'] as const;
export type EmploymentClass = (typeof employmentClasses)[number];

/** `primary`: the person's own job. `in_training` does not count toward the people needed. */
export const positionLevels = ['primary', 'can_cover', 'in_training'] as const;
export type PositionLevel = (typeof positionLevels)[number];

export const personPosition = z.strictObject({ positionId: id, level: z.enum(positionLevels) });
export type PersonPosition = z.infer<typeof personPosition>;

/** Seven integers, minutes of contract Monday to Sunday. */
export const contractMinutes = z.array(z.int().min(0).max(1440)).length(7);

export const personFields = z.strictObject({
  givenName: line(60),
  familyName: requiredLine(60),
  nickname: line(60),
  employmentClass: z.enum(employmentClasses),
  /** Exempt from overtime (29 CFR 541): never flagged for it. */
  exempt: z.boolean(),
  phone: line(40),
  homeLocationId: id.nullable(),
  contractMinutes,
  activeFrom: localDate.nullable(),
  activeTo: localDate.nullable(),
  /** At most one `primary`, which is the group on the schedule. */
  positions: z.array(personPosition).max(20),
});
export type PersonFields = z.infer<typeof personFields>;

/** A script may leave out what is usual: full-time, eight hours Monday to Friday. */
export const personGiven = personFields.extend({
  givenName: personFields.shape.givenName.default(''),
  nickname: personFields.shape.nickname.default(''),
  employmentClass: personFields.shape.employmentClass.default('full_time'),
  exempt: personFields.shape.exempt.default(false),
  phone: personFields.shape.phone.default(''),
  homeLocationId: personFields.shape.homeLocationId.default(null),
  contractMinutes: personFields.shape.contractMinutes.default([480, 480, 480, 480, 480, 0, 0]),
  activeFrom: personFields.shape.activeFrom.default(null),
  activeTo: personFields.shape.activeTo.default(null),
  positions: personFields.shape.positions.default([]),
});
export const archivePeople = z.strictObject({ people: z.array(seenRow).min(1).max(500) });

/** A pay rate from a date on, in cents per hour. */
export const payRateFields = z.strictObject({ effectiveOn: localDate, centsPerHour: z.int().min(0).max(10_000_000) });
/** Pay rates to add, to change (those with `seen`) and to remove. */
export const payRateChanges = z.strictObject({
  save: z
    .array(z.strictObject({ seen: seenRow.optional(), payRate: payRateFields }))
    .max(200)
    .default([]),
  archive: z.array(seenRow).max(200).default([]),
});

/** A person and their pay, as one change. Of someone who is there already, either may be left out to stay as it is. */
export const savePerson = z
  .strictObject({ seen: seenRow.optional(), person: personGiven.optional(), payRates: payRateChanges.optional() })
  .refine(({ seen, person }) => seen !== undefined || person !== undefined, { path: ['person'], error: 'Say who is to be added.' });
export const savePayRate = z.strictObject({ personId: id, seen: seenRow.optional(), payRate: payRateFields });

export interface PayRateView extends z.infer<typeof payRateFields> {
  readonly id: Id;
  readonly version: number;
}

export interface PersonView extends PersonFields {
  readonly id: Id;
  readonly version: number;
  /** As the schedule and the wall show it. */
  readonly name: string;
  /** Minutes of contract per week. */
  readonly weeklyMinutes: number;
  /** Only for those who may see pay; newest first. */
  readonly payRates?: readonly PayRateView[];
}

/** The columns an import can fill. */
export const importFields = [
  'name',
  'givenName',
  'familyName',
  'nickname',
  'position',
  'otherPositions',
  'employmentClass',
  'exempt',
  'phone',
  'location',
  'weeklyHours',
  'mondayHours',
  'tuesdayHours',
  'wednesdayHours',
  'thursdayHours',
  'fridayHours',
  'saturdayHours',
  'sundayHours',
  'payRate',
  'payFrom',
  'activeFrom',
  'activeTo',
] as const;
export type ImportField = (typeof importFields)[number];

const maximumPasteCharacters = 8_000_000;

/** Text that was pasted, or the handle of a file (CSV or XLSX) that was put. */
export const importSource = z.union([
  z.strictObject({ text: z.string().max(maximumPasteCharacters, { error: 'This is too much to paste at once. Import it as a file.' }) }),
  z.strictObject({ file: id }),
]);
export type ImportSource = z.infer<typeof importSource>;

/** For each field the index of its column, 0-based; fields left out are guessed, `null` means not imported. */
export const columnMapping = z.partialRecord(z.enum(importFields), z.int().min(0).max(500).nullable());
export type ColumnMapping = z.infer<typeof columnMapping>;

export const dateOrders = ['mdy', 'dmy', 'ymd'] as const;
export type DateOrder = (typeof dateOrders)[number];

export const importInput = z.strictObject({
  source: importSource,
  mapping: columnMapping.optional(),
  /** How `03/04/2026` is read; guessed from the whole column when left out. */
  dateOrder: z.enum(dateOrders).optional(),
});
export type ImportInput = z.infer<typeof importInput>;

export const importCommitInput = importInput.extend({
  /** Import the good rows although some are refused; without it one refused row refuses all. */
  skipRefused: z.boolean().default(false),
});

export interface ImportColumn {
  readonly index: number;
  readonly header: string;
  readonly samples: readonly string[];
}
export interface ImportRow {
  /** Line in the file, 1-based, as a spreadsheet counts. */
  readonly line: number;
  readonly outcome: 'create' | 'change' | 'same' | 'refuse';
  readonly name: string;
  /** Why it is refused, or what to look at. */
  readonly reasons: readonly string[];
  /** What differs, in the words of the screen. */
  readonly changes: readonly { readonly field: string; readonly from: string; readonly to: string }[];
}
export interface ImportCounts {
  readonly create: number;
  readonly change: number;
  readonly same: number;
  readonly refuse: number;
}
export interface ImportPreview {
  readonly columns: readonly ImportColumn[];
  readonly mapping: ColumnMapping;
  readonly dateOrder: DateOrder;
  readonly rows: readonly ImportRow[];
  readonly counts: ImportCounts;
}

/** Someone found, for the palette. */
export interface PersonHit {
  readonly id: Id;
  readonly name: string;
  readonly positionCode: string | null;
  readonly positionColour: string | null;
  readonly locationName: string | null;
  readonly phone: string;
  readonly activeTo: LocalDate | null;
}
