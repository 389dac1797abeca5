import type { FileType } from '../../../../preload/contract/attachments/attachments.ts';
import { decodeText } from '../../../kernel/table/decode-text.ts';
import { guessDelimiter } from '../../../kernel/table/delimited.ts';
import { isZip, readZipDirectory, unpackEntry } from '../../../kernel/table/zip-directory.ts';

const latin = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));
const startsWith = (bytes: Uint8Array, start: readonly number[], at = 0): boolean =>
  start.every((byte, index) => bytes[at + index] === byte);

/**
 * What a file is, by its bytes alone (the signatures of WHATWG MIME Sniffing, ISO 32000 and ECMA-376); undefined for anything that is
 * not on the list. A name is never looked at: it says what somebody wants the file to be.
 */
export function fileTypeOf(bytes: Uint8Array): FileType | undefined {
  if (startsWith(bytes, [0x89, ...latin('PNG\r\n'), 0x1a, 0x0a])) return 'png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(bytes, latin('GIF87a')) || startsWith(bytes, latin('GIF89a'))) return 'gif';
  if (startsWith(bytes, latin('RIFF')) && startsWith(bytes, latin('WEBPVP8'), 8)) return 'webp';
  if (startsWith(bytes, latin('%PDF-'))) return 'pdf';
  if (isZip(bytes)) return officeTypeOf(bytes);
  return textTypeOf(bytes);
}

const officeTypes: readonly (readonly [string, FileType])[] = [
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', 'xlsx'],
];
const contentTypesLimit = 1024 * 1024;
const maximumParts = 10_000;

/** A document of Word or Excel says so in its list of parts. One with macros says something else, and one that hides a program beside is refused. */
function officeTypeOf(bytes: Uint8Array): FileType | undefined {
  const parts = readZipDirectory(bytes);
  if (!parts || parts.length > maximumParts) return undefined;
  if (parts.some((part) => /vbaproject|\.(bin|exe|dll|js|vbs)$/i.test(part.name) && !/printerSettings\d*\.bin$/i.test(part.name))) {
    return undefined;
  }
  const list = parts.find((part) => part.name === '[Content_Types].xml');
  const text = list && unpackEntry(bytes, list, contentTypesLimit);
  if (!text) return undefined;
  const types = new TextDecoder().decode(text);
  return officeTypes.find(([contentType]) => types.includes(`"${contentType}"`))?.[1];
}

/** Text without controls. Markup is none: opened by its name, it could run. */
function textTypeOf(bytes: Uint8Array): FileType | undefined {
  const text = decodeText(bytes);
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b\u000e-\u001f]/.test(text) || text.trim() === '') return undefined;
  if (/^\s*<(?:[!?a-z])/i.test(text)) return undefined;
  return isTable(text) ? 'csv' : 'text';
}

/** Two lines or more that agree on a separator. */
function isTable(text: string): boolean {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const delimiter = guessDelimiter(text.slice(0, 20_000));
  const counts = lines.slice(0, 20).map((line) => line.split(delimiter).length);
  return lines.length > 1 && (counts[0] ?? 1) > 1 && counts.every((count) => count === counts[0]);
}

const mediaTypes: Readonly<Record<FileType, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  text: 'text/plain',
};
export const mediaTypeOf = (type: FileType): string => mediaTypes[type];

const kinds: Readonly<Record<string, string>> = {
  'image/png': 'picture',
  'image/jpeg': 'picture',
  'image/gif': 'picture',
  'image/webp': 'picture',
  'application/pdf': 'PDF',
  [mediaTypes.docx]: 'document',
  [mediaTypes.xlsx]: 'spreadsheet',
  'text/csv': 'table',
  'text/plain': 'text',
};

/** What a person calls a file of this media type. */
export const kindOf = (mediaType: string): string => kinds[mediaType] ?? 'file';
