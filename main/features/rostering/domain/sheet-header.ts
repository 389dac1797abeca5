import type { LocalDate, Weekday } from '../../../../preload/contract/shared/primitives.ts';
import { weekdayOf } from '../../../kernel/local-date.ts';

/** One column of a day. A day may have two: the time in and the time out, or morning and afternoon. */
export interface DayColumn {
  readonly column: number;
  readonly on: LocalDate;
  readonly part: 'whole' | 'in' | 'out' | 'am' | 'pm';
}

/** The line of headings of a pasted week: where its days, names and jobs stand. */
export interface SheetHeader {
  readonly days: readonly DayColumn[];
  /** Columns whose texts, joined by ", ", are the name; empty when no heading says so. */
  readonly nameColumns: readonly number[];
  readonly positionColumn: number | undefined;
  /** The heading of the name column, which may be the name of a position. */
  readonly corner: string;
  /** Headings that say nothing to us. */
  readonly unread: readonly string[];
  readonly hasDates: boolean;
  /** Some heading's date lies in the week asked for. */
  readonly isThisWeek: boolean;
}

interface DayHead {
  readonly weekday: Weekday | undefined;
  /** A date that fits, whatever its year was. */
  readonly on: LocalDate | undefined;
  readonly part: DayColumn['part'];
}

const weekdayWords =
  'mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|mo|tu|we|th|fr|sa|su';
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
const headPattern = new RegExp(`^(?:(${weekdayWords})\\b[.,:]?)?\\s*(.*?)\\s*(?:\\b(${weekdayWords})\\b\\.?)?$`);

const nameHeading =
  /^(?:names?|full name|employees?|employee name|staff|staff (?:name|member)|team(?: member)?|person|who|associate|provider name)$/;
const firstHeading = /^(?:first|first name|given name)$/;
const lastHeading = /^(?:last|last name|surname|family name)$/;
const positionHeading = /^(?:job|job title|title|role|position|dept|department|duty|area|station)$/;
const countedHeading = /^(?:total|totals|hours|hrs|total hours|total hrs|ttl|#|no|fte|week total)$/;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}/,.#:-]+/gu, ' ')
    .trim();

/** Reads a row as headings of days, or answers undefined when it names fewer than two days (one, beside a heading for names). */
export function readSheetHeader(
  row: readonly string[],
  below: readonly string[] | undefined,
  weekDates: readonly LocalDate[],
): SheetHeader | undefined {
  const own = readHeads(row, weekDates);
  const texts = row.map(plain);
  const nameColumns = nameColumnsOf(texts);
  const days = own.filter((head) => head !== undefined).length;
  if (days < 2 && !(days === 1 && nameColumns.length > 0)) return undefined;
  const heads = below && carriesHeaderOn(below) ? withBelow(row, below, own, weekDates) : own;
  const isThisWeek = heads.some((head) => head?.on !== undefined && weekDates.includes(head.on));
  const columns = dayColumns(heads, weekDates, isThisWeek);
  const used = new Set([...columns.map(({ column }) => column), ...nameColumns]);
  const positionColumn = texts.findIndex((text, column) => !used.has(column) && positionHeading.test(text));
  const unread = row.filter(
    (text, column) => text !== '' && column > 0 && !used.has(column) && column !== positionColumn && !countedHeading.test(plain(text)),
  );
  return {
    days: columns,
    nameColumns,
    positionColumn: positionColumn < 0 ? undefined : positionColumn,
    corner: row[nameColumns[0] ?? 0] ?? '',
    unread,
    hasDates: heads.some((head) => head?.on !== undefined),
    isThisWeek,
  };
}

function nameColumnsOf(texts: readonly string[]): number[] {
  const whole = texts.findIndex((text) => nameHeading.test(text));
  if (whole >= 0) return [whole];
  const [last, first] = [texts.findIndex((text) => lastHeading.test(text)), texts.findIndex((text) => firstHeading.test(text))];
  return [last, first].filter((column) => column >= 0);
}

const subHeading = /^(?:in|out|start|end|from|to|begin|finish|time in|time out|am|pm|morning|afternoon)$/;
const isDayNumber = (text: string): boolean => /^\d{1,2}$/.test(text) || readMonthDay(text) !== undefined;

/** Whether a row has no name and only carries headings on: dates, days of the month, "in" and "out". */
export function carriesHeaderOn(row: readonly string[]): boolean {
  const cells = row.filter((text) => text !== '').map(plain);
  return cells.length > 1 && (cells.every((text) => subHeading.test(text)) || cells.every(isDayNumber));
}

/** Joins headings with the row below: "Mon" over "11/23", or over "in" and "out". A heading stands for the empty ones after it. */
function withBelow(
  row: readonly string[],
  below: readonly string[],
  own: readonly (DayHead | undefined)[],
  weekDates: readonly LocalDate[],
) {
  let above = '';
  const joined = row.map((text, column) => {
    above = text === '' ? above : text;
    const under = below[column] ?? '';
    return under === '' ? text : `${above} ${under}`;
  });
  const heads = readHeads(joined, weekDates);
  const count = (list: readonly (DayHead | undefined)[]): number => list.filter((head) => head !== undefined).length;
  return count(heads) >= count(own) ? heads : own;
}

function readHeads(row: readonly string[], weekDates: readonly LocalDate[]): (DayHead | undefined)[] {
  const letters = readLetters(row);
  return row.map((text, column) => letters[column] ?? readHead(plain(text), weekDates));
}

function readHead(text: string, weekDates: readonly LocalDate[]): DayHead | undefined {
  if (text === '' || text.length > 40) return undefined;
  const match = headPattern.exec(text);
  const word = match?.[1] ?? match?.[3];
  const { rest, part } = takePart(match?.[2] ?? '');
  const on = rest === '' ? undefined : readDay(rest, weekDates, word !== undefined);
  if (word === undefined && on === undefined) return undefined;
  if (rest !== '' && on === undefined) return undefined;
  return { weekday: word === undefined ? undefined : weekdays.indexOf(word.slice(0, 2)) + 1, on, part };
}

const partWords: readonly (readonly [DayColumn['part'], RegExp])[] = [
  ['in', /(?:^|\s)(?:time in|in|start|from|begin)$/],
  ['out', /(?:^|\s)(?:time out|out|end|to|finish)$/],
  ['am', /(?:^|\s)(?:am|morning)$/],
  ['pm', /(?:^|\s)(?:pm|afternoon)$/],
];

function takePart(text: string): { rest: string; part: DayColumn['part'] } {
  const found = partWords.find(([, words]) => words.test(text));
  return found ? { rest: text.replace(found[1], '').trim(), part: found[0] } : { rest: text, part: 'whole' };
}

/** "11/23", "Nov 23", "23 Nov", "2026-11-23", and beside a weekday the bare day "23". */
function readDay(text: string, weekDates: readonly LocalDate[], besideWeekday: boolean): LocalDate | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})\b/.exec(text);
  if (iso) return isDate(iso[0]) ? iso[0] : undefined;
  if (besideWeekday && /^\d{1,2}(?:st|nd|rd|th)?$/.test(text)) {
    return weekDates.find((on) => Number(on.slice(8)) === Number.parseInt(text, 10));
  }
  const found = readMonthDay(text);
  if (!found) return undefined;
  const day = `${String(found.month).padStart(2, '0')}-${String(found.day).padStart(2, '0')}`;
  const year = Number((weekDates[0] ?? '2000').slice(0, 4));
  const candidates = (found.year === undefined ? [year, year - 1, year + 1] : [found.year]).map((one) => `${one}-${day}`).filter(isDate);
  return candidates.find((on) => weekDates.includes(on)) ?? candidates[0];
}

