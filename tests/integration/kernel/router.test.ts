import { expect, it, onTestFinished } from 'vitest';
import { roles, topics } from '../../../preload/contract/system/system.ts';
import { openTestApp, refusalOf } from '../../support/test-app.ts';

it('states access, topics and input of every procedure', async () => {
  const { app, close } = await openTestApp();
  onTestFinished(close);
  const procedures = app.transport.procedures();
  expect(procedures.length).toBeGreaterThan(40);
  for (const { path, access, topics: touched, type, input } of procedures) {
    expect(access.length, `${path} says who may call it`).toBeGreaterThan(0);
    expect(roles, path).toEqual(expect.arrayContaining([...access]));
    expect(topics, path).toEqual(expect.arrayContaining([...touched]));
    if (type === 'mutation' && !path.startsWith('system.')) expect(touched.length, `${path} says what it touches`).toBeGreaterThan(0);
    expect(input, path).toBeTypeOf('object');
  }
});

it('answers every procedure with a refusal when the input is nonsense, and logs no incident', async () => {
  const { app, log, close } = await openTestApp();
  onTestFinished(close);
  for (const { path, type } of app.transport.procedures()) {
    if (type === 'subscription' || path === 'history.recent') continue;
    const answer = await app.transport.request({ type, path, input: { nonsense: '<script>', __proto__: { polluted: true } } });
    if (!answer.ok) expect(answer.error.code, path).toBe('invalid_input');
  }
  expect(log.lines).toEqual([]);
});

it('refuses an unknown procedure and a wrong kind of call', async () => {
  const { app, close } = await openTestApp();
  onTestFinished(close);
  const call = (type: 'query' | 'mutation', path: string) => app.transport.request({ type, path });
  expect(await call('query', 'people.everything')).toMatchObject({ ok: false, error: { code: 'not_found' } });
  expect(await call('query', '__proto__')).toMatchObject({ ok: false, error: { code: 'not_found' } });
  expect(await call('mutation', 'practice.get')).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
});

it('tells the topics of a committed write to whoever listens, and nothing of a refused one', async () => {
  const { client, close } = await openTestApp();
  onTestFinished(close);
  const heard: unknown[] = [];
  const subscription = client.system.changes.subscribe(undefined, { onData: (event) => heard.push(event) });
  await client.practice.setUp.mutate({ practice: { name: 'Elm Street Clinic' } });
  await refusalOf(client.practice.setUp.mutate({ practice: { name: 'Again' } }));
  await expect.poll(() => heard).toEqual([{ topics: ['practice', 'people', 'rostering', 'history'] }]);
  subscription.unsubscribe();
});

it('tells every topic of the contract, each once, when a change is undone: it may have touched anything', async () => {
  const { app, client, close } = await openTestApp();
  onTestFinished(close);
  const { changeSet } = await client.practice.setUp.mutate({ practice: { name: 'Elm Street Clinic' } });
  const heard: unknown[] = [];
  const subscription = client.system.changes.subscribe(undefined, { onData: (event) => heard.push(event) });
  await client.history.undo.mutate({ changeSetId: changeSet?.id ?? '' });
  await expect.poll(() => heard).toEqual([{ topics: [...topics] }]);
  expect(app.transport.procedures().find(({ path }) => path === 'history.undo')?.topics).toEqual([...topics]);
  subscription.unsubscribe();
});
