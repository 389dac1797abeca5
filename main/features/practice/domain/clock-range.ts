/** A stretch of a day: minutes since local midnight and a length, which may run past midnight. */
export interface ClockRange {
  readonly startMinute: number;
  readonly lengthMinutes: number;
}

const day = 1440;
const half = 720;

interface WrittenTime {
  readonly minute: number;
  /** False for a bare hour of a 12-hour clock, like 8 or 5:30. */
  readonly exact: boolean;
}

/** One time as people write it, without anchors; `clockRangePattern` is built of it. */
const timePattern = String.raw`(?:\d{1,2}(?:[:.]?\d{2})?\s*(?:[ap]\.?\s?m\b\.?|[ap]\b)?|noon|midnight)`;
/** Finds a range such as 8-5:30, 8a-5p, 8 am to 5 pm, 0800-1730. */
export const clockRangePattern = String.raw`(${timePattern})\s*(?:-|to|until|till)\s*(${timePattern})`;

const wholeRange = new RegExp(`^${clockRangePattern}$`);

/**
 * Reads a range of times in lower case with plain hyphens, or answers undefined. A bare start from 6 to 11 is in the morning, from 12 to 5
 * in the afternoon; a bare end is the first such time after the start. `8-8` is twelve hours, `8a-8a` a whole day.
 */
export function readClockRange(text: string): ClockRange | undefined {
  const match = wholeRange.exec(text.trim());
  const start = readTime(match?.[1]);
  const end = readTime(match?.[2]);
  if (!start || !end) return undefined;
  const startMinute = start.exact || start.minute >= 360 ? start.minute : start.minute + half;
  const step = end.exact ? day : half;
  const lengthMinutes = (((end.minute - startMinute) % step) + step) % step || step;
  return { startMinute, lengthMinutes };
}

function readTime(text: string | undefined): WrittenTime | undefined {
  if (text === undefined) return undefined;
  if (text === 'noon') return { minute: half, exact: true };
  if (text === 'midnight') return { minute: 0, exact: true };
  const match = /^(\d{1,2}?)(?:[:.]?(\d{2}))?\s*([ap])?[.\sm]*$/.exec(text);
  const hour = Number(match?.[1]);
  const minute = Number(match?.[2] ?? 0);
  if (!match || minute > 59) return undefined;
  if (match[3] !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    return { minute: (hour % 12) * 60 + minute + (match[3] === 'p' ? half : 0), exact: true };
  }
  if (hour > 24 || (hour === 24 && minute > 0)) return undefined;
  return { minute: (hour % 24) * 60 + minute, exact: hour > 12 || text.startsWith('0') };
}

/** Writes a range so that `readClockRange` reads the same back: the shortest of bare hours, the practice's clock, and am/pm. */
export function formatClockRange(range: ClockRange, clock: '12' | '24'): string {
  const end = (range.startMinute + range.lengthMinutes) % day;
  const spoken = `${withHalf(range.startMinute)}-${withHalf(end)}`;
  const candidates =
    clock === '12' ? [`${bare(range.startMinute)}-${bare(end)}`, spoken] : [`${full(range.startMinute)}-${full(end)}`, spoken];
  const text = candidates.find((candidate) => isSame(readClockRange(candidate), range)) ?? spoken;
  return text.replace('-', '–');
}

const isSame = (read: ClockRange | undefined, range: ClockRange): boolean =>
  read?.startMinute === range.startMinute && read.lengthMinutes === range.lengthMinutes;

const two = (value: number): string => String(value).padStart(2, '0');
const bare = (minute: number): string => `${Math.floor(minute / 60) % 12 || 12}${minute % 60 === 0 ? '' : `:${two(minute % 60)}`}`;
const withHalf = (minute: number): string => `${bare(minute)}${minute < half ? 'am' : 'pm'}`;
const full = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
