/** A pasted or typed sheet as rows of cells. */
export type StaffTable = readonly (readonly string[])[];

/** Tab where there is one, as Excel copies; else what splits the first lines the most. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 4000);
  if (head.includes('\t')) return '\t';
  const count = (sign: string) => head.split(sign).length;
  return count(';') > count(',') ? ';' : ',';
}

/** Reads pasted text as cells: tabs, commas or semicolons, quoted cells with line ends inside. Blank lines at the end are dropped. */
export function readStaffTable(text: string): StaffTable {
  const delimiter = delimiterOf(text);
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    rows.at(-1)?.push(oneLine(cell));
    cell = '';
  };
  const signs = text.replaceAll(/\r\n?/g, '\n').replace(/^\uFEFF/, '');
  for (let at = 0; at < signs.length; at += 1) {
    const sign = signs[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (signs[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '' && closesLater(signs, at, delimiter)) quoted = true;
    else if (sign === delimiter) endCell();
    else if (sign === '\n') {
      endCell();
      rows.push([]);
    } else cell += sign;
  }
  endCell();
  return even(rows);
}

/** Whether a quote that opens a cell is closed before a delimiter or line end; a stray one is text. */
function closesLater(text: string, open: number, delimiter: string): boolean {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    const next = text[at + 1];
    if (next === '"') at += 1;
    else return next === undefined || next === delimiter || next === '\n';
  }
  return false;
}

/** Line ends inside a cell become ", ", as a day of two shifts is written. */
function oneLine(text: string): string {
  return text
    .split('\n')
    .map((part) => part.trim())
    .filter(Boolean)
    .join(', ');
}

/** All rows as long as the longest, without blank rows and columns at the end. */
function even(rows: readonly (readonly string[])[]): StaffTable {
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== ''));
  const kept = rows.slice(0, last + 1);
  const width = Math.max(0, ...kept.map((row) => row.findLastIndex((cell) => cell !== '') + 1));
  return kept.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''));
}

/** The table as the text set-up takes: tabs between cells. Empty when nothing is in it but headings for typing. */
export function staffText(table: StaffTable): string {
  return table.map((row) => row.map((cell) => cell.replaceAll(/[\t\n]/g, ' ')).join('\t')).join('\n');
}

/** The table with one cell changed; it grows to reach it. */
export function setCell(table: StaffTable, row: number, column: number, text: string): StaffTable {
  return putBlock(table, row, column, [[text]]);
}

/** The table with a block of cells put in, its first cell at `row`, `column`; it grows to hold it. */
export function putBlock(table: StaffTable, row: number, column: number, block: StaffTable): StaffTable {
  const width = Math.max(table[0]?.length ?? 0, column + Math.max(0, ...block.map((cells) => cells.length)));
  const height = Math.max(table.length, row + block.length);
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => block[y - row]?.[x - column] ?? table[y]?.[x] ?? ''),
  );
}

/** What one begins with when typing: headings, and a line for the first person. */
export const typingTable: StaffTable = [
  ['Name', 'Job', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
  ['', '', '', '', '', '', ''],
];

/** The likely meaning of a cell that was not read: its hours without the rest ("8-4ish" is "8-4"); null when there are none. */
export function likelyHours(text: string): string | null {
  const time = String.raw`(?:\d{1,2}:\d{2}|\d{3,4}|\d{1,2})\s*(?:[ap]m?)?`;
  const match = new RegExp(String.raw`^[^\d]{0,12}(${time}\s*(?:-|–|—|to)\s*${time})`, 'i').exec(text.trim());
  const hours = match?.[1]?.trim().replace(/\s*(?:–|—|to)\s*/i, '-');
  return hours === undefined || hours === text.trim() ? null : hours;
}
