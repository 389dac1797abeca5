import type { Repositories } from '../../../db/repositories.ts';
import type { ShiftRow } from '../../../db/rostering/rostering.repository.ts';
import type { z } from 'zod';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { Id, SeenRow, Written } from '../../../preload/contract/shared/primitives.ts';
import type { saveShiftInput, ShiftFields } from '../../../preload/contract/rostering/rostering.ts';
import { formatDay } from '../../kernel/local-date.ts';
import type { Context } from '../../kernel/trpc.ts';
import { shiftFault } from './domain/entry.ts';

export interface ShiftDetail {
  readonly id: Id;
  readonly version: number;
  readonly shift: ShiftFields;
}

export function getShift(ctx: Context, id: Id): Promise<ShiftDetail> {
  return ctx.read(async ({ rostering }) => {
    const row = await rostering.findShift(id);
    if (!row) throw new AppError('not_found', 'This shift is no longer there. Look at the week as it is now.');
    const { version, ...fields } = row;
    return { id, version, shift: fieldsOf(fields) };
  });
}

const fieldsOf = ({ id: _id, ...fields }: Omit<ShiftRow, 'version'>): ShiftFields => fields;

/** Adds a shift, or changes the one that was seen. What a cell would keep as text is refused here: `invalid_input`, by field. */
export async function saveShift(ctx: Context, { seen, shift }: z.output<typeof saveShiftInput>): Promise<Written & { id: Id }> {
  const id = seen?.id ?? ctx.newId();
  const { changeSet } = await ctx.write(`${seen ? 'Change' : 'Add'} a shift, ${formatDay(shift.on)}`, async (repositories) => {
    await refuseWrongShift(repositories, shift);
    if (seen) await repositories.rostering.shifts.update(seen, shift);
    else await repositories.rostering.shifts.insert([{ id, ...shift }]);
  });
  return { changeSet, id };
}

async function refuseWrongShift({ practice, people }: Repositories, shift: ShiftFields): Promise<void> {
  const fields: Record<string, string> = {};
  const fault = shiftFault(shift);
  if (fault !== null) fields['shift.lengthMinutes'] = fault;
  if (!(await practice.listLocations()).some((row) => row.id === shift.locationId))
    fields['shift.locationId'] = 'Choose a location of the practice.';
  if (!(await practice.listPositions()).some((row) => row.id === shift.positionId))
    fields['shift.positionId'] = 'Choose a position of the practice.';
  if (shift.personId !== null && !(await people.find(shift.personId)))
    fields['shift.personId'] = 'This person is no longer there. Choose another one.';
  const [message] = Object.values(fields);
  if (message !== undefined) throw new AppError('invalid_input', message, { fields });
}

export async function archiveShift(ctx: Context, seen: SeenRow): Promise<Written> {
  const { changeSet } = await ctx.write('Remove a shift', ({ rostering }) => rostering.shifts.archive([seen], ctx.clock()));
  return { changeSet };
}
