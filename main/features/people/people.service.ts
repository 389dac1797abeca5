import type { z } from 'zod';
import type { PersonRow } from '../../../db/people/people.repository.ts';
import type { Person } from '../../../db/people/person.entity.ts';
import type { Repositories } from '../../../db/repositories.ts';
import type { AuditSubject } from '../../../preload/contract/audit/audit.ts';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { Id, SeenRow, Written } from '../../../preload/contract/shared/primitives.ts';
import type { PersonFields, PersonView, savePerson as savePersonInput } from '../../../preload/contract/people/people.ts';
import type { Context } from '../../kernel/trpc.ts';
import { mayShowConfidential } from '../audit/confidential-view.service.ts';
import { displayName } from './domain/person-name.ts';
import { putPayRates, seesPay } from './pay-rates.service.ts';
import { personView } from './people.view.ts';

export { displayName };

/** Everyone not archived, in the practice's order. */
export async function listPeople(ctx: Context): Promise<PersonView[]> {
  const { rows, payRates } = await ctx.read(async ({ people }) => ({
    rows: await people.list(),
    payRates: seesPay(ctx) ? await people.listPayRates() : undefined,
  }));
  const shown = await recorded(ctx, payRates, 'Looked at everyone’s pay');
  const rates = shown && Map.groupBy(shown, (rate) => rate.personId);
  return rows.map((row) => personView(row, rates && (rates.get(row.id) ?? [])));
}

export async function getPerson(ctx: Context, id: Id): Promise<PersonView> {
  const { row, payRates } = await ctx.read(async ({ people }) => ({
    row: await people.find(id),
    payRates: seesPay(ctx) ? await people.listPayRates(id) : undefined,
  }));
  if (!row) throw new AppError('not_found', 'This person is no longer there. Look at who is there now.');
  return personView(row, await recorded(ctx, payRates, `Looked at the pay of ${displayName(row)}`, { table: 'person', id }));
}

/** Pay leaves only with an entry in the access record. */
async function recorded<Rate>(
  ctx: Context,
  payRates: readonly Rate[] | undefined,
  detail: string,
  subject?: AuditSubject,
): Promise<readonly Rate[] | undefined> {
  if (!payRates || payRates.length === 0) return payRates;
  return (await mayShowConfidential(ctx, detail, subject)) ? payRates : undefined;
}

/** The person's own columns; positions lie in a table of their own. */
export function personColumns(fields: PersonFields): Omit<Person, 'id' | 'version' | 'archivedAt' | 'sortOrder'> {
  const [one = 0, two = 0, three = 0, four = 0, five = 0, six = 0, seven = 0] = fields.contractMinutes;
  return {
    givenName: fields.givenName,
    familyName: fields.familyName,
    nickname: fields.nickname,
    employmentClass: fields.employmentClass,
    exempt: fields.exempt ? 1 : 0,
    phone: fields.phone,
    homeLocationId: fields.homeLocationId,
    contractMinutes1: one,
    contractMinutes2: two,
    contractMinutes3: three,
    contractMinutes4: four,
    contractMinutes5: five,
    contractMinutes6: six,
    contractMinutes7: seven,
    activeFrom: fields.activeFrom,
    activeTo: fields.activeTo,
  };
}

/** Adds someone, or changes the one that was seen, with all their positions, and their pay with them: one change. */
export async function savePerson(
  ctx: Context,
  { seen, person, payRates }: z.output<typeof savePersonInput>,
): Promise<Written & { id: Id }> {
  const id = seen?.id ?? ctx.newId();
  const label = person ? `${seen ? 'Change' : 'Add'} ${displayName(person)}` : 'Change pay rates';
  const { changeSet } = await ctx.write(label, async (repositories) => {
    if (person) await putPerson(ctx, repositories, id, seen, person);
    if (payRates) await putPayRates(ctx, repositories, id, payRates, 'payRates');
  });
  return { changeSet, id };
}

