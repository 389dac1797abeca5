import { z } from 'zod';
import './plain-errors.ts';

/** A UUIDv7 as lower-case text. */
export const id = z.uuidv7({ error: 'This is not the id of anything here.' });
export type Id = string;

/** A local calendar date, `YYYY-MM-DD`. */
export const localDate = z.iso
  .date({ error: 'Write the date as year-month-day, like 2026-11-23.' })
  .refine((on) => on >= '1900-01-01' && on < '2200-01-01', { error: 'Use a year from 1900 to 2199.' });
export type LocalDate = string;

/** A day of the week by ISO 8601: 1 is Monday, 7 is Sunday. */
export const weekday = z.int().min(1).max(7);
export type Weekday = number;

/** Minutes since local midnight, 0 to 1439. */
export const minuteOfDay = z.int().min(0).max(1439);

/** The version of a row as the person saw it. A write on a row whose version moved is a `conflict`. */
export const version = z.int().min(1);

/** One line of text a person typed; surrounding blanks are dropped. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `Use at most ${max} characters.` });

/** One line of text that may not be empty. */
export const requiredLine = (max: number) => line(max).min(1, { error: 'Fill this in.' });

/** A row as it was seen: what a write on an existing thing carries. */
export const seenRow = z.strictObject({ id, version });
export type SeenRow = z.infer<typeof seenRow>;

/** A committed change, to show in a notice and to undo. */
export interface ChangeSetRef {
  readonly id: Id;
  /** What happened, in the words of the screen: "Import 24 people". */
  readonly label: string;
}

/** What every write answers: the change it made, or `null` when nothing was different. */
export interface Written {
  readonly changeSet: ChangeSetRef | null;
}

/** A message of a long piece of work, which runs as a subscription. */
export type Progress<Result> =
  { readonly kind: 'progress'; readonly done: number; readonly total: number } | { readonly kind: 'result'; readonly result: Result };
