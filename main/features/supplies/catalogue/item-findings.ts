import type { Repositories } from '../../../../db/repositories.ts';
import type { Item, ItemIdentifier } from '../../../../db/supplies/item.entity.ts';
import type { VendorItem } from '../../../../db/supplies/vendor-item.entity.ts';
import type { ItemFinding } from '../../../../preload/contract/supplies/catalogue.ts';
import { checkDigitFinding } from './identifier.view.ts';

/** What to look at in an item: a code or name that another one has, a wrong check digit, nobody who sells it. */
export async function findItemFindings(
  { catalogue }: Repositories,
  item: Item,
  identifiers: readonly ItemIdentifier[],
  vendorItems: readonly VendorItem[],
): Promise<ItemFinding[]> {
  const findings: ItemFinding[] = [];
  if (item.controlled === 1)
    findings.push({
      code: 'controlled',
      text: 'A controlled substance: keep its own register. It is not counted, ordered or received here.',
    });
  const others = (await catalogue.listItems()).filter(({ id }) => id !== item.id);
  const sameCode = item.code === '' ? undefined : others.find(({ code }) => code.toLowerCase() === item.code.toLowerCase());
  if (sameCode) findings.push({ code: 'duplicate_code', text: `${sameCode.name} has the code ${item.code} too.` });
  if (others.some(({ name }) => name.toLowerCase() === item.name.toLowerCase()))
    findings.push({ code: 'duplicate_name', text: 'Another item has the same name.' });
  for (const identifier of identifiers) {
    const text = checkDigitFinding(identifier.scheme, identifier.value);
    if (text !== undefined) findings.push({ code: 'check_digit', text });
  }
  const shared = (await catalogue.findIdentifiers(identifiers.map(({ value }) => value))).filter(({ itemId }) => itemId !== item.id);
  const names = new Map(others.map(({ id, name }) => [id, name]));
  for (const { itemId, value } of shared) {
    const name = names.get(itemId);
    if (name !== undefined) findings.push({ code: 'shared_identifier', text: `The code ${value} stands for ${name} too.` });
  }
  if (vendorItems.every(({ discontinued }) => discontinued === 1) && item.inactiveOn === null)
    findings.push({ code: 'no_vendor', text: 'Nobody sells this yet. Add a vendor, so that it can be ordered.' });
  return findings;
}
