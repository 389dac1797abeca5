import { addDays } from '../../../main/kernel/local-date.ts';
import { historyWeeks, spotsOf, type Step, type World } from './history-world.ts';

const texts = [
  '8-5',
  '8-12, 1-5',
  '7p-7a',
  'off',
  'pto',
  'pto 4h',
  'vacation',
  '8-4:30 MA',
  '?8-5 FD',
  '8-5 EAST',
  '',
  '8-12 (Desk 1)',
  '9-6/30',
];

const seenOf = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version });

const shiftsOf = ({ week }: World) =>
  [...week.openCells, ...week.groups.flatMap((group) => group.rows.flatMap((row) => row.cells))]
    .flatMap((cell) => cell.entries)
    .flatMap((entry) => (entry.kind === 'shift' && entry.elsewhere === '' ? [entry] : []));

/** What may be done to a week. */
export const rosterSteps: readonly Step[] = [
  {
    name: 'write cells',
    perform: async (world) => {
      const { client, random, locationId } = world;
      const writes = random.some(spotsOf(world), random.between(1, 8)).map((spot) => ({
        ...spot,
        seen: [...spot.seen],
        text: random.pick(texts),
      }));
      return (await client.rostering.cells.write.mutate({ locationId, writes })).changeSet;
    },
  },
  {
    name: 'move cells',
    perform: async (world) => {
      const { client, random, locationId } = world;
      const spots = random.some(spotsOf(world), random.between(1, 3) * 2);
      const filled = spotsOf(world).filter((spot) => spot.seen.length > 0);
      const sources = filled.length > 0 ? random.some(filled, spots.length / 2) : spots.slice(0, spots.length / 2);
      const moves = sources.flatMap((from, index) => {
        const to = spots[spots.length - 1 - index];
        if (!to || sources.includes(to)) return [];
        return [
          {
            from: { personId: from.personId, on: from.on },
            to: { personId: to.personId, on: to.on },
            seenFrom: [...from.seen],
            seenTo: [...to.seen],
          },
        ];
      });
      if (moves.length === 0) return null;
      return (await client.rostering.cells.move.mutate({ locationId, copy: random.next() < 0.4, moves })).changeSet;
    },
  },
  {
    name: 'save a shift',
    perform: async (world) => {
      const { client, random, locationId, people, practice, week } = world;
      const existing = shiftsOf(world);
      const isChange = existing.length > 0 && random.next() < 0.5;
      const seen = isChange ? seenOf(random.pick(existing)) : undefined;
      const shift = {
        locationId,
        personId: people.length > 0 && random.next() < 0.8 ? random.pick(people).id : null,
        positionId: random.pick(practice.positions).id,
        on: addDays(week.from, random.between(0, 6)),
        startMinute: random.between(0, 47) * 30,
        lengthMinutes: random.between(1, 24) * 30,
        mealMinutes: random.pick([null, 0, 30]),
        mealStartMinute: null,
        note: random.pick(['', 'Desk 1', 'Phones']),
      };
      return (await client.rostering.shift.save.mutate({ ...(seen ? { seen } : {}), shift })).changeSet;
    },
  },
  {
    name: 'remove a shift',
    perform: async (world) => {
      const existing = shiftsOf(world);
      if (existing.length === 0) return null;
      return (await world.client.rostering.shift.archive.mutate({ seen: seenOf(world.random.pick(existing)) })).changeSet;
    },
  },
  {
    name: 'copy a week',
    perform: async ({ client, random, locationId }) => {
      const [from = '', to = ''] = random.some(historyWeeks, 2);
      return (await client.rostering.week.copy.mutate({ locationId, from, to })).changeSet;
    },
  },
  {
    name: 'publish',
    perform: async ({ client, locationId, week }) => {
      const replaces = week.published?.id ?? null;
      return (await client.rostering.week.publish.mutate({ locationId, on: week.from, replaces })).changeSet;
    },
  },
  {
    name: 'write a note on the week',
    perform: async ({ client, random, locationId, week }) => {
      const note = random.pick(['', 'Flu shots on Tuesday', 'Inventory on Friday']);
      const seen = week.note ? { seen: seenOf(week.note) } : {};
      return (await client.rostering.week.saveNote.mutate({ locationId, on: week.from, note, ...seen })).changeSet;
    },
  },
  {
    name: 'add people needed',
    perform: async ({ client, random, locationId, practice }) => {
      const weekdays = random.some([1, 2, 3, 4, 5, 6, 7], random.between(1, 5));
      const band = { startMinute: random.between(12, 20) * 30, lengthMinutes: random.between(1, 8) * 60 };
      const positionId = random.pick(practice.positions).id;
      return (
        await client.rostering.requirement.addMany.mutate({ locationId, positionId, weekdays, ...band, minimum: random.between(1, 4) })
      ).changeSet;
    },
  },
  {
    name: 'change or remove people needed',
    perform: async ({ client, random, locationId }) => {
      const all = await client.rostering.requirement.list.query({ locationId });
      if (all.length === 0) return null;
      if (random.next() < 0.5) {
        const requirements = random.some(all, random.between(1, 3)).map(seenOf);
        return (await client.rostering.requirement.archive.mutate({ requirements })).changeSet;
      }
      const { id, version, band: _band, ...requirement } = random.pick(all);
      const changed = { ...requirement, minimum: random.between(0, 5) };
      return (await client.rostering.requirement.save.mutate({ seen: { id, version }, requirement: changed })).changeSet;
    },
  },
];
