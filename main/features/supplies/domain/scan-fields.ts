import type { IdentifierScheme } from '../../../../preload/contract/supplies/choices.ts';
import type { LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import { ndcCandidates } from './ndc.ts';

/** What a code can be looked up by, as `item_identifier` keeps it. */
export interface ScannedIdentifier {
  readonly scheme: IdentifierScheme;
  readonly value: string;
}

export type ScanWarningCode =
  | 'scan.wrong_check_digit'
  | 'scan.impossible_date'
  | 'scan.fields_run_together'
  | 'scan.rest_unread'
  | 'scan.several_values'
  | 'scan.which_ndc'
  | 'scan.card_unreadable';

export interface ScanWarning {
  readonly code: ScanWarningCode;
  /** A plain sentence that says what to look at. */
  readonly message: string;
}

/** What a label says beside what the thing is. Null where it says nothing. */
export interface ScanFields {
  readonly lot: string | null;
  /** The last day it may be used. */
  readonly expiresOn: LocalDate | null;
  readonly bestBeforeOn: LocalDate | null;
  readonly madeOn: LocalDate | null;
  readonly serial: string | null;
  /** Pieces inside, where the label counts them. */
  readonly count: number | null;
  /** GTIN of what a logistic unit holds so many of, 14 digits. */
  readonly contentGtin: string | null;
  /** The number of a shipping unit, 18 digits. */
  readonly sscc: string | null;
  /** The customer's order number. */
  readonly orderNumber: string | null;
  /** The customer's or the maker's own number for it. */
  readonly partNumber: string | null;
  /** Weights and sizes: "3103" is the net weight in kg. */
  readonly measures: readonly { readonly ai: string; readonly title: string; readonly value: number; readonly unit: string }[];
}

export const noFields: ScanFields = {
  lot: null,
  expiresOn: null,
  bestBeforeOn: null,
  madeOn: null,
  serial: null,
  count: null,
  contentGtin: null,
  sscc: null,
  orderNumber: null,
  partNumber: null,
  measures: [],
};

/** A GTIN, and the drug codes that may be inside it. */
export function gtinIdentifiers(gtin: string, ndc10: string | undefined): ScannedIdentifier[] {
  const drugs = ndc10 === undefined ? [] : ndcCandidates(ndc10).map((ndc): ScannedIdentifier => ({ scheme: 'ndc', value: ndc.ndc11 }));
  return [{ scheme: 'gtin', value: gtin }, ...drugs];
}

export const wrongCheckDigit = (digits: string, expected: number): ScanWarning => ({
  code: 'scan.wrong_check_digit',
  message: `The last digit of ${digits} should be ${expected}. If the label says so too, go on.`,
});

export const impossibleDate: ScanWarning = {
  code: 'scan.impossible_date',
  message: 'The code holds a date that does not exist. Type the date from the label.',
};
