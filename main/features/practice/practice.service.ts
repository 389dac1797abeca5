import type { Repositories } from '../../../db/repositories.ts';
import type { Practice } from '../../../db/practice/practice.entity.ts';
import type { z } from 'zod';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { Id, SeenRow, Written } from '../../../preload/contract/shared/primitives.ts';
import type {
  ClosureFields,
  LocationFields,
  PositionFields,
  PracticeFields,
  PracticeView,
  saveClosure as saveClosureInput,
  saveLocation as saveLocationInput,
  savePosition as savePositionInput,
} from '../../../preload/contract/practice/practice.ts';
import { federalHolidayIds } from '../../../preload/contract/practice/holidays.ts';
import { formatDay } from '../../kernel/local-date.ts';
import type { Context } from '../../kernel/trpc.ts';
import { draftPosition, guessPosition } from './domain/position-names.ts';
import { refuseUnknownLocation } from './known-location.service.ts';
import { colourOf, readPracticeView } from './practice.view.ts';

export interface WrittenRow extends Written {
  readonly id: Id;
}

/** Null before set-up. */
export function getPractice(ctx: Context): Promise<PracticeView | null> {
  return ctx.read((repositories) => readPracticeView(repositories, ctx.deviceId, ctx.clock()));
}

/** The columns of the practice's settings. */
export function practiceColumns({
  closedOnHolidays,
  openHolidays,
  ...fields
}: PracticeFields): Omit<Practice, 'id' | 'version' | 'archivedAt'> {
  // In the order of the year and once each, so that the same choice is the same text.
  const open = federalHolidayIds.filter((id) => openHolidays.includes(id));
  return { ...fields, closedOnHolidays: closedOnHolidays ? 1 : 0, openHolidays: open.length === 0 ? null : open.join(',') };
}

export async function savePractice(ctx: Context, seen: SeenRow, fields: PracticeFields): Promise<Written> {
  const { changeSet } = await ctx.write('Change the practice', ({ practice }) => practice.practices.update(seen, practiceColumns(fields)));
  return { changeSet };
}

/** Adds a location, or changes the one that was seen, with all its opening hours. */
export async function saveLocation(ctx: Context, { seen, location }: z.output<typeof saveLocationInput>): Promise<WrittenRow> {
  const id = seen?.id ?? ctx.newId();
  const { changeSet } = await ctx.write(`${seen ? 'Change' : 'Add'} location ${location.name}`, async (repositories) => {
    const { practice } = repositories;
    const columns = { name: location.name, timeZone: location.timeZone };
    if (seen) await practice.locations.update(seen, columns);
    else await practice.locations.insert([{ id, ...columns, sortOrder: (await practice.listLocations()).length }]);
    await replaceOpeningHours(ctx, repositories, id, location.openingHours);
  });
  return { changeSet, id };
}

const openingKey = (row: LocationFields['openingHours'][number]): string => `${row.weekday}/${row.startMinute}/${row.lengthMinutes}`;

/** Keeps the openings that stay, archives the others and adds what is new. */
export async function replaceOpeningHours(
  ctx: Context,
  { practice }: Repositories,
  locationId: Id,
  openingHours: LocationFields['openingHours'],
): Promise<void> {
  const present = (await practice.listOpeningHours()).filter((row) => row.locationId === locationId);
  const wanted = new Map(openingHours.map((row) => [openingKey(row), row]));
  await practice.openingHours.archive(
    present.filter((row) => !wanted.has(openingKey(row))),
    ctx.clock(),
  );
  const kept = new Set(present.map(openingKey));
  const added = [...wanted].filter(([name]) => !kept.has(name));
  await practice.openingHours.insert(added.map(([, row]) => ({ id: ctx.newId(), locationId, ...row })));
}

/** Refused while it is the only one, or someone's own: their schedule would have no place. */
export async function archiveLocation(ctx: Context, seen: SeenRow): Promise<Written> {
  const { changeSet } = await ctx.write('Archive a location', async ({ practice, people }) => {
    if ((await practice.listLocations()).length < 2) {
      throw new AppError('rule_violation', 'A practice has at least one location. Add another one first.', { rule: 'location.last' });
    }
    const there = (await people.list()).filter((person) => person.homeLocationId === seen.id);
    if (there.length > 0) {
      throw new AppError('rule_violation', `${countPeople(there.length)} at this location. Give them another one first.`, {
        rule: 'location.in_use',
      });
    }
    await practice.locations.archive([seen], ctx.clock());
  });
  return { changeSet };
}

