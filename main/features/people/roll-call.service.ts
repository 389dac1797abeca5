import type { PersonRow } from '../../../db/people/people.repository.ts';
import type { Repositories } from '../../../db/repositories.ts';
import type { Id } from '../../../preload/contract/shared/primitives.ts';
import type { Context } from '../../kernel/trpc.ts';
import { ensureGeneralPosition, positionWords } from '../practice/practice.service.ts';
import { colourOf } from '../practice/practice.view.ts';
import { matchPeople, nameKey, type NameMatch } from './domain/match-people.ts';
import { displayName, readPersonName, type PersonName } from './domain/person-name.ts';
import { personColumns } from './people.service.ts';

/** Someone a sheet names, as the practice knows them. */
export interface CalledPerson {
  readonly name: PersonName;
  readonly match: NameMatch<PersonRow>;
  readonly key: string;
  readonly isKnown: boolean;
}

/** Reads names of a list and finds the people they mean: "Last, First" and nicknames too. */
export function rollCall(people: readonly PersonRow[]): (text: string) => CalledPerson {
  const find = matchPeople(people);
  return (text) => {
    const name = readPersonName(text);
    const match = find(name);
    const key = match.kind === 'known' ? match.person.id : nameKey(name);
    return { name, match, key, isKnown: match.kind === 'known' };
  };
}

export interface Newcomer {
  readonly name: PersonName;
  /** The job as the list writes it, or ''. */
  readonly positionText: string;
  /** Minutes of contract, Monday to Sunday. */
  readonly contractMinutes: readonly number[];
  readonly homeLocationId: Id;
}

/** Fewer than 30 hours a week count as part-time (26 U.S.C. 4980H(c)(4)). */
const partTimeBelow = 1800;

/** Adds people a sheet brings along, in its order, making positions it names and the practice lacks. Answers their ids in order. */
export async function addNewcomers(ctx: Context, repositories: Repositories, newcomers: readonly Newcomer[]): Promise<Id[]> {
  const { practice, people } = repositories;
  const positions = (await practice.listPositions()).map((row) => ({ ...row, colour: colourOf(row.colour) }));
  const first = ((await people.list()).at(-1)?.sortOrder ?? -1) + 1;
  const ids: Id[] = [];
  for (const [index, newcomer] of newcomers.entries()) {
    const id = ctx.newId();
    ids.push(id);
    const weekly = newcomer.contractMinutes.reduce((sum, minutes) => sum + minutes, 0);
    const fields = {
      ...newcomer.name,
      employmentClass: weekly > 0 && weekly < partTimeBelow ? ('part_time' as const) : ('full_time' as const),
      exempt: false,
      phone: '',
      homeLocationId: newcomer.homeLocationId,
      contractMinutes: [...newcomer.contractMinutes],
      activeFrom: null,
      activeTo: null,
      positions: [],
    };
    await people.people.insert([{ id, ...personColumns(fields), sortOrder: first + index }]);
    if (newcomer.positionText === '') {
      await people.positions.insert([
        { id: ctx.newId(), personId: id, positionId: await ensureGeneralPosition(ctx, repositories), level: 'primary' },
      ]);
      continue;
    }
    let position = positionWords.guess(newcomer.positionText, positions);
    if (!position) {
      position = { id: ctx.newId(), version: 1, sortOrder: positions.length, ...positionWords.draft(newcomer.positionText, positions) };
      await practice.positions.insert([position]);
      positions.push(position);
    }
    await people.positions.insert([{ id: ctx.newId(), personId: id, positionId: position.id, level: 'primary' }]);
  }
  return ids;
}

/** The name as the schedule shows it. */
export const calledName = (name: PersonName): string => displayName(name);
