import type { ChangeSetRef } from '../../../preload/contract/shared/primitives.ts';
import type { TestApp } from '../../support/test-app.ts';
import { addDays } from '../../../main/kernel/local-date.ts';
import type { Outputs } from '../../support/campaign/caller.ts';
import type { Random } from '../../support/campaign/random.ts';

export type Client = TestApp['client'];
export type Practice = NonNullable<Outputs['practice']['get']>;
export type Week = Outputs['rostering']['week']['get'];

/** What a step acts on: the practice as it is now, as a person sees it. */
export interface World {
  readonly client: Client;
  readonly random: Random;
  readonly practice: Practice;
  readonly people: Outputs['people']['list'];
  readonly locationId: string;
  readonly week: Week;
}

/** One thing a person may do; answers its change, or null when nothing was different. Refusals are allowed. */
export interface Step {
  readonly name: string;
  perform(world: World): Promise<ChangeSetRef | null>;
}

export const historyWeeks = ['2026-11-23', '2026-11-30', '2026-12-07'] as const;

/** Looks at the practice and at one of its weeks. */
export async function lookAround(client: Client, random: Random): Promise<World> {
  const practice = await client.practice.get.query();
  if (!practice) throw new Error('The practice is not set up.');
  const people = await client.people.list.query();
  const locationId = random.pick(practice.locations).id;
  const week = await client.rostering.week.get.query({ locationId, on: random.pick(historyWeeks) });
  return { client, random, practice, people, locationId, week };
}

export interface Spot {
  readonly personId: string | null;
  readonly on: string;
  /** What it showed. */
  readonly seen: readonly { readonly id: string; readonly version: number }[];
}

/** Every cell of the week, the open ones too, by what it shows. Hidden days are empty. */
export function spotsOf({ week }: World): Spot[] {
  const dates = Array.from({ length: 7 }, (_, day) => addDays(week.from, day));
  const lines = [{ personId: null, cells: week.openCells }, ...week.groups.flatMap((group) => group.rows)];
  return lines.flatMap(({ personId, cells }) =>
    dates.map((on) => {
      const entries = cells[week.days.findIndex((day) => day.on === on)]?.entries ?? [];
      const here = entries.filter((entry) => entry.kind !== 'shift' || entry.elsewhere === '');
      return { personId, on, seen: here.map(({ id, version }) => ({ id, version })) };
    }),
  );
}