/** Adds a position, or changes the one that was seen. Two positions with one code could not be told apart when typed. */
export async function savePosition(ctx: Context, { seen, position }: z.output<typeof savePositionInput>): Promise<WrittenRow> {
  const id = seen?.id ?? ctx.newId();
  const { changeSet } = await ctx.write(`${seen ? 'Change' : 'Add'} position ${position.name}`, async ({ practice }) => {
    const present = await practice.listPositions();
    refuseTakenCode(
      position,
      present.filter((row) => row.id !== id),
    );
    if (seen) await practice.positions.update(seen, position);
    else await practice.positions.insert([{ id, ...position, sortOrder: present.length }]);
  });
  return { changeSet, id };
}

function refuseTakenCode({ code }: PositionFields, others: readonly { code: string; name: string }[]): void {
  const other = others.find((row) => row.code === code);
  if (!other) return;
  const message = `${code} is the code of ${other.name} already. Choose other letters.`;
  throw new AppError('invalid_input', message, { fields: { 'position.code': message } });
}

/** Refused while people have it. */
export async function archivePosition(ctx: Context, seen: SeenRow): Promise<Written> {
  const { changeSet } = await ctx.write('Archive a position', async ({ practice, people }) => {
    const holders = (await people.list()).filter((person) => person.positions.some((position) => position.positionId === seen.id));
    if (holders.length > 0) {
      throw new AppError('rule_violation', `${countPeople(holders.length)} in this position. Give them another one first.`, {
        rule: 'position.in_use',
      });
    }
    await practice.positions.archive([seen], ctx.clock());
  });
  return { changeSet };
}

/** A dated closure; the schedule shows it at once. */
export async function saveClosure(ctx: Context, { seen, closure }: z.output<typeof saveClosureInput>): Promise<WrittenRow> {
  const id = seen?.id ?? ctx.newId();
  const { changeSet } = await ctx.write(
    `${seen ? 'Change' : 'Add'} closure ${closure.name}, ${formatDay(closure.on)}`,
    async (repositories) => {
      const { practice } = repositories;
      if (closure.locationId !== null) await refuseUnknownLocation(repositories, closure.locationId);
      if (seen) await practice.closures.update(seen, closureColumns(closure));
      else await practice.closures.insert([{ id, ...closureColumns(closure) }]);
    },
  );
  return { changeSet, id };
}

const closureColumns = ({ credited, ...fields }: ClosureFields) => ({ ...fields, credited: credited ? 1 : 0 });

export async function archiveClosure(ctx: Context, seen: SeenRow): Promise<Written> {
  const { changeSet } = await ctx.write('Remove a closure', ({ practice }) => practice.closures.archive([seen], ctx.clock()));
  return { changeSet };
}

/** Puts positions or locations in the practice's own order; ids left out keep their place behind. */
export async function orderRows(ctx: Context, kind: 'positions' | 'locations', ids: readonly Id[]): Promise<Written> {
  const { changeSet } = await ctx.write(`Order the ${kind}`, async ({ practice }) => {
    const rows = kind === 'positions' ? await practice.listPositions() : await practice.listLocations();
    const table = kind === 'positions' ? practice.positions : practice.locations;
    const place = (id: Id) => (ids.includes(id) ? ids.indexOf(id) : ids.length + rows.findIndex((row) => row.id === id));
    for (const [sortOrder, row] of rows.toSorted((one, other) => place(one.id) - place(other.id)).entries()) {
      if (row.sortOrder !== sortOrder) await table.update(row, { sortOrder });
    }
  });
  return { changeSet };
}

const countPeople = (count: number): string => (count === 1 ? 'One person is' : `${count} people are`);

const generalPosition = 'Staff';

/** The position of those whose job is not known yet; made when it is first needed. Someone has to be something to stand on a schedule. */
export async function ensureGeneralPosition(ctx: Context, { practice }: Repositories): Promise<Id> {
  const positions = await practice.listPositions();
  const found = positions.find((position) => position.name === generalPosition);
  if (found) return found.id;
  const taken = positions.map((position) => ({ ...position, colour: colourOf(position.colour) }));
  const row = { id: ctx.newId(), ...draftPosition(generalPosition, taken), sortOrder: positions.length };
  await practice.positions.insert([row]);
  return row.id;
}

/** How job titles of a list are understood. */
export const positionWords = { guess: guessPosition, draft: draftPosition };