async function putPerson(ctx: Context, repositories: Repositories, id: Id, seen: SeenRow | undefined, person: PersonFields): Promise<void> {
  await refuseWrongPerson(repositories, person);
  if (seen) {
    await repositories.people.people.update(seen, personColumns(person));
    await replacePositions(ctx, repositories, await repositories.people.find(id), person);
    return;
  }
  const last = (await repositories.people.list()).at(-1);
  await repositories.people.people.insert([{ id, ...personColumns(person), sortOrder: (last?.sortOrder ?? -1) + 1 }]);
  await repositories.people.positions.insert(person.positions.map((position) => ({ id: ctx.newId(), personId: id, ...position })));
}

async function refuseWrongPerson({ practice }: Repositories, person: PersonFields): Promise<void> {
  const fields: Record<string, string> = {};
  const positions = new Set((await practice.listPositions()).map((row) => row.id));
  const locations = new Set((await practice.listLocations()).map((row) => row.id));
  if (person.positions.some((position) => !positions.has(position.positionId)))
    fields['person.positions'] = 'Choose a position of the practice.';
  if (new Set(person.positions.map((position) => position.positionId)).size < person.positions.length)
    fields['person.positions'] = 'Name each position once.';
  if (person.positions.filter((position) => position.level === 'primary').length > 1)
    fields['person.positions'] = 'Choose one own position; the others are cover.';
  if (person.homeLocationId !== null && !locations.has(person.homeLocationId))
    fields['person.homeLocationId'] = 'Choose a location of the practice.';
  if (person.activeFrom !== null && person.activeTo !== null && person.activeTo < person.activeFrom)
    fields['person.activeTo'] = 'The last day lies before the first one. Change one of them.';
  const [message] = Object.values(fields);
  if (message !== undefined) throw new AppError('invalid_input', message, { fields });
}

/** Keeps the positions that stay, changes levels, archives the others and adds what is new. */
export async function replacePositions(
  ctx: Context,
  { people }: Repositories,
  row: PersonRow | undefined,
  person: PersonFields,
): Promise<void> {
  if (!row) return;
  const wanted = new Map(person.positions.map((position) => [position.positionId, position.level]));
  await people.positions.archive(
    row.positions.filter((position) => !wanted.has(position.positionId)),
    ctx.clock(),
  );
  for (const present of row.positions) {
    const level = wanted.get(present.positionId);
    if (level !== undefined && level !== present.level) await people.positions.update(present, { level });
    wanted.delete(present.positionId);
  }
  await people.positions.insert([...wanted].map(([positionId, level]) => ({ id: ctx.newId(), personId: row.id, positionId, level })));
}

/** Archives people; their past shifts stay. */
export async function archivePeople(ctx: Context, seen: readonly SeenRow[]): Promise<Written> {
  const { changeSet } = await ctx.write(
    (names: readonly string[]) => `Archive ${names.length === 1 ? names[0] : `${names.length} people`}`,
    async ({ people }) => {
      const rows = await people.namesOf(seen.map((row) => row.id));
      await people.people.archive(seen, ctx.clock());
      return rows.map((row) => displayName({ ...row, nickname: '' }));
    },
  );
  return { changeSet };
}

/** Puts people in the practice's own order; those left out keep their place behind. */
export async function orderPeople(ctx: Context, ids: readonly Id[]): Promise<Written> {
  const { changeSet } = await ctx.write('Order the people', async ({ people }) => {
    const rows = await people.list();
    const places = new Map(ids.map((id, index) => [id, index]));
    const place = (row: PersonRow, index: number) => places.get(row.id) ?? ids.length + index;
    const ordered = rows.map((row, index) => ({ row, place: place(row, index) })).toSorted((one, other) => one.place - other.place);
    for (const [sortOrder, { row }] of ordered.entries()) if (row.sortOrder !== sortOrder) await people.people.update(row, { sortOrder });
  });
  return { changeSet };
}
