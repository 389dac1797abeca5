import type { LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import type { Table } from '../../../kernel/table/table.ts';
import { carriesHeaderOn, readSheetHeader, type DayColumn, type SheetHeader } from './sheet-header.ts';

/** What a name on a sheet means; the people's own matcher answers it. */
export interface SheetName<Name, Match> {
  readonly name: Name;
  readonly match: Match;
  /** The same for two lines of one person. */
  readonly key: string;
  readonly isKnown: boolean;
}

export interface SheetInput<Name, Match> {
  readonly table: Table;
  /** The days to fill, in order. */
  readonly weekDates: readonly LocalDate[];
  readonly readName: (text: string) => SheetName<Name, Match>;
  readonly isPosition: (text: string) => boolean;
}

export interface SheetCell {
  readonly on: LocalDate;
  /** As it stands on the sheet, its lines joined by ", ". */
  readonly text: string;
  /** The job it stands under, where that is not the row's. */
  readonly positionText?: string;
}

export interface SheetRow<Name, Match> {
  readonly line: number;
  /** As it stands on the sheet. */
  readonly name: string;
  readonly readName: Name;
  readonly match: Match;
  /** The job beside the name or above it, '' when the sheet has none. */
  readonly positionText: string;
  readonly cells: readonly SheetCell[];
}

export interface ReadSheet<Name, Match> {
  readonly rows: readonly SheetRow<Name, Match>[];
  /** The days the sheet has columns for; none for a list of names. */
  readonly days: readonly LocalDate[];
  /** Headings that say nothing to us; their columns are left out. */
  readonly unreadHeader: readonly string[];
  /** Lines left out: titles, totals, notes. */
  readonly skipped: readonly { readonly line: number; readonly text: string }[];
}

/**
 * Reads last week's sheet as it is: finds the days, the names and the jobs, and passes every cell on as text. Refuses nothing; a sheet without
 * days is a list of people.
 */
export function readSheet<Name, Match>(input: SheetInput<Name, Match>): ReadSheet<Name, Match> {
  return new SheetReader(input).read();
}

interface Layout {
  readonly nameColumns: readonly number[];
  readonly positionColumn: number | undefined;
  readonly days: readonly DayColumn[];
}

interface OpenRow<Name, Match> extends Omit<SheetRow<Name, Match>, 'cells'> {
  readonly cells: SheetCell[];
}

const counted = /^(?:grand )?(?:sub)?totals?\b|^(?:hours|hrs|count|coverage|staffing|headcount|sum|average|scheduled|needed|# )\b/i;
const remark = /^(?:notes?|legend|key|comments?|printed|updated|revised)\b|^page \d|^[*=]/i;
const titledName = /^(?:dr|mr|mrs|ms|miss)\b\.? ?\p{L}|,\s*(?:MD|DO|NP|PA|PA-C|FNP|RN|LPN|CMA|RMA|DNP|APRN)\b/iu;
const clockCell =
  /^(?!\d+-\d+-)\??\d{1,4}(?:[:.]\d{2})?\s*(?:[ap]\.?m?\.?)?\s*(?:-|–|to)\s*\d|^(?:off|pto|vac(?:ation)?|sick|x|closed|holiday)$/i;
const number = /^[\d.,:\s]+h?$/;

class SheetReader<Name, Match> {
  readonly #input: SheetInput<Name, Match>;
  readonly #rows: OpenRow<Name, Match>[] = [];
  readonly #byKey = new Map<string, OpenRow<Name, Match>>();
  readonly #skipped: { line: number; text: string }[] = [];
  readonly #unread = new Set<string>();
  readonly #days = new Set<LocalDate>();
  readonly #namesAreCapitals: boolean;
  #section = '';
  #last: OpenRow<Name, Match> | undefined;

  constructor(input: SheetInput<Name, Match>) {
    this.#input = input;
    const texts = input.table.rows.map((row) => row.find((text) => text !== '') ?? '').filter((text) => /\p{L}{3}/u.test(text));
    this.#namesAreCapitals = texts.filter((text) => text === text.toUpperCase()).length * 2 > texts.length;
  }

  read(): ReadSheet<Name, Match> {
    const { rows } = this.#input.table;
    const headers = rows.map((row, index) => readSheetHeader(row, rows[index + 1], this.#input.weekDates));
    const hasThisWeek = headers.some((header) => header?.isThisWeek);
    const hasHeader = headers.some((header) => header !== undefined);
    let layout: Layout | undefined = hasHeader ? undefined : this.#layoutWithoutHeader();
    for (const [index, row] of rows.entries()) {
      const header = headers[index];
      const above = headers[index - 1];
      if (header) {
        layout = header.hasDates && hasThisWeek && !header.isThisWeek ? undefined : this.#open(header, index);
      } else if (!layout || (above && carriesHeaderOn(row))) this.#skip(index);
      else this.#readRow(row, index, layout);
    }
    for (const day of layout?.days ?? []) this.#days.add(day.on);
    const days = this.#input.weekDates.filter((on) => this.#days.has(on));
    return { rows: this.#rows, days, unreadHeader: [...this.#unread], skipped: this.#skipped };
  }

  /** Starts a block of rows under a line of headings; a block may have its job in the corner. */
  #open(header: SheetHeader, index: number): Layout {
    for (const text of header.unread) this.#unread.add(text);
    for (const { on } of header.days) this.#days.add(on);
    if (header.corner !== '' && this.#input.isPosition(header.corner)) this.#section = header.corner;
    const taken = new Set(header.days.map(({ column }) => column));
    const first = Math.min(...taken);
    const free = this.#columns().filter((column) => !taken.has(column) && column !== header.positionColumn);
    const below = this.#input.table.rows.slice(index + 1);
    const nameColumn =
      header.nameColumns.length > 0
        ? header.nameColumns
        : this.#textColumn(
            free.filter((column) => column < first),
            below,
          );
    const others = free.filter((column) => !nameColumn.includes(column));
    return { days: header.days, nameColumns: nameColumn, positionColumn: header.positionColumn ?? this.#positionColumn(others, below) };
  }

  /** Names only, or names and five to seven columns of times, which are then the first days of the week in order. */
  #layoutWithoutHeader(): Layout {
    const { table, weekDates } = this.#input;
    const cellsOf = (column: number): string[] => table.rows.map((row) => row[column] ?? '').filter((text) => text !== '');
    const times = this.#columns().filter(
      (column) => cellsOf(column).filter((text) => clockCell.test(text)).length * 2 > cellsOf(column).length,
    );
    const first = times[0] ?? Number.POSITIVE_INFINITY;
    const free = this.#columns().filter((column) => column < first);
    const positionColumn = this.#positionColumn(free.slice(1), table.rows);
    const texts = free.filter((column) => column !== positionColumn);
    const isSplit =
      times.length === 0 &&
      texts.length === 2 &&
      table.rows.every((row) => texts.every((column) => /^\p{L}[\p{L}'’.-]*$/u.test(row[column] ?? '')));
    const days =
      times.length < 5
        ? []
        : times.slice(0, weekDates.length).map((column, index) => ({ column, on: weekDates[index] ?? '', part: 'whole' as const }));
    return { nameColumns: isSplit ? texts : this.#textColumn(texts, table.rows), positionColumn, days };
  }

  #columns(): number[] {
    return (this.#input.table.rows[0] ?? []).map((_text, column) => column);
  }

  /** The column with the most texts that are not the names of jobs. */
  #textColumn(columns: readonly number[], rows: readonly (readonly string[])[]): number[] {
    const texts = (column: number): number =>
      rows.filter((row) => /\p{L}{2}/u.test(row[column] ?? '') && !this.#isJob(row[column] ?? '')).length;
    const best = columns.toSorted((a, b) => texts(b) - texts(a) || a - b)[0];
    return [best ?? 0];
  }

  #positionColumn(columns: readonly number[], rows: readonly (readonly string[])[]): number | undefined {
    return columns.find((column) => {
      const filled = rows.map((row) => row[column] ?? '').filter((text) => text !== '');
      return filled.length > 0 && filled.filter((text) => this.#input.isPosition(text)).length * 5 >= filled.length * 3;
    });
  }

  #isJob(text: string): boolean {
    return !titledName.test(text) && this.#input.isPosition(text);
  }

  #readRow(row: readonly string[], index: number, layout: Layout): void {
    const name = layout.nameColumns
      .map((column) => row[column] ?? '')
      .filter((text) => text !== '')
      .join(', ');
    const cells = readCells(row, layout.days);
    const filled = row.filter((text) => text !== '');
    const alone = filled.length === 1 ? (filled[0] ?? '') : '';
    if (alone !== '' && this.#isSection(alone)) {
      this.#section = alone.replace(/:$/, '').trim();
      this.#last = undefined;
    } else if (name === '') this.#carryOn(row, index, cells);
    else if (counted.test(name) || remark.test(name) || name.length > 80) this.#skip(index);
    else this.#addPerson(name, index, layout.positionColumn === undefined ? '' : (row[layout.positionColumn] ?? ''), cells);
  }

  /** A line without a name continues the person above, unless it only counts. */
  #carryOn(row: readonly string[], index: number, cells: readonly SheetCell[]): void {
    const onlyNumbers = row.every((text) => text === '' || number.test(text));
    if (!this.#last || cells.length === 0 || onlyNumbers) this.#skip(index);
    else for (const cell of cells) addCell(this.#last.cells, cell);
  }

  #isSection(text: string): boolean {
    if (text.endsWith(':')) return true;
    if (titledName.test(text) || counted.test(text) || this.#input.readName(text).isKnown) return false;
    return (
      this.#input.isPosition(text) ||
      (!this.#namesAreCapitals && text.length > 3 && text === text.toUpperCase() && /^\p{L}[\p{L} /&-]+$/u.test(text))
    );
  }

  #addPerson(name: string, index: number, ownPosition: string, cells: readonly SheetCell[]): void {
    const { name: readName, match, key } = this.#input.readName(name);
    const positionText = ownPosition === '' ? this.#section : ownPosition;
    const known = this.#byKey.get(key);
    if (known) {
      const elsewhere = positionText !== '' && positionText !== known.positionText ? { positionText } : {};
      for (const cell of cells) addCell(known.cells, { ...cell, ...elsewhere });
    }
    this.#last = known ?? { line: this.#line(index), name, readName, match, positionText, cells: [...cells] };
    if (known) return;
    this.#byKey.set(key, this.#last);
    this.#rows.push(this.#last);
  }

  #skip(index: number): void {
    const text = (this.#input.table.rows[index] ?? []).filter((cell) => cell !== '').join(' ');
    this.#skipped.push({ line: this.#line(index), text: text.slice(0, 120) });
  }

  #line(index: number): number {
    return this.#input.table.lines[index] ?? index + 1;
  }
}

const oneLine = (text: string): string =>
  text
    .split(/\s*\n\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(', ')
    .replace(/,\s*,/g, ',');

function readCells(row: readonly string[], days: readonly DayColumn[]): SheetCell[] {
  const texts = new Map<LocalDate, string>();
  for (const { column, on, part } of days) {
    const text = oneLine(row[column] ?? '');
    const before = texts.get(on);
    if (text !== '') texts.set(on, before === undefined ? text : `${before}${part === 'out' ? '-' : ', '}${text}`);
  }
  return [...texts].map(([on, text]) => ({ on, text }));
}

/** Two lines of one person's day stand in one cell, each job apart. */
function addCell(cells: SheetCell[], cell: SheetCell): void {
  const index = cells.findIndex((one) => one.on === cell.on && one.positionText === cell.positionText);
  const before = cells[index];
  if (!before) cells.push(cell);
  else if (before.text !== cell.text) cells[index] = { ...before, text: `${before.text}, ${cell.text}` };
}
