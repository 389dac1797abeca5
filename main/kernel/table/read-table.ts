import { decodeText } from './decode-text.ts';
import { readDelimited } from './delimited.ts';
import { refuseTable, type TableRefusal, type TableResult } from './table.ts';
import { isZip } from './zip-directory.ts';

/** A larger file is no staff list and no price list. */
const maximumFileBytes = 64 * 1024 * 1024;
const saveAs = 'Save it as XLSX or CSV in your spreadsheet program and import that.';

/** Reads a file as a table, going by what is in it and not by what it is called. `name` is only for the sentences. Never throws. */
export async function readTable(name: string, bytes: Uint8Array): Promise<TableResult> {
  if (bytes.length > maximumFileBytes)
    return refuseTable('too_large', `${called(name)} is larger than 64 MB. Split it and import the parts.`);
  if (isZip(bytes)) {
    // Loaded by the first spreadsheet: the library takes as long as all else that a start loads.
    const { readSpreadsheet } = await import('./spreadsheet.ts');
    return readSpreadsheet(bytes);
  }
  return refuseKind(name, bytes) ?? readText(name, decodeText(bytes));
}

function readText(name: string, text: string): TableResult {
  if (/^\s*<(?:!doctype|html|\?xml|table)/i.test(text.slice(0, 500))) {
    return refuseTable('not_a_table', `${called(name)} is a web page and not a spreadsheet, whatever its name says. ${saveAs}`);
  }
  return readDelimited(text);
}

function refuseKind(name: string, bytes: Uint8Array): TableRefusal | undefined {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    // An XLSX with a password is wrapped in the same old container, in a stream of this name (MS-OFFCRYPTO 2.3.4.4).
    if (Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
      return refuseTable('password', `${called(name)} is protected with a password. Save a copy without one and import that.`);
    }
    return refuseTable('old_spreadsheet', `${called(name)} is an old kind of spreadsheet (.xls). ${saveAs}`);
  }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    return refuseTable('not_a_table', `${called(name)} is a PDF. Import the spreadsheet it was made from.`);
  if (isBinary(bytes)) return refuseTable('not_a_table', `${called(name)} is not a table. Choose an XLSX or CSV file.`);
  return undefined;
}

const called = (name: string): string => (name.trim() === '' ? 'This file' : name.trim());
const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, index) => bytes[index] === byte);

/** Control characters that no text in any of the encodings holds. UTF-16 is left to the decoder. */
function isBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 4096);
  let controls = 0;
  for (let index = 0; index < length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte > 0 && byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 26) controls += 1;
  }
  return controls > length * 0.02;
}
