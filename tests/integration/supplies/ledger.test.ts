import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { NewMovement } from '../../../db/supplies/stock.repository.ts';
import { openTestDatabase } from '../../support/database.ts';

const intent = { actor: { id: 'local', name: 'Dana' }, procedure: 'test.write' };
const at = '2026-11-25T14:00:00.000Z';

type Database = Awaited<ReturnType<typeof openTestDatabase>>;

/** Two items and two rooms to move between. */
async function withShelves({ unitOfWork, newId }: Database) {
  const ids = { location: newId(), items: [newId(), newId()], rooms: [newId(), newId()] };
  await unitOfWork.write(intent, 'Add shelves', async ({ practice, catalogue, stock }) => {
    await practice.locations.insert([{ id: ids.location, name: 'Downtown', timeZone: 'America/New_York', sortOrder: 0 }]);
    await stock.places.insert(
      ids.rooms.map((id, index) => ({
        id,
        locationId: ids.location,
        parentId: null,
        name: `Room ${index}`,
        scanCode: '',
        sortOrder: index,
      })),
    );
    await catalogue.items.insert(
      ids.items.map((id, index) => ({
        id,
        code: `I${index}`,
        name: `Item ${index}`,
        baseUnit: 'each',
        categoryId: null,
        serviceClass: 'standard',
        storageClass: 'shelf',
        lotTracked: 0,
        expiryTracked: 0,
        controlled: 0,
        daysAfterOpening: null,
        inactiveOn: null,
        note: '',
      })),
    );
  });
  return ids;
}

const movement = (id: string, itemId: string, storagePlaceId: string, quantity: number): NewMovement => ({
  id,
  itemId,
  storagePlaceId,
  lotId: null,
  kind: 'adjustment',
  quantity,
  reason: 'correction',
  movedAt: at,
  actorName: 'Dana',
  transferId: null,
  reversesId: null,
  subjectTable: null,
  subjectId: null,
  valueCents: quantity * 3,
  note: '',
});

it('holds the sum of the ledger in the balance, whatever is booked and reversed', async () => {
  const database = await openTestDatabase();
  const { unitOfWork, dataSource, newId } = database;
  const { items, rooms } = await withShelves(database);
  const step = fc.record({ item: fc.nat(1), room: fc.nat(1), quantity: fc.integer({ min: -500, max: 500 }), reverse: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      await unitOfWork.write(intent, 'Book', async ({ stock }) => {
        for (const { item, room, quantity, reverse } of steps) {
          const id = newId();
          await stock.book([movement(id, items[item] ?? '', rooms[room] ?? '', quantity)]);
          if (reverse) await stock.reverse(id, { id: newId(), movedAt: at, actorName: 'Dana' });
        }
      });
      const sums = await dataSource.query(
        `SELECT item_id AS itemId, storage_place_id AS storagePlaceId, lot_id AS lotId, sum(quantity) AS onHand
         FROM stock_movement GROUP BY 1, 2, 3 HAVING sum(quantity) <> 0 ORDER BY 1, 2`,
      );
      const balances = await unitOfWork.read(({ stock }) => stock.listBalances());
      expect(
        balances.toSorted((one, other) => `${one.itemId}${one.storagePlaceId}`.localeCompare(`${other.itemId}${other.storagePlaceId}`)),
      ).toEqual(sums);
    }),
    { numRuns: 20 },
  );
});

it('leaves nothing of a movement that was reversed, its money included', async () => {
  const database = await openTestDatabase();
  const { unitOfWork, dataSource, newId } = database;
  const { items, rooms } = await withShelves(database);
  const id = newId();
  await unitOfWork.write(intent, 'Book', ({ stock }) => stock.book([movement(id, items[0] ?? '', rooms[0] ?? '', 7)]));
  await unitOfWork.write(intent, 'Take back', ({ stock }) => stock.reverse(id, { id: newId(), movedAt: at, actorName: 'Lee' }));
  expect(
    await dataSource.query('SELECT sum(quantity) AS quantity, sum(value_cents) AS cents, count(*) AS entries FROM stock_movement'),
  ).toEqual([{ quantity: 0, cents: 0, entries: 2 }]);
});

it('only grows', async () => {
  const database = await openTestDatabase();
  const { unitOfWork, dataSource, newId } = database;
  const { items, rooms } = await withShelves(database);
  await unitOfWork.write(intent, 'Book', ({ stock }) => stock.book([movement(newId(), items[0] ?? '', rooms[0] ?? '', 7)]));
  await expect(dataSource.query('UPDATE stock_movement SET quantity = 70')).rejects.toThrow('the ledger only grows');
  await expect(dataSource.query('DELETE FROM stock_movement')).rejects.toThrow('never deleted');
});
