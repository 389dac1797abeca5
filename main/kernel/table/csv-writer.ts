/**
 * Comma separated text by RFC 4180, as spreadsheets open it: lines end with CR LF, a cell that needs it is quoted.
 * A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV Injection"), whatever it holds: "-5" too.
 */

/** Tells a spreadsheet that the text is UTF-8. */
const byteOrderMark = '\ufeff';

// Besides = + - @ tab and CR the same signs in full width, which Japanese settings read alike, and LF, which some strip.
const startsFormula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const startsProtected = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Apostrophes in front of a formula are kept apart by one more, so that `unprotectCell` gives every text back. */
export const protectCell = (cell: string): string => (startsFormula.test(cell) || startsProtected.test(cell) ? `'${cell}` : cell);

/** What was there before `protectCell`. */
export const unprotectCell = (cell: string): string => (startsProtected.test(cell) ? cell.slice(1) : cell);

/** One line with its end. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

/** A whole file in UTF-8, the heading first. */
export function csvFile(heading: readonly string[], rows: Iterable<readonly string[]>): Uint8Array {
  const lines = [byteOrderMark, csvLine(heading)];
  for (const row of rows) lines.push(csvLine(row));
  return new TextEncoder().encode(lines.join(''));
}

function quoted(cell: string): string {
  const safe = protectCell(cell);
  return /[",\r\n;\t]|^ | $/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
