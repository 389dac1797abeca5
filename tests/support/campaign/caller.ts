import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../main/router.ts';
import type { PersonFields } from '../../../preload/contract/people/people.ts';
import type { Answer, Operation } from '../../../preload/contract/shared/transport.ts';

export type Request = (operation: Operation) => Promise<Answer>;

export type Inputs = inferRouterInputs<AppRouter>;
export type Outputs = inferRouterOutputs<AppRouter>;

/** What a procedure that must succeed answers; throws its refusal. */
export async function ask<Result>(request: Request, operation: Operation): Promise<Result> {
  const answer = await request(operation);
  if (!answer.ok) throw new Error(`${operation.path} was refused: ${answer.error.code}, ${answer.error.message}`);
  // The router answers this path with this type.
  return answer.data as Result;
}

export interface SmallPractice {
  readonly locationId: string;
  readonly positionIds: readonly string[];
  readonly personIds: readonly string[];
}

const given = ['Ana', 'Ben', 'Cora', 'Dev', 'Eva', 'Finn', 'Gia', 'Hugo', 'Iris', 'Jon', 'Kim', 'Lea', 'Max', 'Nia', 'Omar', 'Pia'];
const family = ['Abbot', 'Birch', 'Crane', 'Dale', 'Ember'];

/** An invented name for each number. */
export const inventedName = (number: number) => ({
  givenName: given[number % given.length] ?? 'Ana',
  familyName: `${family[number % family.length] ?? 'Abbot'}${number >= 80 ? ` ${number}` : ''}`,
});

/** Someone who works full time from Monday to Friday in one position. */
export function fullTimer(number: number, locationId: string, positionId: string): PersonFields {
  return {
    ...inventedName(number),
    nickname: '',
    employmentClass: 'full_time',
    exempt: false,
    phone: `555-01${String(number % 100).padStart(2, '0')}`,
    homeLocationId: locationId,
    contractMinutes: [480, 480, 480, 480, 480, 0, 0],
    activeFrom: null,
    activeTo: null,
    positions: [{ positionId, level: 'primary' }],
  };
}

/** Sets a practice up that is open every day, with this many people in its usual positions. */
export async function setUpPractice(request: Request, people: number): Promise<SmallPractice> {
  const input: Inputs['practice']['setUp'] = {
    practice: { name: 'Elm Street Clinic', timeZone: 'America/New_York', weekStartsOn: 1, workweekStartsOn: 1 },
    hours: 'Mon-Sun 8-5',
  };
  const { locationId } = await ask<Outputs['practice']['setUp']>(request, { type: 'mutation', path: 'practice.setUp', input });
  const practice = await ask<Outputs['practice']['get']>(request, { type: 'query', path: 'practice.get' });
  const positionIds = (practice?.positions ?? []).map((position) => position.id);
  const personIds: string[] = [];
  for (let number = 0; number < people; number += 1) {
    const person = fullTimer(number, locationId, positionIds[number % positionIds.length] ?? '');
    const saved = await ask<Outputs['people']['save']>(request, { type: 'mutation', path: 'people.save', input: { person } });
    personIds.push(saved.id);
  }
  return { locationId, positionIds, personIds };
}
