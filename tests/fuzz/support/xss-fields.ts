import type { Page } from '@playwright/test';
import { z } from 'zod';
import type { ProcedureDescription } from '../../../main/kernel/dispatcher.ts';
import type { Operation } from '../../../preload/contract/shared/transport.ts';
import { callFromPage, followFromPage, putFromPage } from './page-calls.ts';
import { choicesOf, readSchema, type JsonSchema } from './json-schema.ts';
import { suppliesElsewhere, suppliesFields } from './xss-supplies.ts';

/** A practice that is set up, seen from the page. */
export interface PagePractice {
  readonly page: Page;
  readonly locationId: string;
  readonly positionId: string;
  /** Addresses of what was made, to be looked at beside the lists. */
  readonly places: string[];
}

/** A column of the practice that holds what was typed, and a way to put all these texts into it. */
export interface TextField {
  /** The contract's own path of it: `people.save person.phone`. */
  readonly field: string;
  readonly put: (practice: PagePractice, texts: readonly string[]) => Promise<void>;
}

const withId = z.looseObject({ id: z.string() });
const mutation = (path: string, input: unknown): Operation => ({ type: 'mutation', path, input });
const weeks = ['2026-11-30', '2026-12-07'] as const;
/** The week in which every hostile text stands. */
export const hostileWeek = weeks[0];

const person = (fields: object) => mutation('people.save', { person: { familyName: 'Ember', ...fields } });

