import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { flushDrafts, useKeptDrafts } from '../../../renderer/app/use-kept-drafts.ts';
import { useDrafts } from '../../../renderer/features/people/draft.store.ts';
import { emptyDraft } from '../../../renderer/features/people/person-draft.ts';
import { answer, fakeTransport } from '../support/fake-transport.ts';
import { show } from '../support/render.tsx';

const ana = { draft: { ...emptyDraft(), givenName: 'Ana' }, base: null };
const ben = { draft: { ...emptyDraft(), givenName: 'Ben' }, base: null };

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

  useDrafts.getState().keep('new', ben);
  await flushDrafts();
  expect(sent()).toEqual([{ text: JSON.stringify([['new', ben]]) }]);

  useDrafts.setState(useDrafts.getInitialState(), true);
  await flushDrafts();
  expect(sent()).toHaveLength(1);

  useDrafts.getState().keep('new', ana);
  await waitFor(() => expect(sent()).toHaveLength(2));
  useDrafts.getState().drop('new');
  await flushDrafts();
  expect(sent().at(-1)).toEqual({ text: '' });
});

it.each(['{"half', '[1, 2]', '{"a":1}', '[["new", null]]'])('counts text that does not read as none: %s', async (text) => {
  show(<Kept />, fakeTransport({ 'drafts.get': () => answer({ text }) }));
  expect(await screen.findByText('is back')).toBeTruthy();
  expect(useDrafts.getState().drafts.size).toBe(0);
});
