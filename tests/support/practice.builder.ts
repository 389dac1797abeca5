import { onTestFinished } from 'vitest';
import type { PersonFields } from '../../preload/contract/people/people.ts';
import type { WeekView } from '../../preload/contract/rostering/week-view.ts';
import { openTestApp, type TestApp } from './test-app.ts';

export const monday = '2026-11-30';

/** A practice that is set up, with a location and a way to add people and type into cells as a person would. */
export interface TestPractice extends TestApp {
  readonly locationId: string;
  readonly positions: Readonly<Record<string, string>>;
  addPerson(name: string, fields?: Partial<PersonFields> & { code?: string }): Promise<string>;
  week(on?: string): Promise<WeekView>;
  /** Types into a cell as it is seen now; days count from Monday. */
  type(
    personId: string | null,
    day: number,
    text: string,
  ): Promise<Awaited<ReturnType<TestApp['client']['rostering']['cells']['write']['mutate']>>>;
  /** The texts of a person's week. */
  texts(personId: string | null): Promise<string[]>;
}

const fullTime = [480, 480, 480, 480, 480, 0, 0];

export function dayOf(day: number, first = monday): string {
  return new Date(Date.parse(first) + day * 86_400_000).toISOString().slice(0, 10);
}

function cellOf(view: WeekView, personId: string | null, on: string) {
  const row = view.groups.flatMap((group) => group.rows).find((one) => one.personId === personId);
  const cells = personId === null ? view.openCells : (row?.cells ?? []);
  return cells[view.days.findIndex((day) => day.on === on)];
}

/** Set up for the week of Mon Nov 30, 2026; workweek and week begin on Monday; open Monday to Friday 8 to 5. */
export async function openTestPractice(options: Parameters<typeof openTestApp>[0] = {}): Promise<TestPractice> {
  const test = await openTestApp(options);
  onTestFinished(test.close);
  const { client } = test;
  const { locationId } = await client.practice.setUp.mutate({
    practice: { name: 'Elm Street Clinic', timeZone: 'America/New_York', workweekStartsOn: 1 },
    hours: 'Mon-Fri 8-5',
  });
  const practice = await client.practice.get.query();
  const positions = Object.fromEntries((practice?.positions ?? []).map((position) => [position.code, position.id]));
  const week = (on = monday) => client.rostering.week.get.query({ locationId, on });
  return {
    ...test,
    locationId,
    positions,
    week,
    addPerson: async (name, { code = 'FD', ...fields } = {}) => {
      const [givenName = '', familyName = ''] = name.split(' ');
      const { id } = await client.people.save.mutate({
        person: {
          givenName,
          familyName,
          nickname: '',
          employmentClass: 'full_time',
          exempt: false,
          phone: '',
          homeLocationId: locationId,
          contractMinutes: fullTime,
          activeFrom: null,
          activeTo: null,
          positions: [{ positionId: positions[code] ?? '', level: 'primary' }],
          ...fields,
        },
      });
      return id;
    },
    type: async (personId, day, text) => {
      const on = dayOf(day);
      const seen = (cellOf(await week(), personId, on)?.entries ?? []).map(({ id, version }) => ({ id, version }));
      return client.rostering.cells.write.mutate({ locationId, writes: [{ personId, on, text, seen }] });
    },
    texts: async (personId) => {
      const view = await week();
      return view.days.map((day) => cellOf(view, personId, day.on)?.text ?? '');
    },
  };
}
