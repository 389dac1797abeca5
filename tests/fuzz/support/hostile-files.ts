import type { Random } from '../../support/campaign/random.ts';
import { sheetFile } from './sheet-file.ts';
import { blanks, cellXml, sheetXml, workbookParts, zipFile } from './zip-file.ts';

/** A file that is offered as a staff list. */
export interface HostileFile {
  readonly kind: string;
  readonly name: string;
  readonly bytes: (random: Random) => Uint8Array | Promise<Uint8Array>;
  /** `refused`: it must not be taken. A list of names: it must be read, and these people are there then. `either`: clearly one or the other. */
  readonly expected: 'refused' | 'either' | readonly string[];
}

const megabyte = 1024 * 1024;
/** As large as may be put. */
const largest = 32 * megabyte;
const text = (content: string): Buffer => Buffer.from(content, 'utf8');
const list = 'Name;Position;Hours\n"Núñez, José";Front desk;40\nZoë Ångström;Nurses;32\n';
const people = ['José Núñez', 'Zoë Ångström'];
const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
const row = (number: number): string => `Ana${number} Ember${number},Front desk,40`;
const rows = (count: number): string => Array.from({ length: count }, (_, number) => row(number)).join('\n');
const sheetOf = (name: string): string => sheetXml(`<row r="1">${cellXml('A1', 'Name')}</row><row r="2">${cellXml('A2', name)}</row>`);

