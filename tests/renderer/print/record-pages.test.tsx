import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AuditEntryView } from '../../../preload/contract/audit/audit.ts';
import { sheets } from '../../../renderer/print/paper.ts';
import { entryHeight, splitRecord } from '../../../renderer/print/record-pages.ts';

const entry = (id: number, detail: string): AuditEntryView => ({
  id: String(id),
  place: id,
  at: '2026-11-23T16:00:00.000Z',
  actor: 'Dana',
  kind: 'print',
  detail,
});

it('puts every entry on one page, in order, and no page over its room', () => {
  const details = fc.array(fc.string({ maxLength: 400 }), { maxLength: 200 });
  fc.assert(
    fc.property(details, fc.constantFrom(...Object.values(sheets)), (texts, sheet) => {
      const entries = texts.map((text, index) => entry(index, text));
      const pages = splitRecord(entries, sheet, '');
      expect(pages.flatMap((page) => page.entries)).toEqual(entries);
      for (const page of pages) {
        const tall = page.entries.reduce((sum, one) => sum + entryHeight(one, sheet), 0);
        if (page.entries.length > 1) expect(tall).toBeLessThan(sheet.height - 40);
      }
      expect(pages.length).toBeGreaterThan(0);
    }),
    { numRuns: 30 },
  );
});
