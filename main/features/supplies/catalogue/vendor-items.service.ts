import type { z } from 'zod';
import type { Repositories } from '../../../../db/repositories.ts';
import type { ItemPack, VendorItem } from '../../../../db/supplies/vendor-item.entity.ts';
import { AppError } from '../../../../preload/contract/shared/app-error.ts';
import type { Id, SeenRow, Written } from '../../../../preload/contract/shared/primitives.ts';
import type {
  PackFields,
  saveItemPacks as saveItemPacksInput,
  savePrice as savePriceInput,
  saveVendorItem as saveVendorItemInput,
  vendorItemFields,
} from '../../../../preload/contract/supplies/catalogue.ts';
import type { Context } from '../../../kernel/trpc.ts';
import { findPackFaults } from '../domain/pack-chain.ts';
import { getItem, getPack, getVendor, getVendorItem, refuseFields } from './known-rows.ts';

type VendorItemFields = z.output<typeof vendorItemFields>;

/** The vendor item's own columns; packs lie in a table of their own. */
export function vendorItemColumns(fields: Omit<VendorItemFields, 'packs'>): Omit<VendorItem, 'id' | 'version' | 'archivedAt'> {
  return {
    itemId: fields.itemId,
    vendorId: fields.vendorId,
    vendorNumber: fields.vendorNumber,
    vendorName: fields.vendorName,
    manufacturer: fields.manufacturer,
    manufacturerNumber: fields.manufacturerNumber,
    preference: fields.preference,
    discontinued: fields.discontinued ? 1 : 0,
    note: fields.note,
  };
}

/**
 * Has a vendor sell an item, or changes how: its number, its packs. Packs keep their prices by their code; a pack that holds another number
 * than before is another pack, so that orders and prices of the old one stay what they were.
 */
export async function saveVendorItem(
  ctx: Context,
  { seen, vendorItem }: z.output<typeof saveVendorItemInput>,
): Promise<Written & { readonly id: Id }> {
  const id = seen?.id ?? ctx.newId();
  const { changeSet } = await ctx.write(
    (label: string) => label,
    async (repositories) => {
      const { catalogue } = repositories;
      const item = await getItem(repositories, vendorItem.itemId);
      const vendor = await getVendor(repositories, vendorItem.vendorId);
      refuseBrokenChain(vendorItem.packs, item.baseUnit, 'vendorItem.packs');
      if (seen) {
        const before = await getVendorItem(repositories, id);
        if (before.itemId !== item.id) refuseFields({ 'vendorItem.itemId': 'This belongs to another item. Add the vendor there.' });
        await catalogue.vendorItems.update(seen, vendorItemColumns(vendorItem));
      } else await catalogue.vendorItems.insert([{ id, ...vendorItemColumns(vendorItem) }]);
      const present = (await catalogue.listPacks({ vendorItemId: id })).filter((pack) => pack.vendorItemId === id);
      await replacePacks(ctx, repositories, { itemId: item.id, vendorItemId: id }, present, vendorItem.packs);
      return seen ? `Change ${item.name} at ${vendor.name}` : `Buy ${item.name} from ${vendor.name}`;
    },
  );
  return { changeSet, id };
}

/** The vendor no longer sells it here; its packs and prices stay in the history. */
export async function archiveVendorItem(ctx: Context, seen: SeenRow): Promise<Written> {
  const { changeSet } = await ctx.write(
    (label: string) => label,
    async (repositories) => {
      const row = await getVendorItem(repositories, seen.id);
      const [item] = await repositories.catalogue.namesOf('item', [row.itemId]);
      const [vendor] = await repositories.catalogue.namesOf('vendor', [row.vendorId]);
      await repositories.catalogue.vendorItems.archive([seen], ctx.clock());
      return `No longer buy ${item?.name ?? 'an item'} from ${vendor?.name ?? 'a vendor'}`;
    },
  );
  return { changeSet };
}

