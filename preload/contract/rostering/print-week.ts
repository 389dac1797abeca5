import type { Paper } from '../practice/practice.ts';
import type { Id, LocalDate } from '../shared/primitives.ts';

/** One line of a printed cell: start and end apart, so that the dashes stand in one line. `off` has no hours. */
export interface PrintLine {
  readonly start: string;
  readonly end: string;
  readonly tail: string;
  /** The position's code where it is not the row's own. */
  readonly code: string;
  readonly kind: 'shift' | 'off' | 'text';
}

export interface PrintCell {
  readonly lines: readonly PrintLine[];
  readonly changed: boolean;
}

export interface PrintRow {
  readonly personId: Id | null;
  readonly name: string;
  /** One for each day. */
  readonly cells: readonly PrintCell[];
}

export interface PrintGroup {
  readonly code: string;
  readonly name: string;
  readonly rows: readonly PrintRow[];
}

export interface PrintDay {
  readonly on: LocalDate;
  /** "Mon 23" */
  readonly head: string;
  /** Opening hours when they are not the usual ones, else ''. */
  readonly hours: string;
  /** Why it is closed, or null when open. */
  readonly closed: string | null;
}

/** The week as it hangs on the wall: no hours, no cost, no reason for an absence. */
export interface PrintWeek {
  readonly practiceName: string;
  readonly locationName: string;
  /** "Week of Nov 23-29, 2026" with an en dash */
  readonly title: string;
  readonly weekNumber: number;
  /** "Version L-31" or "Draft" */
  readonly version: string;
  /** "replaces L-30" or '' */
  readonly replaces: string;
  readonly note: string;
  readonly paper: Paper;
  readonly days: readonly PrintDay[];
  readonly openRow: PrintRow | null;
  readonly groups: readonly PrintGroup[];
  readonly legend: readonly { readonly code: string; readonly name: string }[];
  /** Label of the version the change marks compare with, or null. */
  readonly changedSince: string | null;
  readonly changeCount: number;
  /** "Printed Mon Nov 23, 2026, 11:21 am" */
  readonly printedAt: string;
  readonly fileName: string;
}

/** What everybody may see of a week. */
export interface PublishedWeekView {
  /** The first day of the week. */
  readonly from: LocalDate;
  /** Null before it was published for the first time. */
  readonly week: PrintWeek | null;
}
