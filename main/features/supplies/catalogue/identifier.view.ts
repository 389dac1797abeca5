import type { IdentifierScheme } from '../../../../preload/contract/supplies/choices.ts';

/** A code as it is compared: 14 digits of a GTIN, 11 of an NDC, else in capitals; or why it cannot be one. */
export type ReadIdentifier = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly message: string };

/** Reads what a person typed or a file holds as a code of that kind. */
export function readIdentifier(scheme: IdentifierScheme, typed: string): ReadIdentifier {
  const text = typed.trim();
  if (scheme === 'gtin') {
    const digits = text.replace(/[\s-]/g, '');
    if (!/^\d{8}$|^\d{12,14}$/.test(digits))
      return { ok: false, message: 'A GTIN has 8, 12, 13 or 14 digits. Type it as it stands under the bars.' };
    return { ok: true, value: digits.padStart(14, '0') };
  }
  if (scheme === 'ndc') return readNdc(text);
  if (scheme === 'cvx') {
    return /^\d{1,3}$/.test(text)
      ? { ok: true, value: text.padStart(2, '0') }
      : { ok: false, message: 'A CVX code has up to three digits, like 114.' };
  }
  return { ok: true, value: text.toUpperCase() };
}

/**
 * 10 digits of an NDC become 11 by filling the short segment with a zero: 4-4-2, 5-3-2 and 5-4-1 become 5-4-2 (FDA, 21 CFR 207.33; HIPAA's
 * 11 digits). Without hyphens 10 digits do not tell which segment is short.
 */
function readNdc(text: string): ReadIdentifier {
  const parts = text.split('-');
  const digits = text.replace(/\D/g, '');
  if (/[^\d\s-]/.test(text)) return { ok: false, message: 'An NDC has digits and hyphens only, like 49281-589-05.' };
  if (parts.length === 1 && digits.length === 11) return { ok: true, value: digits };
  if (parts.length === 1 && digits.length === 10)
    return { ok: false, message: 'Ten digits of an NDC can be read in three ways. Type it with its hyphens, like 49281-589-05.' };
  const lengths = parts.map((part) => part.trim().length).join('-');
  if (!['5-4-2', '4-4-2', '5-3-2', '5-4-1'].includes(lengths))
    return { ok: false, message: 'An NDC has ten digits with hyphens, or eleven, like 49281-0589-05.' };
  const [labeler = '', product = '', pack = ''] = parts.map((part) => part.trim());
  return { ok: true, value: labeler.padStart(5, '0') + product.padStart(4, '0') + pack.padStart(2, '0') };
}

/** As it is printed: an NDC in 5-4-2, a GTIN without the zeros in front of a shorter one. */
export function shownIdentifier(scheme: IdentifierScheme, value: string): string {
  if (scheme === 'ndc' && /^\d{11}$/.test(value)) return `${value.slice(0, 5)}-${value.slice(5, 9)}-${value.slice(9)}`;
  if (scheme === 'gtin') return value.replace(/^0{1,2}(?=\d{12}$)|^0(?=\d{13}$)/, '');
  return value;
}

/** A sentence when a GTIN's check digit is another one than its digits give; it is a warning (GS1 General Specifications 7.9). */
export function checkDigitFinding(scheme: string, value: string): string | undefined {
  if (scheme !== 'gtin' || !/^\d{14}$/.test(value)) return undefined;
  const digits = Array.from(value.slice(0, 13), Number);
  const sum = digits.reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 3 : 1), 0);
  const expected = (10 - (sum % 10)) % 10;
  const last = Number(value.at(-1));
  return expected === last
    ? undefined
    : `The last digit of ${shownIdentifier('gtin', value)} should be ${expected}, not ${last}. It may be mistyped; it is kept as it is.`;
}
