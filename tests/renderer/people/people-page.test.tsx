import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Navigate, Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonView } from '../../../preload/contract/people/people.ts';
import type { Answer, Operation } from '../../../preload/contract/shared/transport.ts';
import { useDrafts } from '../../../renderer/app/draft.store.ts';
import { PeoplePage } from '../../../renderer/features/people/people.page.tsx';
import { answer, fakeTransport, refuse, type FakeTransport } from '../support/fake-transport.ts';
import { show } from '../support/render.tsx';
import { testId } from '../support/views.builder.ts';
import { personView } from './people.builder.ts';
import { standInForLayout } from './without-layout.ts';

standInForLayout();

const dana = personView();
const omar = personView({ id: testId(101), givenName: 'Omar', familyName: 'Diaz', name: 'Omar Diaz', phone: '555-0177' });
const changeSet = { id: testId(900), label: 'Change Dana Reed' };

beforeEach(() => useDrafts.setState({ drafts: new Map() }));

function At({ path }: { readonly path: string }) {
  return (
    <Routes>
      <Route path="/people/:id?" element={<PeoplePage />} />
      <Route path="*" element={<Navigate to={path} replace />} />
    </Routes>
  );
}

/** The page over people a test may change; `writes` answers the writes. */
function open(path: string, people: () => readonly PersonView[], writes: Record<string, (input: unknown) => Answer> = {}): FakeTransport {
  const transport = fakeTransport({
    'people.list': () => answer(people()),
    'history.list': () => answer([]),
    'attachments.list': () => answer({ files: [], mayChange: true }),
    ...writes,
  });
  show(<At path={path} />, transport);
  return transport;
}

const asked = (transport: FakeTransport, path: string): Operation[] => transport.asked.filter((operation) => operation.path === path);

