import type { ClockFormat, OpeningHours } from '../../../../preload/contract/practice/practice.ts';
import { clockRangePattern, formatClockRange, readClockRange, type ClockRange } from './clock-range.ts';

export type OpeningHoursResult =
  | { readonly ok: true; readonly hours: readonly OpeningHours[] }
  /** A plain sentence that says what to write. */
  | { readonly ok: false; readonly message: string };

const shortNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const longNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const day = String.raw`(?:mo(?:n(?:day)?)?|tu(?:e(?:s(?:day)?)?)?|we(?:d(?:nesday)?)?|th(?:u(?:r(?:s(?:day)?)?)?)?|fr(?:i(?:day)?)?|sa(?:t(?:urday)?)?|su(?:n(?:day)?)?|[mtwf])s?\b\.?`;
const tokens = {
  separator: /^(?:[,;:/&+\s]|\band\b|\bfrom\b)+/,
  days: new RegExp(`^(${day})(?:\\s*(?:-|to|thru|through)\\s*(${day}))?`),
  dayLetters: /^(mwf|mtwthf|mtwrf|tth|tuth)\b/,
  dayWords: /^(daily|every ?day|all days|7 days(?: a week)?|weekdays?|weekends?)\b/,
  range: new RegExp(`^${clockRangePattern}`),
  wholeDay: /^(?:24\s?h(?:ou)?rs?\b|24h\b|24\/7|open 24 hours)/,
  closed: /^closed\b/,
} as const;

const dayLetters: Readonly<Record<string, readonly number[]>> = {
  mwf: [1, 3, 5],
  mtwthf: [1, 2, 3, 4, 5],
  mtwrf: [1, 2, 3, 4, 5],
  tth: [2, 4],
  tuth: [2, 4],
};

/** Reads opening hours as people write them: "Mon-Fri 8-5:30, Sat 8-12". Nothing written means no opening at all. */
export function parseOpeningHours(text: string): OpeningHoursResult {
  let rest = plain(text);
  let days: number[] = [];
  let daysAreDone = false;
  const hours: OpeningHours[] = [];
  while (rest !== '') {
    const token = nextToken(rest);
    if (!token) return unreadable(rest);
    rest = rest.slice(token.length);
    if (token.days) {
      days = daysAreDone ? [...token.days] : [...days, ...token.days];
      daysAreDone = false;
    } else if (token.times) {
      if (days.length === 0) return refuse('Say first on which days: Mon-Fri 8-5:30.');
      daysAreDone = true;
      for (const weekday of days) for (const time of token.times) hours.push({ weekday, ...time });
    }
  }
  if (days.length > 0 && !daysAreDone)
    return refuse(`Say from when to when on ${longNames[(days.at(-1) ?? 1) - 1]}, like 8-5:30, or closed.`);
  return check(normalised(hours));
}

interface Token {
  readonly length: number;
  readonly days?: readonly number[];
  readonly times?: readonly ClockRange[];
}

function nextToken(rest: string): Token | undefined {
  const separator = tokens.separator.exec(rest);
  if (separator) return { length: separator[0].length };
  const wholeDay = tokens.wholeDay.exec(rest);
  if (wholeDay) {
    const time = { startMinute: 0, lengthMinutes: 1440 };
    return { length: wholeDay[0].length, times: [time] };
  }
  const range = tokens.range.exec(rest);
  if (range) {
    const time = readClockRange(range[0]);
    return time && { length: range[0].length, times: [time] };
  }
  const closed = tokens.closed.exec(rest);
  if (closed) return { length: closed[0].length, times: [] };
  return nextDays(rest);
}

function nextDays(rest: string): Token | undefined {
  const letters = tokens.dayLetters.exec(rest);
  if (letters) return { length: letters[0].length, days: dayLetters[letters[0]] ?? [] };
  const word = tokens.dayWords.exec(rest);
  if (word) return { length: word[0].length, days: wordDays(word[0]) };
  const match = tokens.days.exec(rest);
  if (!match) return undefined;
  const first = weekdayOf(match[1] ?? '');
  const last = match[2] === undefined ? first : weekdayOf(match[2]);
  const count = ((last - first + 7) % 7) + 1;
  return { length: match[0].length, days: Array.from({ length: count }, (_, index) => ((first - 1 + index) % 7) + 1) };
}