/** The packs in which an item is counted whoever sold it. */
export async function saveItemPacks(ctx: Context, { itemId, packs }: z.output<typeof saveItemPacksInput>): Promise<Written> {
  const { changeSet } = await ctx.write(
    (name: string) => `Change the packs of ${name}`,
    async (repositories) => {
      const item = await getItem(repositories, itemId);
      refuseBrokenChain(packs, item.baseUnit, 'packs');
      const present = (await repositories.catalogue.listPacks({ itemId })).filter(({ vendorItemId }) => vendorItemId === null);
      await replacePacks(ctx, repositories, { itemId, vendorItemId: null }, present, packs);
      return item.name;
    },
  );
  return { changeSet };
}

/** Puts a price on a pack from a day on, or corrects one. */
export async function savePrice(ctx: Context, { seen, price }: z.output<typeof savePriceInput>): Promise<Written & { readonly id: Id }> {
  const id = seen?.id ?? ctx.newId();
  const { changeSet } = await ctx.write(
    (label: string) => label,
    async (repositories) => {
      const { packId, ...fields } = price;
      if (price.endsOn !== null && price.endsOn < price.effectiveOn)
        refuseFields({ 'price.endsOn': 'The last day lies before the first one. Change one of them.' });
      if (price.endsOn !== null && price.kind !== 'contract')
        refuseFields({ 'price.endsOn': 'Only a contract price has a last day. Choose contract, or leave the day empty.' });
      const pack = await getPack(repositories, packId);
      if (pack.vendorItemId === null) {
        refuseFields({ 'price.packId': 'This pack is not a vendor’s. Choose one of the packs a vendor sells.' });
        return '';
      }
      const columns = { ...fields, vendorItemId: pack.vendorItemId, itemPackId: packId };
      if (seen) await repositories.catalogue.prices.update(seen, columns);
      else await repositories.catalogue.prices.insert([{ id, ...columns }]);
      const [item] = await repositories.catalogue.namesOf('item', [pack.itemId]);
      return `${seen ? 'Change' : 'Set'} the price of ${item?.name ?? 'an item'}`;
    },
  );
  return { changeSet, id };
}

export async function archivePrice(ctx: Context, seen: SeenRow): Promise<Written> {
  const { changeSet } = await ctx.write('Remove a price', ({ catalogue }) => catalogue.prices.archive([seen], ctx.clock()));
  return { changeSet };
}

/** Each pack holds a whole number of the one before it, and no two have one name. */
export function refuseBrokenChain(packs: readonly PackFields[], baseUnit: string, field: string): void {
  const [fault] = findPackFaults(packs, baseUnit);
  if (fault)
    throw new AppError('invalid_input', fault.message, {
      rule: fault.rule,
      fields: { [`${field}.${fault.index}.baseUnits`]: fault.message },
    });
}

/** Keeps the packs that stay, archives the others and adds what is new. */
export async function replacePacks(
  ctx: Context,
  { catalogue }: Repositories,
  owner: { readonly itemId: Id; readonly vendorItemId: Id | null },
  present: readonly ItemPack[],
  wanted: readonly PackFields[],
): Promise<void> {
  const left = new Map(wanted.map((pack) => [packKey(pack), pack]));
  const gone: ItemPack[] = [];
  for (const row of present) {
    const pack = left.get(packKey(row));
    if (!pack) {
      gone.push(row);
      continue;
    }
    left.delete(packKey(row));
    const orderable = pack.orderable ? 1 : 0;
    if (row.orderable !== orderable || row.code !== pack.code) await catalogue.packs.update(row, { orderable, code: pack.code });
  }
  await catalogue.packs.archive(gone, ctx.clock());
  await catalogue.packs.insert(packRows(ctx, owner, [...left.values()]));
}

/** New rows for packs. */
export const packRows = (
  ctx: Context,
  owner: { readonly itemId: Id; readonly vendorItemId: Id | null },
  packs: readonly PackFields[],
): Omit<ItemPack, 'version' | 'archivedAt'>[] =>
  packs.map(({ code, baseUnits, orderable }) => ({ id: ctx.newId(), ...owner, code, baseUnits, orderable: orderable ? 1 : 0 }));

const packKey = ({ code, baseUnits }: { readonly code: string; readonly baseUnits: number }): string =>
  `${code.toUpperCase()}/${baseUnits}`;
