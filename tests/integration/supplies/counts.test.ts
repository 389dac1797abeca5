import { describe, expect, it } from 'vitest';
import { openTestSupplies } from '../../support/supplies.builder.ts';
import { refusalOf } from '../../support/test-app.ts';

/** A lab with two shelves: 40 swabs (boxes of 10) on A1, tubes on A2 of which the ledger knows nothing. */
async function withLab() {
  const office = await openTestSupplies();
  const lab = await office.addPlace('Lab');
  const [first, second] = [await office.addPlace('A1', lab), await office.addPlace('A2', lab)];
  const swabs = await office.addItem('Flu swabs');
  const tubes = await office.addItem('Blood tubes');
  await office.sell(swabs, await office.addVendor('Medline'), { BX: 10 });
  const { stock, counts } = office.client.supplies;
  await stock.keepIn.mutate({ itemId: swabs, placeIds: [first] });
  await stock.keepIn.mutate({ itemId: tubes, placeIds: [second] });
  await stock.correct.mutate({ kind: 'receipt', entries: [{ itemId: swabs, placeId: first, quantity: 40, reason: 'opening_balance' }] });
  const read = async (countId: string) => {
    const count = await counts.get.query({ countId });
    const line = (itemId: string) => {
      const found = count.list.find((one) => one.itemId === itemId);
      if (!found) throw new Error('There is no such line');
      return { ...found, seen: { id: found.id, version: found.version } };
    };
    return { ...count, seen: { seen: { id: count.id, version: count.version } }, line };
  };
  return { office, stock, counts, lab, first, second, swabs, tubes, read };
}

it('lists what is kept in the room shelf by shelf, and begins once', async () => {
  const { counts, lab, read } = await withLab();
  const { id } = await counts.start.mutate({ placeId: lab });
  expect((await counts.start.mutate({ placeId: lab })).id).toBe(id);
  const count = await read(id);
  expect(count).toMatchObject({ label: 'L-1', room: 'Lab', status: 'counting', lines: 2, counted: 0 });
  expect(count.list.map(({ shelf, name, shouldBe }) => [shelf, name, shouldBe])).toEqual([
    ['A1', 'Flu swabs', 40],
    ['A2', 'Blood tubes', 0],
  ]);
});

describe('a line', () => {
  it.each([
    ['2b 5', 25, -15],
    ['1.5 boxes', 15, -25],
    ['none', 0, -40],
    ['=', 40, 0],
    ['48', 48, 8],
  ])('takes %s as %d', async (typed, counted, difference) => {
    const { counts, lab, swabs, read } = await withLab();
    const { id } = await counts.start.mutate({ placeId: lab });
    const before = (await read(id)).line(swabs);
    expect(await counts.read.query({ lineId: before.id, typed })).toMatchObject({ ok: true, baseUnits: counted, difference });
    await counts.write.mutate({ seen: before.seen, typed });
    expect((await read(id)).line(swabs)).toMatchObject({ counted, typed, difference });
  });

  it('refuses what does not come out whole, and keeps what was there', async () => {
    const { counts, lab, swabs, read } = await withLab();
    const { id } = await counts.start.mutate({ placeId: lab });
    const line = (await read(id)).line(swabs);
    expect(await refusalOf(counts.write.mutate({ seen: line.seen, typed: '0.25 boxes' }))).toMatchObject({
      code: 'invalid_input',
      fields: { typed: expect.stringContaining('whole number') },
    });
    expect((await read(id)).line(swabs).counted).toBeNull();
  });

  it('tells the second of two people that the first was quicker', async () => {
    const { counts, lab, swabs, read } = await withLab();
    const { id } = await counts.start.mutate({ placeId: lab });
    const line = (await read(id)).line(swabs);
    await counts.write.mutate({ seen: line.seen, typed: '40' });
    expect(await refusalOf(counts.write.mutate({ seen: line.seen, typed: '41' }))).toMatchObject({ code: 'conflict' });
  });

  it('can be taken back, skipped, and added for what lies in the wrong room', async () => {
    const { office, counts, lab, first, swabs, read } = await withLab();
    const { id } = await counts.start.mutate({ placeId: lab });
    await counts.write.mutate({ seen: (await read(id)).line(swabs).seen, typed: '40' });
    await counts.write.mutate({ seen: (await read(id)).line(swabs).seen, typed: '' });
    expect((await read(id)).line(swabs)).toMatchObject({ counted: null, typed: '' });
    await counts.skip.mutate({ seen: (await read(id)).line(swabs).seen, skipped: true });
    expect((await read(id)).line(swabs).skipped).toBe(true);
    const gauze = await office.addItem('Gauze');
    const added = await counts.add.mutate({ countId: id, itemId: gauze, placeId: first });
    expect((await counts.add.mutate({ countId: id, itemId: gauze, placeId: first })).id).toBe(added.id);
    const elsewhere = await office.addPlace('Front desk');
    expect(await refusalOf(counts.add.mutate({ countId: id, itemId: gauze, placeId: elsewhere }))).toMatchObject({
      rule: 'count.other_room',
    });
  });
});

