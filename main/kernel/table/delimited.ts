import Papa from 'papaparse';
import {
  maximumCellCharacters,
  refuseCell,
  refuseColumns,
  refuseRows,
  refuseTable,
  TableBuilder,
  type TableRefusal,
  type TableResult,
} from './table.ts';

const delimiters = ['\t', ';', ',', '|'] as const;
const sampleLines = 30;
/** No spreadsheet has more (Excel's own limits), blank ones counted. */
const mostLines = 1_048_576;
const mostSeparators = 16_384;
/** Quoted, each quotation mark of a cell stands twice. */
const mostCellCharacters = 2 * maximumCellCharacters + 2;
/** How much is taken apart at once; a limit that is passed early leaves the rest alone. */
const charactersAtOnce = 1_000_000;
/** Occurs in no text: makes each line one cell. */
const noDelimiter = '\u001f';

/** Reads comma, semicolon, tab or bar separated text, quoted as spreadsheets quote. Stops at the first limit that is passed. */
export function readDelimited(text: string): TableResult {
  const plain = text
    .replace(/\0/g, '')
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
  // Excel's own first line that names the separator; a spreadsheet does not count it.
  const told = /^sep=(.)\n/i.exec(plain);
  const body = told ? plain.slice(told[0].length) : plain;
  const delimiter = told?.[1] ?? guessDelimiter(body);
  const refusal = refuseShape(body, delimiter);
  if (refusal) return refusal;
  const builder = new TableBuilder();
  let line = 0;
  let badQuote: number | undefined;
  Papa.parse<string[]>(body, {
    delimiter,
    newline: '\n',
    chunkSize: charactersAtOnce,
    step: ({ data, errors }, parser) => {
      line += 1;
      if (errors.some((error) => error.type === 'Quotes')) badQuote = line;
      if (badQuote !== undefined || !builder.add(line, data)) parser.abort();
    },
  });
  if (badQuote !== undefined) {
    return refuseTable(
      'unclosed_quote',
      `Line ${badQuote} has a quotation mark that is not closed. Close it or remove it, then import the table again.`,
    );
  }
  return builder.result();
}

/** Counts lines, separators and what is between them before anything is made of it: sixteen million cells in a line would each be a string. */
function refuseShape(text: string, delimiter: string): TableRefusal | undefined {
  let line = 1;
  let separators = 0;
  let cellFrom = 0;
  for (let at = 0; at < text.length; at += 1) {
    const isEnd = text[at] === '\n';
    if (!isEnd && text[at] !== delimiter) continue;
    if (at - cellFrom > mostCellCharacters) return refuseCell(line, separators + 1);
    cellFrom = at + 1;
    separators = isEnd ? 0 : separators + 1;
    if (isEnd) line += 1;
    if (line > mostLines) return refuseRows();
    if (separators > mostSeparators) return refuseColumns(line);
  }
  return text.length - cellFrom > mostCellCharacters ? refuseCell(line, separators + 1) : undefined;
}

/** The separator most lines agree on. Tabs win when there are any, for nobody types one inside a cell. */
export function guessDelimiter(text: string): string {
  const lines = sample(text);
  let best: string = noDelimiter;
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const counts = lines.map((line) => countOutsideQuotes(line, delimiter));
    const filled = counts.filter((count) => count > 0);
    if (filled.length === 0) continue;
    if (delimiter === '\t' && filled.length * 2 >= lines.length) return delimiter;
    if (isPartOfNames(lines, counts, delimiter)) continue;
    const score = agreement(filled) * 1000 + mostFrequent(filled);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** One heading alone, then "Smith, Robert" line after line: the comma belongs to the names. */
const isPartOfNames = (lines: readonly string[], counts: readonly number[], delimiter: string): boolean =>
  delimiter === ',' &&
  counts[0] === 0 &&
  lines.length > 1 &&
  lines.every((line, index) => counts[index] === 0 || (counts[index] === 1 && /^[^,"]+, \D+$/.test(line)));

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

function agreement(counts: readonly number[]): number {
  const usual = mostFrequent(counts);
  return counts.filter((count) => count === usual).length;
}

/** The first filled lines; a line break inside quotes does not end a line. */
function sample(text: string): string[] {
  const lines: string[] = [];
  let open = '';
  for (const part of text.slice(0, 100_000).split('\n', sampleLines * 4)) {
    const line = open === '' ? part : `${open} ${part}`;
    const quotes = line.split('"').length - 1;
    if (quotes % 2 === 1 && line.length < 2000) {
      open = line;
      continue;
    }
    open = '';
    if (line.trim() !== '') lines.push(line);
    if (lines.length === sampleLines) break;
  }
  if (open !== '') lines.push(open);
  return lines;
}

const countOutsideQuotes = (line: string, delimiter: string): number =>
  (line.includes('"') ? line.replace(/"[^"]*"/g, '') : line).split(delimiter).length - 1;
