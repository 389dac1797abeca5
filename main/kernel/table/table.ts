/** A table as read from a file or a paste: cells are trimmed text, blank rows are left out, every row has the same width. */
export interface Table {
  readonly rows: readonly (readonly string[])[];
  /** The line each row stands on, 1-based, as a spreadsheet counts them; same length as `rows`. */
  readonly lines: readonly number[];
  /** The line of the first row. */
  readonly firstLine: number;
}

export const tableRefusalCodes = [
  'empty',
  'too_many_rows',
  'too_many_columns',
  'cell_too_long',
  'unclosed_quote',
  'too_large',
  'not_a_table',
  'old_spreadsheet',
  'password',
  'unreadable',
] as const;
export type TableRefusalCode = (typeof tableRefusalCodes)[number];

export interface TableRefusal {
  readonly ok: false;
  readonly code: TableRefusalCode;
  /** A plain sentence that says what to do. */
  readonly message: string;
}
export type TableResult = { readonly ok: true; readonly table: Table } | TableRefusal;

export const maximumRows = 20_000;
export const maximumColumns = 200;
export const maximumCellCharacters = 32_000;

export const refuseTable = (code: TableRefusalCode, message: string): TableRefusal => ({ ok: false, code, message });

/** The refusal of a table with more than `maximumRows` filled rows. */
export const refuseRows = (): TableRefusal =>
  refuseTable('too_many_rows', `This table has more than ${maximumRows.toLocaleString('en-US')} rows. Split it and import the parts.`);

/** The refusal of a cell with more than `maximumCellCharacters` characters; `column` is 1-based. */
export const refuseCell = (line: number, column: number): TableRefusal =>
  refuseTable(
    'cell_too_long',
    `Line ${line} has a cell of more than ${maximumCellCharacters.toLocaleString('en-US')} characters in column ${column}. Shorten it.`,
  );

/** The refusal of a line with more than `maximumColumns` columns. */
export const refuseColumns = (line: number): TableRefusal =>
  refuseTable('too_many_columns', `Line ${line} has more than ${maximumColumns} columns. Remove the columns that are not needed.`);

// Zero-width characters and byte order marks ride along with text copied from web pages; nobody sees them.
const cleanCell = (cell: string): string => (/[^ -~]/.test(cell) ? cell.replace(/\p{Cf}/gu, '').replace(/\p{Zs}/gu, ' ') : cell).trim();

/** Collects rows up to the limits; the one place that trims, drops blank rows and counts. */
export class TableBuilder {
  readonly #rows: string[][] = [];
  readonly #lines: number[] = [];
  #refusal: TableRefusal | undefined;

  /** Takes one row; answers false when reading should stop, because a limit is passed. */
  add(line: number, cells: readonly string[]): boolean {
    const row = cells.map(cleanCell);
    let width = row.length;
    while (width > 0 && row[width - 1] === '') width -= 1;
    if (width === 0) return true;
    row.length = width;
    this.#refusal = this.#check(line, row);
    if (this.#refusal) return false;
    this.#rows.push(row);
    this.#lines.push(line);
    return true;
  }

  result(): TableResult {
    if (this.#refusal) return this.#refusal;
    const [firstLine] = this.#lines;
    if (firstLine === undefined)
      return refuseTable('empty', 'There is nothing in this table. Choose another file, or paste the rows again.');
    const width = this.#rows.reduce((widest, row) => Math.max(widest, row.length), 0);
    for (const row of this.#rows) while (row.length < width) row.push('');
    return { ok: true, table: { rows: this.#rows, lines: this.#lines, firstLine } };
  }

  #check(line: number, row: readonly string[]): TableRefusal | undefined {
    if (this.#rows.length >= maximumRows) return refuseRows();
    if (row.length > maximumColumns) {
      return refuseColumns(line);
    }
    const long = row.findIndex((cell) => cell.length > maximumCellCharacters);
    return long < 0 ? undefined : refuseCell(line, long + 1);
  }
}
