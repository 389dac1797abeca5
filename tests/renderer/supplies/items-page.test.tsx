import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { afterEach, expect, it, vi } from 'vitest';
import type { ItemLine, ItemView } from '../../../preload/contract/supplies/catalogue.ts';
import { ItemsPage } from '../../../renderer/features/supplies/items/items.page.tsx';
import { standInForLayout } from '../people/without-layout.ts';
import { answer, fakeTransport, refuse } from '../support/fake-transport.ts';
import { show } from '../support/render.tsx';
import { accessState, practiceView, testId } from '../support/views.builder.ts';

const gloves: ItemView = {
  id: testId(90),
  version: 3,
  code: 'GLV-M',
  name: 'Exam gloves nitrile M',
  baseUnit: 'box',
  categoryId: null,
  categoryName: '',
  serviceClass: 'vital',
  storageClass: 'shelf',
  lotTracked: false,
  expiryTracked: false,
  controlled: false,
  daysAfterOpening: null,
  inactiveOn: null,
  note: '',
  identifiers: [],
  packs: [],
  findings: [{ code: 'duplicate_code', text: 'Gloves, old has the code GLV-M too.' }],
  vendorItems: [
    {
      id: testId(92),
      version: 1,
      vendorId: testId(93),
      vendor: 'McKesson',
      vendorNumber: '1042-M',
      vendorName: '',
      manufacturer: '',
      manufacturerNumber: '',
      preference: 1,
      discontinued: false,
      note: '',
      packs: [
        { id: testId(94), version: 1, code: 'BX', baseUnits: 1, orderable: true, text: 'box', cents: 835 },
        { id: testId(95), version: 1, code: 'CS', baseUnits: 10, orderable: true, text: 'case of 10', cents: 7850 },
      ],
      prices: [],
      cost: { packCode: 'CS', baseUnits: 10, cents: 7850 },
    },
  ],
};

const line = (fields: Partial<ItemLine>): ItemLine => ({
  id: testId(90),
  version: 3,
  code: 'GLV-M',
  name: 'Exam gloves nitrile M',
  baseUnit: 'box',
  categoryId: null,
  categoryName: '',
  serviceClass: 'vital',
  storageClass: 'shelf',
  lotTracked: false,
  expiryTracked: false,
  controlled: false,
  inactiveOn: null,
  vendorCount: 1,
  vendorName: 'McKesson',
  vendorNumber: '1042-M',
  words: 'McKesson 1042-M',
  packText: 'case of 10',
  cost: { packCode: 'CS', baseUnits: 10, cents: 7850 },
  ...fields,
});

const paper = line({
  id: testId(91),
  name: 'Copy paper',
  code: 'PAP',
  serviceClass: 'convenience',
  vendorName: 'Staples',
  vendorNumber: '135848',
});

standInForLayout();
afterEach(cleanup);

function open(path: string, answers: Parameters<typeof fakeTransport>[0] = {}) {
  const transport = fakeTransport({
    'practice.get': () => answer(practiceView()),
    'supplies.catalogue.item.list': () => answer([line({}), paper]),
    'supplies.catalogue.item.get': () => answer(gloves),
    'supplies.catalogue.category.list': () => answer([]),
    'supplies.catalogue.vendor.list': () => answer([]),
    'history.list': () => answer([]),
    ...answers,
  });
  show(
    <Routes>
      <Route path="/supplies/items/:id?" element={<ItemsPage />} />
    </Routes>,
    transport,
    accessState(),
    path,
  );
  return transport;
}

it('lists what is stocked with what one of it costs, narrowed by words and by a view', async () => {
  const user = userEvent.setup();
  open('/supplies/items');
  const grid = await screen.findByRole('grid', { name: 'Items' });
  expect(within(grid).getByRole('row', { name: /Exam gloves nitrile M.*case of 10.*78\.50/ })).toBeTruthy();
  await user.type(screen.getByRole('searchbox', { name: 'Filter items' }), '135848');
  await waitFor(() => expect(within(grid).queryByText('Exam gloves nitrile M')).toBeNull());
  await user.clear(screen.getByRole('searchbox', { name: 'Filter items' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'Vital');
  await waitFor(() => expect(within(grid).queryByText('Copy paper')).toBeNull());
  expect(within(grid).getByText('Exam gloves nitrile M')).toBeTruthy();
});

it('shows in the panel what to look at and the cheapest pack first; a field is saved as it is left', async () => {
  const user = userEvent.setup();
  const save = vi.fn((_input: unknown) => answer({ changeSet: null, id: gloves.id }));
  open(`/supplies/items/${gloves.id}`, { 'supplies.catalogue.item.save': save });
  const panel = await screen.findByRole('complementary', { name: gloves.name });
  expect(within(panel).getByText('Gloves, old has the code GLV-M too.')).toBeTruthy();
  const offers = within(panel).getByRole('region', { name: 'Who sells it' });
  expect(
    within(offers)
      .getAllByRole('row')
      .map(({ textContent }) => textContent),
  ).toEqual(['VendorPackPrice, $Per box, $', 'McKesson1042-Mcase of 1078.507.8500', 'McKesson1042-Mbox8.358.3500']);
  const code = within(panel).getByRole('textbox', { name: 'Code' });
  await user.clear(code);
  await user.type(code, 'GLV-MED');
  await user.tab();
  await waitFor(() => expect(save).toHaveBeenCalledOnce());
  expect(save.mock.calls[0]?.[0]).toMatchObject({ seen: { id: gloves.id, version: 3 }, item: { code: 'GLV-MED', name: gloves.name } });
});

it('says beside the packs why a chain cannot be, and keeps what was typed', async () => {
  const user = userEvent.setup();
  const message = 'A case of 15 box is not a whole number of boxes of 10. Correct one of the two.';
  open(`/supplies/items/${gloves.id}`, {
    'supplies.catalogue.item.savePacks': () => refuse({ code: 'invalid_input', message, fields: { 'packs.1.baseUnits': message } }),
  });
  const part = await screen.findByRole('region', { name: 'Packs it is counted in' });
  await user.click(within(part).getByRole('button', { name: 'Add a pack' }));
  await user.type(within(part).getByRole('textbox', { name: 'Pack 1' }), 'case');
  await user.type(within(part).getByRole('textbox', { name: 'Pack 1 holds' }), '15');
  await user.click(document.body);
  expect(await within(part).findByText(message)).toBeTruthy();
  expect(within(part).getByRole('textbox', { name: 'Pack 1 holds' })).toHaveProperty('value', '15');
});

it('changes and archives what is chosen at once', async () => {
  const user = userEvent.setup();
  const change = vi.fn((_input: unknown) => answer({ changeSet: null }));
  open('/supplies/items', { 'supplies.catalogue.item.changeMany': change });
  await screen.findByRole('grid', { name: 'Items' });
  await user.click(screen.getByRole('checkbox', { name: 'Choose all' }));
  expect(screen.getByRole('button', { name: 'Archive 2 items' })).toBeTruthy();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Change the chosen items' }), 'In the fridge');
  expect(change.mock.calls[0]?.[0]).toMatchObject({
    items: [{ id: gloves.id }, { id: paper.id }],
    change: { storageClass: 'refrigerated' },
  });
});

it('teaches where nothing is listed yet', async () => {
  open('/supplies/items', { 'supplies.catalogue.item.list': () => answer([]) });
  expect(await screen.findByRole('heading', { name: 'Nothing is listed yet' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Add one item' })).toBeTruthy();
});
