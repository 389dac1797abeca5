import type { Page } from '@playwright/test';
import { z } from 'zod';
import type { Operation } from '../../../preload/contract/shared/transport.ts';
import { callFromPage } from './page-calls.ts';
import type { PagePractice, TextField } from './xss-fields.ts';

const withId = z.looseObject({ id: z.string() });
const mutation = (path: string, input: unknown): Operation => ({ type: 'mutation', path, input });
const cut = (text: string, length: number): string => text.slice(0, length);

/** Ids of what the calls made. */
async function made(page: Page, operations: readonly Operation[]): Promise<readonly string[]> {
  return (await callFromPage(page, operations)).map((answer) => withId.parse(answer).id);
}

const item = (fields: object) => mutation('supplies.catalogue.item.save', { item: { name: 'Gauze', ...fields } });

/** Items of which the first one's panel is opened. */
const itemField = (name: string, length: number): TextField => ({
  field: `supplies.catalogue.item.save item.${name}`,
  put: async ({ page, places }, texts) => {
    const [first = ''] = await made(
      page,
      texts.map((text, index) => item({ name: `Gauze ${name} ${index}`, [name]: cut(text, length) })),
    );
    places.push(`/supplies/items/${first}`);
  },
});

const vendorField = (name: string, length: number): TextField => ({
  field: `supplies.catalogue.vendor.save vendor.${name}`,
  put: async ({ page, places }, texts) => {
    const [first = ''] = await made(
      page,
      texts.map((text, index) =>
        mutation('supplies.catalogue.vendor.save', { vendor: { name: `Vendor ${name} ${index}`, [name]: cut(text, length) } }),
      ),
    );
    places.push(`/supplies/vendors/${first}`);
  },
});

/** One item that a vendor sells, for each text. */
async function sell(
  { page, places }: PagePractice,
  vendor: string,
  fields: readonly object[],
): Promise<readonly { itemId: string; id: string }[]> {
  const [vendorId] = await made(page, [mutation('supplies.catalogue.vendor.save', { vendor: { name: vendor } })]);
  const itemIds = await made(
    page,
    fields.map((_, index) => item({ name: `Sold ${index}` })),
  );
  const packs = [{ code: 'BX', baseUnits: 10 }];
  const ids = await made(
    page,
    fields.map((own, index) =>
      mutation('supplies.catalogue.vendorItem.save', { vendorItem: { itemId: itemIds[index], vendorId, packs, ...own } }),
    ),
  );
  places.push(`/supplies/items/${itemIds[0] ?? ''}`);
  return ids.map((id, index) => ({ id, itemId: itemIds[index] ?? '' }));
}

const vendorItemField = (name: string, length: number): TextField => ({
  field: `supplies.catalogue.vendorItem.save vendorItem.${name}`,
  put: async (practice, texts) => {
    await sell(
      practice,
      `Seller ${name}`,
      texts.map((text) => ({ [name]: cut(text, length) })),
    );
  },
});

/** A room with an item in it. */
async function stockedRoom({ page, locationId }: PagePractice): Promise<{ placeId: string; itemId: string }> {
  const [placeId = ''] = await made(page, [mutation('supplies.stock.place.save', { place: { locationId, name: 'Room' } })]);
  const [itemId = ''] = await made(page, [item({ name: 'Kept', lotTracked: true })]);
  await callFromPage(page, [mutation('supplies.stock.keepIn', { itemId, placeIds: [placeId] })]);
  return { placeId, itemId };
}

/** What books into the ledger: the newest eight entries stand in the item's panel, and its lots. */
const bookedField = (field: string, path: string, input: (entry: object, text: string) => object): TextField => ({
  field,
  put: async (practice, texts) => {
    const { placeId, itemId } = await stockedRoom(practice);
    const entry = { itemId, placeId, quantity: 1 };
    for (const text of texts) await callFromPage(practice.page, [mutation(path, input(entry, text))]);
    practice.places.push(`/supplies/items/${itemId}`);
  },
});

