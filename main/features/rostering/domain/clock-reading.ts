/** A time as it stands in the text, before it is known which half of the day is meant. */
export interface WrittenTime {
  readonly hour: number;
  readonly minute: number;
  /** `a`, `p`, or neither written. Noon and midnight are 12p and 12a. */
  readonly half: 'a' | 'p' | null;
  readonly colon: boolean;
  /** Four digits or a leading zero: 0800, 08, 08:30. */
  readonly full: boolean;
}

/** Start as minute of the day, and length; 0 when the end is the start. */
export interface ReadRange {
  readonly startMinute: number;
  readonly lengthMinutes: number;
}

const dayMinutes = 1440;
const dial = 720;
/** Longest shift a start without a or p is given when the end has one: 5-1p is 8 hours, not 20. */
const longestGuess = 960;

const word = /(noon|midnight)\b/iy;
const digits = /\d+(?:[:.]\d+)*/y;
const halfMark = /\s*([ap])\.?\s?(?:m\b\.?)?(?![a-z])/iy;

/** A time that starts at `from`: its value or null when there is no such time, and the text. Undefined where no time starts. */
export function timeAt(text: string, from: number): { readonly time: WrittenTime | null; readonly end: number } | undefined {
  word.lastIndex = from;
  const named = word.exec(text);
  if (named) {
    const half = named[0].toLowerCase() === 'noon' ? 'p' : 'a';
    return { time: { hour: 12, minute: 0, half, colon: false, full: false }, end: from + named[0].length };
  }
  digits.lastIndex = from;
  const figure = digits.exec(text)?.[0];
  if (figure === undefined) return undefined;
  halfMark.lastIndex = from + figure.length;
  const mark = halfMark.exec(text);
  const end = from + figure.length + (mark?.[0].length ?? 0);
  return { time: valueOf(figure, mark?.[1]?.toLowerCase()), end };
}

function valueOf(figure: string, mark: string | undefined): WrittenTime | null {
  const match =
    /^(\d{1,2})[:.](\d\d)$/.exec(figure) ?? /^(\d{1,2})(\d\d)$/.exec(figure.length > 2 ? figure : '') ?? /^(\d{1,2})$/.exec(figure);
  if (!match) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  const half = mark === 'a' || mark === 'p' ? mark : null;
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  if (half !== null && (hour < 1 || hour > 12)) return null;
  const colon = figure.includes(':') || figure.includes('.');
  const full = (match[1] ?? '').length === 2 && (figure.startsWith('0') || (!colon && figure.length === 4));
  return { hour, minute, half, colon, full };
}

const beyondDial = (time: WrittenTime): boolean => time.hour === 0 || time.hour > 12;
const onDayClock = (time: WrittenTime): boolean => time.half === null && (time.full || beyondDial(time));
const dayMinute = (time: WrittenTime): number => (time.hour % 24) * 60 + time.minute;
const dialMinute = (time: WrittenTime): number => (time.hour % 12) * 60 + time.minute;
const halfMinute = (time: WrittenTime): number => dialMinute(time) + (time.half === 'p' ? dial : 0);
const modulo = (value: number, by: number): number => ((value % by) + by) % by;

/** A bare start: 6 to 11 are in the morning, 12 is noon, 1 to 5 are in the afternoon. `minute` is 0 to 719, as on a dial. */
export const usualStart = (minute: number): number => (minute >= 360 ? minute : minute + dial);

/**
 * Reads a start and an end together.
 *
 * - `a`, `p`, noon and midnight say the half of the day.
 * - Four digits (0800), a leading zero (08:00), 0 and hours over 12 are on the 24-hour clock; such an end puts a bare start there too (5-13),
 *   and a 0 or an hour over 12 puts both there when both are written with a colon (13:00-5:00).
 * - Any other start is bare, see `usualStart`. Before an end with a or p that would make more than 16 hours, it is the other half (5-1p, 7-7a).
 * - Any other end is bare too: the first such time after the start on the 12-hour dial. 8-5 ends at 17:00, 8-8 at 20:00, 9p-5 at 5:00.
 *
 * `nextDay` (`8a-8a+1`) puts the end on the day after the start; the length may then be more than 24 hours.
 */
export function readRange(start: WrittenTime, end: WrittenTime, nextDay: boolean): ReadRange {
  const both = start.colon && end.colon && !start.half && !end.half && (beyondDial(start) || beyondDial(end));
  const startKnown = start.half !== null || both || onDayClock(start) || onDayClock(end);
  const endKnown = end.half !== null || both || onDayClock(end);
  const startMinute = start.half ? halfMinute(start) : startKnown ? dayMinute(start) : usualStart(dialMinute(start));
  const endMinute = end.half ? halfMinute(end) : endKnown ? dayMinute(end) : dialMinute(end);
  if (nextDay) return { startMinute, lengthMinutes: dayMinutes - startMinute + endMinute };
  if (!endKnown) return { startMinute, lengthMinutes: modulo(endMinute - startMinute, dial) || dial };
  const lengthMinutes = modulo(endMinute - startMinute, dayMinutes);
  if (startKnown || (lengthMinutes > 0 && lengthMinutes <= longestGuess)) return { startMinute, lengthMinutes };
  return { startMinute: (startMinute + dial) % dayMinutes, lengthMinutes: modulo(endMinute - startMinute - dial, dayMinutes) };
}

/** A time inside a shift, such as the start of its meal: bare, the first such time from the shift's start on. Minute of the day. */
export function readWithin(time: WrittenTime, startMinute: number): number {
  if (time.half) return halfMinute(time);
  if (onDayClock(time)) return dayMinute(time);
  return (startMinute + modulo(dialMinute(time) - startMinute, dial)) % dayMinutes;
}
