import type { z } from 'zod';
import type { Repositories } from '../../../db/repositories.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { Id, SeenRow, Written } from '../../../preload/contract/shared/primitives.ts';
import type { payRateChanges, savePayRate as savePayRateInput } from '../../../preload/contract/people/people.ts';
import { managers, type Context } from '../../kernel/trpc.ts';

type PayRateChanges = z.output<typeof payRateChanges>;

/** Pay is for those who answer for it. */
export const seesPay = (ctx: Context): boolean => managers.includes(ctx.actor.role);

/** Adds a pay rate from a date on, or changes the one that was seen. Cents per hour. */
export async function savePayRate(
  ctx: Context,
  { personId, seen, payRate }: z.output<typeof savePayRateInput>,
): Promise<Written & { id: Id }> {
  const { result, changeSet } = await ctx.write(seen ? 'Change a pay rate' : 'Add a pay rate', (repositories) =>
    putPayRates(ctx, repositories, personId, { save: [{ ...(seen ? { seen } : {}), payRate }], archive: [] }, 'payRate.effectiveOn'),
  );
  return { changeSet, id: result[0] ?? '' };
}

export async function archivePayRate(ctx: Context, seen: SeenRow): Promise<Written> {
  const { changeSet } = await ctx.write('Remove a pay rate', ({ people }) => people.payRates.archive([seen], ctx.clock()));
  return { changeSet };
}

/**
 * Removes, changes and adds pay rates of a person within a unit of work that may do more; answers the ids of those saved.
 * Refused as `invalid_input` on `field` when two would hold from the same day.
 */
export async function putPayRates(
  ctx: Context,
  { people }: Repositories,
  personId: Id,
  { save, archive }: PayRateChanges,
  field: string,
): Promise<Id[]> {
  if (!seesPay(ctx)) throw new AppError('forbidden', 'Your role may not change pay. Ask the office manager.');
  if (!(await people.find(personId))) throw new AppError('not_found', 'This person is no longer there. Look at who is there now.');
  const touched = new Set([...archive, ...save.flatMap(({ seen }) => seen ?? [])].map((row) => row.id));
  const stay = (await people.listPayRates(personId)).filter((rate) => !touched.has(rate.id));
  const days = [...stay, ...save.map(({ payRate }) => payRate)].map((rate) => rate.effectiveOn);
  if (new Set(days).size < days.length) {
    const message = 'There is a pay rate from this day on already. Change that one.';
    throw new AppError('invalid_input', message, { fields: { [field]: message } });
  }
  await people.payRates.archive(archive, ctx.clock());
  const ids: Id[] = [];
  for (const { seen, payRate } of save) {
    const id = seen?.id ?? ctx.newId();
    if (seen) await people.payRates.update(seen, payRate);
    else await people.payRates.insert([{ id, personId, ...payRate }]);
    ids.push(id);
  }
  return ids;
}
