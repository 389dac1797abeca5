import { z } from 'zod';
import { archiveRow } from '../../../../preload/contract/practice/practice.ts';
import { id } from '../../../../preload/contract/shared/primitives.ts';
import {
  archiveItems,
  archiveVendors,
  changeItems,
  exportItems,
  saveCategory,
  saveIdentifier,
  saveItem,
  saveItemPacks,
  savePrice,
  saveVendor,
  saveVendorItem,
} from '../../../../preload/contract/supplies/catalogue.ts';
import { everyone, managers, planners, procedureFor, router } from '../../../kernel/trpc.ts';
import * as categories from './categories.service.ts';
import { exportItemList } from './export.service.ts';
import * as identifiers from './identifiers.service.ts';
import * as items from './items.service.ts';
import * as vendorItems from './vendor-items.service.ts';
import * as vendors from './vendors.service.ts';

const read = () => procedureFor({ access: everyone, topics: ['catalogue'] });
const write = () => procedureFor({ access: managers, topics: ['catalogue'] });
const one = z.strictObject({ id });

/** What is stocked, who sells it, in which packs and at what price. */
export const catalogueRouter = router({
  item: router({
    list: read().query(({ ctx }) => items.listItems(ctx)),
    get: read()
      .input(one)
      .query(({ ctx, input }) => items.getItemView(ctx, input.id)),
    save: write()
      .input(saveItem)
      .mutation(({ ctx, input }) => items.saveItem(ctx, input)),
    /** Many at once, one undo. */
    changeMany: write()
      .input(changeItems)
      .mutation(({ ctx, input }) => items.changeItems(ctx, input)),
    archive: write()
      .input(archiveItems)
      .mutation(({ ctx, input }) => items.archiveItems(ctx, input.items)),
    savePacks: write()
      .input(saveItemPacks)
      .mutation(({ ctx, input }) => vendorItems.saveItemPacks(ctx, input)),
    export: procedureFor({
      access: planners,
      topics: ['catalogue'],
      audit: { kind: 'export', detail: ({ result }) => exportedItems(result) },
    })
      .input(exportItems)
      .mutation(({ ctx, input }) => exportItemList(ctx, input.ids)),
  }),
  identifier: router({
    save: write()
      .input(saveIdentifier)
      .mutation(({ ctx, input }) => identifiers.saveIdentifier(ctx, input)),
    archive: write()
      .input(archiveRow)
      .mutation(({ ctx, input }) => identifiers.archiveIdentifier(ctx, input.seen)),
  }),
  vendor: router({
    list: read().query(({ ctx }) => vendors.listVendors(ctx)),
    get: read()
      .input(one)
      .query(({ ctx, input }) => vendors.getVendorDetail(ctx, input.id)),
    save: write()
      .input(saveVendor)
      .mutation(({ ctx, input }) => vendors.saveVendor(ctx, input)),
    archive: write()
      .input(archiveVendors)
      .mutation(({ ctx, input }) => vendors.archiveVendors(ctx, input.vendors)),
  }),
  vendorItem: router({
    save: write()
      .input(saveVendorItem)
      .mutation(({ ctx, input }) => vendorItems.saveVendorItem(ctx, input)),
    archive: write()
      .input(archiveRow)
      .mutation(({ ctx, input }) => vendorItems.archiveVendorItem(ctx, input.seen)),
  }),
  price: router({
    save: write()
      .input(savePrice)
      .mutation(({ ctx, input }) => vendorItems.savePrice(ctx, input)),
    archive: write()
      .input(archiveRow)
      .mutation(({ ctx, input }) => vendorItems.archivePrice(ctx, input.seen)),
  }),
  category: router({
    list: read().query(({ ctx }) => categories.listCategories(ctx)),
    save: write()
      .input(saveCategory)
      .mutation(({ ctx, input }) => categories.saveCategory(ctx, input)),
    archive: write()
      .input(archiveRow)
      .mutation(({ ctx, input }) => categories.archiveCategory(ctx, input.seen)),
  }),
});

/** Nothing when they cancelled. */
function exportedItems(result: unknown): string | null {
  const done = z.object({ saved: z.boolean(), count: z.number() }).safeParse(result);
  return done.success && done.data.saved ? `Exported ${done.data.count} items with prices` : null;
}
