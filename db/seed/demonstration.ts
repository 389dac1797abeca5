import type { PersonFields } from '../../preload/contract/people/people.ts';
import type { PositionFields, PracticeView, SetUpInput } from '../../preload/contract/practice/practice.ts';
import type { CellWrite } from '../../preload/contract/rostering/rostering.ts';
import type { WeekView } from '../../preload/contract/rostering/week-view.ts';
import type { LocalDate } from '../../preload/contract/shared/primitives.ts';
import type { Operation, Transport } from '../../preload/contract/shared/transport.ts';
import { demonstrationPeople, type DemonstrationPerson } from './demonstration-people.ts';
import { seedSupplies } from './seed-supplies.ts';

const positions: readonly PositionFields[] = [
  { name: 'Front desk', code: 'FD', colour: 'fd' },
  { name: 'Medical assistants', code: 'MA', colour: 'ma' },
  { name: 'Nurses', code: 'RN', colour: 'rn' },
  { name: 'X-ray', code: 'XR', colour: 'xr' },
  { name: 'Billing', code: 'BL', colour: 'bl' },
  { name: 'Coding', code: 'CD', colour: 'cd' },
];

/** Who has to be there: position, location, weekdays, from (minutes), length, people. */
const needs = [
  { code: 'FD', location: 'Downtown', weekdays: [1, 2, 3, 4, 5], startMinute: 480, lengthMinutes: 540, minimum: 2 },
  { code: 'FD', location: 'Downtown', weekdays: [6], startMinute: 480, lengthMinutes: 240, minimum: 2 },
  { code: 'MA', location: 'Downtown', weekdays: [1, 2, 3, 4, 5], startMinute: 480, lengthMinutes: 240, minimum: 3 },
  { code: 'MA', location: 'Downtown', weekdays: [1, 2, 3, 4, 5], startMinute: 840, lengthMinutes: 150, minimum: 3 },
  { code: 'MA', location: 'Downtown', weekdays: [6], startMinute: 480, lengthMinutes: 240, minimum: 1 },
  { code: 'RN', location: 'Downtown', weekdays: [1, 2, 3, 4, 5], startMinute: 480, lengthMinutes: 540, minimum: 1 },
  { code: 'XR', location: 'Downtown', weekdays: [1, 2, 3, 4, 5], startMinute: 480, lengthMinutes: 240, minimum: 1 },
  { code: 'FD', location: 'Eastside', weekdays: [1, 2, 3, 4, 5], startMinute: 480, lengthMinutes: 540, minimum: 1 },
  { code: 'MA', location: 'Eastside', weekdays: [1, 2, 3, 4, 5], startMinute: 480, lengthMinutes: 240, minimum: 1 },
] as const;

const weeksBefore = 4;
const weeks = 8;

/** The practice as it differs from its usual week: `week` counts from the present one, `day` 0 is Monday. */
const exceptions: readonly { readonly person: string; readonly week: number; readonly day: number; readonly text: string }[] = [
  ...span('Priya Nair', -3, 0, 4, 'vacation'),
  ...span('Wei Zhang', -2, 1, 2, 'pto'),
  { person: 'Marcus Reed', week: -1, day: 2, text: 'sick' },
  { person: 'Ellen Kowalski', week: -1, day: 2, text: '8-5/60@1' },
  { person: 'Luis Ortega', week: 0, day: 2, text: '7:30-4 EAST' },
  { person: 'Keisha Brown', week: 0, day: 1, text: '8-12 (Dr. Lee), pto 4h' },
  { person: 'Grace Okonkwo', week: 0, day: 1, text: '8-12 (Desk 1)' },
  ...span('Carol Jensen', 1, 0, 1, 'pto'),
  ...span('Beth Novak', 2, 0, 4, 'vacation'),
];

/** What came up in the present week after it was published. */
const lateChanges: readonly { readonly person: string; readonly day: number; readonly text: string }[] = [
  { person: 'Aisha Rahman', day: 4, text: 'vacation' },
  { person: 'Jordan Kim', day: 5, text: '8-12' },
  { person: 'Linh Tran', day: 2, text: '12:30-4:30 BL' },
];

const openShifts = [
  { week: 0, day: 2, location: 'Downtown', text: '8-12 MA' },
  { week: 1, day: 4, location: 'Downtown', text: '8-5 FD (Phones)' },
  { week: 1, day: 3, location: 'Eastside', text: '8-5 RN' },
] as const;

/**
 * Fills an empty data folder with the demonstration practice, through the router like any user: 24 people, 2 locations, 6 positions,
 * 8 weeks around `today`, the past ones published, and a catalogue of supplies. The same every time for the same day.
 */
