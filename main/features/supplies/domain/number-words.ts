/** An exact number: top / bottom, both whole, bottom at least 1. */
export interface Fraction {
  readonly top: number;
  readonly bottom: number;
}

const signs: Readonly<Record<string, Fraction>> = {
  '½': { top: 1, bottom: 2 },
  '⅓': { top: 1, bottom: 3 },
  '⅔': { top: 2, bottom: 3 },
  '¼': { top: 1, bottom: 4 },
  '¾': { top: 3, bottom: 4 },
  '⅛': { top: 1, bottom: 8 },
};
const counts = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

function reduce(top: number, bottom: number): Fraction {
  const by = divisor(top, bottom) || 1;
  return { top: top / by, bottom: bottom / by };
}

export const addTo = (a: Fraction, b: Fraction): Fraction => reduce(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
export const multiply = (a: Fraction, by: number): Fraction => reduce(a.top * by, a.bottom);
export const isWhole = (value: Fraction): boolean => value.top % value.bottom === 0;

const plainNumber = /(\d{1,3}(?:,\d{3})+(?![\d,])|\d{1,12})(?:\.(\d{1,6})(?!\d))?|\.(\d{1,6})(?!\d)/y;
const slash = /(\d{1,4})\s?[/⁄]\s?(\d{1,3})(?!\d)/y;
const sign = /[½⅓⅔¼¾⅛]/y;
const spoken = /(half|quarter|an?|[a-z]+)\b(?:\s(?:an?\b))?/iy;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The part of a fraction at a place: "1/2" or "½". */
function partAt(text: string, at: number): (Fraction & { readonly end: number }) | undefined {
  const mark = matchAt(sign, text, at)?.[0];
  const known = mark === undefined ? undefined : signs[mark];
  if (known) return { ...known, end: at + 1 };
  const match = matchAt(slash, text, at);
  const [top, bottom] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || bottom === 0) return undefined;
  return { ...reduce(top, bottom), end: at + match[0].length };
}

/**
 * The number that starts at `from`: "12", "1,200", "1.5", ".5", "1/2", "1 1/2", "1½", "half", "a", "one" to "twelve". Exact, as a fraction.
 * Undefined where none starts, and for what may be read in two ways ("1,5").
 */
export function readNumberAt(text: string, from: number): (Fraction & { readonly end: number }) | undefined {
  const part = partAt(text, from);
  if (part) return part;
  const match = matchAt(plainNumber, text, from);
  if (!match) return spokenAt(text, from);
  const end = from + match[0].length;
  if (/^,\d/.test(text.slice(end)) || /^\.\d/.test(text.slice(end))) return undefined;
  const decimals = match[2] ?? match[3] ?? '';
  const value = reduce(Number((match[1] ?? '0').replace(/,/g, '') + decimals), 10 ** decimals.length);
  if (decimals !== '') return { ...value, end };
  const more = partAt(text, end) ?? (text[end] === ' ' ? partAt(text, end + 1) : undefined);
  return more && more.top < more.bottom ? { ...addTo(value, more), end: more.end } : { ...value, end };
}

function spokenAt(text: string, from: number): (Fraction & { readonly end: number }) | undefined {
  const match = matchAt(spoken, text, from);
  const word = match?.[1]?.toLowerCase() ?? '';
  const end = from + (match?.[0].length ?? 0);
  if (word === 'half') return { top: 1, bottom: 2, end };
  if (word === 'quarter') return { top: 1, bottom: 4, end };
  if (/^an?$/.test(word)) return spokenAfterArticle(text, from + word.length);
  const value = counts.indexOf(word);
  return value < 0 ? undefined : { top: value, bottom: 1, end: from + word.length };
}

/** "a half box" is half of one, "a box" is one. */
function spokenAfterArticle(text: string, at: number): Fraction & { readonly end: number } {
  const half = /^ (?:half|quarter)\b/i.test(text.slice(at)) ? spokenAt(text, at + 1) : undefined;
  return half ?? { top: 1, bottom: 1, end: at };
}
