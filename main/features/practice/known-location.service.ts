import type { Repositories } from '../../../db/repositories.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { Id } from '../../../preload/contract/shared/primitives.ts';

/** Refuses as `not_found` a location that the practice does not have, or has no more. */
export async function refuseUnknownLocation({ practice }: Pick<Repositories, 'practice'>, locationId: Id): Promise<void> {
  if ((await practice.listLocations()).some((row) => row.id === locationId)) return;
  throw new AppError('not_found', 'This location is no longer there. Choose another one.');
}
