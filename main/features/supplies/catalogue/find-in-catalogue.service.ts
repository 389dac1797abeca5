import type { Repositories } from '../../../../db/repositories.ts';
import type { ItemHit, VendorHit } from '../../../../preload/contract/supplies/catalogue.ts';
import { readIdentifier } from './identifier.view.ts';

const maximumItems = 8;
const maximumVendors = 4;

/** What a search needs of its words: 0 when they are not all met, else the better the higher. */
export type Rank = (names: string, rest: string) => number;

/** Items by name, code, vendor's or maker's number and by any of their codes as scanned or typed; vendors by name and account. */
export async function findInCatalogue(
  { catalogue }: Repositories,
  text: string,
  rank: Rank,
): Promise<{ readonly items: readonly ItemHit[]; readonly vendors: readonly VendorHit[] }> {
  const vendors = await catalogue.listVendors();
  const vendorNames = new Map(vendors.map(({ id, name }) => [id, name]));
  const sold = Map.groupBy(
    (await catalogue.listVendorItems()).filter(({ vendorId }) => vendorNames.has(vendorId)),
    ({ itemId }) => itemId,
  );
  const codes = (['gtin', 'ndc', 'other'] as const).flatMap((scheme) => {
    const read = readIdentifier(scheme, text);
    return read.ok ? [read.value] : [];
  });
  const byCode = new Set((await catalogue.findIdentifiers(codes)).map(({ itemId }) => itemId));
  const items = (await catalogue.listItems())
    .map((row) => {
      const offers = sold.get(row.id) ?? [];
      const numbers = offers.map((one) => `${one.vendorNumber} ${one.manufacturer} ${one.manufacturerNumber}`).join(' ');
      return { row, offers, rank: byCode.has(row.id) ? 1000 : rank(row.name, `${row.code} ${numbers}`) };
    })
    .filter((found) => found.rank > 0)
    .toSorted((one, other) => other.rank - one.rank)
    .slice(0, maximumItems)
    .map(({ row, offers }): ItemHit => ({
      id: row.id,
      name: row.name,
      code: row.code,
      baseUnit: row.baseUnit,
      vendorName: vendorNames.get(offers[0]?.vendorId ?? '') ?? '',
      inactiveOn: row.inactiveOn,
    }));
  const found = vendors
    .map((row) => ({ row, rank: rank(row.name, `${row.accountNumber} ${row.contactName} ${row.phone}`) }))
    .filter((one) => one.rank > 0)
    .toSorted((one, other) => other.rank - one.rank)
    .slice(0, maximumVendors)
    .map(({ row: { id, name, phone } }): VendorHit => ({ id, name, phone }));
  return { items, vendors: found };
}
