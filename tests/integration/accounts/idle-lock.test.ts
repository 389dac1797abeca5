import { expect, it, onTestFinished } from 'vitest';
import { elapsedTime } from '../../../main/kernel/elapsed.ts';
import { temporaryFolder } from '../../support/database.ts';
import { openTestApp, refusalOf } from '../../support/test-app.ts';

const passphrase = 'river lamp orange nine';
const minute = 60_000;

/** A practice with one account, signed in, whose computer's two clocks the test sets. */
async function signedIn() {
  const clocks = { steady: 0, wall: Date.parse('2026-11-23T16:00:00.000Z') };
  const opened = await openTestApp({
    folder: temporaryFolder(),
    elapsed: elapsedTime(
      () => clocks.steady,
      () => clocks.wall,
    ),
  });
  onTestFinished(() => opened.close());
  const { client, app } = opened;
  await client.access.protect.mutate({ name: 'Dana Ortiz', passphrase });
  await client.computer.save.mutate({ lockAfterMinutes: 10 });
  /** Both clocks go on. */
  const pass = (minutes: number) => {
    clocks.steady += minutes * minute;
    clocks.wall += minutes * minute;
  };
  return { client, app, clocks, pass };
}

it('locks after a sleep through which the process’s clock stood still, before the first call is answered', async () => {
  const { client, clocks } = await signedIn();
  clocks.wall += 11 * minute;
  expect(await refusalOf(client.people.list.query())).toMatchObject({ code: 'forbidden', message: 'Sign in first.' });
  expect(await client.access.state.query()).toMatchObject({ stage: 'locked', me: null });
});

it('is not woken by the first touch after the sleep', async () => {
  const { client, clocks } = await signedIn();
  clocks.wall += 11 * minute;
  await client.access.touch.mutate();
  expect(await client.access.state.query()).toMatchObject({ stage: 'locked', me: null });
});

it('gives out no file, takes none, and follows nothing after the sleep', async () => {
  const { client, app, clocks } = await signedIn();
  const put = await app.transport.putFile({ name: 'staff.csv', bytes: new Uint8Array([1]) });
  const handle = put.ok ? String(put.data) : '';
  expect(await app.transport.getFile(handle)).toMatchObject({ ok: true });
  clocks.wall += 11 * minute;
  expect(app.transport.takeFile(handle)).toBeUndefined();
  expect(await app.transport.getFile(handle)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  await client.access.signIn.mutate({ name: 'Dana Ortiz', passphrase });
  clocks.wall += 11 * minute;
  const message = await new Promise((resolve) => app.transport.subscribe({ type: 'subscription', path: 'backup.make' }, resolve));
  expect(message).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});

it('stays open while somebody is here, and through a sleep shorter than the time', async () => {
  const { client, clocks, pass } = await signedIn();
  for (let round = 0; round < 4; round += 1) {
    pass(9);
    await client.access.touch.mutate();
  }
  clocks.wall += 9 * minute;
  expect(await client.access.state.query()).toMatchObject({ stage: 'open', me: { name: 'Dana Ortiz' } });
});

it('gives no time for a clock that is put back', async () => {
  const { client, clocks, pass } = await signedIn();
  pass(6);
  expect(await client.access.state.query()).toMatchObject({ stage: 'open' });
  clocks.wall -= 60 * minute;
  pass(3);
  expect(await client.access.state.query()).toMatchObject({ stage: 'open' });
  pass(1);
  expect(await client.access.state.query()).toMatchObject({ stage: 'locked' });
});

it('locks everyone whose time is over when any one of them calls', async () => {
  const { client, app, clocks, pass } = await signedIn();
  const other = app.connect();
  await other.request({ type: 'mutation', path: 'access.signIn', input: { name: 'Dana Ortiz', passphrase } });
  pass(6);
  await client.access.touch.mutate();
  clocks.wall += 5 * minute;
  expect(await client.access.state.query()).toMatchObject({ stage: 'open' });
  expect(await other.request({ type: 'query', path: 'people.list' })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});
