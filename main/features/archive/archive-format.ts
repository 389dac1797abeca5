import { z } from 'zod';
import type { LoggedTable } from '../../../db/change-log/logged-tables.ts';
import type { ContentRow } from '../../../db/content/content.repository.ts';
import { maximumAttachmentBytes } from '../../../preload/contract/attachments/attachments.ts';
import { id } from '../../../preload/contract/shared/primitives.ts';
import { rowSchemas } from './row-schemas.ts';

/** Grows when an older program could no longer read what a newer one writes. */
export const archiveVersion = 1;
export const archiveFormat = 'medical-office-manager';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const attachment = z.strictObject({
  id,
  /** Its place in the zip; null when it was missing already. */
  file: z.string().max(300).nullable(),
  sha256: hash,
  bytes: z.int().min(1).max(maximumAttachmentBytes),
});
export type ArchiveAttachment = z.infer<typeof attachment>;

const head = z.strictObject({
  format: z.literal(archiveFormat),
  version: z.literal(archiveVersion),
  program: z.string().max(40),
  exportedAt: z.iso.datetime(),
  /** Of the practice as it was taken out, and as it must be once it is brought in. */
  stateHash: hash,
  attachments: z.array(attachment).max(20_000),
  tables: z.record(z.string().max(60), z.array(z.unknown()).max(2_000_000)),
});

/** `data.json` of an export, checked to the last field. */
export interface ArchiveData extends Omit<z.infer<typeof head>, 'tables'> {
  readonly tables: Readonly<Partial<Record<LoggedTable, readonly ContentRow[]>>>;
}

export type ArchiveReading = { readonly ok: true; readonly data: ArchiveData } | { readonly ok: false; readonly message: string };

const asExported = 'Choose the zip as it was exported.';
const refuse = (message: string): ArchiveReading => ({ ok: false, message });

/** Reads `data.json`, which may come from anybody. A field more, a row too many or a value out of its range refuses all of it. */
export function readArchiveData(text: string): ArchiveReading {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return refuse(`The data of this export are cut off or damaged. ${asExported}`);
  }
  if (namesPrototype(content) || (typeof content === 'object' && content !== null && 'tables' in content && namesPrototype(content.tables)))
    return refuse(`The data of this export were changed. ${asExported}`);
  const parsed = head.safeParse(content);
  if (!parsed.success) {
    const isNewer = typeof content === 'object' && content !== null && 'version' in content && Number(content.version) > archiveVersion;
    return refuse(isNewer ? newer : `This is no export of everything, or it was changed. ${asExported}`);
  }
  const tables: Partial<Record<LoggedTable, ContentRow[]>> = {};
  for (const [name, rows] of Object.entries(parsed.data.tables)) {
    const schema = isKnown(name) ? rowSchemas[name] : undefined;
    if (!isKnown(name) || !schema) return refuse(newer);
    const read: ContentRow[] = [];
    const ids = new Set<unknown>();
    for (const [index, one] of rows.entries()) {
      if (namesPrototype(one)) return refuse(`The data of this export were changed. ${asExported}`);
      const row = schema.safeParse(one);
      if (!row.success)
        return refuse(
          `Row ${index + 1} of ${name} cannot be read (${String(row.error.issues[0]?.path[0] ?? 'its fields')}). ${asExported}`,
        );
      if (ids.has(row.data['id'])) return refuse(`Row ${index + 1} of ${name} is there twice. ${asExported}`);
      ids.add(row.data['id']);
      read.push(row.data);
    }
    tables[name] = read;
  }
  const data = { ...parsed.data, tables };
  return filesAgree(data) ? { ok: true, data } : refuse(`The files of this export are not those of its data. ${asExported}`);
}

const isKnown = (name: string): name is LoggedTable => Object.hasOwn(rowSchemas, name);

const newer = 'This export was made by a newer version of the program. Install that version and bring it in there.';

/** `JSON.parse` makes an own field of `__proto__`; nothing of ours has one. */
const namesPrototype = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.hasOwn(value, '__proto__');

/** Every attachment of the tables is listed with the same bytes, and nothing else is. */
function filesAgree({ attachments, tables }: ArchiveData): boolean {
  const rows = new Map((tables.attachment ?? []).map((row) => [row['id'], row]));
  return (
    rows.size === attachments.length &&
    new Set(attachments.map((file) => file.id)).size === attachments.length &&
    attachments.every((file) => rows.get(file.id)?.['sha256'] === file.sha256 && rows.get(file.id)?.['bytes'] === file.bytes)
  );
}
