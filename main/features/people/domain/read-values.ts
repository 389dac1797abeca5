import type { EmploymentClass } from '../../../../preload/contract/people/people.ts';

/**
 * Reads a pay rate such as $22.50, "22.50/hr", 1,234.5 or 22,50 as cents per hour. Undefined when it is none. An amount of more than two
 * decimals is rounded to the cent.
 */
export function readMoney(text: string): number | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^(?:usd|us\$|\$)\s*|\s*(?:usd|\$)$/g, '')
    .replace(/\s*(?:\/|per|an|a)?\s*(?:hr|hrs|hour|hourly|h)\.?$/, '')
    .replace(/^\$\s*/, '')
    .trim();
  const value = readNumber(plain);
  return value === undefined ? undefined : Math.round((value + Number.EPSILON) * 100);
}

/** "1,234.5" and "22,50" and "1.234,50" as numbers; a comma before exactly three digits separates thousands. */
function readNumber(text: string): number | undefined {
  if (/^\d+(?:\.\d*)?$|^\.\d+$/.test(text)) return Number(text);
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(text)) return Number(text.replace(/,/g, ''));
  if (/^\d+,\d{1,2}$/.test(text)) return Number(text.replace(',', '.'));
  if (/^\d{1,3}(?:\.\d{3})+,\d{1,2}$/.test(text)) return Number(text.replace(/\./g, '').replace(',', '.'));
  return undefined;
}

const noHours = /^(?:-+|–|—|off|none|no|x|n\/?a|closed)$/;

/** Reads hours such as 8, 8.5, "8:30", "8h", "8 h 30", "7,5 hrs" as minutes; a dash and "off" are 0. Undefined when it is none. */
export function readHours(text: string): number | undefined {
  const plain = text.trim().toLowerCase();
  if (noHours.test(plain)) return 0;
  const clock = /^(\d{1,3})\s*(?::|h(?:rs?|ours?)?\.?\s*)(\d{2})\s*(?:m(?:in)?\.?|h(?:rs?|ours?)?\.?)?$/.exec(plain);
  if (clock) return Number(clock[2]) < 60 ? Number(clock[1]) * 60 + Number(clock[2]) : undefined;
  const value = readNumber(plain.replace(/\s*(?:h|hr|hrs|hour|hours)\.?(?:\s*(?:\/|per|a)\s*(?:week|wk|day))?$/, ''));
  return value === undefined || value > 1000 ? undefined : Math.round(value * 60);
}

/** Reads a share of full time: 0.8, "80%", "1.0 FTE". Undefined when it is none. */
export function readFullTimeShare(text: string): number | undefined {
  const plain = text.trim().toLowerCase();
  const percent = /^(\d{1,3}(?:[.,]\d+)?)\s*%(?:\s*fte)?$/.exec(plain);
  const value = percent ? (readNumber(percent[1] ?? '') ?? 0) / 100 : readNumber(plain.replace(/\s*fte$/, '').replace(',', '.'));
  return value !== undefined && value >= 0 && value <= 1.25 ? value : undefined;
}

const yes = /^(?:y|yes|true|t|1|x|✓|✔|exempt|salary|salaried|on)$/;
const no = /^(?:n|no|false|f|0|-|non[- ]?exempt|not exempt|hourly|off)$/;

/** Reads yes, no, x, true, exempt, hourly and the like. Undefined when it is neither. */
export function readYesNo(text: string): boolean | undefined {
  const plain = text.trim().toLowerCase();
  if (yes.test(plain)) return true;
  return no.test(plain) ? false : undefined;
}

const classes: readonly (readonly [EmploymentClass, RegExp])[] = [
  ['agency', /\b(?:agency|temp|temporary|contract|contractor|1099|locums?|travel(?:er)?|float agency|staffing)\b/],
  ['per_diem', /\b(?:prn|per diem|pd|as needed|on call|casual|flex|pool)\b/],
  ['part_time', /\b(?:pt|p t|part time|parttime|part|half time)\b/],
  ['full_time', /\b(?:ft|f t|full time|fulltime|full|regular|permanent|reg)\b/],
];

/** Reads FT, "part-time", PRN, "per diem", agency, temp and the like. Undefined when it is none of them. */
export function readEmploymentClass(text: string): EmploymentClass | undefined {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return classes.find(([, words]) => words.test(plain))?.[0];
}

/**
 * Minutes of a week spread evenly over the open weekdays (1 Monday to 7 Sunday): seven whole numbers whose sum is exact, a rest going to the
 * first days. Without open weekdays, Monday to Friday. Undefined when a day would be longer than 24 hours.
 */
export function spreadWeeklyMinutes(weeklyMinutes: number, openWeekdays: readonly number[]): number[] | undefined {
  const days = openWeekdays.length > 0 ? [...new Set(openWeekdays)].toSorted((a, b) => a - b) : [1, 2, 3, 4, 5];
  const each = Math.floor(weeklyMinutes / days.length);
  const rest = weeklyMinutes - each * days.length;
  if (each + (rest > 0 ? 1 : 0) > 1440) return undefined;
  return Array.from({ length: 7 }, (_, index) => {
    const place = days.indexOf(index + 1);
    return place < 0 ? 0 : each + (place < rest ? 1 : 0);
  });
}
