import type { PositionFields } from './practice.ts';
import type { SheetPreview } from '../rostering/rostering.ts';
import type { PrintWeek } from '../rostering/print-week.ts';

/** What the start screen shows while one types. */
export interface SetUpPreview {
  readonly hours: { readonly ok: boolean; readonly message: string; readonly text: string };
  readonly staff: SheetPreview | null;
  readonly week: PrintWeek | null;
  /** The positions there would be, those that the list's jobs add included. */
  readonly positions: readonly PositionFields[];
  /** "Thanksgiving, Thu Nov 26" */
  readonly nextHoliday: string | null;
}
