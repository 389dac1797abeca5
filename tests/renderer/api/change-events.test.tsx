import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Topic } from '../../../preload/contract/system/system.ts';
import { followChanges, refetchTopics } from '../../../renderer/api/change-events.ts';
import { createApi } from '../../../renderer/api/client.ts';
import { answer, fakeTransport } from '../support/fake-transport.ts';

const queryTopics: Readonly<Record<string, readonly Topic[]>> = {
  'practice.get': ['practice'],
  'rostering.week.get': ['rostering', 'people', 'practice'],
  'history.list': ['history'],
  'system.info': [],
};

describe('refetching by topic', () => {
  it.each<[readonly Topic[], readonly string[]]>([
    [['practice'], ['practice.get', 'rostering.week.get', 'unknown.query']],
    [['people'], ['rostering.week.get', 'unknown.query']],
    [
      ['history', 'rostering'],
      ['rostering.week.get', 'history.list', 'unknown.query'],
    ],
  ])('a change of %j makes stale what shows it, and what names no topics', (topics, stale) => {
    const { queryClient } = createApi(fakeTransport());
    const paths = [...Object.keys(queryTopics), 'unknown.query'];
    for (const path of paths) queryClient.setQueryData([path.split('.'), { type: 'query' }], {});
    refetchTopics(queryClient, queryTopics, topics);
    expect(paths.filter((path) => queryClient.getQueryState([path.split('.'), { type: 'query' }])?.isInvalidated)).toEqual(stale);
  });
});

describe('following changes', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('makes stale what an event names', async () => {
    const transport = fakeTransport();
    const api = createApi(transport);
    api.queryClient.setQueryData(api.trpc.practice.get.queryKey(), null);
    const stop = followChanges(api);
    await vi.advanceTimersByTimeAsync(0);
    transport.say('system.changes', answer({ topics: ['practice'] }));
    expect(api.queryClient.getQueryState(api.trpc.practice.get.queryKey())?.isInvalidated).toBe(true);
    stop();
    expect(transport.openSubscriptions('system.changes')).toBe(0);
  });

  it('connects again after an end, and then refetches everything, as events may be missed', async () => {
    const transport = fakeTransport();
    const api = createApi(transport);
    api.queryClient.setQueryData(api.trpc.practice.get.queryKey(), null);
    const stop = followChanges(api);
    await vi.advanceTimersByTimeAsync(0);
    transport.say('system.changes', { done: true });
    expect(transport.openSubscriptions('system.changes')).toBe(0);
    await vi.advanceTimersByTimeAsync(600);
    expect(transport.openSubscriptions('system.changes')).toBe(1);
    expect(api.queryClient.getQueryState(api.trpc.practice.get.queryKey())?.isInvalidated).toBe(true);
    stop();
  });

  it('does not connect again once stopped', async () => {
    const transport = fakeTransport();
    const stop = followChanges(createApi(transport));
    await vi.advanceTimersByTimeAsync(0);
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(transport.openSubscriptions('system.changes')).toBe(0);
  });
});
