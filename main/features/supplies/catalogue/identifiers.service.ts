import type { z } from 'zod';
import type { Id, SeenRow, Written } from '../../../../preload/contract/shared/primitives.ts';
import type { saveIdentifier as saveIdentifierInput } from '../../../../preload/contract/supplies/catalogue.ts';
import type { Context } from '../../../kernel/trpc.ts';
import { readIdentifier } from './identifier.view.ts';
import { getItem, refuseFields } from './known-rows.ts';

/** Adds a code of an item, or corrects one. A wrong check digit, or a code another item has too, is a finding and no refusal. */
export async function saveIdentifier(
  ctx: Context,
  { seen, identifier }: z.output<typeof saveIdentifierInput>,
): Promise<Written & { readonly id: Id }> {
  const id = seen?.id ?? ctx.newId();
  const { changeSet } = await ctx.write(
    (name: string) => `${seen ? 'Change' : 'Add'} a code of ${name}`,
    async (repositories) => {
      const item = await getItem(repositories, identifier.itemId);
      const read = readIdentifier(identifier.scheme, identifier.value);
      if (!read.ok) {
        refuseFields({ 'identifier.value': read.message });
        return item.name;
      }
      const columns = { ...identifier, value: read.value };
      const { identifiers } = repositories.catalogue;
      if (seen) await identifiers.update(seen, columns);
      else await identifiers.insert([{ id, ...columns }]);
      return item.name;
    },
  );
  return { changeSet, id };
}

export async function archiveIdentifier(ctx: Context, seen: SeenRow): Promise<Written> {
  const { changeSet } = await ctx.write('Remove a code', ({ catalogue }) => catalogue.identifiers.archive([seen], ctx.clock()));
  return { changeSet };
}
