import type { TimeOffKind } from '../../../../preload/contract/rostering/rostering.ts';

/** One shift as it is typed into a cell; the day is the cell's. */
export interface EntryShift {
  /** Minutes since local midnight, 0 to 1439. */
  readonly startMinute: number;
  /** 1 to 1440; may run past midnight. */
  readonly lengthMinutes: number;
  /** Unpaid meal; null takes the practice's usual one, 0 is none. */
  readonly mealMinutes: number | null;
  /** Minute of the day, 0 to 1439; null takes the usual time. */
  readonly mealStartMinute: number | null;
  /** Null is the row's own position. */
  readonly positionId: string | null;
  readonly note: string;
}

export interface EntryTimeOff {
  readonly kind: TimeOffKind;
  /** Null takes that day's contract. Always null for `off`. */
  readonly minutes: number | null;
}

/** What a cell's text says. */
export type ParsedEntry =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'shifts';
      /** The shifts have no person yet: `?8-5`. */
      readonly open: boolean;
      /** One to four, in order of their start, none over another. */
      readonly shifts: readonly EntryShift[];
      /** Time off written beside the shifts, as in `8-12, pto 4h`; else null. */
      readonly beside: EntryTimeOff | null;
    }
  | { readonly kind: 'time_off'; readonly timeOff: TimeOffKind; readonly minutes: number | null }
  | {
      readonly kind: 'unreadable';
      /** A plain sentence that says what to write. */
      readonly reason: string;
    };

export interface EntryPosition {
  readonly id: string;
  /** Two letters. */
  readonly code: string;
  readonly name: string;
}

/** Most shifts of one cell. */
export const maximumEntryShifts = 4;
/** Longest note of a shift, in characters. */
export const maximumNoteLength = 60;
/** Longest unpaid meal, in minutes. */
export const maximumMealMinutes = 240;

/** Why a shift cannot be, as a plain sentence, or null. A screen's typed text and a script's values are held to the same. */
export function shiftFault(shift: Omit<EntryShift, 'positionId' | 'note'>): string | null {
  const { startMinute, lengthMinutes, mealMinutes, mealStartMinute } = shift;
  if (lengthMinutes < 1) return 'A shift must end after it starts.';
  if (lengthMinutes > 1440) return 'A shift is at most 24 hours long. Make two shifts of it.';
  const meal = mealMinutes ?? 0;
  if (meal > maximumMealMinutes) return 'A meal is at most 240 minutes long. Make two shifts of it.';
  if (meal >= lengthMinutes) return 'The meal must be shorter than the shift. Write the meal in minutes, like 8-5/30.';
  if (mealStartMinute !== null && (mealStartMinute - startMinute + 1440) % 1440 > lengthMinutes - Math.max(meal, 1)) {
    return 'The meal must lie inside the shift. Write when it begins, like 8-5/30@12:30.';
  }
  return null;
}
