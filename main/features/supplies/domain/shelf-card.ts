/** What a card of our own stands for: an item, or a place where things are kept. */
export type ShelfCardKind = 'item' | 'place';

export interface ShelfCard {
  readonly kind: ShelfCardKind;
  /** The last twelve characters of the id: 48 random bits of a UUIDv7. Two among 5,000 agree once in 20 million. */
  readonly idEnd: string;
}

/** Crockford's base 32: no I, L, O and U, which are read as something else. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const letters: Readonly<Record<ShelfCardKind, string>> = { item: 'I', place: 'P' };
/** What stands for the letter in the check: I is read as 1. */
const inCheck: Readonly<Record<ShelfCardKind, string>> = { item: '1', place: 'P' };
const idEndLength = 12;
const codeLength = 10;

/** Luhn's algorithm modulo 32: any one wrong character shows, and nearly every swap of two neighbours. */
function checkCharacter(text: string): string {
  let sum = 0;
  [...text].toReversed().forEach((character, at) => {
    const doubled = alphabet.indexOf(character) * (at % 2 === 0 ? 2 : 1);
    sum += Math.floor(doubled / 32) + (doubled % 32);
  });
  return alphabet[(32 - (sum % 32)) % 32] ?? '';
}

/**
 * The text of a shelf card's barcode: "MOM:I:" for an item or "MOM:P:" for a place, ten characters and a check character. 17 in all, so
 * that Code 128 of 10 mil bars fits a label of 2 5/8 inches.
 */
export function shelfCardText(kind: ShelfCardKind, id: string): string {
  const idEnd = id.replace(/-/g, '').slice(-idEndLength).toLowerCase();
  if (!/^[0-9a-f]{12}$/.test(idEnd)) throw new TypeError('An id is a UUID.');
  let value = BigInt(`0x${idEnd}`);
  let code = '';
  for (let at = 0; at < codeLength; at += 1, value >>= 5n) code = `${alphabet[Number(value & 31n)]}${code}`;
  return `MOM:${letters[kind]}:${code}${checkCharacter(inCheck[kind] + code)}`;
}

export type ShelfCardReading =
  | { readonly kind: 'card'; readonly card: ShelfCard }
  /** It begins as one of ours, but a character is wrong. */
  | { readonly kind: 'damaged'; readonly message: string };

const isOurs = /^MOM[:;.\- ]?([IP])[:;.\- ]?(.*)$/;

/**
 * Reads a shelf card's text, scanned or typed: capitals or not, O for 0 and I or L for 1, hyphens for the colons. Undefined when it is
 * none of ours.
 */
export function readShelfCard(text: string): ShelfCardReading | undefined {
  const match = isOurs.exec(text.trim().toUpperCase());
  if (!match) return undefined;
  const [, letter = '', rest = ''] = match;
  const code = rest.replace(/[ -]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const damaged = { kind: 'damaged', message: 'The card was not read well. Scan it again, or find the item by its name.' } as const;
  if (code.length !== codeLength + 1 || [...code].some((character) => !alphabet.includes(character))) return damaged;
  const payload = code.slice(0, codeLength);
  const kind = letter === letters.item ? 'item' : 'place';
  if (checkCharacter(inCheck[kind] + payload) !== code.at(-1)) return damaged;
  const value = [...payload].reduce((sum, character) => sum * 32n + BigInt(alphabet.indexOf(character)), 0n);
  if (value >> 48n !== 0n) return damaged;
  return { kind: 'card', card: { kind, idEnd: value.toString(16).padStart(idEndLength, '0') } };
}
