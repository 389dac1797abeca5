/** A block of texts, line by line; all lines have the same length. */
export type TextBlock = readonly (readonly string[])[];

const needsQuotes = /[\t\n\r"]/;
const quoted = (text: string): string => (needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The block as spreadsheets exchange it: tabs between cells, a line end after each line but the last. */
export const writeBlock = (block: TextBlock): string => block.map((line) => line.map(quoted).join('\t')).join('\n');

/**
 * Reads what a spreadsheet put on the clipboard. Cells in quotes may hold tabs and line ends (these become blanks);
 * the line end Excel adds at the very end is dropped; short lines are filled up with empty cells.
 */
export function readBlock(text: string): TextBlock {
  const lines: string[][] = [];
  let line: string[] = [];
  let cell = '';
  let inQuotes = false;
  const endCell = (): void => {
    line.push(cell.replaceAll(/\s+/g, ' ').trim());
    cell = '';
  };
  const endLine = (): void => {
    endCell();
    lines.push(line);
    line = [];
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (inQuotes) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else inQuotes = false;
    } else if (sign === '"' && cell === '' && closes(text, at)) inQuotes = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n') endLine();
    else if (sign === '\r') {
      if (text[at + 1] !== '\n') endLine();
    } else cell += sign;
  }
  if (cell !== '' || line.length > 0 || lines.length === 0) endLine();
  const width = Math.max(...lines.map((one) => one.length));
  return lines.map((one) => [...one, ...Array.from({ length: width - one.length }, () => '')]);
}

/** Whether a quote that opens at `at` is closed by one that ends its cell; a lone quote is just a sign. */
function closes(text: string, at: number): boolean {
  for (let next = at + 1; next < text.length; next++) {
    if (text[next] !== '"') continue;
    if (text[next + 1] === '"') next++;
    else return next + 1 === text.length || /[\t\n\r]/.test(text[next + 1] ?? '');
  }
  return false;
}
