import type { IdentifierScheme } from '../../../../preload/contract/supplies/choices.ts';
import { readGtin } from '../domain/gtin.ts';
import { readNdc } from '../domain/ndc.ts';

/** A code as it is compared: 14 digits of a GTIN, 11 of an NDC, else in capitals; or why it cannot be one. */
export type ReadIdentifier = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly message: string };

/** Reads what a person typed or a file holds as a code of that kind. */
export function readIdentifier(scheme: IdentifierScheme, typed: string): ReadIdentifier {
  const text = typed.trim();
  if (scheme === 'gtin') {
    const read = readGtin(text);
    return read
      ? { ok: true, value: read.gtin }
      : { ok: false, message: 'A GTIN has 8, 12, 13 or 14 digits. Type it as it stands under the bars.' };
  }
  if (scheme === 'ndc') {
    const read = readNdc(text);
    if (read?.kind === 'ndc') return { ok: true, value: read.ndc.ndc11 };
    return { ok: false, message: read?.message ?? 'An NDC has ten digits with hyphens, or eleven, like 49281-0589-05.' };
  }
  if (scheme === 'cvx') {
    return /^\d{1,3}$/.test(text)
      ? { ok: true, value: text.padStart(2, '0') }
      : { ok: false, message: 'A CVX code has up to three digits, like 114.' };
  }
  return { ok: true, value: text.toUpperCase() };
}

/** As it is printed: an NDC in 5-4-2, a GTIN without the zeros in front of a shorter one. */
export function shownIdentifier(scheme: IdentifierScheme, value: string): string {
  if (scheme === 'ndc' && /^\d{11}$/.test(value)) return `${value.slice(0, 5)}-${value.slice(5, 9)}-${value.slice(9)}`;
  if (scheme === 'gtin') return value.replace(/^0{1,2}(?=\d{12}$)|^0(?=\d{13}$)/, '');
  return value;
}

/** A sentence when a GTIN's check digit is another one than its digits give; it is a warning. */
export function checkDigitFinding(scheme: string, value: string): string | undefined {
  const read = scheme === 'gtin' ? readGtin(value) : undefined;
  if (!read || read.right) return undefined;
  return `The last digit of ${shownIdentifier('gtin', value)} should be ${read.expected}, not ${value.at(-1)}. It may be mistyped; it is kept as it is.`;
}
