import { useQueryClient } from '@tanstack/react-query';
import type { Id, SeenRow, Written } from '../../../preload/contract/shared/primitives.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { useWrite } from '../../app/use-write.ts';

/** The refusal is said in the form. */
const inForm = { sayRefusal: false } as const;

/** The catalogue's writes for forms; each is finished when the screen shows it, so that the next one carries the new version. */
export function useCatalogueWrites() {
  const trpc = useTrpc();
  const queryClient = useQueryClient();
  const { catalogue } = trpc.supplies;
  const item = useWrite(catalogue.item.save.mutationOptions(), inForm);
  const packs = useWrite(catalogue.item.savePacks.mutationOptions(), inForm);
  const vendor = useWrite(catalogue.vendor.save.mutationOptions(), inForm);
  const vendorItem = useWrite(catalogue.vendorItem.save.mutationOptions(), inForm);
  const price = useWrite(catalogue.price.save.mutationOptions(), inForm);
  const identifier = useWrite(catalogue.identifier.save.mutationOptions(), inForm);
  const category = useWrite(catalogue.category.save.mutationOptions(), inForm);

  return {
    saveItem: shown(item.mutateAsync),
    savePacks: shown(packs.mutateAsync),
    saveVendor: shown(vendor.mutateAsync),
    saveVendorItem: shown(vendorItem.mutateAsync),
    savePrice: shown(price.mutateAsync),
    saveIdentifier: shown(identifier.mutateAsync),
    saveCategory: shown(category.mutateAsync),
    seenItem: (id: Id, version: number): SeenRow => ({
      id,
      version: queryClient.getQueryData(catalogue.item.get.queryKey({ id }))?.version ?? version,
    }),
    seenVendorItem: (itemId: Id, id: Id, version: number): SeenRow => ({
      id,
      version:
        queryClient.getQueryData(catalogue.item.get.queryKey({ id: itemId }))?.vendorItems.find((one) => one.id === id)?.version ?? version,
    }),
    seenVendor: (id: Id, version: number): SeenRow => ({
      id,
      version: queryClient.getQueryData(catalogue.vendor.get.queryKey({ id }))?.version ?? version,
    }),
  };

  function shown<Input, Output extends Written>(write: (input: Input) => Promise<Output>): (input: Input) => Promise<Output> {
    return async (input) => {
      const output = await write(input);
      await queryClient.refetchQueries({ queryKey: trpc.supplies.catalogue.pathKey(), type: 'active' });
      return output;
    };
  }
}
