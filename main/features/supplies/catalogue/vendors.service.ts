import type { z } from 'zod';
import type { Vendor } from '../../../../db/supplies/vendor.entity.ts';
import { AppError } from '../../../../preload/contract/shared/app-error.ts';
import type { Id, SeenRow, Written } from '../../../../preload/contract/shared/primitives.ts';
import type {
  saveVendor as saveVendorInput,
  VendorDetail,
  VendorFields,
  VendorView,
} from '../../../../preload/contract/supplies/catalogue.ts';
import type { Context } from '../../../kernel/trpc.ts';
import { getVendor, refuseFields, seesPrices } from './known-rows.ts';
import { vendorItemLines } from './item-list.view.ts';
import { vendorView } from './vendor.view.ts';
import { practiceToday } from '../stock/practice-today.ts';

/** By name. */
export function listVendors(ctx: Context): Promise<VendorView[]> {
  return ctx.read(async ({ catalogue }) => {
    const items = new Set((await catalogue.listItems()).map(({ id }) => id));
    const sold = (await catalogue.listVendorItems()).filter(({ itemId }) => items.has(itemId));
    const counts = Map.groupBy(sold, ({ vendorId }) => vendorId);
    return (await catalogue.listVendors()).map((row) => vendorView(row, counts.get(row.id)?.length ?? 0));
  });
}

/** A vendor with what it sells us. */
export function getVendorDetail(ctx: Context, id: Id): Promise<VendorDetail> {
  return ctx.read(async (repositories) => {
    const { catalogue } = repositories;
    const row = await getVendor(repositories, id);
    const sold = await catalogue.listVendorItems({ vendorId: id });
    const items = vendorItemLines({
      items: await catalogue.listItems(),
      vendorItems: sold,
      packs: await catalogue.listPacksOfVendor(id),
      prices: seesPrices(ctx) ? await catalogue.listPricesOf(sold.map((one) => one.id)) : undefined,
      today: await practiceToday(ctx, repositories),
    });
    return { ...vendorView(row, items.length), items };
  });
}

/** The vendor's own columns. */
export function vendorColumns({ orderWeekdays, ...fields }: VendorFields): Omit<Vendor, 'id' | 'version' | 'archivedAt'> {
  return { ...fields, orderWeekdays: [...new Set(orderWeekdays)].toSorted((one, other) => one - other).join('') };
}

/** Adds a vendor, or changes the one that was seen. */
export async function saveVendor(ctx: Context, { seen, vendor }: z.output<typeof saveVendorInput>): Promise<Written & { readonly id: Id }> {
  const id = seen?.id ?? ctx.newId();
  const { changeSet } = await ctx.write(`${seen ? 'Change' : 'Add'} vendor ${vendor.name}`, async ({ catalogue }) => {
    const same = (await catalogue.listVendors()).find((row) => row.id !== id && row.name.toLowerCase() === vendor.name.toLowerCase());
    if (same) refuseFields({ 'vendor.name': `${same.name} is among the vendors already. Open that one, or choose another name.` });
    if (vendor.minimumPolicy === 'surcharge' && vendor.minimumSurchargeCents === 0)
      refuseFields({ 'vendor.minimumSurchargeCents': 'Say what a small order costs more.' });
    if (seen) await catalogue.vendors.update(seen, vendorColumns(vendor));
    else await catalogue.vendors.insert([{ id, ...vendorColumns(vendor) }]);
  });
  return { changeSet, id };
}

/** Refused while an order with it is open. What it sold stays in the history. */
export async function archiveVendors(ctx: Context, seen: readonly SeenRow[]): Promise<Written> {
  const { changeSet } = await ctx.write(
    (names: readonly string[]) => `Archive ${names.length === 1 ? names[0] : `${names.length} vendors`}`,
    async ({ catalogue }) => {
      const named = await catalogue.namesOf(
        'vendor',
        seen.map(({ id }) => id),
      );
      for (const { id, name } of named) {
        const open = await catalogue.countOpenOrders(id);
        if (open > 0) {
          const message = `${open === 1 ? 'An order' : `${open} orders`} with ${name} ${open === 1 ? 'is' : 'are'} not done yet. Close or cancel ${open === 1 ? 'it' : 'them'} first.`;
          throw new AppError('rule_violation', message, { rule: 'vendor.open_orders' });
        }
      }
      await catalogue.vendors.archive(seen, ctx.clock());
      return named.map(({ name }) => name);
    },
  );
  return { changeSet };
}
