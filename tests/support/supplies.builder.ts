import type { z } from 'zod';
import type { saveItem, saveVendor, saveVendorItem } from '../../preload/contract/supplies/catalogue.ts';
import { openTestPractice, type TestPractice } from './practice.builder.ts';

type Given<Schema extends z.ZodType, Key extends keyof z.input<Schema>> = NonNullable<z.input<Schema>[Key]>;

/** A practice with a way to fill its catalogue as a manager would. */
export interface TestSupplies extends TestPractice {
  readonly catalogue: TestPractice['client']['supplies']['catalogue'];
  addItem(name: string, fields?: Partial<Given<typeof saveItem, 'item'>>): Promise<string>;
  addVendor(name: string, fields?: Partial<Given<typeof saveVendor, 'vendor'>>): Promise<string>;
  /** A vendor item with its packs: `{ BX: 100, CS: 1000 }`; answers its id. */
  sell(
    itemId: string,
    vendorId: string,
    packs: Readonly<Record<string, number>>,
    fields?: Partial<Given<typeof saveVendorItem, 'vendorItem'>>,
  ): Promise<string>;
  /** A room of the practice's location, or a shelf in one. */
  addPlace(name: string, parentId?: string): Promise<string>;
  /** Base units in all places. */
  onHand(itemId: string): Promise<number>;
  /** The id of a pack of a vendor item, by its code. */
  packId(itemId: string, vendorItemId: string, code: string): Promise<string>;
}

export async function openTestSupplies(): Promise<TestSupplies> {
  const office = await openTestPractice();
  const { catalogue } = office.client.supplies;
  return {
    ...office,
    catalogue,
    addItem: async (name, fields = {}) => (await catalogue.item.save.mutate({ item: { name, ...fields } })).id,
    addVendor: async (name, fields = {}) => (await catalogue.vendor.save.mutate({ vendor: { name, ...fields } })).id,
    sell: async (itemId, vendorId, packs, fields = {}) => {
      const chain = Object.entries(packs).map(([code, baseUnits]) => ({ code, baseUnits }));
      const { id } = await catalogue.vendorItem.save.mutate({ vendorItem: { itemId, vendorId, packs: chain, ...fields } });
      return id;
    },
    addPlace: async (name, parentId) =>
      (
        await office.client.supplies.stock.place.save.mutate({
          place: { locationId: office.locationId, name, ...(parentId === undefined ? {} : { parentId }) },
        })
      ).id,
    onHand: async (itemId) => (await office.client.supplies.stock.item.query({ itemId })).onHand,
    packId: async (itemId, vendorItemId, code) => {
      const item = await catalogue.item.get.query({ id: itemId });
      const pack = item.vendorItems.find(({ id }) => id === vendorItemId)?.packs.find((one) => one.code === code);
      if (!pack) throw new Error(`There is no pack ${code}`);
      return pack.id;
    },
  };
}
