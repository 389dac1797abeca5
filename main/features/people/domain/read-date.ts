import type { DateOrder } from '../../../../preload/contract/people/people.ts';
import type { LocalDate } from '../../../../preload/contract/shared/primitives.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const msPerDay = 86_400_000;
const sheetEpoch = Date.UTC(1899, 11, 30);
/** Serial numbers of 1954 to 2119: days since 1899-12-30 as spreadsheets count them. */
const firstSerial = 20_000;
const lastSerial = 80_000;

/** How a column writes dates of three numbers: with slashes or hyphens, and with dots, which mean day first unless the column shows otherwise. */
export interface DateOrders {
  readonly slashed: DateOrder;
  readonly dotted: DateOrder;
}

/**
 * Reads a date as lists write it: 11/3/2026, 3.11.2026, 2026-11-03, "Nov 3, 2026", 3-Nov-26, a spreadsheet's serial number; a time after it
 * is left out. Two-digit years are 1950 to 2049. Undefined when it is no date. An order that gives no such day is not insisted on.
 */
export function readDate(text: string, order: DateOrder | DateOrders): LocalDate | undefined {
  const orders = typeof order === 'string' ? { slashed: order, dotted: order } : order;
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[t ,]+\d{1,2}:\d{2}.*$/, '')
    .replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]? +/, '');
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (compact) return dateOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  if (/^\d{5}(?:\.\d+)?$/.test(plain)) return readSerial(Number(plain));
  const numbers = /^(\d{1,4})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{1,4})\.?$/.exec(plain);
  if (numbers)
    return readNumbers([numbers[1] ?? '', numbers[3] ?? '', numbers[4] ?? ''], numbers[2] === '.' ? orders.dotted : orders.slashed);
  return readNamed(plain);
}

function readSerial(serial: number): LocalDate | undefined {
  if (serial < firstSerial || serial > lastSerial) return undefined;
  return new Date(sheetEpoch + Math.floor(serial) * msPerDay).toISOString().slice(0, 10);
}

function readNumbers([a, b, c]: readonly [string, string, string], order: DateOrder): LocalDate | undefined {
  if (a.length >= 3) return a.length === 4 ? dateOf(Number(a), Number(b), Number(c)) : undefined;
  if (c.length === 3) return undefined;
  const mdy = dateOf(fullYear(c), Number(a), Number(b));
  const dmy = dateOf(fullYear(c), Number(b), Number(a));
  if (order === 'ymd' && c.length <= 2) return dateOf(fullYear(a), Number(b), Number(c)) ?? mdy ?? dmy;
  return order === 'dmy' ? (dmy ?? mdy) : (mdy ?? dmy);
}

function readNamed(text: string): LocalDate | undefined {
  const monthFirst = /^([a-z]{3,9})\.? ?-?(\d{1,2})(?:st|nd|rd|th)?[, -]+(\d{4}|\d{2})$/.exec(text);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[ -]+([a-z]{3,9})\.?[, -]+(\d{4}|\d{2})$/.exec(text);
  const name = monthFirst?.[1] ?? dayFirst?.[2] ?? '';
  const day = monthFirst?.[2] ?? dayFirst?.[1] ?? '';
  const month = months.findIndex((short) => name.startsWith(short)) + 1;
  return month === 0 ? undefined : dateOf(fullYear(monthFirst?.[3] ?? dayFirst?.[3] ?? ''), month, Number(day));
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function dateOf(year: number, month: number, day: number): LocalDate | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** How a column of dates orders day and month, from the cells that leave no doubt; month first, as in the US, when none does. */
export const guessDateOrder = (cells: readonly string[]): DateOrder => evidence(cells, /[/-]/) ?? evidence(cells, /[./-]/) ?? 'mdy';

/** The same apart for dots, which stand for day first unless the column itself shows otherwise. */
export const guessDateOrders = (cells: readonly string[], told?: DateOrder): DateOrders => ({
  slashed: told ?? evidence(cells, /[/-]/) ?? 'mdy',
  dotted: told ?? evidence(cells, /\./) ?? 'dmy',
});

function evidence(cells: readonly string[], separators: RegExp): DateOrder | undefined {
  let monthFirst = 0;
  let dayFirst = 0;
  let yearFirst = 0;
  const pattern = new RegExp(`^\\s*(\\d{1,4})(${separators.source})(\\d{1,2})\\2(\\d{1,4})(?!\\d)`);
  for (const cell of cells) {
    const match = pattern.exec(cell);
    if (!match) continue;
    const [first, second] = [Number(match[1]), Number(match[3])];
    if ((match[1] ?? '').length === 4 || (first > 31 && (match[4] ?? '').length <= 2)) yearFirst += 1;
    else if (first > 12 && second <= 12) dayFirst += 1;
    else if (second > 12 && first <= 12) monthFirst += 1;
  }
  if (monthFirst + dayFirst > 0) return dayFirst > monthFirst ? 'dmy' : 'mdy';
  return yearFirst > 0 ? 'ymd' : undefined;
}
