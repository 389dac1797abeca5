/** A code that a spreadsheet took for something else. */
export interface SpreadsheetDamage {
  readonly kind: 'date' | 'number';
  /** False when the text may just as well be the code itself. */
  readonly certain: boolean;
  /** What it may have been, likeliest first; empty when digits are lost. */
  readonly candidates: readonly string[];
  /** A plain sentence for the list of differences. */
  readonly message: string;
}

const months: readonly (readonly string[])[] = [
  ['jan', 'janv'],
  ['feb', 'févr', 'fevr'],
  ['mar', 'mars'],
  ['apr', 'avr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'août', 'aout'],
  ['sep', 'sept'],
  ['oct'],
  ['nov'],
  ['dec', 'déc'],
];

const monthNumber = (word: string): number => months.findIndex((names) => names.includes(word.toLowerCase().replace(/\.$/, ''))) + 1;
const two = (value: number): string => String(value).padStart(2, '0');
const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Two digits as Excel completes them: 00 to 29 are in this century. */
const excelYear = (digits: number): number => (digits < 30 ? 2000 + digits : 1900 + digits);

const bothWays = (first: number, second: number): string[] => [
  `${two(first)}-${two(second)}`,
  `${first}-${second}`,
  `${two(first)}/${two(second)}`,
  `${first}/${second}`,
];

/** "Mar-54": month and year. 3-54 becomes it because there is no 54th; a number that is a day would have shown as one, so it was a whole year. */
function monthAndYear(month: number, digits: number): string[] {
  const year = excelYear(digits);
  const whole = [`${month}-${year}`, `${two(month)}-${year}`];
  return digits === 0 || digits > (daysOf[month - 1] ?? 31) ? [...bothWays(month, digits), ...whole] : whole;
}

/** "3-Jan": typed month first in the US, day first elsewhere. */
const dayAndMonth = (day: number, month: number): string[] => [...new Set([...bothWays(month, day), ...bothWays(day, month)])];

const damage = (text: string, kind: 'date' | 'number', certain: boolean, candidates: string[]): SpreadsheetDamage => {
  const into = kind === 'date' ? 'a date' : 'a rounded number';
  const seems = certain ? 'looks like a code that a spreadsheet turned into' : 'may be a code that a spreadsheet turned into';
  const was = candidates.length === 0 ? 'Its digits are lost: type the code.' : `It may have been ${candidates.slice(0, 3).join(', ')}.`;
  return { kind, certain, candidates, message: `“${text.trim()}” ${seems} ${into}. ${was}` };
};

/**
 * Tells an item number that Excel took for a date or a number: "Mar-54" (03-54), "3-Jan" (1-3), "2016-02-01 00:00:00", "16-02" (a French
 * February 2016, or the code itself), "4.16E+11". Undefined when there is no sign of it.
 */
export function findSpreadsheetDamage(text: string): SpreadsheetDamage | undefined {
  const plain = text.trim();
  if (/^\d(?:[.,]\d+)?E\+?\d{1,2}$/i.test(plain)) return damage(plain, 'number', plain.includes('+'), []);
  return namedMonth(plain) ?? figures(plain);
}

function namedMonth(plain: string): SpreadsheetDamage | undefined {
  const yearLast = /^(\p{L}{3,5}\.?)[- ](\d{2})$/u.exec(plain);
  const ofYear = monthNumber(yearLast?.[1] ?? '');
  if (yearLast && ofYear > 0) return damage(plain, 'date', true, monthAndYear(ofYear, Number(yearLast[2])));
  const dayFirst = /^(\d{1,2})[- ](\p{L}{3,5}\.?)$/u.exec(plain);
  const ofDay = monthNumber(dayFirst?.[2] ?? '');
  const day = Number(dayFirst?.[1]);
  if (!dayFirst || ofDay === 0 || day < 1 || day > (daysOf[ofDay - 1] ?? 31)) return undefined;
  return damage(plain, 'date', true, dayAndMonth(day, ofDay));
}

function figures(plain: string): SpreadsheetDamage | undefined {
  const whole = /^(\d{4})-(\d{2})-(\d{2})(T?[ ]?00:00(?::00)?(?:\.0+)?Z?)?$/.exec(plain);
  if (whole) {
    const [year, month, day] = [Number(whole[1]), Number(whole[2]), Number(whole[3])];
    if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
    const asMonth = day === 1 ? monthAndYear(month, year % 100) : [];
    return damage(plain, 'date', whole[4] !== undefined, [...asMonth, ...dayAndMonth(day, month)]);
  }
  const yearFirst = /^(\d{2})-(\d{2})$/.exec(plain);
  const month = Number(yearFirst?.[2]);
  if (!yearFirst || month < 1 || month > 12) return undefined;
  return damage(plain, 'date', false, [plain, ...monthAndYear(month, Number(yearFirst[1]))]);
}
