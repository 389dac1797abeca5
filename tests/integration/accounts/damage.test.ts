import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { setUpPractice } from '../../support/campaign/caller.ts';
import { temporaryFolder } from '../../support/database.ts';
import { openTestApp, refusalOf } from '../../support/test-app.ts';

const pageBytes = 4096;

it('turns a practice whose pages cannot be read into one that does not open, and shows nothing wrong', async () => {
  const folder = temporaryFolder();
  const first = await openTestApp({ folder });
  await setUpPractice((operation) => first.app.transport.request(operation), 40);
  await first.close();
  const path = join(folder, 'practice.db');
  const sound = readFileSync(path);
  const opened = await openTestApp({ folder });
  onTestFinished(() => opened.close());
  expect(await opened.client.access.state.query()).toMatchObject({ stage: 'open' });

  // A bit in every page but those that an open connection keeps in mind.
  const damaged = Buffer.from(sound);
  for (let page = 2; page < damaged.length / pageBytes; page += 1)
    damaged[page * pageBytes + 100] = (damaged[page * pageBytes + 100] ?? 0) ^ 1;
  writeFileSync(path, damaged);
  const refusal = await refusalOf(opened.client.people.list.query());
  expect(refusal).toMatchObject({ code: 'unavailable', message: expect.stringContaining('restore a backup') });
  expect(await opened.client.access.state.query()).toMatchObject({ stage: 'trouble', trouble: { kind: 'damaged' } });
  expect(await refusalOf(opened.client.practice.get.query())).toMatchObject({ code: 'unavailable' });

  writeFileSync(path, sound);
});
