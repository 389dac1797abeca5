/** What became of a chosen file. */
export type StaffFile = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

const mostBytes = 2_000_000;

/** Reads a text file (CSV, or tabs) in the encodings spreadsheets write: UTF-8, UTF-16 by its mark, else Windows-1252. */
export async function readStaffFile(file: File): Promise<StaffFile> {
  if (file.size > mostBytes)
    return { ok: false, message: `${file.name} is too large for a staff list. Keep only the staff and choose it again.` };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return { ok: false, message: `Open ${file.name} in Excel, copy the cells and paste them here. Or save it as CSV and choose that.` };
  }
  const text = decode(bytes);
  if (text.includes('\u0000')) return { ok: false, message: `${file.name} is not a table. Choose a CSV file, or paste the cells.` };
  return { ok: true, text };
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