describe('the form of a person', () => {
  it('sends hours as minutes and is saved by Ctrl+Enter', async () => {
    const user = userEvent.setup();
    let stored = dana;
    const transport = open(`/people/${dana.id}`, () => [stored], {
      'people.save': () => {
        stored = personView({ version: 2, contractMinutes: [450, 480, 480, 480, 0, 0, 0] });
        return answer({ changeSet, id: dana.id });
      },
    });
    const monday = await screen.findByLabelText('Monday, hours');
    await user.clear(monday);
    await user.type(monday, '7:30');
    await user.clear(screen.getByLabelText('Friday, hours'));
    expect(screen.getByText('31.5 h a week')).toBeTruthy();
    expect(screen.getByText('not saved yet')).toBeTruthy();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(screen.queryByText('not saved yet')).toBeNull());
    expect(asked(transport, 'people.save')[0]?.input).toMatchObject({
      seen: { id: dana.id, version: 1 },
      person: { contractMinutes: [450, 480, 480, 480, 0, 0, 0], familyName: 'Reed' },
    });
    expect(screen.getByText('Change Dana Reed')).toBeTruthy();
  });

  it('fills Monday to Friday at a press', async () => {
    const user = userEvent.setup();
    open('/people/new', () => [dana]);
    await user.click(await screen.findByRole('button', { name: 'Mon-Fri 8' }));
    expect(screen.getByText('40 h a week')).toBeTruthy();
  });

  it('says beside the field what cannot be saved, and asks main nothing', async () => {
    const user = userEvent.setup();
    const transport = open(`/people/${dana.id}`, () => [dana]);
    await user.clear(await screen.findByLabelText('Last name'));
    await user.type(screen.getByLabelText('Tuesday, hours'), '{Backspace}lots');
    await user.click(screen.getByRole('button', { name: /^Save/ }));
    expect(await screen.findByText('Fill this in.')).toBeTruthy();
    expect(screen.getByText('Tue: Write hours like 8, 7.5 or 7:30.')).toBeTruthy();
    expect(screen.getByLabelText('Last name').getAttribute('aria-invalid')).toBe('true');
    expect(asked(transport, 'people.save')).toHaveLength(0);
  });

  it("puts main's refusal beside its field and keeps the typing", async () => {
    const user = userEvent.setup();
    open(`/people/${dana.id}`, () => [dana], {
      'people.save': () =>
        refuse({ code: 'invalid_input', message: 'x', fields: { 'person.homeLocationId': 'n', 'person.phone': 'Write a phone number.' } }),
    });
    const phone = await screen.findByLabelText('Phone');
    await user.clear(phone);
    await user.type(phone, '12{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Write a phone number.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Phone').value).toBe('12');
  });

  it('keeps the typing through a conflict, takes what was not touched from the other, and saves over it when asked', async () => {
    const user = userEvent.setup();
    let stored = dana;
    const seen: unknown[] = [];
    open(`/people/${dana.id}`, () => [stored], {
      'people.save': (input) => {
        seen.push(input);
        if (seen.length > 1) return answer({ changeSet, id: dana.id });
        stored = personView({ version: 2, phone: '555-9999', nickname: 'Dee' });
        return refuse({ code: 'conflict', message: 'Someone changed this meanwhile.' });
      },
    });
    const phone = await screen.findByLabelText('Phone');
    await user.clear(phone);
    await user.type(phone, '555-1111{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/was changed meanwhile/)).toBeTruthy();
    expect(screen.getByText('Phone: now “555-9999”')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Phone').value).toBe('555-1111');
    expect(screen.getByLabelText<HTMLInputElement>('Called').value).toBe('Dee');
    await user.click(screen.getByRole('button', { name: 'Save mine' }));
    await waitFor(() => expect(seen).toHaveLength(2));
    expect(seen[1]).toMatchObject({ seen: { version: 2 }, person: { phone: '555-1111', nickname: 'Dee' } });
  });

  it('keeps what was typed when the panel is closed and opened again', async () => {
    const user = userEvent.setup();
    open(`/people/${dana.id}`, () => [dana, omar]);
    await user.type(await screen.findByLabelText('Called'), 'Dee');
    await user.click(screen.getByRole('row', { name: /Omar Diaz/ }));
    expect(screen.getByLabelText<HTMLInputElement>('Called').value).toBe('');
    await user.click(screen.getByRole('row', { name: /Dana Reed/ }));
    expect(screen.getByLabelText<HTMLInputElement>('Called').value).toBe('Dee');
  });

  it('saves a changed, a new and a removed pay rate in cents as one change, and the person only when they differ', async () => {
    const user = userEvent.setup();
    const rates = [
      { id: testId(70), version: 3, effectiveOn: '2026-01-05', centsPerHour: 2500 },
      { id: testId(71), version: 1, effectiveOn: '2025-01-06', centsPerHour: 2400 },
    ];
    const transport = open(`/people/${dana.id}`, () => [personView({ payRates: rates })], {
      'people.save': () => answer({ changeSet, id: dana.id }),
    });
    const first = await screen.findByLabelText('Rate 1, dollars per hour');
    await user.clear(first);
    await user.type(first, '26.5');
    await user.click(screen.getByRole('button', { name: 'Remove rate 2' }));
    await user.click(screen.getByRole('button', { name: 'Add a rate' }));
    await user.type(screen.getByLabelText('Rate 2, dollars per hour'), '28{Control>}{Enter}{/Control}');
    await waitFor(() => expect(asked(transport, 'people.save')).toHaveLength(1));
    expect(asked(transport, 'people.save')[0]?.input).toEqual({
      seen: { id: dana.id, version: dana.version },
      payRates: {
        save: [
          { seen: { id: testId(70), version: 3 }, payRate: { effectiveOn: '2026-01-05', centsPerHour: 2650 } },
          { payRate: { effectiveOn: '2026-11-23', centsPerHour: 2800 } },
        ],
        archive: [{ id: testId(71), version: 1 }],
      },
    });
  });

  it('saves the person and a pay rate in one call, and says a refused rate in the pay', async () => {
    const user = userEvent.setup();
    const message = 'There is a pay rate from this day on already. Change that one.';
    const transport = open(`/people/${dana.id}`, () => [personView({ payRates: [] })], {
      'people.save': () => refuse({ code: 'invalid_input', message, fields: { payRates: message } }),
    });
    await user.type(await screen.findByLabelText('Called'), 'Dee');
    await user.click(screen.getByRole('button', { name: 'Add a rate' }));
    await user.type(screen.getByLabelText('Rate 1, dollars per hour'), '28{Control>}{Enter}{/Control}');
    expect(await within(screen.getByRole('group', { name: 'Pay' })).findByText(message)).toBeTruthy();
    expect(asked(transport, 'people.save')).toHaveLength(1);
    expect(asked(transport, 'people.save')[0]?.input).toMatchObject({
      person: { nickname: 'Dee' },
      payRates: { save: [{ payRate: { centsPerHour: 2800 } }], archive: [] },
    });
  });

  it('shows no pay to those who may not see it', async () => {
    const { payRates: _, ...withoutPay } = dana;
    open(`/people/${dana.id}`, () => [withoutPay]);
    await screen.findByLabelText('Last name');
    expect(screen.queryByRole('group', { name: 'Pay' })).toBeNull();
    expect(screen.queryByText('Pay an hour')).toBeNull();
  });
});

describe('the list of people', () => {
  it('archives the chosen people with their versions, without a question', async () => {
    const user = userEvent.setup();
    const transport = open('/people', () => [dana, omar], { 'people.archive': () => answer({ changeSet }) });
    await user.click(within(await screen.findByRole('row', { name: /Omar Diaz/ })).getByRole('checkbox'));
    await user.click(screen.getByRole('button', { name: 'Archive 1 person' }));
    expect(asked(transport, 'people.archive')[0]?.input).toEqual({ people: [{ id: omar.id, version: 1 }] });
    expect(await screen.findByRole('button', { name: 'Undo' })).toBeTruthy();
  });

  it('moves a person by Alt+Down and shows it at once', async () => {
    const user = userEvent.setup();
    const transport = open('/people', () => [dana, omar], { 'people.order': () => answer({ changeSet }) });
    (await screen.findByRole('row', { name: /Dana Reed/ })).focus();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(asked(transport, 'people.order')[0]?.input).toEqual({ ids: [omar.id, dana.id] });
    const names = screen.getAllByRole('row').map((row) => /Dana|Omar/.exec(row.textContent)?.[0]);
    expect(names.filter(Boolean)).toEqual(['Omar', 'Dana']);
  });

  it('teaches when nobody is there', async () => {
    open('/people', () => []);
    expect(await screen.findByRole('button', { name: 'Paste or import a list' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Add one person' })).toBeTruthy();
  });
});
