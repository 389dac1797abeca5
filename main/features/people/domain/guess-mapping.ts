import type { ColumnMapping, ImportColumn, ImportField } from '../../../../preload/contract/people/people.ts';
import type { Table } from '../../../kernel/table/table.ts';
import { fieldOfHeader } from './import-headers.ts';
import { isCredential, isTitle } from './name-words.ts';
import { isCommonFirstName } from './nicknames.ts';
import { readDate } from './read-date.ts';
import { readEmploymentClass, readFullTimeShare } from './read-values.ts';

/** What the practice knows, so that columns without a heading can be told by their cells. */
export interface GuessContext {
  readonly isPosition: (text: string) => boolean;
  readonly isLocation: (text: string) => boolean;
}

export interface GuessedMapping {
  readonly ok: true;
  readonly hasHeader: boolean;
  /** Index in `table.rows` of the first person. */
  readonly firstRow: number;
  readonly mapping: ColumnMapping;
  readonly columns: readonly ImportColumn[];
}
export type MappingResult = GuessedMapping | { readonly ok: false; readonly message: string; readonly columns: readonly ImportColumn[] };

/** Titles and dates stand above the headings of many lists. */
const headerSearchRows = 12;
const sampleRows = 200;

const noNames =
  'No column of names was found. Add a first line with the names of the columns, such as Name, Job, Phone, Hours per week, and import the list again.';

/**
 * Finds the line of headings and what each column holds: by the words of the headings, else by the cells. `told` are columns the person
 * chose; they win, and a list whose names could not be found is then no longer refused.
 */
export function guessMapping(table: Table, context: GuessContext, told: ColumnMapping = {}): MappingResult {
  const headerRow = findHeaderRow(table);
  const firstRow = headerRow === undefined ? 0 : headerRow + 1;
  const columns = describeColumns(table, headerRow, firstRow);
  const guessed = headerRow === undefined ? mapByCells(table, context) : mapByHeader(table.rows[headerRow] ?? []);
  const mapping = mergeMapping(guessed, told);
  const hasName = [mapping.name, mapping.givenName, mapping.familyName].some((column) => column !== undefined && column !== null);
  if (!hasName) return { ok: false, message: noNames, columns };
  return { ok: true, hasHeader: headerRow !== undefined, firstRow, mapping, columns };
}

/** A guess with what the person chose laid over it; a column they gave to one field is taken from the guess of another. */
export function mergeMapping(guessed: ColumnMapping, told: ColumnMapping): ColumnMapping {
  const chosen = new Set(Object.values(told).filter((column) => column !== null));
  const kept = Object.entries(guessed).filter(([, column]) => column === null || column === undefined || !chosen.has(column));
  return { ...Object.fromEntries(kept), ...told };
}

function findHeaderRow(table: Table): number | undefined {
  let best: number | undefined;
  let bestCount = 0;
  for (const [index, row] of table.rows.slice(0, headerSearchRows).entries()) {
    const filled = row.filter((cell) => cell !== '');
    const fields = new Set(row.map(fieldOfHeader).filter((field) => field !== undefined));
    const hasName = fields.has('name') || fields.has('familyName') || fields.has('givenName');
    // "Front desk" or "MA" in a list without headings must not pass for one, so a lone heading has to be a name.
    const enough = fields.size > 1 || (hasName && (filled.length === 1 || index === 0));
    if (enough && fields.size > bestCount) [best, bestCount] = [index, fields.size];
  }
  return best;
}

function mapByHeader(header: readonly string[]): ColumnMapping {
  const mapping: ColumnMapping = {};
  for (const [column, text] of header.entries()) {
    const field = fieldOfHeader(text);
    if (field !== undefined && mapping[field] === undefined) mapping[field] = column;
  }
  return splitSingleDays(mapping, header);
}

/** In a row of M T W T F the first T is Tuesday and the second Thursday. */
function splitSingleDays(mapping: ColumnMapping, header: readonly string[]): ColumnMapping {
  const lone = header.flatMap((text, column) => (/^t$/i.test(text.trim()) ? [column] : []));
  const [tuesday, thursday] = lone;
  if (mapping.mondayHours === undefined || tuesday === undefined) return mapping;
  return {
    ...mapping,
    tuesdayHours: mapping.tuesdayHours ?? tuesday,
    ...(thursday === undefined ? {} : { thursdayHours: mapping.thursdayHours ?? thursday }),
  };
}

function describeColumns(table: Table, headerRow: number | undefined, firstRow: number): ImportColumn[] {
  const width = table.rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_, index) => {
    const header = headerRow === undefined ? '' : (table.rows[headerRow]?.[index] ?? '');
    const samples: string[] = [];
    for (const row of table.rows.slice(firstRow, firstRow + sampleRows)) {
      const cell = row[index] ?? '';
      if (cell !== '' && !samples.includes(cell)) samples.push(cell.slice(0, 80));
      if (samples.length === 3) break;
    }
    return { index, header: header === '' ? `Column ${columnLetters(index)}` : header.slice(0, 80), samples };
  });
}

