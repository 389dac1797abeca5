// What Windows, macOS and Linux refuse in a name, and what a header or a shell would trip over.
const notInNames = /[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name every system takes, from words a person may have typed. Keeps the extension; never empty, never a path. */
export function fileNameFrom(suggested: string, extension = ''): string {
  const plain = suggested
    .replaceAll(notInNames, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
    .slice(0, 120)
    .trim();
  const base = plain === '' || reserved.test(plain) ? 'Medical Office Manager' : plain;
  return extension !== '' && !base.toLowerCase().endsWith(extension) ? `${base}${extension}` : base;
}
