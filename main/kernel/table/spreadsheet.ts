import ExcelJS from 'exceljs';
import { cellText } from './cell-text.ts';
import { maximumColumns, maximumRows, refuseRows, refuseTable, TableBuilder, type TableRefusal, type TableResult } from './table.ts';
import { readZipDirectory, unpackEntry, type ZipEntry } from './zip-directory.ts';

/** Unpacked, all together. 20,000 rows of ten columns are about 12 MB. */
const maximumUnpackedBytes = 48 * 1024 * 1024;
const maximumEntries = 2000;

// Not needed for the cells' text, and able to take minutes when they span whole columns.
const ignoredParts = [
  'dataValidations',
  'conditionalFormatting',
  'extLst',
  'autoFilter',
  'drawing',
  'picture',
  'tableParts',
  'pageSetup',
  'headerFooter',
];

const saveAs = 'Save it as XLSX or CSV in your spreadsheet program and import that.';
const tooLarge = (): TableRefusal =>
  refuseTable(
    'too_large',
    'This spreadsheet is too large. Delete the sheets, pictures and rows that are not needed, or save the sheet as CSV.',
  );

/** Reads the first filled sheet of an XLSX file. Checks sizes and rows before anything is taken apart; never throws. */
export async function readSpreadsheet(bytes: Uint8Array): Promise<TableResult> {
  const refusal = checkArchive(bytes);
  if (refusal) return refusal;
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(new Uint8Array(bytes).buffer, { ignoreNodes: ignoredParts });
  } catch {
    return refuseTable('unreadable', `This spreadsheet cannot be read; it may be damaged. Open it in your spreadsheet program. ${saveAs}`);
  }
  const shown = workbook.worksheets.filter((sheet) => sheet.state === 'visible');
  let result: TableResult = new TableBuilder().result();
  for (const sheet of [...shown, ...workbook.worksheets.filter((sheet) => sheet.state !== 'visible')]) {
    result = readSheetRows(sheet);
    if (result.ok || result.code !== 'empty') return result;
  }
  return result;
}

function readSheetRows(sheet: ExcelJS.Worksheet): TableResult {
  const builder = new TableBuilder();
  // exceljs cannot leave its loop early; the rows were counted before, so there are few enough.
  let reading = true;
  sheet.eachRow((row, line) => {
    if (reading) reading = builder.add(line, rowTexts(row));
  });
  return builder.result();
}

function rowTexts(row: ExcelJS.Row): string[] {
  const texts: string[] = [];
  row.eachCell((cell, column) => {
    // The cells under a merged one repeat its value; a person sees it once. One column past the limit is enough to refuse.
    if ((cell.isMerged && cell.master.address !== cell.address) || column > maximumColumns + 1) return;
    while (texts.length < column - 1) texts.push('');
    texts[column - 1] = cellText(cell.value, cell.numFmt);
  });
  return texts;
}

function checkArchive(bytes: Uint8Array): TableRefusal | undefined {
  const entries = readZipDirectory(bytes);
  if (!entries)
    return refuseTable('unreadable', `This file is cut off or damaged. Copy it again, or open it in your spreadsheet program. ${saveAs}`);
  if (!entries.some((entry) => entry.name === 'xl/workbook.xml')) {
    return refuseTable('not_a_table', `This file is not a spreadsheet that can be read here. ${saveAs}`);
  }
  const claimed = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (entries.length > maximumEntries || claimed > maximumUnpackedBytes)
    return countsTooManyRows(bytes, entries) ? refuseRows() : tooLarge();
  return checkContents(bytes, entries);
}

/** The directory may lie about sizes, so everything is unpacked once within the limit. */
function checkContents(bytes: Uint8Array, entries: readonly ZipEntry[]): TableRefusal | undefined {
  let left = maximumUnpackedBytes;
  for (const entry of entries) {
    const unpacked = unpackEntry(bytes, entry, Math.min(left, entry.size));
    if (!unpacked) return tooLarge();
    left -= unpacked.length;
    if (isSheet(entry) && filledRows(unpacked) > maximumRows && isFirstSheet(entry, entries)) return refuseRows();
  }
  return undefined;
}

function countsTooManyRows(bytes: Uint8Array, entries: readonly ZipEntry[]): boolean {
  const sheet = entries.find((entry) => isSheet(entry) && isFirstSheet(entry, entries));
  const unpacked = sheet && sheet.size <= maximumUnpackedBytes * 4 ? unpackEntry(bytes, sheet, sheet.size) : undefined;
  return unpacked !== undefined && filledRows(unpacked) > maximumRows;
}

const isSheet = (entry: ZipEntry): boolean => /^xl\/worksheets\/[^/]+\.xml$/.test(entry.name);
const isFirstSheet = (entry: ZipEntry, entries: readonly ZipEntry[]): boolean =>
  entry.name.endsWith('/sheet1.xml') || entries.filter(isSheet).length === 1;

/** Counts rows that hold a value, in the sheet's XML as it stands; rows that are only coloured do not count. */
function filledRows(xml: Uint8Array): number {
  const text = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength);
  let count = 0;
  let row = text.indexOf('<row');
  let value = -1;
  while (row >= 0 && count <= maximumRows) {
    const next = text.indexOf('<row', row + 4);
    if (value < row) value = firstValue(text, row);
    if (value < 0) break;
    if (next < 0 || value < next) count += 1;
    row = next;
  }
  return count;
}

function firstValue(text: Buffer, from: number): number {
  const value = text.indexOf('<v', from);
  if (value >= 0) return value;
  return text.indexOf('<is>', from);
}
