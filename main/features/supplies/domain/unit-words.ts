import { findUnitWord, type UnitWord } from './unit-vocabulary.ts';

/** One level of packing: a `code` holds `holds` of `of`. */
export interface UnitStep {
  readonly code: string;
  /** A whole number of at least 1. */
  readonly holds: number;
  /** The unit inside; null when the text names none. */
  readonly of: string | null;
}

/** What the unit column of a price file says. */
export type UnitReading =
  | {
      readonly kind: 'unit';
      /** The outermost unit, by which it is sold. */
      readonly code: string;
      /** Innermost units in one of them: 1 for each, 2 for a pair, 36 for "36 EA/CA". Null when the text does not say (a bare "CS"). */
      readonly units: number | null;
      /** The innermost unit; null when the text names none ("BX/100"). */
      readonly of: string | null;
      /** From the outermost inwards; empty for a bare word. */
      readonly steps: readonly UnitStep[];
    }
  /** Kept as it was, for a person to say what it is. */
  | { readonly kind: 'unknown'; readonly text: string };

const largestPack = 1_000_000;
const number = String.raw`(\d{1,3}(?:,\d{3})+|\d+)`;
const word = String.raw`([a-z]+\.?(?:\((?:s|es)\))?)`;

/** "36 EA/CA", "500 tab per bx", "10BX/CS", "100/BX", "36 each in a case". */
const insideFirst = new RegExp(`^${number}\\s*(?:${word}\\s*)?(?:/|per\\b|in an?\\b|x\\b)\\s*${word}$`, 'i');
/** "BX/100", "pk of 10", "Box of 100 each", "CS (12 rolls)", "BX100", "case 12 ct". */
const outsideFirst = new RegExp(
  `^${word}\\s*(?:/|of\\b|=|-|:|@|x\\b|w/|with\\b|holds\\b|\\()?\\s*${number}\\s*${word}?(?:\\s*/\\s*${word})?\\s*\\)?$`,
  'i',
);
/** "10x100/CS", "CS 10 x 100": a product is multiplied out first. */
const product = new RegExp(`${number}\\s*[x×*]\\s*${number}`, 'i');

/**
 * Reads a unit of measure in the ways price files write it: "Each ", "EA", "36 EA/CA", "500 tab/bx", "pair", "BX/100", "CS", "pk of 10",
 * and chains such as McKesson's "100/BX 10BX/CS". What it does not know stays marked `unknown`, with the text.
 */
export function readUnit(text: string): UnitReading {
  const unknown: UnitReading = { kind: 'unknown', text };
  const plain = multiply(
    text
      .replace(/\s+/g, ' ')
      .replace(/(\d)['’]?s\b/gi, '$1')
      .trim(),
  );
  if (plain === '') return unknown;
  const bare = findUnitWord(plain) ?? (/^1 ?\D/.test(plain) ? findUnitWord(plain.slice(1)) : undefined);
  if (bare) return { kind: 'unit', code: bare.code, units: bare.pieces, of: bare.pieces === null ? null : 'EA', steps: [] };
  const steps: UnitStep[] = [];
  for (const part of partsOf(plain)) {
    const step = readStep(part);
    if (!step) return unknown;
    steps.push(step);
  }
  return chain(steps) ?? unknown;
}

const whole = (digits: string): number => Number(digits.replace(/,/g, ''));

function multiply(text: string): string {
  const match = product.exec(text);
  if (!match) return text;
  return multiply(text.replace(match[0], String(whole(match[1] ?? '') * whole(match[2] ?? ''))));
}

/** "100/BX 10BX/CS", "100 EA/BX, 10 BX/CS" and "1 CS = 10 BX; 1 BX = 100 EA" hold one step each between their separators. */
function partsOf(text: string): string[] {
  const listed = text.split(/\s*(?:[;+]|,(?!\d{3}\b))\s*/).filter((part) => part !== '');
  return listed.flatMap((part) => part.split(/(?<=\/\s?[a-z]+)\s+(?=\d)/i)).map((part) => part.replace(/^1 ?(?=[a-z]+\.? ?=)/i, ''));
}

function readStep(text: string): UnitStep | undefined {
  const inside = insideFirst.exec(text);
  if (inside) return stepOf(inside[3], inside[1], inside[2]);
  const outside = outsideFirst.exec(text);
  if (!outside) return undefined;
  const [, outer = '', count, inner, repeated] = outside;
  // "BX 100 EA/BX" says the box twice.
  if (repeated !== undefined && findUnitWord(repeated)?.code !== findUnitWord(outer)?.code) return undefined;
  return stepOf(outer, count, inner);
}

function stepOf(outer: string | undefined, count: string | undefined, inner: string | undefined): UnitStep | undefined {
  const code = findUnitWord(outer ?? '')?.code;
  const of = inner === undefined ? null : innerCode(inner);
  const holds = whole(count ?? '');
  if (code === undefined || of === undefined || of === code || holds < 1 || holds > largestPack) return undefined;
  return { code, holds, of };
}

/** Inside a pack "ct" counts pieces: "100 ct/bx". */
const innerCode = (text: string): string | undefined => (/^ct\.?$/i.test(text) ? 'EA' : findUnitWord(text)?.code);

/** Puts the steps one into the other, outermost first, in whichever order they were written. */
function chain(steps: readonly UnitStep[]): UnitReading | undefined {
  const inner = new Set(steps.map((step) => step.of));
  const outermost = steps.filter((step) => !inner.has(step.code));
  const [first] = outermost;
  if (!first || outermost.length > 1) return undefined;
  const ordered = [first];
  for (let last = first; ordered.length < steps.length;) {
    const next = steps.find((step) => step.code === last.of);
    if (!next || ordered.includes(next)) return undefined;
    ordered.push((last = next));
  }
  const units = ordered.reduce((product, step) => product * step.holds, 1);
  if (units > largestPack) return undefined;
  return { kind: 'unit', code: first.code, units, of: ordered.at(-1)?.of ?? null, steps: ordered };
}

/** Whether two units of measure are the same, however they are written. */
export const isSameUnit = (a: string, b: string): boolean => {
  const [one, other]: (UnitWord | undefined)[] = [findUnitWord(a), findUnitWord(b)];
  return one && other ? one.code === other.code : a.trim().toLowerCase() === b.trim().toLowerCase();
};
