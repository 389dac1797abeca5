import type { TimeOffKind } from '../../../../preload/contract/rostering/rostering.ts';
import type { Standing } from '../../../../preload/contract/rostering/week-view.ts';

/** The practice's usual unpaid meal, in minutes. */
export interface MealPolicy {
  /** Taken off a shift longer than this. */
  readonly afterMinutes: number;
  /** 0 switches it off. */
  readonly minutes: number;
  /** Minute of the day it usually begins. */
  readonly startMinute: number;
}

export interface MealShift {
  /** Minute of the day, 0 to 1439. */
  readonly startMinute: number;
  readonly lengthMinutes: number;
  /** Null takes the usual meal. */
  readonly mealMinutes: number | null;
  /** Minute of the day; null takes the usual time. */
  readonly mealStartMinute: number | null;
}

/** How far inside the shift, in minutes, the usual meal must lie to be taken at its usual time. */
const mealMargin = 60;
const mealStep = 15;

/** Minutes of the unpaid meal: the shift's own, else the usual one where the shift is long enough for it. Always shorter than the shift. */
export function mealMinutesOf(shift: Pick<MealShift, 'lengthMinutes' | 'mealMinutes'>, policy: MealPolicy): number {
  const meal = shift.mealMinutes ?? (shift.lengthMinutes > policy.afterMinutes ? policy.minutes : 0);
  return meal < shift.lengthMinutes ? meal : 0;
}

/** Minutes that are paid: without the unpaid meal (29 CFR 785.19: a bona fide meal period is not worktime). Never negative. */
export const paidMinutes = (shift: Pick<MealShift, 'lengthMinutes' | 'mealMinutes'>, policy: MealPolicy): number =>
  shift.lengthMinutes - mealMinutesOf(shift, policy);

export interface MealInterval {
  /** Minutes since midnight of the shift's own day; past midnight it is 1440 or more. */
  readonly startMinute: number;
  readonly lengthMinutes: number;
}

/**
 * When the meal is taken, or null without one: at the shift's own time; else at the usual time where the whole meal then lies at least an hour
 * inside the shift; else in the middle of the shift, to the quarter hour. Always inside the shift.
 */
export function mealInterval(shift: MealShift, policy: MealPolicy): MealInterval | null {
  const lengthMinutes = mealMinutesOf(shift, policy);
  if (lengthMinutes === 0) return null;
  const first = shift.startMinute;
  const last = first + shift.lengthMinutes - lengthMinutes;
  const wanted = firstAfter(shift.mealStartMinute ?? policy.startMinute, first);
  if (shift.mealStartMinute !== null) return { startMinute: Math.min(wanted, last), lengthMinutes };
  if (wanted >= first + mealMargin && wanted <= last - mealMargin) return { startMinute: wanted, lengthMinutes };
  const middle = Math.round((first + last) / 2 / mealStep) * mealStep;
  return { startMinute: Math.min(Math.max(middle, first), last), lengthMinutes };
}

/** The first time at or after `from` that the clock shows `minuteOfDay`. */
const firstAfter = (minuteOfDay: number, from: number): number => from + ((minuteOfDay - from + 1440) % 1440);

export interface CreditedTimeOff {
  readonly kind: TimeOffKind;
  readonly minutes: number | null;
}

/** Minutes that time off counts toward contract: none for `off`, else its own or that weekday's contract. Never counted as worked (29 CFR 778.218). */
export const creditedMinutes = (timeOff: CreditedTimeOff, contractMinutesOfWeekday: number): number =>
  timeOff.kind === 'off' ? 0 : (timeOff.minutes ?? contractMinutesOfWeekday);

/** Where planned minutes stand against contract: within 30 min, near within 60, far beyond; `none` without a contract to compare with. */
export function standing(plannedMinutes: number, contractMinutes: number): Standing {
  if (contractMinutes === 0) return 'none';
  const over = plannedMinutes - contractMinutes;
  if (Math.abs(over) <= 30) return 'within';
  if (Math.abs(over) <= 60) return over > 0 ? 'near_over' : 'near_under';
  return over > 0 ? 'far_over' : 'far_under';
}
