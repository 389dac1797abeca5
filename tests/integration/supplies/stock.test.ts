import { describe, expect, it } from 'vitest';
import { openTestSupplies, type TestSupplies } from '../../support/supplies.builder.ts';
import { refusalOf } from '../../support/test-app.ts';

/** A lab with a shelf, a supply room, and gloves of which 20 lie in the supply room. */
async function withGloves() {
  const office = await openTestSupplies();
  const lab = await office.addPlace('Lab');
  const supplyRoom = await office.addPlace('Supply room');
  const gloves = await office.addItem('Exam gloves', { baseUnit: 'box' });
  await putIn(office, gloves, supplyRoom, 20);
  return { office, stock: office.client.supplies.stock, lab, supplyRoom, gloves };
}

const putIn = (office: TestSupplies, itemId: string, placeId: string, quantity: number, lot: object | null = null) =>
  office.client.supplies.stock.correct.mutate({
    kind: 'receipt',
    entries: [{ itemId, placeId, quantity, reason: 'opening_balance', lot: lot === null ? null : { number: '', expiresOn: null, ...lot } }],
  });

describe('the ledger', () => {
  it('sums what comes in, is used, moved and corrected', async () => {
    const { office, stock, lab, supplyRoom, gloves } = await withGloves();
    await stock.use.mutate({ kind: 'issue', entries: [{ itemId: gloves, placeId: supplyRoom, quantity: 3, reason: 'consumed' }] });
    await stock.transfer.mutate({ itemId: gloves, fromPlaceId: supplyRoom, toPlaceId: lab, quantity: 5 });
    await stock.correct.mutate({ kind: 'adjustment', entries: [{ itemId: gloves, placeId: lab, quantity: -1, reason: 'missing' }] });
    const view = await stock.item.query({ itemId: gloves });
    expect(view.onHand).toBe(16);
    expect(Object.fromEntries(view.balances.map((row) => [row.placeId, row.onHand]))).toEqual({ [supplyRoom]: 12, [lab]: 4 });
    expect(view.movements.map(({ kind, quantity, balance }) => [kind, quantity, balance])).toEqual([
      ['adjustment', -1, 16],
      ['transfer', 5, 17],
      ['transfer', -5, 12],
      ['issue', -3, 17],
      ['receipt', 20, 20],
    ]);
    expect(await stock.list.query()).toEqual([{ itemId: gloves, onHand: 16, usable: 16 }]);
    expect(await office.onHand(gloves)).toBe(16);
  });

  it('is put right by Undo with an entry of its own, and by Redo with another', async () => {
    const { office, stock, supplyRoom, gloves } = await withGloves();
    const used = await stock.use.mutate({
      kind: 'issue',
      entries: [{ itemId: gloves, placeId: supplyRoom, quantity: 3, reason: 'consumed' }],
    });
    const undone = await office.client.history.undo.mutate({ changeSetId: used.changeSet?.id ?? '' });
    expect(await office.onHand(gloves)).toBe(20);
    const [last] = (await stock.item.query({ itemId: gloves })).movements;
    expect(last).toMatchObject({ kind: 'issue', quantity: 3, reverses: true });
    await office.client.history.undo.mutate({ changeSetId: undone.changeSet?.id ?? '' });
    expect(await office.onHand(gloves)).toBe(17);
    await expect(office.client.history.undo.mutate({ changeSetId: undone.changeSet?.id ?? '' })).rejects.toThrow('undone already');
  });

  it('says when more is taken than it knew of, and books it: who stands at the shelf knows better', async () => {
    const { office, stock, lab, gloves } = await withGloves();
    const { warnings } = await stock.use.mutate({
      kind: 'issue',
      entries: [{ itemId: gloves, placeId: lab, quantity: 2, reason: 'consumed' }],
    });
    expect(warnings.map(({ message }) => message)).toEqual(['The list had none here, and you took 2. Count Exam gloves when you can.']);
    expect(await office.onHand(gloves)).toBe(18);
  });

  it('takes all or nothing', async () => {
    const { office, stock, supplyRoom, gloves } = await withGloves();
    const morphine = await office.addItem('Morphine', { controlled: true });
    const entry = { placeId: supplyRoom, quantity: 1, reason: 'consumed' } as const;
    const refused = await refusalOf(
      stock.use.mutate({
        kind: 'issue',
        entries: [
          { itemId: gloves, ...entry },
          { itemId: morphine, ...entry },
        ],
      }),
    );
    expect(refused).toMatchObject({ code: 'rule_violation', rule: 'stock.controlled' });
    expect(await office.onHand(gloves)).toBe(20);
  });
});

