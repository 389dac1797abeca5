import { maximumAttachmentBytes } from '../../../../preload/contract/attachments/attachments.ts';

/** An entry of a zip as its directory states it. */
export interface StatedEntry {
  readonly name: string;
  readonly packedBytes: number;
  readonly bytes: number;
  /** 0 stored, 8 deflated (APPNOTE.TXT 4.4.5). */
  readonly method: number;
  readonly isEncrypted: boolean;
  /** Upper half of the external attributes: the mode of a file on Unix. */
  readonly unixMode: number;
}

const megabyte = 1024 * 1024;
export const maximumEntries = 20_000;
const maximumTotal = 4096 * megabyte;
/** The rows of a practice pack about 15 : 1, five years of empty notes about 60 : 1. */
const maximumRatio = 200;
const free = megabyte;

const places: readonly { readonly place: RegExp; readonly maximum: number }[] = [
  { place: /^README\.txt$/, maximum: megabyte },
  { place: /^data\.json$/, maximum: 512 * megabyte },
  { place: /^data\/[a-z_]{1,60}\.csv$/, maximum: 512 * megabyte },
  { place: /^attachments\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-[^/\\]{1,120}$/u, maximum: maximumAttachmentBytes },
  // What packing it again leaves behind.
  { place: /^(data|attachments)\/$/, maximum: 0 },
];

const fileKinds = { mask: 0o170000, file: 0o100000, folder: 0o040000 } as const;
const asExported = 'Choose the zip as it was exported.';

/** Why an archive is not opened, by what its directory states; undefined when it may be. `size`: bytes of the zip itself. */
export function refusalOfEntries(entries: readonly StatedEntry[], size: number): string | undefined {
  if (entries.length > maximumEntries)
    return `This zip holds more than ${maximumEntries.toLocaleString('en-US')} files, which no export does. ${asExported}`;
  const names = new Set<string>();
  let packed = 0;
  let total = 0;
  for (const entry of entries) {
    const rule = places.find(({ place }) => place.test(entry.name));
    if (!rule || /\p{Cc}/u.test(entry.name)) return `This zip holds files that no export has. ${asExported}`;
    if (names.has(entry.name.toLowerCase())) return `This zip holds ${entry.name} twice. ${asExported}`;
    names.add(entry.name.toLowerCase());
    if (entry.isEncrypted) return 'This zip has a password. Unpack it, and pack it again without one.';
    const kind = entry.unixMode & fileKinds.mask;
    if (kind !== 0 && kind !== fileKinds.file && kind !== fileKinds.folder)
      return `This zip holds links, which no export does. ${asExported}`;
    if (entry.method !== 0 && entry.method !== 8) return `This zip is packed in a way that cannot be read. ${asExported}`;
    if (entry.bytes > rule.maximum) return `${entry.name} is larger than it can be in an export. ${asExported}`;
    if (entry.bytes > free && entry.bytes > entry.packedBytes * maximumRatio)
      return `${entry.name} unpacks to far more than it can be. ${asExported}`;
    packed += entry.packedBytes;
    total += entry.bytes;
  }
  // Entries that share their bytes unpack to more than there is (D. Fifield, "A better zip bomb", 2019).
  if (packed > size || total > maximumTotal) return `This zip unpacks to far more than it can hold. ${asExported}`;
  if (!names.has('data.json')) return `There is no data.json in this zip, so it is no export of everything. ${asExported}`;
  return undefined;
}