/** A, B ... Z, AA: as a spreadsheet names its columns. */
function columnLetters(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

type CellTest = readonly [ImportField, (cell: string) => boolean, number];

function mapByCells(table: Table, context: GuessContext): ColumnMapping {
  const rows = table.rows.slice(0, sampleRows);
  const cells = Array.from({ length: rows[0]?.length ?? 0 }, (_, column) =>
    rows.map((row) => row[column] ?? '').filter((cell) => cell !== ''),
  );
  const mapping: ColumnMapping = {};
  const tests: readonly CellTest[] = [
    [
      'phone',
      (cell) =>
        /^[+(]?\d[\d ().+-]{6,}\d(?: ?x\d+)?$/.test(cell) && /^\D*(?:\d\D*){7,11}$/.test(cell) && readDate(cell, 'mdy') === undefined,
      0.6,
    ],
    ['activeFrom', (cell) => readDate(cell, 'mdy') !== undefined, 0.6],
    ['payRate', (cell) => cell.startsWith('$') || /\d\s*(?:\/|per)\s*h/i.test(cell), 0.6],
    ['location', context.isLocation, 0.6],
    ['employmentClass', (cell) => readEmploymentClass(cell) !== undefined && !context.isPosition(cell), 0.6],
    ['position', (cell) => context.isPosition(cell) && !isTitledName(cell), 0.5],
    ['weeklyHours', (cell) => readFullTimeShare(cell) !== undefined || /^(?:[4-9]|[1-5]\d|60)(?:[.:]\d+)?(?: ?h\w*)?$/i.test(cell), 0.8],
    ['name', isWholeName, 0.6],
  ];
  const taken = new Set<number>();
  for (const [field, fits, share] of tests) {
    const column = cells.findIndex(
      (texts, index) => !taken.has(index) && texts.length > 0 && texts.filter(fits).length >= texts.length * share,
    );
    if (column < 0) continue;
    mapping[field] = column;
    taken.add(column);
  }
  return mapping.name === undefined ? { ...mapping, ...(splitNames(cells, taken) ?? singleNames(cells, taken)) } : mapping;
}

const nameWord = /^\p{L}[\p{L}'’.-]*$/u;

/** "Dr. Lee" and "Hana Kim, NP" hold the word of a job and are names all the same. */
const isTitledName = (cell: string): boolean => isTitle(cell.split(/\s+/)[0] ?? '') || /^\S+ .*,\s*\S+$/.test(cell);

/** "First Last", "Last, First", "Dr. Lee": two to five words of letters. */
function isWholeName(cell: string): boolean {
  const words = cell
    .replace(/["“”()]/g, ' ')
    .replace(/,/g, ' ')
    .trim()
    .split(/\s+/);
  return words.length > 1 && words.length < 6 && words.every((word) => nameWord.test(word));
}

const isLettersOnly = (cell: string): boolean => cell.split(/\s+/).every((word) => nameWord.test(word) && !isCredential(word));

/** Two neighbouring columns of single words: the one with more first names in common use is the given name. */
function splitNames(cells: readonly (readonly string[])[], taken: ReadonlySet<number>): ColumnMapping | undefined {
  const single = (column: number): boolean => {
    const texts = cells[column] ?? [];
    return !taken.has(column) && texts.length > 0 && texts.every(isLettersOnly) && new Set(texts).size * 2 >= texts.length;
  };
  const firstNames = (column: number): number =>
    (cells[column] ?? []).filter((cell) => isCommonFirstName(cell.split(/\s+/)[0]?.toLowerCase() ?? '')).length;
  for (let column = 0; column + 1 < cells.length; column += 1) {
    if (!single(column) || !single(column + 1)) continue;
    const [left, right] = [firstNames(column), firstNames(column + 1)];
    if (left + right === 0) continue;
    return left >= right ? { givenName: column, familyName: column + 1 } : { givenName: column + 1, familyName: column };
  }
  return undefined;
}

/** A list that calls people by one word only: distinct words in a column of their own, or beside columns that were understood. */
function singleNames(cells: readonly (readonly string[])[], taken: ReadonlySet<number>): ColumnMapping {
  if (cells.length > 1 && taken.size === 0) return {};
  const column = cells.findIndex(
    (texts, index) => !taken.has(index) && texts.length > 0 && texts.every(isLettersOnly) && new Set(texts).size === texts.length,
  );
  return column < 0 ? {} : { name: column };
}