describe('lots', () => {
  const soon = { number: 'S1', expiresOn: '2026-12-31' };
  const late = { number: 'L9', expiresOn: '2027-06-30' };

  it('are taken oldest first, and one that has expired or is set aside not at all', async () => {
    const office = await openTestSupplies();
    const fridge = await office.addPlace('Fridge');
    const vaccine = await office.addItem('Flu vaccine', { lotTracked: true, expiryTracked: true, baseUnit: 'dose' });
    await putIn(office, vaccine, fridge, 10, late);
    await putIn(office, vaccine, fridge, 4, soon);
    await putIn(office, vaccine, fridge, 5, { number: 'X0', expiresOn: '2020-01-31' });
    await office.client.supplies.stock.use.mutate({
      kind: 'issue',
      entries: [{ itemId: vaccine, placeId: fridge, quantity: 6, reason: 'consumed' }],
    });
    const view = await office.client.supplies.stock.item.query({ itemId: vaccine });
    const left = view.lots.map((lot) => [lot.number, view.balances.find((row) => row.lotId === lot.id)?.onHand ?? 0, lot.expired]);
    expect(left).toEqual([
      ['X0', 5, true],
      ['S1', 0, false],
      ['L9', 8, false],
    ]);
    expect(view).toMatchObject({ onHand: 13, usable: 8, nextExpiry: '2027-06-30' });
  });

  it('that have expired are what is thrown away or found missing first', async () => {
    const office = await openTestSupplies();
    const fridge = await office.addPlace('Fridge');
    const vaccine = await office.addItem('Flu vaccine', { lotTracked: true, expiryTracked: true });
    await putIn(office, vaccine, fridge, 10, late);
    await putIn(office, vaccine, fridge, 5, { number: 'X0', expiresOn: '2020-01-31' });
    const entry = { itemId: vaccine, placeId: fridge };
    await office.client.supplies.stock.use.mutate({ kind: 'waste', entries: [{ ...entry, quantity: 3, reason: 'expired' }] });
    expect(await office.client.supplies.stock.item.query({ itemId: vaccine })).toMatchObject({ onHand: 12, usable: 10 });
    await office.client.supplies.stock.correct.mutate({
      kind: 'adjustment',
      entries: [{ ...entry, quantity: -3, reason: 'missing', lot: 'oldest' }],
    });
    const view = await office.client.supplies.stock.item.query({ itemId: vaccine });
    expect(view).toMatchObject({ onHand: 9, usable: 9 });
    expect(view.balances.map(({ onHand }) => onHand)).toEqual([9]);
  });

  it('stay together when they are moved, and are one lot however their number is written', async () => {
    const office = await openTestSupplies();
    const fridge = await office.addPlace('Fridge');
    const ward = await office.addPlace('Room 2');
    const vaccine = await office.addItem('Flu vaccine', { lotTracked: true, expiryTracked: true, baseUnit: 'dose' });
    await putIn(office, vaccine, fridge, 4, soon);
    await putIn(office, vaccine, fridge, 4, { ...soon, number: 's1' });
    await office.client.supplies.stock.transfer.mutate({ itemId: vaccine, fromPlaceId: fridge, toPlaceId: ward, quantity: 6 });
    const view = await office.client.supplies.stock.item.query({ itemId: vaccine });
    expect(view.lots.map((lot) => lot.number)).toEqual(['S1']);
    expect(new Set(view.balances.map((row) => `${row.placeId === ward}/${row.onHand}`))).toEqual(new Set(['true/6', 'false/2']));
  });

  it.each([
    ['no lot', { expiresOn: '2026-12-31' }, 'stock.lot_missing'],
    ['no date', { number: 'S1' }, 'stock.expiry_missing'],
  ])('must be named: %s', async (_, lot, rule) => {
    const office = await openTestSupplies();
    const fridge = await office.addPlace('Fridge');
    const vaccine = await office.addItem('Flu vaccine', { lotTracked: true, expiryTracked: true });
    expect(await refusalOf(putIn(office, vaccine, fridge, 4, lot))).toMatchObject({ code: 'rule_violation', rule });
  });
});

describe('rooms and levels', () => {
  it('keep shelves in rooms of one location, and one code once', async () => {
    const office = await openTestSupplies();
    const { place } = office.client.supplies.stock;
    const lab = await office.addPlace('Lab');
    const shelf = await office.addPlace('B3', lab);
    const { locationId } = office;
    expect((await place.list.query()).map(({ label }) => label)).toEqual(['Lab', 'Lab, B3']);
    expect(await refusalOf(place.save.mutate({ place: { locationId, name: 'Deep', parentId: shelf } }))).toMatchObject({
      code: 'invalid_input',
      fields: { 'place.parentId': expect.stringContaining('Choose a room') },
    });
    await place.save.mutate({ place: { locationId, name: 'Fridge', scanCode: 'F-1' } });
    expect(await refusalOf(place.save.mutate({ place: { locationId, name: 'Freezer', scanCode: 'F-1' } }))).toMatchObject({
      fields: { 'place.scanCode': expect.stringContaining('Fridge has this code') },
    });
  });

  it('refuse to go while something lies there', async () => {
    const { office, stock, supplyRoom } = await withGloves();
    const room = (await stock.place.list.query()).find((place) => place.id === supplyRoom);
    const seen = { id: supplyRoom, version: room?.version ?? 0 };
    expect(await refusalOf(stock.place.archive.mutate({ seen }))).toMatchObject({ code: 'rule_violation', rule: 'place.in_use' });
    expect((await office.client.supplies.stock.place.list.query()).length).toBe(2);
  });

  it('hold one level for each item and place, the later one', async () => {
    const { stock, gloves } = await withGloves();
    await stock.level.save.mutate({ level: { itemId: gloves, reorderPoint: 5, par: 20 } });
    await stock.level.save.mutate({ level: { itemId: gloves, reorderPoint: 8, par: 24 } });
    expect(await stock.level.list.query()).toMatchObject([{ itemId: gloves, reorderPoint: 8, par: 24, origin: 'hand' }]);
    expect(await refusalOf(stock.level.save.mutate({ level: { itemId: gloves, reorderPoint: 8, par: 4 } }))).toMatchObject({
      code: 'invalid_input',
      fields: { 'level.par': expect.stringContaining('"Fill to" 4 lies below "order at" 8') },
    });
  });

  it('remember where an item is kept, the usual place first', async () => {
    const { stock, gloves, lab, supplyRoom } = await withGloves();
    await stock.keepIn.mutate({ itemId: gloves, placeIds: [lab, supplyRoom] });
    await stock.keepIn.mutate({ itemId: gloves, placeIds: [supplyRoom] });
    expect((await stock.item.query({ itemId: gloves })).keptIn).toEqual([supplyRoom]);
  });
});