function wordDays(word: string): number[] {
  if (word.startsWith('weekday')) return [1, 2, 3, 4, 5];
  if (word.startsWith('weekend')) return [6, 7];
  return [1, 2, 3, 4, 5, 6, 7];
}

const plain = (text: string): string => text.toLowerCase().replace(/[–—−]/g, '-').replace(/\s+/g, ' ').trim();

function weekdayOf(name: string): number {
  if (name === 't' || name === 't.') return 2;
  return longNames.findIndex((long) => long.toLowerCase().startsWith(name.replace(/[.]$/, '').slice(0, 2))) + 1;
}

const refuse = (message: string): OpeningHoursResult => ({ ok: false, message });
function unreadable(rest: string): OpeningHoursResult {
  const word = rest.split(/[,;]/)[0]?.trim() ?? rest;
  return refuse(`“${word}” cannot be read. Write the hours like Mon-Fri 8-5:30, Sat 8-12.`);
}

/** In order of weekday and start, each opening once. */
function normalised(hours: readonly OpeningHours[]): OpeningHours[] {
  const sorted = hours.toSorted((a, b) => a.weekday - b.weekday || a.startMinute - b.startMinute || a.lengthMinutes - b.lengthMinutes);
  return sorted.filter((opening, index) => {
    const before = sorted[index - 1];
    return (
      before?.weekday !== opening.weekday || before.startMinute !== opening.startMinute || before.lengthMinutes !== opening.lengthMinutes
    );
  });
}

function check(hours: readonly OpeningHours[]): OpeningHoursResult {
  for (const [index, opening] of hours.entries()) {
    const dayName = longNames[opening.weekday - 1] ?? '';
    if (opening.lengthMinutes < 15) return refuse(`${dayName} is open for less than 15 minutes. Write a longer time, or closed.`);
    const before = hours[index - 1];
    if (before?.weekday === opening.weekday && before.startMinute + before.lengthMinutes > opening.startMinute) {
      return refuse(`${dayName} has two times that overlap. Write each opening once, like Tue 8-12, 1-5.`);
    }
  }
  return hours.length > 28 ? refuse('These are more than 28 openings a week. Write fewer.') : { ok: true, hours };
}

/** Opening hours as one line, days with the same hours together: "Mon–Fri 8–5:30, Sat 8–12". `parseOpeningHours` reads it back. */
export function formatOpeningHours(hours: readonly OpeningHours[], clock: ClockFormat): string {
  const daysByTimes = new Map<string, number[]>();
  for (const [weekday, times] of timesByDay(hours, clock)) daysByTimes.set(times, [...(daysByTimes.get(times) ?? []), weekday]);
  const groups = [...daysByTimes].map(([times, days]) => ({ times, days: dayText(days) }));
  const between = groups.some((group) => group.times.includes(',') || group.days.includes(',')) ? '; ' : ', ';
  return groups.map((group) => `${group.days} ${group.times}`).join(between);
}

function timesByDay(hours: readonly OpeningHours[], clock: ClockFormat): Map<number, string> {
  const byDay = new Map<number, string>();
  for (const opening of normalised(hours)) {
    const text = formatClockRange(opening, clock);
    const before = byDay.get(opening.weekday);
    byDay.set(opening.weekday, before === undefined ? text : `${before}, ${text}`);
  }
  return byDay;
}

const shortName = (weekday: number | undefined): string => shortNames[(weekday ?? 1) - 1] ?? '';

/** "Mon–Fri", "Mon, Wed, Fri", "daily" */
function dayText(days: readonly number[]): string {
  if (days.length === 7) return 'daily';
  const runs: number[][] = [];
  for (const weekday of days) {
    const run = runs.at(-1);
    if (run?.at(-1) === weekday - 1) run.push(weekday);
    else runs.push([weekday]);
  }
  return runs.map((run) => (run.length > 2 ? `${shortName(run[0])}–${shortName(run.at(-1))}` : run.map(shortName).join(', '))).join(', ');
}
