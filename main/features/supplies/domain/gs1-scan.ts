import type { LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import { readElementString, type Gs1Element } from '../../../kernel/gs1/element-string.ts';
import { linkElements } from './digital-link.ts';
import { hasRightCheckDigit, gs1CheckDigit, ndcInGtin, readGtin } from './gtin.ts';
import { readNdc } from './ndc.ts';
import {
  gtinIdentifiers,
  impossibleDate,
  wrongCheckDigit,
  type ScanFields,
  type ScannedIdentifier,
  type ScanWarning,
} from './scan-fields.ts';
import { readGs1Date } from './scan-dates.ts';
import { groupSeparator } from './scan-text.ts';

/** What a GS1 code says. */
export interface Gs1Scan extends ScanFields {
  readonly gtin: string | null;
  readonly identifiers: readonly ScannedIdentifier[];
  readonly warnings: readonly ScanWarning[];
}

/** Whether a text without symbology identifier is a GS1 code: nothing else begins so. */
export function isElementString(text: string): boolean {
  if (linkElements(text) !== undefined || /^\(\d{2,4}\)\S/.test(text)) return true;
  if (/^00\d{18}$/.test(text)) return hasRightCheckDigit(text.slice(2));
  if (/^0[12]\d{14}/.test(text)) return text.length > 16 || hasRightCheckDigit(text.slice(2));
  if (text.includes(groupSeparator)) return readElementString(text) !== undefined;
  // A second code under the first holds dates and lot alone; a date by itself would be anybody's eight digits.
  return /^1[1567]\d{6}(?:10|21|30|37|1[1567])[!-z]/.test(text) && readGs1Date(text.slice(2, 8), '2000-01-01') !== undefined;
}

/** Reads a GS1 element string or Digital Link. Undefined when nothing of it can be read. */
export function readGs1Scan(text: string, today: LocalDate): Gs1Scan | undefined {
  const linked = linkElements(text);
  const whole = linked ?? readElementString(text);
  const elements = whole ?? beginning(text);
  if (!elements || elements.length === 0) return undefined;
  const warnings: ScanWarning[] = [];
  if (!whole)
    warnings.push({ code: 'scan.rest_unread', message: 'Only the beginning of the code could be read. Type lot and date from the label.' });
  const first = (...ais: readonly string[]): string | null =>
    ais.map((ai) => valueOf(elements, ai)).find((value) => value !== null) ?? null;
  const date = (...ais: readonly string[]): LocalDate | null => {
    const digits = first(...ais);
    // 7003 has hour and minute behind the day.
    const on = digits === null ? undefined : readGs1Date(digits.slice(0, 6), today);
    if (digits !== null && on === undefined && !warnings.includes(impossibleDate)) warnings.push(impossibleDate);
    return on ?? null;
  };
  const gtin = first('01', '03');
  const sscc = first('00');
  for (const number of [gtin, first('02'), sscc]) {
    if (number !== null && !hasRightCheckDigit(number)) warnings.push(wrongCheckDigit(number, gs1CheckDigit(number.slice(0, -1))));
  }
  for (const ai of ['01', '10', '17', '21']) {
    const values = new Set(elements.filter((element) => element.ai === ai).map((element) => element.text));
    if (values.size > 1)
      warnings.push({
        code: 'scan.several_values',
        message: `The code says several things at once: ${[...values].join(' and ')}. Scan one label at a time.`,
      });
  }
  if (linked === undefined && !/^\(\d/.test(text)) warnings.push(...runTogether(text, elements));
  const count = first('30', '37');
  return {
    gtin,
    identifiers: identifiersOf(gtin, first('715')),
    lot: first('10'),
    expiresOn: date('17', '7003'),
    bestBeforeOn: date('15'),
    madeOn: date('11', '13'),
    serial: first('21'),
    count: count !== null && /^\d{1,8}$/.test(count) ? Number(count) : null,
    contentGtin: first('02'),
    sscc,
    orderNumber: first('400'),
    partNumber: first('241', '240'),
    measures: elements.flatMap(({ ai, title, measure }) => (measure ? [{ ai, title, ...measure }] : [])),
    warnings,
  };
}

const valueOf = (elements: readonly Gs1Element[], ai: string): string | null => {
  const text = elements.find((element) => element.ai === ai)?.text;
  return text === undefined || text === '' ? null : text;
};

/** An NDC that is written out counts before what the GTIN may hold. */
function identifiersOf(gtin: string | null, national: string | null): ScannedIdentifier[] {
  const told = national === null ? undefined : readNdc(national);
  const codes = told?.kind === 'ndc' ? [told.ndc] : (told?.candidates ?? []);
  const known = codes.map((ndc): ScannedIdentifier => ({ scheme: 'ndc', value: ndc.ndc11 }));
  if (gtin === null) return known;
  return known.length > 0 ? [...gtinIdentifiers(gtin, undefined), ...known] : gtinIdentifiers(gtin, ndcInGtin(gtin));
}

/** What can be read of a damaged code: the GTIN at its beginning. */
function beginning(text: string): Gs1Element[] | undefined {
  const digits = /^\(?01\)?(\d{14})/.exec(text)?.[1];
  return digits === undefined || !readGtin(digits) ? undefined : [{ ai: '01', title: 'GTIN', text: digits, measure: null }];
}

/** Longest data of the identifiers that end with a separator (GS1 General Specifications 3.2). */
const longest: Readonly<Record<string, number>> = { '10': 20, '21': 20, '30': 8, '37': 8, '240': 30, '241': 30, '400': 30 };

/** A scanner that leaves the separator out runs the next field into the last one: "test21532" is lot "test" and serial 532. */
function runTogether(text: string, elements: readonly Gs1Element[]): ScanWarning[] {
  return elements.flatMap(({ ai, text: value }): ScanWarning[] => {
    const most = longest[ai];
    if (most === undefined || (value.length <= most && (text.includes(groupSeparator) || !holdsAnother(value)))) return [];
    const message = `“${value}” may be two fields in one: the scanner may leave out the separator (GS). Compare it with the label.`;
    return [{ code: 'scan.fields_run_together', message }];
  });
}

function holdsAnother(value: string): boolean {
  if (/^.{3,}21.{3,}$/.test(value)) return true;
  const date = /^.{2,}1[157](\d{6})(?:$|10|21)/.exec(value)?.[1];
  return date !== undefined && readGs1Date(date, '2000-01-01') !== undefined;
}
