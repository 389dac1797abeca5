import type { z } from 'zod';
import type { Repositories } from '../../../../db/repositories.ts';
import type { Item } from '../../../../db/supplies/item.entity.ts';
import { AppError } from '../../../../preload/contract/shared/app-error.ts';
import type { Id, SeenRow, Written } from '../../../../preload/contract/shared/primitives.ts';
import type {
  changeItems as changeItemsInput,
  ItemFields,
  ItemLine,
  ItemView,
  saveItem as saveItemInput,
} from '../../../../preload/contract/supplies/catalogue.ts';
import type { Context } from '../../../kernel/trpc.ts';
import { findItemFindings } from './item-findings.ts';
import { itemView } from './item-detail.view.ts';
import { itemLines } from './item-list.view.ts';
import { getItem, refuseFields, seesPrices } from './known-rows.ts';
import { practiceToday } from '../stock/practice-today.ts';

/** Every item, by name. Prices only for those who may see them. */
export function listItems(ctx: Context): Promise<ItemLine[]> {
  return ctx.read((repositories) => readItemLines(ctx, repositories));
}

export async function readItemLines(ctx: Context, repositories: Repositories): Promise<ItemLine[]> {
  const { catalogue } = repositories;
  return itemLines({
    items: await catalogue.listItems(),
    categories: await catalogue.listCategories(),
    vendors: await catalogue.listVendors(),
    vendorItems: await catalogue.listVendorItems(),
    packs: await catalogue.listPacks(),
    prices: seesPrices(ctx) ? await catalogue.listPrices() : undefined,
    today: await practiceToday(ctx, repositories),
  });
}

/** An item with its codes, packs, vendors, and prices for those who may see them. */
export function getItemView(ctx: Context, id: Id): Promise<ItemView> {
  return ctx.read(async (repositories) => {
    const { catalogue } = repositories;
    const item = await getItem(repositories, id);
    const vendorItems = await catalogue.listVendorItems({ itemId: id });
    const category = item.categoryId === null ? undefined : await catalogue.findCategory(item.categoryId);
    const identifiers = await catalogue.listIdentifiers({ itemId: id });
    return itemView({
      item,
      categoryName: category?.name ?? '',
      identifiers,
      vendorItems,
      vendors: await catalogue.listVendors(),
      packs: await catalogue.listPacks({ itemId: id }),
      prices: seesPrices(ctx) ? await catalogue.listPricesOf(vendorItems.map((row) => row.id)) : undefined,
      findings: await findItemFindings(repositories, item, identifiers, vendorItems),
      today: await practiceToday(ctx, repositories),
    });
  });
}

/** The item's own columns. */
export function itemColumns(fields: ItemFields): Omit<Item, 'id' | 'version' | 'archivedAt'> {
  return {
    ...fields,
    lotTracked: fields.lotTracked ? 1 : 0,
    expiryTracked: fields.expiryTracked ? 1 : 0,
    controlled: fields.controlled ? 1 : 0,
  };
}

/** Adds an item, or changes the one that was seen. Two items with one code are a finding and no refusal. */
export async function saveItem(ctx: Context, { seen, item }: z.output<typeof saveItemInput>): Promise<Written & { readonly id: Id }> {
  const id = seen?.id ?? ctx.newId();
  const { changeSet } = await ctx.write(`${seen ? 'Change' : 'Add'} ${item.name}`, async (repositories) => {
    const { catalogue } = repositories;
    await refuseUnknownCategory(repositories, item.categoryId, 'item.categoryId');
    if (!seen) {
      await catalogue.items.insert([{ id, ...itemColumns(item) }]);
      return;
    }
    const before = await catalogue.findItem(id);
    await catalogue.items.update(seen, itemColumns(item));
    if (before && before.controlled === 0 && item.controlled) await refuseInStock(repositories, [id], 'item.controlled', controlledInStock);
  });
  return { changeSet, id };
}

const controlledInStock = (name: string): string =>
  `${name} is in stock here. Write it off first: a controlled substance has a register of its own.`;

/** Gives many items the same at once: one change, one undo. */
export async function changeItems(ctx: Context, { items, change }: z.output<typeof changeItemsInput>): Promise<Written> {
  if (Object.values(change).every((value) => value === undefined))
    throw new AppError('invalid_input', 'Choose what is to change.', { fields: { change: 'Choose what is to change.' } });
  const { lotTracked, expiryTracked, ...plain } = change;
  const patch = {
    ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)),
    ...(lotTracked === undefined ? {} : { lotTracked: lotTracked ? 1 : 0 }),
    ...(expiryTracked === undefined ? {} : { expiryTracked: expiryTracked ? 1 : 0 }),
  };
  const { changeSet } = await ctx.write(`Change ${countItems(items.length)}`, async (repositories) => {
    await refuseUnknownCategory(repositories, change.categoryId ?? null, 'change.categoryId');
    for (const seen of items) await repositories.catalogue.items.update(seen, patch);
  });
  return { changeSet };
}

/** Refused while something of them is in stock. What was bought stays in the history. */
export async function archiveItems(ctx: Context, seen: readonly SeenRow[]): Promise<Written> {
  const ids = seen.map(({ id }) => id);
  const { changeSet } = await ctx.write(
    (names: readonly string[]) => `Archive ${names.length === 1 ? names[0] : countItems(names.length)}`,
    async (repositories) => {
      await refuseInStock(repositories, ids, 'items', inStock);
      const named = await repositories.catalogue.namesOf('item', ids);
      await repositories.catalogue.items.archive(seen, ctx.clock());
      return named.map(({ name }) => name);
    },
  );
  return { changeSet };
}

const inStock = (name: string): string => `${name} is still in stock. Write it off first, or give it a last day instead.`;

async function refuseInStock(
  { catalogue }: Repositories,
  ids: readonly Id[],
  field: string,
  sentence: (name: string) => string,
): Promise<void> {
  const [name] = await catalogue.namesInStock(ids);
  if (name === undefined) return;
  throw new AppError('rule_violation', sentence(name), { rule: 'item.in_stock', fields: { [field]: sentence(name) } });
}

async function refuseUnknownCategory({ catalogue }: Repositories, id: Id | null, field: string): Promise<void> {
  if (id !== null && !(await catalogue.findCategory(id))) refuseFields({ [field]: 'Choose a category of the practice.' });
}

const countItems = (count: number): string => (count === 1 ? '1 item' : `${count.toLocaleString('en-US')} items`);