describe('a blind count', () => {
  it('tells nothing of what should be there until the review', async () => {
    const { counts, lab, swabs, read } = await withLab();
    const { id } = await counts.start.mutate({ placeId: lab, blind: true });
    const line = (await read(id)).line(swabs);
    expect(line).toMatchObject({ shouldBe: null, lastCount: null, cameIn: null, wentOut: null });
    expect(await counts.read.query({ lineId: line.id, typed: '12' })).toMatchObject({ ok: true, difference: null });
    expect(await refusalOf(counts.write.mutate({ seen: line.seen, typed: '=' }))).toMatchObject({ code: 'invalid_input' });
    await counts.write.mutate({ seen: line.seen, typed: '12' });
    expect((await read(id)).line(swabs).difference).toBeNull();
    await counts.review.mutate((await read(id)).seen);
    expect((await read(id)).line(swabs)).toMatchObject({ shouldBe: 40, difference: -28 });
  });
});

describe('booking', () => {
  it('books the differences alone, keeps what happened since the line was counted, and is undone whole', async () => {
    const { office, stock, counts, lab, first, swabs, tubes, read } = await withLab();
    const { id } = await counts.start.mutate({ placeId: lab });
    await counts.write.mutate({ seen: (await read(id)).line(swabs).seen, typed: '35' });
    // Five are used between counting and booking: they stay used.
    await stock.use.mutate({ kind: 'issue', entries: [{ itemId: swabs, placeId: first, quantity: 5, reason: 'consumed' }] });
    await counts.review.mutate((await read(id)).seen);
    const posted = await counts.post.mutate((await read(id)).seen);
    expect(await office.onHand(swabs)).toBe(30);
    expect(await office.onHand(tubes)).toBe(0);
    expect(await read(id)).toMatchObject({ status: 'posted', postedBy: expect.any(String) });
    expect((await stock.item.query({ itemId: swabs })).lastCountedAt).not.toBeNull();
    expect(await refusalOf(counts.write.mutate({ seen: (await read(id)).line(tubes).seen, typed: '1' }))).toMatchObject({
      rule: 'count.status',
    });
    expect(await refusalOf(counts.post.mutate((await read(id)).seen))).toMatchObject({ rule: 'count.status' });
    await office.client.history.undo.mutate({ changeSetId: posted.changeSet?.id ?? '' });
    expect(await office.onHand(swabs)).toBe(35);
    expect((await read(id)).status).toBe('review');
  });

  it('is what the next count begins from', async () => {
    const { stock, counts, lab, first, swabs, read } = await withLab();
    const one = await counts.start.mutate({ placeId: lab });
    await counts.write.mutate({ seen: (await read(one.id)).line(swabs).seen, typed: '38' });
    await counts.post.mutate((await read(one.id)).seen);
    await stock.correct.mutate({ kind: 'receipt', entries: [{ itemId: swabs, placeId: first, quantity: 10, reason: 'received' }] });
    await stock.use.mutate({ kind: 'issue', entries: [{ itemId: swabs, placeId: first, quantity: 4, reason: 'consumed' }] });
    const two = await counts.start.mutate({ placeId: lab });
    expect(two.id).not.toBe(one.id);
    expect((await read(two.id)).line(swabs)).toMatchObject({ lastCount: 38, cameIn: 10, wentOut: 4, shouldBe: 44 });
    expect((await counts.list.query()).map(({ label, status }) => [label, status])).toEqual([
      ['L-2', 'counting'],
      ['L-1', 'posted'],
    ]);
  });

  it('leaves the ledger alone when the count is given up', async () => {
    const { office, counts, lab, swabs, read } = await withLab();
    const { id } = await counts.start.mutate({ placeId: lab });
    await counts.write.mutate({ seen: (await read(id)).line(swabs).seen, typed: 'none' });
    await counts.cancel.mutate((await read(id)).seen);
    expect(await office.onHand(swabs)).toBe(40);
    expect((await counts.start.mutate({ placeId: lab })).id).not.toBe(id);
  });
});

it('has nothing to count where nothing is kept', async () => {
  const office = await openTestSupplies();
  const placeId = await office.addPlace('Attic');
  expect(await refusalOf(office.client.supplies.counts.start.mutate({ placeId }))).toMatchObject({ rule: 'count.empty_room' });
});
