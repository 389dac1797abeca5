import { AppError } from '../../preload/contract/shared/app-error.ts';
import type { FileHandles } from './file-handles.ts';
import { readDelimited } from './table/delimited.ts';
import { readTable } from './table/read-table.ts';
import type { Table } from './table/table.ts';

/** Reads pasted text or a held file as a table. Refuses as `invalid_input` on the field `source`, saying what to do. */
export async function readTableSource(files: FileHandles, source: { text: string } | { file: string }): Promise<Table> {
  const result = 'text' in source ? readDelimited(source.text) : await readHeld(files, source.file);
  if (result.ok) return result.table;
  throw new AppError('invalid_input', result.message, { fields: { source: result.message } });
}

function readHeld(files: FileHandles, handle: string) {
  const file = files.get(handle);
  return readTable(file.name, file.bytes);
}
