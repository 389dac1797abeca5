/** The group separator (FNC1) between the fields of a GS1 code. */
export const groupSeparator = '\u001d';

/** The ways in which it arrives when it is not lost: as a name, as a picture, in the notation of a key with Ctrl. */
const separatorNames = /\{GS\}|<GS>|\[GS\]|\{FNC1\}|<FNC1>|\[FNC1\]|\\x1d|\\u001d|\^\]|\u241d/gi;

/** What the scanner types before a code to say which symbol it read (ISO/IEC 15424). */
const symbologyIdentifier = /^[\s\p{Cc}]*(\][A-Za-z][0-9A-Za-z])/u;

/** What kind of symbol the scanner says it read, where it says so. */
export function symbologyOf(typed: string): 'gs1' | 'retail' | 'unknown' {
  const identifier = symbologyIdentifier.exec(typed)?.[1] ?? '';
  if (/^\](?:C1|d2|Q3|e[0-2]|J1)$/.test(identifier)) return 'gs1';
  return identifier.startsWith(']E') ? 'retail' : 'unknown';
}

/** The text of a code: without symbology identifier, line ends and blanks around it, and with the group separator as U+001D. */
export function plainScanText(typed: string): string {
  const fields = typed
    .replace(symbologyIdentifier, '')
    .replace(separatorNames, groupSeparator)
    .split(groupSeparator)
    .map((field) => field.replace(/[\p{Cc}\ufeff]/gu, '').trim());
  while (fields[0] === '') fields.shift();
  while (fields.at(-1) === '') fields.pop();
  return fields.join(groupSeparator);
}
