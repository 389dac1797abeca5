import { setUpPractice, type Request, type SmallPractice } from '../support/campaign/caller.ts';
import { inLanes, type CampaignRow } from '../support/campaign/row.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';
import type { Answer, Operation } from '../../preload/contract/shared/transport.ts';
import { sheetFile } from './support/sheet-file.ts';

interface World extends SmallPractice {
  readonly app: TestApp['app'];
  readonly request: Request;
}

/** One way in. `refused`: every answer must be a refusal; otherwise the words are taken as the text they are. */
interface Way {
  readonly name: string;
  readonly refused: boolean;
  readonly give: (world: World) => Promise<readonly Answer[]>;
}

/** As `JSON.parse` makes it of what came over the wire: an own property of that name. */
const fromWire = (text: string): unknown => JSON.parse(text);
const pollution = '"__proto__":{"polluted":true,"role":"owner"},"constructor":{"prototype":{"polluted":true}}';
const words = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf'] as const;

const each =
  (operations: (world: World) => readonly Operation[]) =>
  async (world: World): Promise<readonly Answer[]> => {
    const answers: Answer[] = [];
    for (const operation of operations(world)) answers.push(await world.request(operation));
    return answers;
  };

const person = ({ positionIds }: World, more: string): string =>
  `{"familyName":"Ember","positions":[{"positionId":"${positionIds[0]}","level":"primary"}]${more}}`;

const save = (path: string, text: string): Operation => ({ type: 'mutation', path, input: fromWire(text) });

/** Puts a file and imports it, as a preview and for good. */
async function importFile({ app, request }: World, name: string, bytes: Uint8Array): Promise<readonly Answer[]> {
  const put = await app.transport.putFile({ name, bytes });
  if (!put.ok) return [put];
  const input = { source: { file: put.data } };
  const preview = await request({ type: 'query', path: 'people.import.preview', input });
  const commit = await new Promise<Answer>((resolve) => {
    let last: Answer = { ok: true, data: null };
    app.transport.subscribe({ type: 'subscription', path: 'people.import.commit', input: { ...input, skipRefused: true } }, (message) => {
      if ('done' in message) resolve(last);
      else if (message.ok) last = message;
      else resolve(message);
    });
  });
  return [preview, commit];
}

