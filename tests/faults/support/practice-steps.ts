import { addDays } from '../../../main/kernel/local-date.ts';
import { federalHolidayIds } from '../../../preload/contract/practice/holidays.ts';
import { positionColours } from '../../../preload/contract/practice/practice.ts';
import { employmentClasses, positionLevels } from '../../../preload/contract/people/people.ts';
import { inventedName } from '../../support/campaign/caller.ts';
import type { Step, World } from './history-world.ts';

const seenOf = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version });

function randomPerson({ random, practice, locationId }: World) {
  const positions = random.some(practice.positions, random.between(0, 3)).map((position, index) => ({
    positionId: position.id,
    level: index === 0 ? ('primary' as const) : random.pick(positionLevels.filter((level) => level !== 'primary')),
  }));
  return {
    ...inventedName(random.between(0, 200)),
    nickname: random.pick(['', 'Sam', 'Lou']),
    employmentClass: random.pick(employmentClasses),
    exempt: random.next() < 0.2,
    phone: `555-01${random.between(10, 99)}`,
    homeLocationId: random.pick([null, locationId]),
    contractMinutes: Array.from({ length: 7 }, () => random.pick([0, 240, 480])),
    activeFrom: random.pick([null, '2025-01-06']),
    activeTo: random.pick([null, null, '2026-12-31']),
    positions,
  };
}

/** What may be done to the practice and its people. */
export const practiceSteps: readonly Step[] = [
  {
    name: 'add a person',
    perform: async (world) => (await world.client.people.save.mutate({ person: randomPerson(world) })).changeSet,
  },
  {
    name: 'change a person',
    perform: async (world) => {
      if (world.people.length === 0) return null;
      const seen = seenOf(world.random.pick(world.people));
      return (await world.client.people.save.mutate({ seen, person: randomPerson(world) })).changeSet;
    },
  },
  {
    name: 'archive people',
    perform: async ({ client, random, people }) => {
      if (people.length === 0) return null;
      return (await client.people.archive.mutate({ people: random.some(people, random.between(1, 2)).map(seenOf) })).changeSet;
    },
  },
  {
    name: 'order the people',
    perform: async ({ client, random, people }) => {
      if (people.length === 0) return null;
      return (await client.people.order.mutate({ ids: random.some(people, people.length).map((person) => person.id) })).changeSet;
    },
  },
  {
    name: 'save or remove a pay rate',
    perform: async ({ client, random, people }) => {
      if (people.length === 0) return null;
      const person = random.pick(people);
      const [rate] = person.payRates ?? [];
      if (rate && random.next() < 0.3) return (await client.people.payRate.archive.mutate({ seen: seenOf(rate) })).changeSet;
      const payRate = { effectiveOn: addDays('2026-01-01', random.between(0, 300)), centsPerHour: random.between(1500, 6000) };
      const seen = rate && random.next() < 0.4 ? { seen: seenOf(rate) } : {};
      return (await client.people.payRate.save.mutate({ personId: person.id, payRate, ...seen })).changeSet;
    },
  },
  {
    name: 'save a position',
    perform: async ({ client, random, practice }) => {
      const letter = () => String.fromCodePoint(random.between(65, 90));
      const position = { name: `Job ${letter()}${letter()}`, code: letter() + letter(), colour: random.pick(positionColours) };
      const seen = random.next() < 0.5 ? { seen: seenOf(random.pick(practice.positions)) } : {};
      return (await client.practice.position.save.mutate({ position, ...seen })).changeSet;
    },
  },
  {
    name: 'archive a position',
    perform: async ({ client, random, practice }) => {
      if (practice.positions.length < 3) return null;
      return (await client.practice.position.archive.mutate({ seen: seenOf(random.pick(practice.positions)) })).changeSet;
    },
  },
  {
    name: 'order the positions',
    perform: async ({ client, random, practice }) =>
      (
        await client.practice.position.order.mutate({
          ids: random.some(practice.positions, practice.positions.length).map((position) => position.id),
        })
      ).changeSet,
  },
  {
    name: 'save or remove a closure',
    perform: async ({ client, random, practice, locationId }) => {
      if (practice.closures.length > 0 && random.next() < 0.4) {
        return (await client.practice.closure.archive.mutate({ seen: seenOf(random.pick(practice.closures)) })).changeSet;
      }
      const closure = {
        on: addDays('2026-11-23', random.between(0, 20)),
        name: random.pick(['Snow day', 'Staff training']),
        locationId: random.pick([null, locationId]),
        credited: random.next() < 0.5,
      };
      const isChange = practice.closures.length > 0 && random.next() < 0.3;
      const seen = isChange ? { seen: seenOf(random.pick(practice.closures)) } : {};
      return (await client.practice.closure.save.mutate({ closure, ...seen })).changeSet;
    },
  },
  {
    name: 'change the practice',
    perform: async ({ client, random, practice }) => {
      const settings = {
        ...practice.practice,
        name: random.pick(['Elm Street Clinic', 'Oak Street Clinic']),
        mealMinutes: random.pick([0, 30, 60]),
        closedOnHolidays: random.next() < 0.5,
        openHolidays: federalHolidayIds.filter(() => random.next() < 0.2),
      };
      return (await client.practice.save.mutate({ seen: seenOf(practice), practice: settings })).changeSet;
    },
  },
  {
    name: 'save a location',
    perform: async ({ client, random, practice }) => {
      const present = random.pick(practice.locations);
      const openingHours = random
        .some([1, 2, 3, 4, 5, 6, 7], random.between(1, 7))
        .map((weekday) => ({ weekday, startMinute: random.between(12, 18) * 30, lengthMinutes: random.between(4, 10) * 60 }));
      const location = { name: random.pick(['Downtown', 'Eastside', 'Harbor']), timeZone: present.timeZone, openingHours };
      const seen = random.next() < 0.7 ? { seen: seenOf(present) } : {};
      return (await client.practice.location.save.mutate({ location, ...seen })).changeSet;
    },
  },
  {
    name: 'archive a location',
    perform: async ({ client, random, practice }) => {
      if (practice.locations.length < 2) return null;
      return (await client.practice.location.archive.mutate({ seen: seenOf(random.pick(practice.locations)) })).changeSet;
    },
  },
];
