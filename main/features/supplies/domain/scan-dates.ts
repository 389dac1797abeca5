import type { LocalDate } from '../../../../preload/contract/shared/primitives.ts';

const daysIn = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

const two = (value: number): string => String(value).padStart(2, '0');

/** A date by its numbers; day 0 is the last day of the month. Undefined when there is no such day. */
export function dateOf(year: number, month: number, day: number): LocalDate | undefined {
  if (!(month >= 1 && month <= 12 && day >= 0 && day <= daysIn(year, month))) return undefined;
  return `${year}-${two(month)}-${two(day === 0 ? daysIn(year, month) : day)}`;
}

/**
 * The year two digits mean: the one nearest to this year. 51 to 99 years ahead is the century before, 50 to 99 behind the next one
 * (GS1 General Specifications 7.12).
 */
export function fullYear(twoDigits: number, today: LocalDate): number {
  const thisYear = Number(today.slice(0, 4));
  const century = thisYear - (thisYear % 100);
  const ahead = twoDigits - (thisYear % 100);
  return century + twoDigits + (ahead >= 51 ? -100 : ahead <= -50 ? 100 : 0);
}

/**
 * A date of a GS1 code, YYMMDD. Day 00 is the month's last day: what says only the month may be used through it (GS1 General
 * Specifications 3.4). Undefined when there is no such day.
 */
export function readGs1Date(text: string, today: LocalDate): LocalDate | undefined {
  if (!/^\d{6}$/.test(text)) return undefined;
  return dateOf(fullYear(Number(text.slice(0, 2)), today), Number(text.slice(2, 4)), Number(text.slice(4)));
}

/** The day of a year by its number, 1 to 366. Undefined when the year has no such day. */
export function dayOfYear(year: number, day: number): LocalDate | undefined {
  for (let month = 1, rest = day; month <= 12; rest -= daysIn(year, month), month += 1) {
    if (rest >= 1 && rest <= daysIn(year, month)) return dateOf(year, month, rest);
  }
  return undefined;
}
