import type { Repositories } from '../../../../db/repositories.ts';
import { AppError } from '../../../../preload/contract/shared/app-error.ts';
import type { Id } from '../../../../preload/contract/shared/primitives.ts';
import type { Context } from '../../../kernel/trpc.ts';

/** Whoever plans sees prices; staff see what there is to ask for. */
export const seesPrices = (ctx: Context): boolean => ['owner', 'manager', 'lead'].includes(ctx.actor.role);

export async function getItem({ catalogue }: Repositories, id: Id) {
  const item = await catalogue.findItem(id);
  if (!item) throw new AppError('not_found', 'This item is no longer there. Look at what is there now.');
  return item;
}

export async function getVendor({ catalogue }: Repositories, id: Id) {
  const vendor = await catalogue.findVendor(id);
  if (!vendor) throw new AppError('not_found', 'This vendor is no longer there. Look at what is there now.');
  return vendor;
}

export async function getVendorItem({ catalogue }: Repositories, id: Id) {
  const vendorItem = await catalogue.findVendorItem(id);
  if (!vendorItem) throw new AppError('not_found', 'This vendor no longer sells the item here. Look at what is there now.');
  return vendorItem;
}

export async function getPack({ catalogue }: Repositories, id: Id) {
  const pack = await catalogue.findPack(id);
  if (!pack) throw new AppError('not_found', 'This pack is no longer there. Look at what is there now.');
  return pack;
}

/** A refusal on fields of the input, told with the first of them. */
export function refuseFields(fields: Readonly<Record<string, string>>): void {
  const [message] = Object.values(fields);
  if (message !== undefined) throw new AppError('invalid_input', message, { fields });
}
