import type { AuditEntryView } from '../../preload/contract/audit/audit.ts';
import type { Sheet } from './paper.ts';
import { lineCount } from './text-width.ts';

/** Type sizes and white of the printed record, in points. */
export const recordMeasures = { row: 8.5, leading: 1.25, above: 2, title: 15, meta: 9, foot: 8, head: 8.5 } as const;

/** Widths of the columns in points: when, who, what kind; the sentence takes the rest. `gap` stands between two. */
export const recordColumns = { at: 112, actor: 120, kind: 104, gap: 10 } as const;

export interface RecordPage {
  readonly number: number;
  readonly entries: readonly AuditEntryView[];
}

const detailWidth = (sheet: Sheet): number =>
  sheet.width - recordColumns.at - recordColumns.actor - recordColumns.kind - 3 * recordColumns.gap;

/** Height of an entry's row, in points. */
export function entryHeight({ actor, detail }: AuditEntryView, sheet: Sheet): number {
  const { row, leading, above } = recordMeasures;
  const lines = Math.max(lineCount(actor, row, recordColumns.actor), lineCount(detail, row, detailWidth(sheet)));
  return lines * row * leading + 2 * above + 0.4;
}

/** Puts the entries on pages; the head with what narrows the record may take several lines. At least one page. */
export function splitRecord(entries: readonly AuditEntryView[], sheet: Sheet, narrowed: string): RecordPage[] {
  const { title, meta, foot, head, leading } = recordMeasures;
  const top = Math.max(title * 1.15, lineCount(narrowed, meta, sheet.width / 3) * meta * 1.2) + 6;
  const room = sheet.height - top - (head * leading + 7) - (foot * 1.3 + 8);
  const pages: AuditEntryView[][] = [[]];
  let left = room;
  for (const entry of entries) {
    const height = entryHeight(entry, sheet);
    if (height > left && pages.at(-1)?.length !== 0) {
      pages.push([]);
      left = room;
    }
    pages.at(-1)?.push(entry);
    left -= height;
  }
  return pages.map((page, index) => ({ number: index + 1, entries: page }));
}