export const hostileFiles: readonly HostileFile[] = [
  { kind: 'nothing', name: 'a.csv', bytes: () => new Uint8Array(), expected: 'refused' },
  { kind: 'only a byte order mark', name: 'a.csv', bytes: () => text('\ufeff'), expected: 'refused' },
  { kind: 'only blanks and ends of lines', name: 'a.csv', bytes: () => text(' ;\t\r\n'.repeat(2 * megabyte)), expected: 'refused' },
  { kind: 'only NULs', name: 'a.csv', bytes: () => Buffer.alloc(8 * megabyte), expected: 'refused' },
  { kind: 'NULs inside names', name: 'a.csv', bytes: () => text(list.replaceAll('e', 'e\0')), expected: ['José Núñez'] },
  { kind: 'UTF-8 with a mark', name: 'a.csv', bytes: () => text(`\ufeff${list}`), expected: people },
  { kind: 'UTF-16 LE with a mark', name: 'a.csv', bytes: () => Buffer.from(`\ufeff${list}`, 'utf16le'), expected: people },
  { kind: 'UTF-16 BE with a mark', name: 'a.csv', bytes: () => swapped(Buffer.from(`\ufeff${list}`, 'utf16le')), expected: people },
  { kind: 'UTF-16 LE without a mark', name: 'a.csv', bytes: () => Buffer.from(list, 'utf16le'), expected: people },
  { kind: 'UTF-16 BE without a mark', name: 'a.csv', bytes: () => swapped(Buffer.from(list, 'utf16le')), expected: people },
  { kind: 'Windows-1252', name: 'a.csv', bytes: () => Buffer.from(list, 'latin1'), expected: people },
  {
    kind: 'overlong and broken UTF-8',
    name: 'a.csv',
    bytes: () =>
      Buffer.concat([
        text('Name\nAna '),
        Buffer.from([0xc0, 0xaf, 0xe0, 0x80, 0xaf, 0xed, 0xa0, 0x80, 0xf4, 0x90, 0x80, 0x80, 0xe2, 0x82]),
      ]),
    expected: 'either',
  },
  {
    kind: 'halves of characters in UTF-16',
    name: 'a.csv',
    bytes: () => Buffer.from('\ufeffName\nAna \ud800Ember\nBen Birch\udc00\n', 'utf16le'),
    expected: 'either',
  },
  {
    kind: 'half a UTF-16 character at the end',
    name: 'a.csv',
    bytes: () => Buffer.from(`\ufeff${list}`, 'utf16le').subarray(0, -1),
    // The hours of the last line end in half a character, which is no number.
    expected: ['José Núñez'],
  },
  { kind: 'ends of lines as CR only', name: 'a.csv', bytes: () => text(list.replaceAll('\n', '\r')), expected: people },
  {
    kind: 'ends of lines of every kind',
    name: 'a.csv',
    bytes: () => text(list.replace('\n', '\r\n').replace('32\n', '32\n\r\n\r\r\n')),
    expected: people,
  },
  {
    kind: 'formulas as names',
    name: 'a.csv',
    bytes: () => text('Name,Phone\n"=cmd|\' /C calc\'!A0",=1+1\n"@SUM(1) Ember",+15550100\n"Ana Ember",-5\n'),
    expected: ['Ana Ember'],
  },
  {
    kind: 'a quotation mark that is not closed',
    name: 'a.csv',
    bytes: () => text(`Name\n"Ana Ember\n${rows(200_000)}`),
    expected: 'refused',
  },
  { kind: 'nothing but quotation marks', name: 'a.csv', bytes: () => Buffer.alloc(4 * megabyte, '"'), expected: 'either' },
  { kind: '200,000 rows', name: 'a.csv', bytes: () => text(`Name,Position,Hours\n${rows(200_000)}`), expected: 'refused' },
  {
    kind: '20,000 columns',
    name: 'a.csv',
    bytes: () => text(`Name${',x'.repeat(20_000)}\nAna Ember${',1'.repeat(20_000)}`),
    expected: 'refused',
  },
  { kind: 'a line of 32 MB', name: 'a.csv', bytes: () => Buffer.alloc(largest, 'a'), expected: 'refused' },
  { kind: '16 million columns', name: 'a.csv', bytes: () => Buffer.alloc(largest, 'a,'), expected: 'refused' },
  { kind: '16 million ends of lines', name: 'a.csv', bytes: () => Buffer.alloc(largest, 'a\n'), expected: 'refused' },
  {
    kind: 'cells of 40,000 characters',
    name: 'a.csv',
    bytes: () => text(`Name,Phone\nAna ${'b'.repeat(40_000)},1\n`),
    expected: 'refused',
  },
  {
    kind: 'names of 30,000 brackets and blanks, line after line',
    name: 'a.csv',
    bytes: () => text(`Name,Position\n${`${'( '.repeat(15_000)},${'('.repeat(30_000)}x\nA${' a'.repeat(14_000)},\n`.repeat(100)}`),
    expected: 'either',
  },
  {
    kind: 'a separator that means something else',
    name: 'a.csv',
    bytes: () => text('sep=(\nName(Position\nAna Ember(Front desk\n'),
    expected: ['Ana Ember'],
  },
  {
    kind: 'names that run backwards and between the letters',
    name: 'a.csv',
    bytes: () => text('Name\n\u202eAna\u200b Em\u00adber\u202c\n'),
    expected: ['Ana Ember'],
  },
  {
    kind: 'noise',
    name: 'a.csv',
    bytes: (random) => Uint8Array.from({ length: 3 * megabyte }, () => random.between(0, 255)),
    expected: 'refused',
  },
  {
    kind: 'an old spreadsheet',
    name: 'a.xls',
    bytes: () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(20_000)]),
    expected: 'refused',
  },
  { kind: 'a PDF called a list', name: 'a.csv', bytes: () => text(`%PDF-1.7\n${'0 obj '.repeat(1000)}`), expected: 'refused' },
  {
    kind: 'a web page called a spreadsheet',
    name: 'a.xls',
    bytes: () => text('<html><script>1</script><table><tr><td>Ana</table>'),
    expected: 'refused',
  },
  {
    kind: 'a spreadsheet cut off',
    name: 'a.xlsx',
    bytes: async () => (await sheetFile([['Name'], ['Ana Ember']])).subarray(0, -400),
    expected: 'refused',
  },
  {
    kind: 'a spreadsheet that unpacks to 1 GB',
    name: 'a.xlsx',
    bytes: () => zipFile(workbookParts(blanks(1024 * megabyte))),
    expected: 'refused',
  },
  {
    kind: 'a spreadsheet that unpacks to 300 MB and says 100 bytes',
    name: 'a.xlsx',
    bytes: () => zipFile(workbookParts({ ...blanks(300 * megabyte), claimed: 100 })),
    expected: 'refused',
  },
  {
    kind: 'a spreadsheet of 60,000 parts',
    name: 'a.xlsx',
    bytes: () =>
      zipFile([
        ...workbookParts(sheetOf('Ana Ember')),
        ...Array.from({ length: 60_000 }, (_, number) => ({ name: `xl/media/${number}`, content: text('x'), as: 'stored' as const })),
      ]),
    expected: 'refused',
  },
  {
    kind: 'a spreadsheet inside a spreadsheet inside a spreadsheet',
    name: 'a.xlsx',
    bytes: () => {
      const inner = zipFile([...workbookParts(sheetOf('Ana Ember')), { name: 'xl/embeddings/a.xlsx', ...blanks(200 * megabyte) }]);
      return zipFile([...workbookParts(sheetOf('Ana Ember')), { name: 'xl/embeddings/a.xlsx', content: inner, as: 'stored' as const }]);
    },
    expected: ['Ana Ember'],
  },
  {
    kind: 'a spreadsheet whose XML names itself a billion times',
    name: 'a.xlsx',
    bytes: () => {
      const entities = Array.from({ length: 9 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join('');
      const rowsXml = `<row r="1">${cellXml('A1', 'Name')}</row><row r="2">${cellXml('A2', '&l9;')}</row>`;
      return zipFile(workbookParts(sheetXml(rowsXml, `<!DOCTYPE worksheet [<!ENTITY l0 "lol">${entities}]>`)));
    },
    expected: 'either',
  },
  {
    kind: 'a spreadsheet whose XML names a file of this computer',
    name: 'a.xlsx',
    bytes: () => {
      const rowsXml = `<row r="1">${cellXml('A1', 'Name')}</row><row r="2">${cellXml('A2', 'Ana &secret;')}</row>`;
      return zipFile(workbookParts(sheetXml(rowsXml, '<!DOCTYPE worksheet [<!ENTITY secret SYSTEM "file:///etc/passwd">]>')));
    },
    expected: 'either',
  },
  {
    kind: 'a spreadsheet with cells at the end of the world',
    name: 'a.xlsx',
    bytes: () =>
      zipFile(
        workbookParts(sheetXml(`<row r="1">${cellXml('A1', 'Name')}</row><row r="1048576">${cellXml('XFD1048576', 'Ana Ember')}</row>`)),
      ),
    expected: 'either',
  },
  {
    kind: 'a spreadsheet with cells beyond it',
    name: 'a.xlsx',
    bytes: () =>
      zipFile(
        workbookParts(
          sheetXml(
            `<row r="4294967296">${cellXml('ZZZZZZ4294967296', 'Ana Ember')}</row><row r="-1">${cellXml('A-1', 'x')}</row><row r="x">${cellXml('', 'x')}</row>`,
          ),
        ),
      ),
    expected: 'either',
  },
  {
    kind: 'a spreadsheet with 40 MB of one cell',
    name: 'a.xlsx',
    bytes: () => zipFile(workbookParts(sheetOf('a'.repeat(40 * megabyte)))),
    expected: 'refused',
  },
  {
    kind: 'a spreadsheet with half a million empty cells in a row',
    name: 'a.xlsx',
    bytes: () =>
      zipFile(
        workbookParts(
          sheetXml(
            `<row r="1">${cellXml('A1', 'Name')}${'<c r="B1"/>'.repeat(500_000)}</row><row r="2">${cellXml('A2', 'Ana Ember')}</row>`,
          ),
        ),
      ),
    expected: 'either',
  },
  {
    kind: 'a spreadsheet whose parts lie outside of it',
    name: '../../a.xlsx',
    bytes: () =>
      zipFile([
        ...workbookParts(sheetOf('Ana Ember')),
        { name: '../../../../tmp/fuzz-escaped', content: text('x') },
        { name: '/etc/fuzz-escaped', content: text('x') },
      ]),
    expected: ['Ana Ember'],
  },
];
