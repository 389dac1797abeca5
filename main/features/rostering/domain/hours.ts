import type { Standing, TimeOffKind } from '../../../../preload/contract/rostering/rostering.ts';

/** The practice's usual unpaid meal. Minutes; `startMinute` since midnight. */
export interface MealPolicy {
  /** Taken off shifts longer than this. */
  readonly afterMinutes: number;
  readonly minutes: number;
  readonly startMinute: number;
}

export interface MealShift {
  readonly startMinute: number;
  readonly lengthMinutes: number;
  /** Null takes the practice's usual meal. */
  readonly mealMinutes: number | null;
  readonly mealStartMinute: number | null;
}

/** A stretch of the day in minutes since the midnight its shift starts on; may reach past 1440. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The usual meal lies at least this far inside a shift: nobody eats in the first or last hour. */
const mealMargin = 60;

/** Minutes of unpaid meal of a shift; never the whole shift. */
export function mealMinutesOf(shift: Pick<MealShift, 'lengthMinutes' | 'mealMinutes'>, policy: MealPolicy): number {
  const minutes = shift.mealMinutes ?? (shift.lengthMinutes > policy.afterMinutes ? policy.minutes : 0);
  return Math.min(minutes, shift.lengthMinutes - 1);
}

/** Minutes of a shift that are worked and paid. */
export const paidMinutes = (shift: Pick<MealShift, 'lengthMinutes' | 'mealMinutes'>, policy: MealPolicy): number =>
  shift.lengthMinutes - mealMinutesOf(shift, policy);

/**
 * When someone is at their meal, or null. The time that was given; else the practice's usual time where the whole meal lies an hour inside
 * the shift; else the middle of the shift, to the quarter of an hour.
 */
export function mealInterval(shift: MealShift, policy: MealPolicy): Interval | null {
  const minutes = mealMinutesOf(shift, policy);
  if (minutes === 0) return null;
  const end = shift.startMinute + shift.lengthMinutes;
  const from = mealStart(shift, policy, minutes, end);
  return { from, to: Math.min(from + minutes, end) };
}

function mealStart(shift: MealShift, policy: MealPolicy, minutes: number, end: number): number {
  if (shift.mealStartMinute !== null) {
    return shift.mealStartMinute < shift.startMinute ? shift.mealStartMinute + 1440 : shift.mealStartMinute;
  }
  for (const usual of [policy.startMinute, policy.startMinute + 1440]) {
    if (usual >= shift.startMinute + mealMargin && usual + minutes <= end - mealMargin) return usual;
  }
  const middle = shift.startMinute + (shift.lengthMinutes - minutes) / 2;
  return Math.max(shift.startMinute, Math.floor(middle / 15) * 15);
}

/** Minutes that time off counts toward contract: what was stated, else that weekday's contract; a plain day off none. Never overtime. */
export function creditedMinutes(timeOff: { readonly kind: TimeOffKind; readonly minutes: number | null }, contractMinutes: number): number {
  return timeOff.kind === 'off' ? 0 : (timeOff.minutes ?? contractMinutes);
}

/** Hours against contract: within 30 min, within 1 h, or beyond. Without a contract there is nothing to compare. */
export function standingOf(plannedMinutes: number, contractMinutes: number): Standing {
  if (contractMinutes === 0) return 'none';
  const over = plannedMinutes - contractMinutes;
  if (Math.abs(over) <= 30) return 'within';
  if (Math.abs(over) <= 60) return over > 0 ? 'near_over' : 'near_under';
  return over > 0 ? 'far_over' : 'far_under';
}
