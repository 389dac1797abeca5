import type { z } from 'zod';
import type { Repositories } from '../../../db/repositories.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { Id, SeenRow, Written } from '../../../preload/contract/shared/primitives.ts';
import type { addRequirementsInput, RequirementView, saveRequirementInput } from '../../../preload/contract/rostering/rostering.ts';
import type { Context } from '../../kernel/trpc.ts';
import { refuseUnknownLocation } from '../practice/known-location.service.ts';
import { clockOf } from '../practice/practice.view.ts';
import { formatBand } from './domain/clock-text.ts';

/** The people needed at a location, by position, weekday and time. */
export function listRequirements(ctx: Context, locationId: Id): Promise<RequirementView[]> {
  return ctx.read(async ({ practice, rostering }) => {
    const settings = await practice.find();
    const clock = clockOf(settings?.clock ?? '');
    return (await rostering.listRequirements(locationId)).map((row) => ({
      ...row,
      band: formatBand(row.startMinute, row.lengthMinutes, clock),
    }));
  });
}

/** One band for several weekdays, in place of the rows it replaces. */
export async function addRequirements(
  ctx: Context,
  { weekdays, replaces, ...band }: z.output<typeof addRequirementsInput>,
): Promise<Written> {
  const { changeSet } = await ctx.write(`${replaces.length > 0 ? 'Change' : 'Add'} people needed`, async (repositories) => {
    await refuseUnknown(repositories, band);
    await repositories.rostering.requirements.archive(replaces, ctx.clock());
    await repositories.rostering.requirements.insert([...new Set(weekdays)].map((weekday) => ({ id: ctx.newId(), weekday, ...band })));
  });
  return { changeSet };
}

export async function saveRequirement(
  ctx: Context,
  { seen, requirement }: z.output<typeof saveRequirementInput>,
): Promise<Written & { id: Id }> {
  const id = seen?.id ?? ctx.newId();
  const { changeSet } = await ctx.write('Change people needed', async (repositories) => {
    await refuseUnknown(repositories, requirement);
    if (seen) await repositories.rostering.requirements.update(seen, requirement);
    else await repositories.rostering.requirements.insert([{ id, ...requirement }]);
  });
  return { changeSet, id };
}

export async function archiveRequirements(ctx: Context, seen: readonly SeenRow[]): Promise<Written> {
  const { changeSet } = await ctx.write('Remove people needed', ({ rostering }) => rostering.requirements.archive(seen, ctx.clock()));
  return { changeSet };
}

async function refuseUnknown(repositories: Repositories, { locationId, positionId }: { locationId: Id; positionId: Id }): Promise<void> {
  await refuseUnknownLocation(repositories, locationId);
  if (!(await repositories.practice.listPositions()).some((row) => row.id === positionId))
    throw new AppError('not_found', 'This position is no longer there. Choose another one.');
}