const ways: readonly Way[] = [
  {
    name: 'names of procedures',
    refused: true,
    give: each(() =>
      [...words, 'people.__proto__', 'people.constructor.prototype', 'system.info.__proto__'].map((path) => ({ type: 'query', path })),
    ),
  },
  {
    name: 'kinds of calls',
    refused: true,
    // A host reads the kind from outside; here it comes as it would if one did not.
    give: each(() => words.map((type) => fromWire(`{"type":"${type}","path":"practice.get"}`) as Operation)),
  },
  { name: 'the input as a whole', refused: true, give: each(() => [save('practice.setUp', `{${pollution}}`)]) },
  {
    name: 'beside fields that are right',
    refused: true,
    give: each((world) => [save('people.save', `{"person":${person(world, '')},"constructor":{"prototype":{"polluted":true}}}`)]),
  },
  {
    name: 'inside a person',
    refused: true,
    give: each((world) => [save('people.save', `{"person":${person(world, `,${pollution}`)}}`)]),
  },
  {
    name: 'only __proto__ inside a person',
    refused: true,
    give: each((world) => [save('people.save', `{"person":${person(world, ',"__proto__":{"exempt":true}')}}`)]),
  },
  {
    name: 'inside an element of a list',
    refused: true,
    give: each(({ locationId }) => [
      save(
        'rostering.cells.write',
        `{"locationId":"${locationId}","writes":[{"personId":null,"on":"2026-11-24","text":"8-5 FD","seen":[],${pollution}}]}`,
      ),
    ]),
  },
  {
    name: 'as the place of a missing field',
    refused: true,
    give: each(() => [save('people.save', '{"person":{"__proto__":{"familyName":"Ember"}}}')]),
  },
  {
    name: 'as a list with a __proto__',
    refused: true,
    give: each(() => [save('people.order', `{"ids":{"length":1,"0":"x",${pollution}}}`)]),
  },
  {
    name: 'as columns of a mapping',
    // `__proto__` is left out of a mapping before it is looked at; the others are refused.
    refused: false,
    give: each(() =>
      words.map((word) => ({
        type: 'query',
        path: 'people.import.preview',
        input: fromWire(`{"source":{"text":"Name\\nAna Ember"},"mapping":{"${word}":0}}`),
      })),
    ),
  },
  {
    name: 'as values of a choice',
    refused: true,
    give: each((world) => words.map((word) => save('people.save', `{"person":${person(world, `,"employmentClass":"${word}"`)}}`))),
  },
  {
    name: 'as the subject of a history',
    refused: true,
    give: each(({ locationId }) =>
      words.map((subject) => ({ type: 'query', path: 'history.list', input: { subject, ids: [locationId] } })),
    ),
  },
  {
    name: 'as the handle of a file',
    refused: true,
    give: each(() => words.map((file) => ({ type: 'query', path: 'people.import.preview', input: { source: { file } } }))),
  },
  {
    name: 'as headings of an imported list',
    refused: false,
    give: (world) => importFile(world, '__proto__.csv', Buffer.from(`Name,${words.join(',')}\nHeading Ember,${words.join(',')}\n`)),
  },
  {
    name: 'as names, jobs and places of an imported list',
    refused: false,
    give: (world) =>
      importFile(
        world,
        'constructor',
        Buffer.from(`Name,Position,Location\n${words.map((word) => `${word} ${word},${word},${word}`).join('\n')}\n`),
      ),
  },
  {
    name: 'as headings and cells of a spreadsheet',
    refused: false,
    give: async (world) => importFile(world, 'prototype.xlsx', await sheetFile([['Name', ...words], ...words.map((word) => [word, word])])),
  },
  {
    name: 'as a pasted sheet',
    refused: false,
    give: each(({ locationId }) => [
      {
        type: 'mutation',
        path: 'rostering.sheet.commit',
        input: {
          locationId,
          on: '2026-11-30',
          source: { text: ['Name\tMon\tTue', ...words.map((word) => `${word} Sheet\t8-5 ${word}\t${word}`)].join('\n') },
        },
      },
    ]),
  },
  {
    name: 'as entries of cells',
    refused: false,
    give: each(({ locationId, personIds }) =>
      words.map((text, index) => ({
        type: 'mutation',
        path: 'rostering.cells.write',
        input: { locationId, writes: [{ personId: personIds[index] ?? null, on: '2026-11-25', text, seen: [] }] },
      })),
    ),
  },
  {
    name: 'as names that are saved, read back and found',
    refused: false,
    give: each(() => [
      ...words.map((word): Operation => save('people.save', `{"person":{"givenName":"${word}","familyName":"${word}"}}`)),
      { type: 'query', path: 'people.list' },
      ...words.map((text): Operation => ({ type: 'query', path: 'search.find', input: { text } })),
    ]),
  },
  {
    name: 'as opening hours and notes',
    refused: false,
    give: each(({ locationId }) => [
      ...words.map((text): Operation => ({ type: 'query', path: 'practice.hours.read', input: { text } })),
      { type: 'mutation', path: 'rostering.week.saveNote', input: { locationId, on: '2026-11-23', note: words.join(' ') } },
      { type: 'query', path: 'rostering.week.print', input: { locationId, on: '2026-11-23' } },
    ]),
  },
];

const prototypes = { Object: Object.prototype, Array: Array.prototype, Function: Function.prototype, String: String.prototype };

/** What everything inherits, name by name. */
const inherited = (): string =>
  Object.entries(prototypes)
    .flatMap(([name, prototype]) => Reflect.ownKeys(prototype).map((key) => `${name}.${String(key)}`))
    .join(' ');

/** `__proto__`, `constructor` and `prototype` in every kind of input: nothing is inherited from it, and nobody stumbles over it. */
export const protoPollution: CampaignRow = {
  name: 'proto-pollution',
  about: '__proto__, constructor and prototype in input and imports',
  full: ways.length,
  quick: ways.length,
  run: async (attempts) => {
    const { app, close } = await openTestApp();
    try {
      const request: Request = (operation) => app.transport.request(operation);
      const world: World = { app, request, ...(await setUpPractice(request, 8)) };
      await inLanes(attempts, 1, (number) => look(ways[number], world));
    } finally {
      await close();
    }
  },
};

async function look(way: Way | undefined, world: World): Promise<void> {
  if (!way) return;
  const before = inherited();
  for (const answer of await way.give(world)) {
    if (!answer.ok && answer.error.code === 'internal') throw new Error(`${way.name}: something went wrong inside`);
    if (answer.ok && way.refused) throw new Error(`${way.name}: taken, not refused`);
  }
  if (inherited() !== before) throw new Error(`${way.name}: everything inherits something now`);
}
