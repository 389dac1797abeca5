import { rawZip, type RawEntry } from './raw-zip.ts';

/** The files of a true export, by their names. */
export type TrueExport = Readonly<Record<string, Uint8Array>>;

export interface HostileArchive {
  readonly kind: string;
  readonly make: (files: TrueExport) => Uint8Array;
}

const words = (text: string): Uint8Array => Buffer.from(text);
const entriesOf = (files: TrueExport): RawEntry[] => Object.entries(files).map(([name, content]) => ({ name, content }));

/** With nothing wrong. */
export const packed = (files: TrueExport): Uint8Array => rawZip({ entries: entriesOf(files) });

/** The true export and one entry more. */
const beside = (kind: string, entry: Partial<RawEntry> & { readonly name: string }): HostileArchive => ({
  kind,
  make: (files) => rawZip({ entries: [...entriesOf(files), { content: words('x'), ...entry }] }),
});

/** The true export with its data.json stated or written otherwise. */
const data = (kind: string, change: (entry: RawEntry) => Partial<RawEntry>): HostileArchive => ({
  kind,
  make: (files) =>
    rawZip({ entries: entriesOf(files).map((entry) => (entry.name === 'data.json' ? { ...entry, ...change(entry) } : entry)) }),
});

const firstAttachment = (files: TrueExport): string => Object.keys(files).find((name) => name.startsWith('attachments/')) ?? '';
const text = (entry: RawEntry): string => new TextDecoder().decode(entry.content);
const megabyte = 1024 * 1024;

/** Archives that no export made; each has one thing wrong with it. */
export const hostileArchives: readonly HostileArchive[] = [
  beside('a path that leads out', { name: '../../evil.txt' }),
  beside('a path that leads out of its folder', { name: 'attachments/../../evil.txt' }),
  beside('an absolute path', { name: '/etc/cron.d/evil' }),
  beside('a path of Windows', { name: 'attachments\\..\\..\\evil.exe' }),
  beside('a drive', { name: 'C:/Windows/evil.exe' }),
  beside('a share', { name: '//server/share/evil' }),
  beside('a NUL in a name', { name: 'README.txt\0.exe' }),
  beside('a name that turns its direction', { name: 'attachments/\u202egpj.exe' }),
  beside('a name of 60,000 characters', { name: `attachments/${'a'.repeat(60_000)}` }),
  beside('a link', { name: 'data/link.csv', content: words('/etc/passwd'), mode: 0o120777 }),
  beside('a device', { name: 'data/device.csv', mode: 0o020666 }),
  beside('a program beside', { name: 'setup.exe', content: words('MZ') }),
  beside('an archive in the archive', { name: 'inner.zip', content: rawZip({ entries: [] }) }),
  beside('a name twice', { name: 'data.json' }),
  beside('a name twice but for its letters', { name: 'readme.TXT' }),
  beside('a password', { name: 'data/secret.csv', flags: 0x0801 }),
  beside('a way of packing nobody reads', { name: 'data/other.csv', method: 14 }),
  beside('a folder with bytes in it', { name: 'data/', content: words('x') }),
  data('data that unpack to a gigabyte', () => ({ content: Buffer.alloc(1024 * megabyte, 0x20) })),
  data('data that say they are small and unpack to 200 MB', () => ({ content: Buffer.alloc(200 * megabyte, 0x20), size: 10 })),
  data('data that say they are larger', (entry) => ({ size: entry.content.length + 5 })),
  data('data that say they are smaller', (entry) => ({ size: entry.content.length - 5 })),
  data('data of a wrong checksum', () => ({ crc: 0x12345678 })),
  data('data that are no text', () => ({ content: Buffer.from([0xff, 0xfe, 0xfd, 0x80]) })),
  data('data that are no JSON', (entry) => ({ content: entry.content.subarray(0, entry.content.length / 2) })),
  data('brackets 100,000 deep', () => ({ content: words(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) })),
  data('rows that are no rows', (entry) => ({ content: words(text(entry).replace('"person":[', '"person":[null,7,"x",[],')) })),
  data('__proto__ in a row', (entry) => ({
    content: words(text(entry).replace('"person":[\n{', '"person":[\n{"__proto__":{"polluted":1},')),
  })),
  data('a number that is none', (entry) => ({ content: words(text(entry).replace(/"start_minute":\d+/, '"start_minute":1e400')) })),
  {
    kind: 'a zip where a picture should be',
    make: (files) => packed({ ...files, [firstAttachment(files)]: rawZip({ entries: [{ name: 'a.txt', content: words('a') }] }) }),
  },
  { kind: 'a file that is missing', make: (files) => packed(without(files, firstAttachment(files))) },
  { kind: 'no data at all', make: (files) => packed(without(files, 'data.json')) },
  {
    kind: 'entries that share their bytes',
    make: (files) => {
      const big: RawEntry = { name: 'data/zero.csv', content: Buffer.alloc(20 * megabyte, 0x2c), size: 20 * megabyte };
      const entries = [
        big,
        ...Array.from({ length: 200 }, (_, index): RawEntry => ({ ...big, name: `data/${letters(index)}.csv`, sharesWith: 0 })),
      ];
      return rawZip({ entries: [...entries, ...entriesOf(files)] });
    },
  },
  {
    kind: '21,000 entries',
    make: (files) =>
      rawZip({
        entries: [
          ...entriesOf(files),
          ...Array.from({ length: 21_000 }, (_, index): RawEntry => ({ name: `data/${letters(index)}.csv`, content: words('') })),
        ],
      }),
  },
  { kind: 'more entries than it says', make: (files) => rawZip({ entries: entriesOf(files), count: 2 }) },
  { kind: 'fewer entries than it says', make: (files) => rawZip({ entries: entriesOf(files), count: 60_000 }) },
  { kind: 'an end within its comment', make: (files) => rawZip({ entries: entriesOf(files), comment: rawZip({ entries: [] }) }) },
  { kind: 'cut off at its end', make: (files) => packed(files).subarray(0, -30) },
  { kind: 'cut in half', make: (files) => half(packed(files)) },
  { kind: 'its first half gone', make: (files) => packed(files).subarray(1000) },
  { kind: 'nothing', make: () => new Uint8Array() },
  { kind: 'a picture', make: () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') },
  { kind: 'only an end', make: () => rawZip({ entries: [] }) },
];

function without(files: TrueExport, name: string): TrueExport {
  return Object.fromEntries(Object.entries(files).filter(([one]) => one !== name));
}

const half = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.floor(bytes.length / 2));

/** A number in letters, as names of tables take. */
const letters = (number: number): string => `t_${[...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;
