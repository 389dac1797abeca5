import { formatQuantity, mostBaseUnits, type Pack } from './pack-chain.ts';
import { addTo, isWhole, multiply, readNumberAt, type Fraction } from './number-words.ts';
import { findUnitWord, unitName } from './unit-vocabulary.ts';

/** What an item is counted in. */
export interface CountedAs {
  /** The base unit's word: "each", "dose". */
  readonly baseUnit: string;
  readonly packs: readonly Pack[];
}

export type QuantityRule =
  | 'quantity.empty'
  | 'quantity.unreadable'
  | 'quantity.unknown_unit'
  | 'quantity.which_unit'
  | 'quantity.not_whole'
  | 'quantity.below_zero'
  | 'quantity.too_large'
  | 'quantity.nothing_to_keep';

export type QuantityReading =
  | {
      readonly ok: true;
      /** A whole number from 0 on. */
      readonly baseUnits: number;
      /** `unchanged` for "=", which takes what should be there. */
      readonly said: 'quantity' | 'none' | 'unchanged';
    }
  | {
      readonly ok: false;
      readonly rule: QuantityRule;
      /** A plain sentence that says what to write. */
      readonly message: string;
    };

const refuse = (rule: QuantityRule, message: string): QuantityReading => ({ ok: false, rule, message });

const nothing = /^(?:none(?: left)?|no|zero|nil|empty|nothing|out|all gone)[.!]?$/i;
const unchanged = /^(?:=|==|same|unchanged|ditto)$/i;

/**
 * Reads a quantity as people count: "12", "1.5 boxes", "2 cs 3", "2b 35", "1/2 box", "1 case + 2 boxes + 3 each", "none", "=" for
 * unchanged (`expected`, in base units; null where it is not known, as in a blind count). A bare number is in base units, so "2 cs 3" are two
 * cases and three. The first letters of a unit are enough where only one begins so. "2 boxes of 90" tells packs of one name apart. What does
 * not come out in whole base units is refused.
 */
export function readQuantity(text: string, countedAs: CountedAs, expected: number | null = null): QuantityReading {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain === '') return refuse('quantity.empty', 'Write how many there are, or “none”.');
  if (nothing.test(plain)) return { ok: true, baseUnits: 0, said: 'none' };
  if (unchanged.test(plain)) {
    if (expected === null) return refuse('quantity.nothing_to_keep', 'There is no number to keep here. Write how many you see.');
    return { ok: true, baseUnits: expected, said: 'unchanged' };
  }
  if (/^[-−–]\s*[\d.]/.test(plain)) return refuse('quantity.below_zero', 'A quantity cannot be below zero. Write how many there are.');
  return sumOf(plain, countedAs);
}

function sumOf(plain: string, countedAs: CountedAs): QuantityReading {
  let sum: Fraction = { top: 0, bottom: 1 };
  let said = '';
  let afterBareNumber = false;
  for (let at = 0; at < plain.length;) {
    const joint = /^\s*(?:\+|&|and\b|,|;)?\s*/i.exec(plain.slice(at))?.[0] ?? '';
    if (afterBareNumber && joint.trim() === '' && at > 0) return unreadable(plain, countedAs);
    const term = termAt(plain, at + joint.length, countedAs);
    if ('ok' in term) return term;
    sum = addTo(sum, multiply(term.number, term.baseUnits));
    if (sum.top > mostBaseUnits * sum.bottom)
      return refuse('quantity.too_large', `That is more than ${mostBaseUnits.toLocaleString('en-US')}. Look at the number again.`);
    said = term.said;
    afterBareNumber = term.bare;
    at = term.end;
  }
  if (!isWhole(sum)) return notWhole(sum, said, countedAs);
  return { ok: true, baseUnits: sum.top / sum.bottom, said: 'quantity' };
}

interface Term {
  readonly number: Fraction;
  readonly baseUnits: number;
  readonly bare: boolean;
  readonly said: string;
  readonly end: number;
}

function termAt(plain: string, from: number, countedAs: CountedAs): Term | Extract<QuantityReading, { ok: false }> {
  const number = readNumberAt(plain, from);
  if (!number) return unreadable(plain, countedAs);
  const rest = plain.slice(number.end);
  const unit = unitAt(rest, countedAs);
  if (!unit) {
    if (!/^(?: |$|\+|&|;|,)/.test(rest)) return unreadable(plain, countedAs);
    const said = `${plain.slice(from, number.end)} ${unitName(countedAs.baseUnit, 2)}`;
    return { number, baseUnits: 1, bare: true, said, end: number.end };
  }
  const found = unitsOf(unit.word, unit.size, countedAs);
  if (typeof found !== 'number') return found;
  const end = number.end + unit.length;
  const sized = found === 1 || unit.size !== undefined ? '' : ` of ${found}`;
  return { number, baseUnits: found, bare: false, said: `${plain.slice(from, end)}${sized}`, end };
}

