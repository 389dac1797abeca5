import { describe, expect, it, onTestFinished } from 'vitest';
import type { Operation } from '../../../preload/contract/shared/transport.ts';
import { monday, openTestPractice } from '../../support/practice.builder.ts';
import { openTestApp } from '../../support/test-app.ts';

const nowhere = '01900000-0000-7000-8000-ffffffffffff';

/** What names a location in its input, and writes. */
const writesAt = (locationId: string): readonly Operation[] => [
  {
    type: 'mutation',
    path: 'practice.closure.save',
    input: { closure: { on: monday, name: 'Flood', locationId, credited: false } },
  },
  { type: 'mutation', path: 'rostering.week.saveNote', input: { locationId, on: monday, note: 'Flu shots' } },
  { type: 'query', path: 'rostering.sheet.preview', input: { locationId, on: monday, source: { text: 'Ana Ember' } } },
  { type: 'mutation', path: 'rostering.sheet.commit', input: { locationId, on: monday, source: { text: 'Ana Ember\nBen Birch' } } },
  {
    type: 'mutation',
    path: 'rostering.cells.write',
    input: { locationId, writes: [{ personId: null, on: monday, text: '8-5 FD', seen: [] }] },
  },
];

describe('a location that is not there', () => {
  it.each(writesAt(nowhere))('is refused by $path', async (operation) => {
    const { app } = await openTestPractice();
    expect(await app.transport.request(operation)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  it('is refused once it is archived, too', async () => {
    const { app, client } = await openTestPractice();
    const { id } = await client.practice.location.save.mutate({ location: { name: 'Annex', timeZone: 'UTC', openingHours: [] } });
    await client.practice.location.archive.mutate({ seen: { id, version: 1 } });
    for (const operation of writesAt(id)) {
      expect(await app.transport.request(operation), operation.path).toMatchObject({ ok: false, error: { code: 'not_found' } });
    }
  });
});

it('a setting that arrives as undefined takes its default', async () => {
  const { app, client, close } = await openTestApp();
  onTestFinished(close);
  const practice = { name: 'Elm Street Clinic', mealMinutes: undefined, timeZone: undefined };
  expect(await app.transport.request({ type: 'mutation', path: 'practice.setUp', input: { practice } })).toMatchObject({ ok: true });
  expect((await client.practice.get.query())?.practice).toMatchObject({ mealMinutes: 60, timeZone: 'America/New_York' });
});