async function addPeople({ page, positionId }: PagePractice, count: number): Promise<readonly string[]> {
  const positions = [{ positionId, level: 'primary' }];
  const people = Array.from({ length: count }, (_, index) => person({ givenName: `Cell${index}`, positions }));
  return (await callFromPage(page, people)).map((saved) => withId.parse(saved).id);
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const codeOf = (index: number): string => `${letters[Math.floor(index / 26) % 26]}${letters[index % 26]}`;
const cut = (text: string, length: number): string => text.slice(0, length);

const personField = (name: string, length: number): TextField => ({
  field: `people.save person.${name}`,
  put: async ({ page, positionId }, texts) => {
    const positions = [{ positionId, level: 'primary' }];
    await callFromPage(
      page,
      texts.map((text, index) => person({ givenName: `Field${index}`, [name]: cut(text, length), positions })),
    );
  },
});

const csvCell = (text: string): string => `"${text.replaceAll('"', '""').replaceAll(/[\r\n]/g, ' ')}"`;

export const textFields: readonly TextField[] = [
  personField('givenName', 60),
  personField('familyName', 60),
  personField('nickname', 60),
  personField('phone', 40),
  {
    field: 'practice.location.save location.name',
    put: async ({ page }, texts) => {
      await callFromPage(
        page,
        texts.map((text) => mutation('practice.location.save', { location: { name: cut(text, 60), timeZone: 'UTC', openingHours: [] } })),
      );
    },
  },
  {
    field: 'practice.position.save position.name',
    put: async ({ page }, texts) => {
      // From the end of the alphabet: the practice's own codes stay free.
      await callFromPage(
        page,
        texts.map((text, index) =>
          mutation('practice.position.save', { position: { name: cut(text, 40), code: codeOf(675 - index), colour: 'lb' } }),
        ),
      );
    },
  },
  {
    field: 'practice.closure.save closure.name',
    put: async ({ page }, texts) => {
      await callFromPage(
        page,
        texts.map((text, index) => {
          const on = new Date(Date.UTC(2027, 0, 1 + index)).toISOString().slice(0, 10);
          return mutation('practice.closure.save', { closure: { on, name: cut(text, 60), locationId: null, credited: false } });
        }),
      );
    },
  },
  {
    field: 'rostering.cells.write writes[].text',
    put: async (practice, texts) => {
      const people = await addPeople(practice, texts.length);
      const writes = texts.map((text, index) => ({ personId: people[index], on: hostileWeek, text: cut(text, 200), seen: [] }));
      await callFromPage(practice.page, [mutation('rostering.cells.write', { locationId: practice.locationId, writes })]);
    },
  },
  {
    field: 'rostering.shift.save shift.note',
    put: async (practice, texts) => {
      const people = await addPeople(practice, texts.length);
      const { locationId, positionId, page } = practice;
      const shift = { locationId, positionId, on: hostileWeek, startMinute: 480, lengthMinutes: 480 };
      await callFromPage(
        page,
        texts.map((text, index) => mutation('rostering.shift.save', { shift: { ...shift, personId: people[index], note: cut(text, 60) } })),
      );
    },
  },
  {
    field: 'rostering.week.saveNote note',
    put: async ({ page, locationId }, texts) => {
      // A note has room for a few of them, so that there are notes on several weeks; the first of them is the week that is looked at.
      const inOne = 6;
      for (let first = 0; first < texts.length; first += inOne) {
        const on = new Date(Date.parse(hostileWeek) + (first / inOne) * 7 * 86_400_000).toISOString().slice(0, 10);
        const note = cut(texts.slice(first, first + inOne).join(' '), 300);
        await callFromPage(page, [mutation('rostering.week.saveNote', { locationId, on, note })]);
      }
    },
  },
  {
    field: 'capture.leave text',
    put: async ({ page }, texts) => {
      await callFromPage(
        page,
        texts.map((text) => mutation('capture.leave', { text, initials: cut(text, 20) })),
      );
    },
  },
  {
    field: 'people.import.commit source.text',
    put: async ({ page }, texts) => {
      const lines = texts.map((text, index) => [`Import${index} ${text}`, text, text, text].map(csvCell).join(','));
      // As the screen does: the list goes to main as a file, and the call names it.
      const file = await putFromPage(page, 'list.csv', `Name,Nickname,Phone,Position\n${lines.join('\n')}\n`);
      await followFromPage(page, { type: 'subscription', path: 'people.import.commit', input: { source: { file }, skipRefused: true } });
    },
  },
  {
    field: 'rostering.sheet.commit source.text',
    put: async ({ page, locationId }, texts) => {
      const lines = texts.map((text, index) => [`Sheet${index} ${text}`, text, `8-5 (${text})`].map(csvCell).join('\t'));
      const source = { text: `Name\tMon\tTue\n${lines.join('\n')}\n` };
      await callFromPage(page, [mutation('rostering.sheet.commit', { locationId, on: hostileWeek, source })]);
    },
  },
  {
    field: 'practice.save practice.name',
    put: async ({ page }, texts) => {
      const read = async () => {
        const [view] = await callFromPage(page, [{ type: 'query', path: 'practice.get' }]);
        return z.looseObject({ id: z.string(), version: z.number(), practice: z.looseObject({}) }).parse(view);
      };
      // One after the other; the page shows each, as it hears of every change.
      for (const text of texts) {
        const { id, version, practice } = await read();
        const name = cut(text, 80);
        await callFromPage(page, [mutation('practice.save', { seen: { id, version }, practice: { ...practice, name } })]);
      }
    },
  },
  ...suppliesFields,
];

/** Texts that no screen shows as they were typed, and why. */
const elsewhere: readonly RegExp[] = [
  // Secrets, and what is compared with something or chosen from a list.
  /passphrase|recoveryKey|current$|next$|\bpin$|groups\[\]\.text|timeZone|(?:actorId|deviceId|kind|handle|file|backupFolder)$|source\.(?:name|path)|opener\.name/,
  // Names of accounts and of files: tests of their own screens; each account takes a key's time.
  /^access\..*name$|suggestedName|^backup\.|^archive\.|^attachments\./,
  // Set-up writes the columns above, what is looked for is not kept, drafts go back into the fields they came from,
  // and the initials of a note are filled along with its text.
  /^practice\.setUp |^audit\.|^drafts\.|^capture\.leave initials/,
  suppliesElsewhere,
];

/** The texts of the contract that nobody here puts anything into. */
export function forgottenFields(procedures: readonly ProcedureDescription[]): readonly string[] {
  const known = new Set(textFields.map(({ field }) => field));
  return procedures
    .filter(({ type }) => type !== 'query')
    .flatMap(({ path, input }) => textsIn(readSchema(input)).map((place) => `${path} ${place}`))
    .filter((field) => !known.has(field) && !elsewhere.some((pattern) => pattern.test(field)));
}

/** The places of free text: no id, date, choice or pattern. */
function textsIn(schema: JsonSchema, place = ''): readonly string[] {
  return choicesOf(schema).flatMap((choice) => {
    if (choice.type === 'object') {
      return Object.entries(choice.properties ?? {}).flatMap(([name, field]) => textsIn(field, place === '' ? name : `${place}.${name}`));
    }
    if (choice.type === 'array') return textsIn(choice.items ?? {}, `${place}[]`);
    const isFree = choice.type === 'string' && !choice.format && !choice.pattern && !choice.enum;
    return isFree ? [place] : [];
  });
}
