import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { longestDrafts } from '../../../preload/contract/drafts/drafts.ts';
import { useDrafts } from '../../../renderer/app/draft.store.ts';
import { flushDrafts, pageOfDrafts, useKeptDrafts } from '../../../renderer/app/use-kept-drafts.ts';
import { answer, fakeTransport } from '../support/fake-transport.ts';
import { show } from '../support/render.tsx';

const ana = { value: { text: 'Ana' }, openAt: '/people/new' };
const ben = { value: { text: 'Ben' }, openAt: null };
const keep = (key: string, { value, openAt }: typeof ana | typeof ben): void => useDrafts.getState().keep(key, value, openAt);

function Kept() {
  return <p>{useKeptDrafts() ? 'is back' : 'waits'}</p>;
}

afterEach(() => {
  cleanup();
  useDrafts.setState(useDrafts.getInitialState(), true);
});

it('brings back what was typed before, sends what is typed now, and keeps it when the window forgets', async () => {
  const transport = fakeTransport({ 'drafts.get': () => answer({ text: JSON.stringify([['new', ana]]) }) });
  const sent = (): unknown[] => transport.asked.filter(({ path }) => path === 'drafts.keep').map(({ input }) => input);
  show(<Kept />, transport);
  expect(await screen.findByText('is back')).toBeTruthy();
  expect(useDrafts.getState().drafts.get('new')).toEqual(ana);
  expect(pageOfDrafts()).toBe('/people/new');

  keep('new', ben);
  await flushDrafts();
  expect(sent()).toEqual([{ text: JSON.stringify([['new', ben]]) }]);
  expect(pageOfDrafts()).toBeNull();

  useDrafts.setState(useDrafts.getInitialState(), true);
  await flushDrafts();
  expect(sent()).toHaveLength(1);

  keep('new', ana);
  await waitFor(() => expect(sent()).toHaveLength(2));
  useDrafts.getState().drop('new');
  await flushDrafts();
  expect(sent().at(-1)).toEqual({ text: '' });
});

it('leaves out what is too long, and nothing else', async () => {
  const transport = fakeTransport();
  show(<Kept />, transport);
  expect(await screen.findByText('is back')).toBeTruthy();
  keep('sheet', { value: { text: 'x'.repeat(longestDrafts) }, openAt: null });
  keep('new', ben);
  await flushDrafts();
  expect(transport.asked.filter(({ path }) => path === 'drafts.keep').map(({ input }) => input)).toEqual([
    { text: JSON.stringify([['new', ben]]) },
  ]);
});

it.each(['{"half', '[1, 2]', '{"a":1}', '[["new", null]]', '[["new", { "draft": {}, "base": null }]]'])(
  'counts text that does not read as none: %s',
  async (text) => {
    show(<Kept />, fakeTransport({ 'drafts.get': () => answer({ text }) }));
    expect(await screen.findByText('is back')).toBeTruthy();
    expect(useDrafts.getState().drafts.size).toBe(0);
  },
);
