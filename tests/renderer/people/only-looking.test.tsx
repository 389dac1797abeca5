import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Navigate, Route, Routes } from 'react-router';
import { expect, it } from 'vitest';
import type { PersonView } from '../../../preload/contract/people/people.ts';
import { PeopleImportPage } from '../../../renderer/features/people/people-import.page.tsx';
import { PeoplePage } from '../../../renderer/features/people/people.page.tsx';
import { answer, fakeTransport, type FakeTransport } from '../support/fake-transport.ts';
import { show } from '../support/render.tsx';
import { accessState, testId } from '../support/views.builder.ts';
import { personView } from './people.builder.ts';
import { standInForLayout } from './without-layout.ts';

standInForLayout();

/** As main answers a lead: no pay, and no procedure that writes. */
const lead = accessState({ mayCall: ['people.list', 'people.get', 'history.list', 'rostering.week.get', 'search.find'] });
const { payRates: _pay, ...dana } = personView();
const change = {
  changeSetId: testId(9),
  label: 'Change Dana Reed',
  actor: 'Sam Lee',
  at: '2026-11-23T14:05:00Z',
  changes: [],
  undone: false,
};

function open(path: string, people: readonly PersonView[]): FakeTransport {
  const transport = fakeTransport({ 'people.list': () => answer(people), 'history.list': () => answer([change]) });
  show(
    <Routes>
      <Route path="/people/import" element={<PeopleImportPage />} />
      <Route path="/people/:id?" element={<PeoplePage />} />
      <Route path="*" element={<Navigate to={path} replace />} />
    </Routes>,
    transport,
    lead,
  );
  return transport;
}

it('whoever may only look sees a person, and nothing takes typing or is offered that would be refused', async () => {
  const user = userEvent.setup();
  const transport = open(`/people/${dana.id}`, [dana]);
  const name = await screen.findByLabelText<HTMLInputElement>('First name');
  expect(name.matches(':disabled')).toBe(true);
  await user.type(name, 'x');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText('Change Dana Reed')).toBeTruthy();
  for (const words of [/^Save/, /^Like /, 'Archive', 'Import', 'New person', /^Undo/]) {
    expect(screen.queryByRole('button', { name: words })).toBeNull();
  }
  expect(screen.queryByRole('checkbox', { name: /Dana/ })).toBeNull();
  expect(screen.queryByText(/per hour|Pay/)).toBeNull();
  expect(transport.asked.map(({ path }) => path).filter((path) => /save|order|archive|attachments/.test(path))).toEqual([]);
});

it.each(['/people', '/people/new'])('whoever may only look is offered no way to add somebody at %s', async (path) => {
  open(path, []);
  expect(await screen.findByText('Nobody is here yet')).toBeTruthy();
  for (const words of ['Paste or import a list', 'Add one person', 'Import', 'New person', /^Save/]) {
    expect(screen.queryByRole('button', { name: words })).toBeNull();
  }
  expect(screen.queryByText(/per hour|Pay/)).toBeNull();
});

it('leads whoever may not import to the people', async () => {
  open('/people/import', [dana]);
  expect(await screen.findByRole('heading', { level: 1, name: 'People' })).toBeTruthy();
  expect(screen.queryByRole('heading', { name: 'Import people' })).toBeNull();
});