function readMonthDay(text: string): { month: number; day: number; year: number | undefined } | undefined {
  const numbers = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?$/.exec(text);
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/.exec(text);
  const dayFirst = /^(\d{1,2})[ -]([a-z]{3,9})\.?(?:[ ,-]+(\d{4}|\d{2}))?$/.exec(text);
  const name = monthFirst?.[1] ?? dayFirst?.[2];
  const month = name === undefined ? Number(numbers?.[1] ?? 0) : months.findIndex((short) => name.startsWith(short)) + 1;
  const day = Number(numbers?.[2] ?? monthFirst?.[2] ?? dayFirst?.[1] ?? 0);
  const year = numbers?.[3] ?? monthFirst?.[3] ?? dayFirst?.[3];
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return { month, day, year: year === undefined ? undefined : Number(year) + (year.length === 2 ? 2000 : 0) };
}

const isDate = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** M T W T F S S by their order: the second T is Thursday, the second S Sunday. */
function readLetters(row: readonly string[]): (DayHead | undefined)[] {
  const letters = row.map((text) => (/^(?:[mtwrfs]|th|su|sa|tu)$/i.test(text.trim()) ? text.trim().toLowerCase() : ''));
  const heads: (DayHead | undefined)[] = row.map(() => undefined);
  if (letters.filter((letter) => letter.length === 1).length < 3 || !letters.includes('m') || !letters.includes('w')) return heads;
  let before = 0;
  for (const [column, letter] of letters.entries()) {
    if (letter === '') continue;
    const sundayFirst = letter === 's' && before === 0;
    const options = letterDays[letter] ?? [];
    const weekday = sundayFirst ? 7 : (options.find((option) => option > (before === 7 ? 0 : before)) ?? options.at(-1));
    heads[column] = { weekday, on: undefined, part: 'whole' };
    before = weekday ?? before;
  }
  return heads;
}
const letterDays: Readonly<Record<string, readonly Weekday[]>> = {
  m: [1],
  t: [2, 4],
  tu: [2],
  w: [3],
  th: [4],
  r: [4],
  f: [5],
  s: [6, 7],
  sa: [6],
  su: [7],
};

/** Each column's day in the week asked for. Last week's dates count by their weekday; of two weeks side by side the one asked for is read. */
function dayColumns(heads: readonly (DayHead | undefined)[], weekDates: readonly LocalDate[], isThisWeek: boolean): DayColumn[] {
  const columns: DayColumn[] = [];
  for (const [column, head] of heads.entries()) {
    if (!head || (isThisWeek && head.on !== undefined && !weekDates.includes(head.on))) continue;
    const exact = head.on !== undefined && weekDates.includes(head.on) ? head.on : undefined;
    const weekday = head.weekday ?? (head.on === undefined ? undefined : weekdayOf(head.on));
    const on = exact ?? weekDates.find((date) => weekdayOf(date) === weekday);
    if (on !== undefined && !columns.some((one) => one.on === on && one.part === head.part)) columns.push({ column, on, part: head.part });
  }
  return columns;
}
