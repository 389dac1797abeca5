import type { Id } from '../../../../preload/contract/shared/primitives.ts';
import type { SavedFile } from '../../../kernel/ports.ts';
import { csvFile } from '../../../kernel/table/csv-writer.ts';
import type { Context } from '../../../kernel/trpc.ts';
import { readItemLines } from './items.service.ts';
import { practiceToday } from '../stock/practice-today.ts';

/** What was written; nothing when the person cancelled. */
export interface ItemsExport extends SavedFile {
  readonly count: number;
}

const heading = [
  'Code',
  'Item',
  'Counted as',
  'Category',
  'Importance',
  'Kept',
  'Vendor',
  'Vendor number',
  'Pack',
  'Units per pack',
  'Price per pack',
  'Controlled',
  'No longer bought from',
];

/** The items as CSV, into a file that the person chooses: those named, in that order, or all. It can be imported again. */
export async function exportItemList(ctx: Context, ids: readonly Id[] | undefined): Promise<ItemsExport> {
  const { lines, today } = await ctx.read(async (repositories) => ({
    lines: await readItemLines(ctx, repositories),
    today: await practiceToday(ctx, repositories),
  }));
  const byId = new Map(lines.map((line) => [line.id, line]));
  const shown = ids === undefined ? lines : ids.flatMap((id) => byId.get(id) ?? []);
  const bytes = csvFile(
    heading,
    shown.map((line) => [
      line.code,
      line.name,
      line.baseUnit,
      line.categoryName,
      line.serviceClass,
      line.storageClass,
      line.vendorName,
      line.vendorNumber,
      line.cost?.packCode ?? '',
      line.cost ? String(line.cost.baseUnits) : '',
      line.cost ? (line.cost.cents / 100).toFixed(2) : '',
      line.controlled ? 'yes' : '',
      line.inactiveOn ?? '',
    ]),
  );
  return { ...(await ctx.desktop.saveFile(`Items ${today}.csv`, 'text/csv', bytes)), count: shown.length };
}