interface WrittenUnit {
  readonly word: string;
  /** As in "boxes of 90". */
  readonly size: number | undefined;
  readonly length: number;
}

/** The unit after a number, if one is written. A name of the item's own may have blanks and figures in it ("blister card", "3-pack"). */
function unitAt(rest: string, { baseUnit, packs }: CountedAs): WrittenUnit | undefined {
  const lower = rest.toLowerCase();
  const names = [baseUnit, ...packs.map((pack) => pack.code)].flatMap(namesOf).filter((name) => /[^a-z]/.test(name));
  const own = names
    .toSorted((a, b) => b.length - a.length)
    .find((name) => lower.startsWith(` ${name}`) && !/^[\p{L}\d]/u.test(rest.slice(name.length + 1)));
  if (own !== undefined) return { word: own, size: undefined, length: own.length + 1 };
  // "35 and 2 boxes": what joins the next number is no unit.
  const match = /^ ?(?:of an? |an? )?(?!and\b)(\p{L}[\p{L}'’.-]*)(?: of (\d+))?/iu.exec(rest);
  if (!match) return undefined;
  return { word: match[1] ?? '', size: match[2] === undefined ? undefined : Number(match[2]), length: match[0].length };
}

/** Base units in one of what a word means; a refusal when it means nothing here or several things. */
function unitsOf(text: string, size: number | undefined, { baseUnit, packs }: CountedAs): number | Extract<QuantityReading, { ok: false }> {
  const word = text.toLowerCase().replace(/\.$/, '');
  const choices = [{ code: baseUnit, baseUnits: 1 }, ...packs].filter((pack) => size === undefined || pack.baseUnits === size);
  const exact = choices.filter((pack) => isNamed(pack.code, word));
  const near = exact.length > 0 ? exact : choices.filter((pack) => namesOf(pack.code).some((name) => name.startsWith(word)));
  const sizes = new Set(near.map((pack) => pack.baseUnits));
  const [only] = sizes;
  if (sizes.size === 1 && only !== undefined) return only;
  if (sizes.size > 1) return refusal('quantity.which_unit', whichMessage(text, near));
  const known = findUnitWord(word);
  // "3 each" of what is counted in doses are three doses; "2 dozen" are always 24.
  if (known?.code === 'EA') return 1;
  if (known && known.pieces !== null && findUnitWord(baseUnit)?.code === 'EA') return known.pieces;
  const names = [...new Set([baseUnit, ...packs.map((pack) => unitName(pack.code, 1))])].join(', ');
  const sized = size === undefined ? text : `${text} of ${size}`;
  return refusal('quantity.unknown_unit', `This item has no ${sized}. It is counted in: ${names}.`);
}

const refusal = (rule: QuantityRule, message: string) => ({ ok: false as const, rule, message });

function isNamed(code: string, word: string): boolean {
  const [own, meant] = [findUnitWord(code), findUnitWord(word)];
  if (own && meant) return own.code === meant.code;
  return namesOf(code).includes(word);
}

const namesOf = (code: string): string[] => [code, unitName(code, 1), unitName(code, 2)].map((name) => name.toLowerCase());

function whichMessage(text: string, packs: readonly Pack[]): string {
  const names = packs.map((pack) => unitName(pack.code, 1));
  const told = new Set(names).size === names.length ? names : packs.map((pack, at) => `${names[at]} of ${pack.baseUnits}`);
  return `“${text}” may be ${told.join(' or ')}. Write which.`;
}

function unreadable(plain: string, countedAs: CountedAs): Extract<QuantityReading, { ok: false }> {
  const shown = plain.length > 40 ? `${plain.slice(0, 39)}…` : plain;
  const largest = countedAs.packs.reduce((most, pack) => Math.max(most, pack.baseUnits), 1);
  const example = formatQuantity(largest + 3, countedAs.packs, countedAs.baseUnit);
  return refusal('quantity.unreadable', `“${shown}” cannot be read as a quantity. Write it like 12 or ${example}.`);
}

function notWhole(sum: Fraction, said: string, { baseUnit }: CountedAs): QuantityReading {
  const made = `${(Math.round((sum.top / sum.bottom) * 1000) / 1000).toLocaleString('en-US')} ${unitName(baseUnit, 2)}`;
  const told = said === made ? `${said} is not a whole number` : `${said} makes ${made}`;
  return refuse('quantity.not_whole', `${told}. Write a whole number of ${unitName(baseUnit, 2)}.`);
}
