import type { FileType } from '../../../../preload/contract/attachments/attachments.ts';

/** Names a type goes by, the usual one first. */
const extensions: Readonly<Record<FileType, readonly [string, ...string[]]>> = {
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  gif: ['gif'],
  webp: ['webp'],
  pdf: ['pdf'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  csv: ['csv', 'tsv', 'txt'],
  text: ['txt', 'md', 'csv', 'tsv'],
};
const known: ReadonlySet<string> = new Set(Object.values(extensions).flat());

export const usualExtension = (type: FileType): string => extensions[type][0];

/** Controls, marks that turn the direction of writing, halves of characters, and what ends a line. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
/** What a system refuses in a name; `:` begins a hidden stream on Windows. */
const refused = /[:*?"<>|]/g;
/** Devices of Windows, whatever stands after the first dot (learn.microsoft.com, "Naming Files, Paths, and Namespaces"). */
const device = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i;

const maximumCharacters = 100;
/** Most systems hold 255 bytes in a name; some room is left for what a browser adds. */
const maximumBytes = 200;

/**
 * A name to show and to save under, from what a person or another program gave: never a path, never empty, at most 100 characters,
 * with the extension of what the file is. "../../photo.png.exe" of a JPEG becomes "photo.png.jpg".
 */
export function cleanFileName(given: string, type: FileType): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = tidy(last.replaceAll(unseen, '').replaceAll(refused, ' '));
  const dot = plain.lastIndexOf('.');
  const ending = dot > 0 ? plain.slice(dot + 1).toLowerCase() : '';
  const extension = extensions[type].includes(ending) ? plain.slice(dot + 1) : usualExtension(type);
  const hasEnding = dot > 0 && (known.has(ending) || /^(exe|com|scr|bat|cmd|js|vbs|lnk|ps1|msi|html?|svg|jar|app|sh)$/.test(ending));
  const base = shortened(tidy(hasEnding ? plain.slice(0, dot) : plain), extension.length + 1);
  const named = base === '' ? 'File' : base;
  return `${device.test(named.split('.')[0]?.trim() ?? '') ? `File ${named}` : named}.${extension}`;
}

/** One blank between words; no dots or blanks at the ends, which Windows drops. */
const tidy = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/^[. ]+|[. ]+$/g, '');

function shortened(text: string, taken: number): string {
  let kept = '';
  let bytes = taken + 'File '.length;
  let characters = bytes;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    bytes += new TextEncoder().encode(segment).length;
    characters += segment.length;
    if (bytes > maximumBytes || characters > maximumCharacters) break;
    kept += segment;
  }
  return tidy(kept);
}
