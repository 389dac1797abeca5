/** How a GTIN was written. UPC-E is a GTIN-12 with its zeros left out. */
export type GtinForm = 'GTIN-8' | 'UPC-E' | 'GTIN-12' | 'GTIN-13' | 'GTIN-14';

export interface GtinReading {
  /** 14 digits, as identifiers are kept and compared. Its check digit is the one that was written. */
  readonly gtin: string;
  readonly form: GtinForm;
  /** The check digit that was written is the right one. Real labels have wrong ones, so this is told and not refused. */
  readonly right: boolean;
  /** What the check digit should be, 0 to 9. */
  readonly expected: number;
}

/** The check digit for the digits before it (GS1 General Specifications 7.9: weights 3 and 1 from the right, modulo 10). */
export function gs1CheckDigit(digits: string): number {
  let sum = 0;
  for (let at = digits.length - 1, weight = 3; at >= 0; at -= 1, weight = 4 - weight) sum += Number(digits[at]) * weight;
  return (10 - (sum % 10)) % 10;
}

/** Whether the last digit of a GTIN, SSCC or GLN is the right one. False for anything but digits. */
export const hasRightCheckDigit = (code: string): boolean =>
  /^\d{2,}$/.test(code) && gs1CheckDigit(code.slice(0, -1)) === Number(code.at(-1));

const forms: Readonly<Record<number, GtinForm>> = { 8: 'GTIN-8', 12: 'GTIN-12', 13: 'GTIN-13', 14: 'GTIN-14' };

/** Reads 8, 12, 13 or 14 digits, blanks and hyphens between them left out. Undefined for anything else. */
export function readGtin(text: string): GtinReading | undefined {
  const digits = text.trim().replace(/(?<=\d)[ -](?=\d)/g, '');
  const form = forms[digits.length];
  if (form === undefined || !/^\d+$/.test(digits)) return undefined;
  if (form === 'GTIN-8' && !hasRightCheckDigit(digits)) {
    const expanded = expandUpcE(digits);
    if (expanded !== undefined && hasRightCheckDigit(expanded)) return readingOf(expanded, 'UPC-E');
  }
  return readingOf(digits, form);
}

function readingOf(digits: string, form: GtinForm): GtinReading {
  const expected = gs1CheckDigit(digits.slice(0, -1));
  return { gtin: digits.padStart(14, '0'), form, right: expected === Number(digits.at(-1)), expected };
}

/** The 12 digits of a UPC-E code of 8 (GS1 General Specifications 5.2.2.4.2). Undefined when it does not begin with 0 or 1. */
export function expandUpcE(digits: string): string | undefined {
  const match = /^([01])(\d)(\d)(\d)(\d)(\d)(\d)(\d)$/.exec(digits);
  if (!match) return undefined;
  const [, system = '', a = '', b = '', c = '', d = '', e = '', last = '', check = ''] = match;
  if ('012'.includes(last)) return `${system}${a}${b}${last}0000${c}${d}${e}${check}`;
  if (last === '3') return `${system}${a}${b}${c}00000${d}${e}${check}`;
  if (last === '4') return `${system}${a}${b}${c}${d}00000${e}${check}`;
  return `${system}${a}${b}${c}${d}${e}0000${last}${check}`;
}

/** The ten digits of the US drug code inside a GTIN of 14 digits: those after the prefix 03. Undefined when there is none. */
export const ndcInGtin = (gtin: string): string | undefined => (/^\d03\d{11}$/.test(gtin) ? gtin.slice(3, 13) : undefined);
