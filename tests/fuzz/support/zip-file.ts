import { constants, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly content: Buffer;
  /** What the directory says its size is; a hostile one lies. */
  readonly claimed?: number;
  /** Whether the content is kept as it is, or is packed already; it is packed otherwise. */
  readonly as?: 'stored' | 'packed';
}

/** Blanks as a part of this size, without making them all: a packed stream that says the same megabyte again and again (RFC 1951, 3.2). */
export function blanks(length: number): Omit<ZipPart, 'name'> {
  const block = Buffer.alloc(1024 * 1024, ' ');
  const packed = deflateRawSync(block, { finishFlush: constants.Z_FULL_FLUSH });
  const last = Buffer.from([3, 0]);
  return { content: Buffer.concat([...Array.from({ length: length / block.length }, () => packed), last]), claimed: length, as: 'packed' };
}

/** A zip archive as it is wanted, lies included (APPNOTE.TXT 4.3). */
export function zipFile(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimed = content.length, as } of parts) {
    const packed = as ? content : deflateRawSync(content, { level: 9 });
    const method = as === 'stored' ? 0 : 8;
    const title = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(method, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claimed, 22);
    local.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claimed, 24);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(offset, 42);
    files.push(local, title, packed);
    directory.push(entry, title);
    offset += local.length + title.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length & 0xffff, 8);
  end.writeUInt16LE(parts.length & 0xffff, 10);
  end.writeUInt32LE(
    directory.reduce((sum, part) => sum + part.length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const sheets = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const head = '<?xml version="1.0" encoding="UTF-8"?>';

const part = (name: string, xml: string): ZipPart => ({ name, content: Buffer.from(xml) });

/** The parts of an XLSX file with one sheet, whose XML is given; more parts may follow. */
export function workbookParts(sheet: string | Omit<ZipPart, 'name'>): readonly ZipPart[] {
  return [
    part(
      '[Content_Types].xml',
      `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    ),
    part(
      '_rels/.rels',
      `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `${head}<workbook xmlns="${sheets}" xmlns:r="${relations}"><sheets><sheet name="Staff" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    typeof sheet === 'string' ? part('xl/worksheets/sheet1.xml', sheet) : { name: 'xl/worksheets/sheet1.xml', ...sheet },
  ];
}

/** A sheet's XML around its rows. */
export const sheetXml = (rows: string, before = ''): string =>
  `${head}${before}<worksheet xmlns="${sheets}"><sheetData>${rows}</sheetData></worksheet>`;

/** Text in a cell by itself, so that no table of shared texts is needed. */
export const cellXml = (place: string, text: string): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