export const suppliesFields: readonly TextField[] = [
  itemField('name', 120),
  itemField('code', 30),
  itemField('note', 2000),
  ...(
    [
      ['name', 80],
      ['accountNumber', 40],
      ['contactName', 80],
      ['phone', 40],
      ['email', 120],
      ['website', 200],
      ['note', 2000],
    ] as const
  ).map(([name, length]) => vendorField(name, length)),
  ...(
    [
      ['vendorNumber', 40],
      ['vendorName', 80],
      ['manufacturer', 40],
      ['manufacturerNumber', 40],
      ['note', 200],
    ] as const
  ).map(([name, length]) => vendorItemField(name, length)),
  {
    field: 'supplies.catalogue.identifier.save identifier.value',
    put: async ({ page, places }, texts) => {
      const [itemId = ''] = await made(page, [item({ name: 'Scanned' })]);
      await callFromPage(
        page,
        texts.map((text) =>
          mutation('supplies.catalogue.identifier.save', { identifier: { itemId, scheme: 'other', value: cut(text, 100) } }),
        ),
      );
      places.push(`/supplies/items/${itemId}`);
    },
  },
  {
    field: 'supplies.catalogue.category.save category.name',
    put: async ({ page, places }, texts) => {
      const ids = await made(
        page,
        texts.map((text) => mutation('supplies.catalogue.category.save', { category: { name: cut(text, 60) } })),
      );
      const [itemId = ''] = await made(page, [item({ name: 'Grouped', categoryId: ids[0] })]);
      places.push(`/supplies/items/${itemId}`);
    },
  },
  {
    field: 'supplies.stock.place.save place.name',
    put: async ({ page, locationId }, texts) => {
      await callFromPage(
        page,
        texts.map((text) => mutation('supplies.stock.place.save', { place: { locationId, name: cut(text, 60) } })),
      );
    },
  },
  bookedField('supplies.stock.use entries[].note', 'supplies.stock.use', (entry, text) => ({
    kind: 'issue',
    entries: [{ ...entry, reason: 'consumed', note: cut(text, 500) }],
  })),
  bookedField('supplies.stock.correct entries[].note', 'supplies.stock.correct', (entry, text) => ({
    kind: 'receipt',
    entries: [{ ...entry, reason: 'received', lot: { number: '1', expiresOn: null }, note: cut(text, 500) }],
  })),
  bookedField('supplies.stock.correct entries[].lot.number', 'supplies.stock.correct', (entry, text) => ({
    kind: 'receipt',
    entries: [{ ...entry, reason: 'received', lot: { number: cut(text, 40), expiresOn: null } }],
  })),
  {
    field: 'supplies.stock.transfer note',
    put: async (practice, texts) => {
      const { page, locationId, places } = practice;
      const from = await stockedRoom(practice);
      const [toPlaceId] = await made(page, [mutation('supplies.stock.place.save', { place: { locationId, name: 'Next room' } })]);
      const move = { itemId: from.itemId, fromPlaceId: from.placeId, toPlaceId, quantity: 1 };
      for (const text of texts) await callFromPage(page, [mutation('supplies.stock.transfer', { ...move, note: cut(text, 500) })]);
      places.push(`/supplies/items/${from.itemId}`);
    },
  },
  {
    field: 'supplies.counts.write note',
    put: async (practice, texts) => {
      const { page, places } = practice;
      const { placeId } = await stockedRoom(practice);
      const [countId = ''] = await made(page, [mutation('supplies.counts.start', { placeId })]);
      const line = z.looseObject({ list: z.tuple([z.looseObject({ id: z.string(), version: z.number() })]) });
      for (const text of texts) {
        const [count] = await callFromPage(page, [{ type: 'query', path: 'supplies.counts.get', input: { countId } }]);
        const [{ id, version }] = line.parse(count).list;
        await callFromPage(page, [mutation('supplies.counts.write', { seen: { id, version }, typed: '', note: cut(text, 500) })]);
      }
      places.push(`/supplies/count/${countId}`);
    },
  },
];

/**
 * Texts of Supplies that no screen shows as they were typed: too short for any of the texts to run (`baseUnit`, codes of packs), read as a
 * quantity or a choice, or not on a screen yet (`glAccount`, `scanCode`, the maker of a lot, where a price comes from).
 */
export const suppliesElsewhere =
  /^supplies\..*(?:baseUnit|packs\[\]\.code|counts\.write typed|\.lot|transfer lot|lot\.number|glAccount|scanCode|lot\.manufacturer|price\.source)$/;
