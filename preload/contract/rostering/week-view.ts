import type { PositionColour } from '../practice/practice.ts';
import type { Id, LocalDate, Weekday } from '../shared/primitives.ts';
import type { PublicationRef } from './rostering.ts';

export type Severity = 'must_fix' | 'look';

export interface Problem {
  /** Stable while the problem is the same one. */
  readonly key: string;
  /** Id of the rule: `coverage.minimum`, `overtime.weekly`, ... */
  readonly rule: string;
  readonly severity: Severity;
  /** The letter in the cell: S short, D double, C closed, T time off, H over contract, O overtime, E employment, ? not read. */
  readonly letter: string;
  /** The cell to jump to; `personId` null with a `positionId` is the coverage line of that position. */
  readonly cell: { readonly personId: Id | null; readonly positionId: Id | null; readonly on: LocalDate };
  /** Bold start of the sentence ("Tue 12-1") and the rest. */
  readonly subject: string;
  readonly text: string;
}

export interface WeekDay {
  readonly on: LocalDate;
  readonly weekday: Weekday;
  /** "Mon 23" */
  readonly head: string;
  /** "8-5", or why it is closed, or '' */
  readonly hours: string;
  readonly closed: boolean;
  readonly today: boolean;
}

/** Hours against contract: within 30 min, within 1 h, or beyond, under or over. */
export type Standing = 'within' | 'near_under' | 'near_over' | 'far_under' | 'far_over' | 'none';

export type CellEntry =
  | {
      readonly kind: 'shift';
      readonly id: Id;
      readonly version: number;
      /** "8" and "4:30" */
      readonly start: string;
      readonly end: string;
      readonly positionId: Id;
      /** Position code where it is not the row's own group, else ''. */
      readonly code: string;
      readonly note: string;
      /** Name of the other location where the shift is elsewhere, else ''. Such a shift cannot be changed here. */
      readonly elsewhere: string;
    }
  | { readonly kind: 'time_off'; readonly id: Id; readonly version: number; readonly label: string; readonly hours: string }
  | { readonly kind: 'unread'; readonly id: Id; readonly version: number; readonly text: string; readonly reason: string };

export interface WeekCell {
  readonly entries: readonly CellEntry[];
  /** What F2 edits and copy puts on the clipboard: typed again, it gives the same entries. */
  readonly text: string;
  /** Differs from the last published version. */
  readonly changed: boolean;
  /** A paid holiday credited on a closed day: "8 h", else ''. */
  readonly credit: string;
}

export interface WeekRow {
  readonly personId: Id;
  readonly name: string;
  /** "31.5" and "32" */
  readonly planned: string;
  readonly contract: string;
  readonly standing: Standing;
  readonly cells: readonly WeekCell[];
}

export interface CoverageCell {
  /** At the worst quarter of an hour; `needed` 0 means nobody is asked for. */
  readonly planned: number;
  readonly needed: number;
  readonly short: boolean;
  /** When it is short: "12-1", else ''. */
  readonly band: string;
}

export interface WeekGroup {
  /** `null`: people without a position. */
  readonly positionId: Id | null;
  readonly code: string;
  readonly name: string;
  readonly colour: PositionColour;
  /** One for each day. */
  readonly coverage: readonly CoverageCell[];
  readonly rows: readonly WeekRow[];
}

export interface WeekTotals {
  /** Hours as text, "159". */
  readonly days: readonly string[];
  readonly worked: string;
  readonly credited: string;
  readonly planned: string;
  readonly contract: string;
  readonly overtime: string;
  readonly openCount: number;
  readonly openHours: string;
}

export interface WeekChange {
  readonly personId: Id | null;
  readonly on: LocalDate;
  /** "Grace Okonkwo, Tue Nov 24" */
  readonly subject: string;
  /** "8-5" -> "off", in the wall's words; '' is not working. */
  readonly from: string;
  readonly to: string;
}

export interface WeekView {
  readonly locationId: Id;
  /** First and last day of the week. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** "Nov 23-29, 2026" with an en dash */
  readonly title: string;
  readonly weekNumber: number;
  /** Days shown: open ones, closures, and closed ones that hold something. */
  readonly days: readonly WeekDay[];
  readonly openCells: readonly WeekCell[];
  readonly groups: readonly WeekGroup[];
  readonly totals: WeekTotals;
  readonly problems: readonly Problem[];
  readonly published: PublicationRef | null;
  /** Number the next publication takes: "L-32". */
  readonly nextLabel: string;
  readonly changes: readonly WeekChange[];
  readonly note: { readonly id: Id; readonly version: number; readonly text: string } | null;
}
