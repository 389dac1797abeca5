import type { z } from 'zod';
import { AppError } from '../../../../preload/contract/shared/app-error.ts';
import type { Id, SeenRow, Written } from '../../../../preload/contract/shared/primitives.ts';
import type { CategoryView, saveCategory as saveCategoryInput } from '../../../../preload/contract/supplies/catalogue.ts';
import type { Context } from '../../../kernel/trpc.ts';

/** In the practice's own order. */
export function listCategories(ctx: Context): Promise<CategoryView[]> {
  return ctx.read(async ({ catalogue }) =>
    (await catalogue.listCategories()).map(({ id, version, name, glAccount }) => ({ id, version, name, glAccount })),
  );
}

/** Adds a category, or changes the one that was seen. */
export async function saveCategory(
  ctx: Context,
  { seen, category }: z.output<typeof saveCategoryInput>,
): Promise<Written & { readonly id: Id }> {
  const id = seen?.id ?? ctx.newId();
  const { changeSet } = await ctx.write(`${seen ? 'Change' : 'Add'} category ${category.name}`, async ({ catalogue }) => {
    const present = await catalogue.listCategories();
    if (present.some((row) => row.id !== id && row.name.toLowerCase() === category.name.toLowerCase())) {
      const message = `There is a category ${category.name} already. Choose another name.`;
      throw new AppError('invalid_input', message, { fields: { 'category.name': message } });
    }
    if (seen) await catalogue.categories.update(seen, category);
    else await catalogue.categories.insert([{ id, ...category, sortOrder: (present.at(-1)?.sortOrder ?? -1) + 1 }]);
  });
  return { changeSet, id };
}

/** Its items stay, without a category. */
export async function archiveCategory(ctx: Context, seen: SeenRow): Promise<Written> {
  const { changeSet } = await ctx.write(
    (name: string) => `Archive category ${name}`,
    async ({ catalogue }) => {
      const row = await catalogue.findCategory(seen.id);
      for (const item of await catalogue.listItems()) {
        if (item.categoryId === seen.id) await catalogue.items.update(item, { categoryId: null });
      }
      await catalogue.categories.archive([seen], ctx.clock());
      return row?.name ?? '';
    },
  );
  return { changeSet };
}
