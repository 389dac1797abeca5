import type { LocalDate, Weekday } from '../../../../preload/contract/shared/primitives.ts';
import { addDays, daysBetween, weekdayOf } from '../../../kernel/local-date.ts';
import { median } from './outliers.ts';

/** One delivery that an order led to. A back order is not one: it says when goods were there, not how fast the vendor is. */
export interface Delivery {
  readonly orderedOn: LocalDate;
  readonly receivedOn: LocalDate;
}

export interface LeadTime {
  /** Order to receipt, calendar days. */
  readonly days: number;
  /** Standard deviation, calendar days. */
  readonly deviationDays: number;
  /** Deliveries it was measured by; 0 while it is only what the vendor says. */
  readonly deliveries: number;
}

/** Deliveries that count: the last so many. */
const lastDeliveries = 10;
const businessDaysPerWeek = 5;

/**
 * How long a vendor takes: the median of the last 10 deliveries, and their spread; without any, what the vendor says, in business days.
 * Source: supplies reference 3.3 (4).
 */
export function leadTimeOf(deliveries: readonly Delivery[], statedBusinessDays: number): LeadTime {
  const last = deliveries.toSorted((a, b) => (a.receivedOn < b.receivedOn ? 1 : -1)).slice(0, lastDeliveries);
  const days = last.map(({ orderedOn, receivedOn }) => Math.max(0, daysBetween(orderedOn, receivedOn)));
  if (days.length === 0) return { days: (statedBusinessDays * 7) / businessDaysPerWeek, deviationDays: 0, deliveries: 0 };
  const mean = days.reduce((sum, one) => sum + one, 0) / days.length;
  const squares = days.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return { days: median(days), deviationDays: days.length < 2 ? 0 : Math.sqrt(squares / (days.length - 1)), deliveries: days.length };
}

/** Lead time of something the vendor cannot send before a day: at least until then, calendar days from `today`. */
export const backOrderedLead = (lead: LeadTime, today: LocalDate, backOrderedUntil: LocalDate | null): LeadTime =>
  backOrderedUntil === null ? lead : { ...lead, days: Math.max(lead.days, daysBetween(today, backOrderedUntil)) };

/** Whether the vendor works on a day: no weekend, no holiday. */
export type IsBusinessDay = (on: LocalDate) => boolean;

/** Days looked ahead for an open one; beyond it a vendor that is always closed is taken as open. */
const farthestDays = 366;

/** The first day at or after `on` that is as asked. */
function firstDay(on: LocalDate, isWanted: IsBusinessDay): LocalDate {
  for (let ahead = 0; ahead < farthestDays; ahead++) {
    const day = addDays(on, ahead);
    if (isWanted(day)) return day;
  }
  return on;
}

/** The day so many business days after `on`; `on` itself, or the next business day, with 0. */
export function businessDaysAfter(on: LocalDate, days: number, isBusinessDay: IsBusinessDay): LocalDate {
  let day = firstDay(on, isBusinessDay);
  for (let left = days; left > 0; left--) day = firstDay(addDays(day, 1), isBusinessDay);
  return day;
}

/** When a vendor takes orders. */
export interface OrderDays {
  /** ISO weekdays; empty for any day. */
  readonly weekdays: readonly Weekday[];
  /** Minute of the day after which an order counts for the next order day; null for none. */
  readonly byMinute: number | null;
}

/** The day on which an order made now (local date and minute of the day) goes out. A vendor that is closed on it takes it on the next order day. */
export function nextOrderDay(
  now: { readonly on: LocalDate; readonly minute: number },
  orderDays: OrderDays,
  isBusinessDay: IsBusinessDay,
): LocalDate {
  const late = orderDays.byMinute !== null && now.minute > orderDays.byMinute;
  const takes = (on: LocalDate): boolean =>
    isBusinessDay(on) && (orderDays.weekdays.length === 0 || orderDays.weekdays.includes(weekdayOf(on)));
  return firstDay(late ? addDays(now.on, 1) : now.on, takes);
}

/**
 * When an order should be here: its lead time after it goes out, on a business day, and not before the day the vendor gave for a back order.
 * @param leadDays calendar days
 */
export function expectedOn(
  orderedOn: LocalDate,
  leadDays: number,
  isBusinessDay: IsBusinessDay,
  backOrderedUntil: LocalDate | null = null,
): LocalDate {
  const usual = addDays(orderedOn, Math.ceil(leadDays));
  return firstDay(backOrderedUntil !== null && backOrderedUntil > usual ? backOrderedUntil : usual, isBusinessDay);
}

/** R: the longest time from one order day to the next, calendar days. A vendor that takes orders on any day is ordered from weekly. */
export function reviewDays(weekdays: readonly Weekday[]): number {
  const sorted = [...new Set(weekdays)].toSorted((a, b) => a - b);
  if (sorted.length === 0) return 7;
  return Math.max(...sorted.map((weekday, index) => (sorted[index + 1] ?? (sorted[0] ?? weekday) + 7) - weekday));
}