export async function seedDemonstration(transport: Transport, today: LocalDate): Promise<void> {
  const call = async (operation: Operation) => {
    const answer = await transport.request(operation);
    if (!answer.ok) throw new Error(`${operation.path}: ${answer.error.message}`);
    return answer.data;
  };
  const mutate = (path: string, input: unknown) => call({ type: 'mutation', path, input });
  const setUp: SetUpInput = {
    practice: { name: 'Harbor Family Medicine', timeZone: 'America/New_York' },
    hours: 'Mon-Fri 8-5, Sat 8-12',
    locations: [{ name: 'Downtown' }, { name: 'Eastside' }],
    positions: [...positions],
  };
  await mutate('practice.setUp', setUp);
  const practice = practiceOf(await call({ type: 'query', path: 'practice.get' }));
  await closeEastsideOnSaturday(practice, mutate);
  const people = new Map<string, string>();
  for (const person of demonstrationPeople) {
    const { id } = idOf(await mutate('people.save', { person: fieldsOf(person, practice) }));
    people.set(`${person.givenName} ${person.familyName}`, id);
    await mutate('people.payRate.save', { personId: id, payRate: { effectiveOn: '2025-01-01', centsPerHour: person.centsPerHour } });
  }
  for (const { code, location, ...need } of needs) {
    await mutate('rostering.requirement.addMany', {
      ...need,
      weekdays: [...need.weekdays],
      locationId: locationId(practice, location),
      positionId: positionId(practice, code),
    });
  }
  const monday = mondayOf(today);
  for (let week = -weeksBefore; week < weeks - weeksBefore; week += 1) {
    for (const location of practice.locations) {
      const on = addDays(monday, week * 7);
      const readWeek = async () =>
        weekOf(await call({ type: 'query', path: 'rostering.week.get', input: { locationId: location.id, on } }));
      const closed = new Set((await readWeek()).days.filter((day) => day.closed).map((day) => day.on));
      const writes = writesOf(location.name, week, monday, people).filter((write) => !closed.has(write.on));
      await mutate('rostering.cells.write', { locationId: location.id, writes });
      if (week <= 0) await mutate('rostering.week.publish', { locationId: location.id, on, replaces: null });
      const late = week === 0 ? lateWritesOf(await readWeek(), monday, people) : [];
      if (late.length > 0) await mutate('rostering.cells.write', { locationId: location.id, writes: late });
    }
  }
  await seedSupplies({ mutate, query: (path, input) => call({ type: 'query', path, input }) }, today);
}

/** The late changes of a location, with what each cell shows before. */
function lateWritesOf(week: WeekView, monday: LocalDate, people: ReadonlyMap<string, string>): CellWrite[] {
  const rows = week.groups.flatMap((group) => group.rows);
  return lateChanges.flatMap(({ person, day, text }) => {
    const on = addDays(monday, day);
    const row = rows.find((one) => one.personId === people.get(person));
    const cell = row?.cells[week.days.findIndex((one) => one.on === on)];
    return row && cell ? [{ personId: row.personId, on, text, seen: cell.entries.map(({ id, version }) => ({ id, version })) }] : [];
  });
}

function writesOf(location: string, week: number, monday: LocalDate, people: ReadonlyMap<string, string>): CellWrite[] {
  const writes: CellWrite[] = [];
  for (const person of demonstrationPeople) {
    if (person.location !== location) continue;
    const name = `${person.givenName} ${person.familyName}`;
    for (const [day, usual] of person.week.entries()) {
      const exception = exceptions.find((one) => one.person === name && one.week === week && one.day === day);
      const text = exception?.text ?? usual;
      if (text !== '') writes.push({ personId: people.get(name) ?? null, on: addDays(monday, week * 7 + day), text, seen: [] });
    }
  }
  for (const open of openShifts) {
    if (open.location === location && open.week === week)
      writes.push({ personId: null, on: addDays(monday, week * 7 + open.day), text: open.text, seen: [] });
  }
  return writes;
}

function span(person: string, week: number, first: number, last: number, text: string) {
  return Array.from({ length: last - first + 1 }, (_, index) => ({ person, week, day: first + index, text }));
}

function fieldsOf(person: DemonstrationPerson, practice: PracticeView): PersonFields {
  const [own = '', ...cover] = person.positions;
  const inTraining =
    person.inTraining === undefined ? [] : [{ positionId: positionId(practice, person.inTraining), level: 'in_training' as const }];
  return {
    givenName: person.givenName,
    familyName: person.familyName,
    nickname: person.nickname ?? '',
    employmentClass: person.employmentClass ?? 'full_time',
    exempt: person.exempt ?? false,
    phone: person.phone,
    homeLocationId: locationId(practice, person.location),
    contractMinutes: person.contract.map((hours) => hours * 60),
    activeFrom: '2025-01-01',
    activeTo: null,
    positions: [
      { positionId: positionId(practice, own), level: 'primary' },
      ...cover.map((code) => ({ positionId: positionId(practice, code), level: 'can_cover' as const })),
      ...inTraining,
    ],
  };
}

async function closeEastsideOnSaturday(practice: PracticeView, mutate: (path: string, input: unknown) => Promise<unknown>): Promise<void> {
  const eastside = practice.locations.find((location) => location.name === 'Eastside');
  if (!eastside) return;
  const { id, version, name, timeZone } = eastside;
  const openingHours = eastside.openingHours.filter((hours) => hours.weekday !== 6);
  await mutate('practice.location.save', { seen: { id, version }, location: { name, timeZone, openingHours } });
}

function practiceOf(data: unknown): PracticeView {
  if (!isPractice(data)) throw new Error('practice.get answered no practice');
  return data;
}

const isPractice = (data: unknown): data is PracticeView =>
  typeof data === 'object' && data !== null && 'locations' in data && 'positions' in data;

function weekOf(data: unknown): WeekView {
  if (!isWeek(data)) throw new Error('rostering.week.get answered no week');
  return data;
}

const isWeek = (data: unknown): data is WeekView => typeof data === 'object' && data !== null && 'days' in data && 'groups' in data;

function idOf(data: unknown): { id: string } {
  if (typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'string') return { id: data.id };
  throw new Error('a save answered no id');
}

const locationId = (practice: PracticeView, name: string): string =>
  found(practice.locations.find((location) => location.name === name)).id;
const positionId = (practice: PracticeView, code: string): string =>
  found(practice.positions.find((position) => position.code === code)).id;

function found<Row>(row: Row | undefined): Row {
  if (!row) throw new Error('the demonstration names something that it did not make');
  return row;
}

/** `YYYY-MM-DD` some days later; in UTC, where no day is 23 hours long. */
function addDays(on: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function mondayOf(on: LocalDate): LocalDate {
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  return addDays(on, -((weekday + 6) % 7));
}
