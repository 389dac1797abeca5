import { describe, expect, it } from 'vitest';
import { createApi, putFile } from '../../../renderer/api/client.ts';
import { refusalOf } from '../../../renderer/api/refusal.ts';
import { answer, fakeTransport, refuse } from '../support/fake-transport.ts';
import { systemView, testId } from '../support/views.builder.ts';

describe('the transport link', () => {
  it('sends an operation and answers its data', async () => {
    const transport = fakeTransport();
    const { client } = createApi(transport);
    expect(await client.system.info.query()).toEqual(systemView());
    expect(transport.asked).toEqual([{ type: 'query', path: 'system.info' }]);
  });

  it('keeps the whole refusal: code, fields, rule and incident', async () => {
    const error = {
      code: 'rule_violation',
      message: 'Dana changed this since.',
      fields: { changeSetId: 'Undo the later change first.' },
      rule: 'undo.later_change',
      incident: 'A1B2C3D4',
    } as const;
    const { client } = createApi(fakeTransport({ 'history.undo': () => refuse(error) }));
    const thrown = await client.history.undo.mutate({ changeSetId: testId(1) }).catch((reason: unknown) => reason);
    expect(refusalOf(thrown)).toEqual(error);
    expect(thrown).toMatchObject({ message: error.message });
  });

  it('refuses as unavailable when the transport itself fails', async () => {
    const transport = { ...fakeTransport(), request: () => Promise.reject(new Error('broken pipe')) };
    const thrown = await createApi(transport)
      .client.system.info.query()
      .catch((reason: unknown) => reason);
    expect(refusalOf(thrown)).toMatchObject({ code: 'unavailable' });
  });

  it('answers a fault of the screen itself as internal, without an incident', () => {
    expect(refusalOf(new TypeError('x is undefined'))).toEqual({ code: 'internal', message: expect.any(String) });
  });

  it('passes a stream on and ends with it', () => {
    const transport = fakeTransport();
    const { client } = createApi(transport);
    const heard: unknown[] = [];
    client.system.changes.subscribe(undefined, {
      onData: (event) => heard.push(event),
      onComplete: () => heard.push('end'),
    });
    transport.say('system.changes', answer({ topics: ['people'] }));
    transport.say('system.changes', { done: true });
    expect(heard).toEqual([{ topics: ['people'] }, 'end']);
  });

  it('ends a stream with its refusal', () => {
    const transport = fakeTransport();
    const { client } = createApi(transport);
    const heard: unknown[] = [];
    client.system.changes.subscribe(undefined, { onError: (error) => heard.push(refusalOf(error)) });
    transport.say('system.changes', refuse({ code: 'forbidden', message: 'Ask the office manager.' }));
    expect(heard).toEqual([{ code: 'forbidden', message: 'Ask the office manager.' }]);
  });

  it('unsubscribes', () => {
    const transport = fakeTransport();
    const subscription = createApi(transport).client.system.changes.subscribe(undefined, {});
    expect(transport.openSubscriptions('system.changes')).toBe(1);
    subscription.unsubscribe();
    expect(transport.openSubscriptions('system.changes')).toBe(0);
  });

  it('puts a file and answers its handle', async () => {
    const file = new File(['name,phone'], 'staff.csv');
    expect(await putFile(fakeTransport(), file)).toBe('handle of staff.csv');
  });
});
