import type { LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import { isElementString, readGs1Scan } from './gs1-scan.ts';
import { ndcInGtin, readGtin } from './gtin.ts';
import { readHibc } from './hibc.ts';
import { readIccbba } from './iccbba.ts';
import { readNdc } from './ndc.ts';
import {
  gtinIdentifiers,
  impossibleDate,
  noFields,
  wrongCheckDigit,
  type ScanFields,
  type ScannedIdentifier,
  type ScanWarning,
} from './scan-fields.ts';
import { plainScanText, symbologyOf } from './scan-text.ts';
import { readShelfCard, type ShelfCard } from './shelf-card.ts';

/** What a scanner typed. */
export interface ScannedCode extends ScanFields {
  readonly kind: 'gs1' | 'gtin' | 'hibc' | 'iccbba' | 'ndc' | 'shelfCard' | 'plain';
  /** Without symbology identifier and line ends, GS as U+001D. */
  readonly text: string;
  /** 14 digits, with the check digit that was scanned; null without one. */
  readonly gtin: string | null;
  /** What to look the item up by, the surest first. Empty for a shelf card. */
  readonly identifiers: readonly ScannedIdentifier[];
  /** The card, for `shelfCard`. */
  readonly card: ShelfCard | null;
  readonly warnings: readonly ScanWarning[];
}

/**
 * Reads what a scanner typed: a shelf card of ours, HIBC, ISBT 128, a GS1 element string (with symbology identifier, GS in its ways to
 * arrive, in parentheses, or as a Digital Link), a GTIN, an NDC; anything else is `plain` and can be learnt. Nothing is refused: what is
 * doubtful is told in `warnings`. `today` decides the century of two-digit years.
 */
export function readScan(typed: string, today: LocalDate): ScannedCode {
  const text = plainScanText(typed);
  const base = { ...noFields, text, gtin: null, identifiers: [], card: null, warnings: [] } satisfies Omit<ScannedCode, 'kind'>;
  const symbology = symbologyOf(typed);
  if (symbology !== 'gs1') {
    const own = readOwn(base) ?? readOther(base, today);
    if (own) return own;
    const gtin = readTradeItem(base, symbology === 'retail');
    if (gtin) return gtin;
  }
  const gs1 = symbology === 'gs1' || isElementString(text) ? readGs1Scan(text, today) : undefined;
  if (gs1) return { ...base, kind: 'gs1', ...gs1 };
  return readDrug(base) ?? { ...base, kind: 'plain', identifiers: text === '' ? [] : [{ scheme: 'other', value: text }] };
}

type Base = Omit<ScannedCode, 'kind'>;

function readOwn(base: Base): ScannedCode | undefined {
  const reading = readShelfCard(base.text);
  if (!reading) return undefined;
  if (reading.kind === 'card') return { ...base, kind: 'shelfCard', card: reading.card };
  return { ...base, kind: 'shelfCard', warnings: [{ code: 'scan.card_unreadable', message: reading.message }] };
}

function readOther(base: Base, today: LocalDate): ScannedCode | undefined {
  const blood = readIccbba(base.text);
  if (blood) {
    const { device, lot, serial, expiresOn, madeOn, donation } = blood;
    const identifiers: ScannedIdentifier[] = device === null ? [] : [{ scheme: 'iccbba', value: device }];
    return { ...base, kind: 'iccbba', lot: lot ?? donation, serial, expiresOn, madeOn, identifiers };
  }
  const hibc = readHibc(base.text, today);
  if (!hibc) return undefined;
  const { device, lot, serial, expiresOn, madeOn, count, productNumber } = hibc;
  const warnings: ScanWarning[] = hibc.impossibleDate ? [impossibleDate] : [];
  const wrong =
    'The last character of the code is wrong, so it may have been read badly. Scan it again; if it stays, compare it with the label.';
  if (!hibc.right) warnings.push({ code: 'scan.wrong_check_digit', message: wrong });
  const identifiers: ScannedIdentifier[] = device === null ? [] : [{ scheme: 'hibc', value: device }];
  return { ...base, kind: 'hibc', lot, serial, expiresOn, madeOn, count, partNumber: productNumber, identifiers, warnings };
}

/** Eight, 12, 13 or 14 digits. Eight that do not check may be anybody's number, unless the scanner says it was a retail code. */
function readTradeItem(base: Base, isRetail: boolean): ScannedCode | undefined {
  const digits = base.text.replace(/(?<=\d) (?=\d)/g, '');
  const reading = /^\d+$/.test(digits) ? readGtin(digits) : undefined;
  if (!reading || (digits.length === 8 && !reading.right && !isRetail)) return undefined;
  const { gtin, right, expected } = reading;
  const identifiers = gtinIdentifiers(gtin, ndcInGtin(gtin));
  if (right) return { ...base, kind: 'gtin', gtin, identifiers };
  const asScanned: ScannedIdentifier = { scheme: 'other', value: base.text };
  return { ...base, kind: 'gtin', gtin, identifiers: [...identifiers, asScanned], warnings: [wrongCheckDigit(base.text, expected)] };
}

/** An NDC with hyphens or of eleven digits. Ten bare digits are a number like any other, looked up as an NDC too. */
function readDrug(base: Base): ScannedCode | undefined {
  const reading = readNdc(base.text);
  if (!reading) return undefined;
  const other: ScannedIdentifier = { scheme: 'other', value: base.text };
  if (reading.kind === 'ndc') return { ...base, kind: 'ndc', identifiers: [{ scheme: 'ndc', value: reading.ndc.ndc11 }, other] };
  const drugs = reading.candidates.map((ndc): ScannedIdentifier => ({ scheme: 'ndc', value: ndc.ndc11 }));
  return { ...base, kind: 'plain', identifiers: [other, ...drugs], warnings: [{ code: 'scan.which_ndc', message: reading.message }] };
}
