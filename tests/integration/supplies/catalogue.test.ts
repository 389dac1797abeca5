import { describe, expect, it } from 'vitest';
import { openTestSupplies, type TestSupplies } from '../../support/supplies.builder.ts';
import { refusalOf } from '../../support/test-app.ts';

const nobody = '01900000-0000-7000-8000-ffffffffffff';

async function gloves(office: TestSupplies) {
  const itemId = await office.addItem('Exam gloves nitrile M', { code: 'GLV-M', baseUnit: 'box' });
  const vendorId = await office.addVendor('McKesson');
  const vendorItemId = await office.sell(itemId, vendorId, { BX: 1, CS: 10 }, { vendorNumber: '202808', manufacturer: 'Halyard' });
  return { itemId, vendorId, vendorItemId, caseId: await office.packId(itemId, vendorItemId, 'CS') };
}

const seenItem = async ({ catalogue }: TestSupplies, id: string) => ({ id, version: (await catalogue.item.get.query({ id })).version });

describe('An item', () => {
  it('is listed with its vendor, its pack and what a pack costs', async () => {
    const office = await openTestSupplies();
    const { itemId, caseId } = await gloves(office);
    await office.catalogue.price.save.mutate({ price: { packId: caseId, cents: 7850, effectiveOn: '2026-11-01', source: 'Quote' } });
    const [line] = await office.catalogue.item.list.query();
    expect(line).toMatchObject({
      id: itemId,
      name: 'Exam gloves nitrile M',
      vendorName: 'McKesson',
      vendorNumber: '202808',
      packText: 'case of 10',
      cost: { packCode: 'CS', baseUnits: 10, cents: 7850 },
    });
    const item = await office.catalogue.item.get.query({ id: itemId });
    expect(item.vendorItems).toMatchObject([
      {
        vendor: 'McKesson',
        packs: [
          { code: 'BX', text: 'box', cents: null },
          { code: 'CS', cents: 7850 },
        ],
        prices: [{ current: true }],
      },
    ]);
  });

  it('is changed by whoever saw it as it is now; another one is told and keeps the typing', async () => {
    const office = await openTestSupplies();
    const id = await office.addItem('Gauze 4 × 4');
    const seen = await seenItem(office, id);
    const [first, second] = await Promise.allSettled([
      office.catalogue.item.save.mutate({ seen, item: { name: 'Gauze 4 x 4', code: 'GZ4' } }),
      office.catalogue.item.save.mutate({ seen, item: { name: 'Gauze, sterile' } }),
    ]);
    expect(first.status).toBe('fulfilled');
    expect(second.status).toBe('rejected');
    const again = office.catalogue.item.save.mutate({ seen, item: { name: 'Gauze, sterile' } });
    expect(await refusalOf(again)).toMatchObject({ code: 'conflict' });
    expect((await office.catalogue.item.get.query({ id })).name).toBe('Gauze 4 x 4');
  });

  it('with the code or name of another one is kept, and says so', async () => {
    const office = await openTestSupplies();
    await office.addItem('Tongue depressors', { code: 'TD1' });
    const id = await office.addItem('tongue depressors', { code: 'td1' });
    const { findings } = await office.catalogue.item.get.query({ id });
    expect(findings.map(({ code }) => code)).toEqual(['duplicate_code', 'duplicate_name', 'no_vendor']);
  });

  it('that is controlled warns, and one in stock does not become it', async () => {
    const office = await openTestSupplies();
    const id = await office.addItem('Lorazepam 2 mg/mL', { controlled: true });
    expect((await office.catalogue.item.get.query({ id })).findings[0]).toMatchObject({
      code: 'controlled',
      text: expect.stringContaining('its own register'),
    });
  });

  it('is archived and comes back by one undo; several are changed at once and by one undo', async () => {
    const office = await openTestSupplies();
    const { catalogue, client } = office;
    const ids = [await office.addItem('A'), await office.addItem('B'), await office.addItem('C')];
    const { id: categoryId } = await catalogue.category.save.mutate({ category: { name: 'Wound care', glAccount: '5210' } });
    const items = await Promise.all(ids.map((id) => seenItem(office, id)));
    const { changeSet } = await catalogue.item.changeMany.mutate({
      items,
      change: { categoryId, serviceClass: 'vital', lotTracked: true },
    });
    expect(changeSet?.label).toBe('Change 3 items');
    expect(await catalogue.item.list.query()).toMatchObject(
      ids.map(() => ({ categoryName: 'Wound care', serviceClass: 'vital', lotTracked: true })),
    );
    await client.history.undo.mutate({ changeSetId: changeSet?.id ?? '' });
    expect(await catalogue.item.list.query()).toMatchObject(
      ids.map(() => ({ categoryName: '', serviceClass: 'standard', lotTracked: false })),
    );
    const gone = await catalogue.item.archive.mutate({ items: await Promise.all(ids.slice(1).map((id) => seenItem(office, id))) });
    expect(gone.changeSet?.label).toBe('Archive 2 items');
    expect((await catalogue.item.list.query()).map(({ name }) => name)).toEqual(['A']);
    await client.history.undo.mutate({ changeSetId: gone.changeSet?.id ?? '' });
    expect(await catalogue.item.list.query()).toHaveLength(3);
  });

  it('is refused where it says nothing, names no category, or is no longer there', async () => {
    const { catalogue, addItem } = await openTestSupplies();
    expect(await refusalOf(catalogue.item.save.mutate({ item: { name: ' ' } }))).toMatchObject({
      fields: { 'item.name': 'Fill this in.' },
    });
    expect(await refusalOf(addItem('X', { categoryId: nobody }))).toMatchObject({ fields: { 'item.categoryId': expect.any(String) } });
    expect(await refusalOf(catalogue.item.get.query({ id: nobody }))).toMatchObject({ code: 'not_found' });
    const empty = catalogue.item.changeMany.mutate({ items: [{ id: nobody, version: 1 }], change: {} });
    expect(await refusalOf(empty)).toMatchObject({ code: 'invalid_input' });
  });

  it('shows who changed what of it, its codes and its prices', async () => {
    const office = await openTestSupplies();
    const { itemId, caseId } = await gloves(office);
    await office.catalogue.price.save.mutate({ price: { packId: caseId, cents: 7850, effectiveOn: '2026-11-01' } });
    const [price, bought, added] = await office.client.history.list.query({ subject: 'item', ids: [itemId] });
    expect(price).toMatchObject({ label: 'Set the price of Exam gloves nitrile M' });
    expect(price?.changes).toContainEqual({ field: 'Price', from: '', to: '$78.50' });
    expect(bought?.changes).toContainEqual({ field: 'Vendor', from: '', to: 'McKesson' });
    expect(added?.changes).toContainEqual({ field: 'Counted as', from: '', to: 'box' });
  });

  it('is found by name, vendor number and code, vendors by name', async () => {
    const office = await openTestSupplies();
    const { itemId } = await gloves(office);
    await office.catalogue.identifier.save.mutate({ identifier: { itemId, scheme: 'gtin', value: '00349281589058', baseUnits: 10 } });
    for (const text of ['nitrile', '202808', 'glv-m', '349281589058']) {
      const { items } = await office.client.search.find.query({ text });
      expect(items, text).toMatchObject([{ id: itemId, vendorName: 'McKesson' }]);
    }
    expect((await office.client.search.find.query({ text: 'mckess' })).vendors).toMatchObject([{ name: 'McKesson' }]);
  });
});

describe('A code of an item', () => {
  it.each([
    ['gtin', '00349281589058', '00349281589058', '349281589058'],
    ['gtin', '0 3492 8158 9058', '00349281589058', '349281589058'],
    ['ndc', '49281-589-05', '49281058905', '49281-0589-05'],
    ['ndc', '0071-0155-23', '00071015523', '00071-0155-23'],
    ['ndc', '49281-0589-05', '49281058905', '49281-0589-05'],
    ['other', 'shelf-7', 'SHELF-7', 'SHELF-7'],
  ] as const)('%s %s is kept as %s', async (scheme, value, kept, shown) => {
    const office = await openTestSupplies();
    const itemId = await office.addItem('Menactra');
    await office.catalogue.identifier.save.mutate({ identifier: { itemId, scheme, value } });
    const { identifiers } = await office.catalogue.item.get.query({ id: itemId });
    expect(identifiers).toMatchObject([{ scheme, value: kept, shown, baseUnits: 1 }]);
  });

  it('with a wrong check digit is kept and warned of; one of another item too', async () => {
    const office = await openTestSupplies();
    const [one, other] = [await office.addItem('One'), await office.addItem('Other')];
    for (const itemId of [one, other])
      await office.catalogue.identifier.save.mutate({ identifier: { itemId, scheme: 'gtin', value: '00208851107345' } });
    const { findings } = await office.catalogue.item.get.query({ id: one });
    expect(findings.map(({ code }) => code)).toEqual(['check_digit', 'shared_identifier', 'no_vendor']);
    expect(findings[0]?.text).toContain('should be 7');
    expect(findings[1]?.text).toContain('Other');
  });

  it('that can be read in several ways, or not at all, is refused beside its field; it goes and comes back', async () => {
    const office = await openTestSupplies();
    const itemId = await office.addItem('Menactra');
    for (const [scheme, value] of [
      ['ndc', '4928158905'],
      ['gtin', '123'],
      ['cvx', 'flu'],
    ] as const) {
      const call = office.catalogue.identifier.save.mutate({ identifier: { itemId, scheme, value } });
      expect(await refusalOf(call), value).toMatchObject({ fields: { 'identifier.value': expect.any(String) } });
    }
    const { id } = await office.catalogue.identifier.save.mutate({ identifier: { itemId, scheme: 'cvx', value: '8' } });
    const { changeSet } = await office.catalogue.identifier.archive.mutate({ seen: { id, version: 1 } });
    expect((await office.catalogue.item.get.query({ id: itemId })).identifiers).toEqual([]);
    await office.client.history.undo.mutate({ changeSetId: changeSet?.id ?? '' });
    expect((await office.catalogue.item.get.query({ id: itemId })).identifiers).toMatchObject([{ value: '08' }]);
  });
});

describe('What a vendor sells', () => {
  it('comes in packs that divide each other, and says which does not', async () => {
    const office = await openTestSupplies();
    const [itemId, vendorId] = [await office.addItem('Syringes'), await office.addVendor('Medline')];
    const refusal = await refusalOf(office.sell(itemId, vendorId, { BX: 100, CS: 450 }));
    expect(refusal).toMatchObject({ code: 'invalid_input', message: expect.stringContaining('not a whole number') });
    expect(Object.keys(refusal.fields ?? {})).toEqual(['vendorItem.packs.1.baseUnits']);
    expect(await refusalOf(office.sell(itemId, vendorId, {}))).toMatchObject({ fields: { 'vendorItem.packs': expect.any(String) } });
    expect((await office.catalogue.item.get.query({ id: itemId })).vendorItems).toEqual([]);
  });

  it('keeps a pack and its price when others change, and makes another pack of another size', async () => {
    const office = await openTestSupplies();
    const { itemId, vendorId, vendorItemId, caseId } = await gloves(office);
    await office.catalogue.price.save.mutate({ price: { packId: caseId, cents: 7850, effectiveOn: '2026-11-01' } });
    const packs = [
      { code: 'BX', baseUnits: 1 },
      { code: 'CS', baseUnits: 10, orderable: false },
      { code: 'PA', baseUnits: 400 },
    ];
    await office.catalogue.vendorItem.save.mutate({ seen: { id: vendorItemId, version: 1 }, vendorItem: { itemId, vendorId, packs } });
    const after = await office.catalogue.item.get.query({ id: itemId });
    expect(after.vendorItems[0]?.packs).toMatchObject([
      { code: 'BX' },
      { id: caseId, orderable: false, cents: 7850 },
      { code: 'PA', text: 'pallet of 40 cases' },
    ]);
    const smaller = [{ code: 'CS', baseUnits: 12 }];
    const save = { seen: { id: vendorItemId, version: 2 }, vendorItem: { itemId, vendorId, packs: smaller } };
    const { changeSet } = await office.catalogue.vendorItem.save.mutate(save);
    const [now] = (await office.catalogue.item.get.query({ id: itemId })).vendorItems;
    expect(now?.packs).toMatchObject([{ code: 'CS', baseUnits: 12, cents: null }]);
    expect(now?.packs[0]?.id).not.toBe(caseId);
    expect(await refusalOf(office.catalogue.vendorItem.save.mutate(save))).toMatchObject({ code: 'conflict' });
    await office.client.history.undo.mutate({ changeSetId: changeSet?.id ?? '' });
    expect((await office.catalogue.item.get.query({ id: itemId })).vendorItems[0]?.packs).toHaveLength(3);
  });

  it('costs the contract while it holds, else the newest price, by the number of packs', async () => {
    const office = await openTestSupplies();
    const { itemId, vendorItemId, caseId } = await gloves(office);
    const put = (fields: object) =>
      office.catalogue.price.save.mutate({ price: { packId: caseId, cents: 0, effectiveOn: '2026-01-01', ...fields } });
    await put({ cents: 9000 });
    await put({ cents: 8800, effectiveOn: '2026-06-01' });
    await put({ cents: 8000, minimumPacks: 5 });
    const contract = await put({ cents: 7850, kind: 'contract', effectiveOn: '2026-03-01', endsOn: '2027-03-31' });
    const current = async () =>
      (await office.catalogue.item.get.query({ id: itemId })).vendorItems[0]?.prices?.filter((one) => one.current);
    expect(await current()).toMatchObject([{ cents: 7850, kind: 'contract' }]);
    await office.catalogue.price.archive.mutate({ seen: { id: contract.id, version: 1 } });
    expect(await current()).toMatchObject([{ cents: 8800 }, { cents: 8000, minimumPacks: 5 }]);
    const early = put({ kind: 'contract', endsOn: '2025-12-31' });
    expect(await refusalOf(early)).toMatchObject({ fields: { 'price.endsOn': expect.stringContaining('before') } });
    expect(await refusalOf(put({ endsOn: '2027-01-01' }))).toMatchObject({
      fields: { 'price.endsOn': expect.stringContaining('contract') },
    });
    await office.catalogue.vendorItem.archive.mutate({ seen: { id: vendorItemId, version: 1 } });
    expect((await office.catalogue.item.get.query({ id: itemId })).vendorItems).toEqual([]);
  });

  it('is counted in the practice’s own packs, which have no price', async () => {
    const office = await openTestSupplies();
    const itemId = await office.addItem('Copy paper, letter', { baseUnit: 'ream' });
    await office.catalogue.item.savePacks.mutate({ itemId, packs: [{ code: 'CT', baseUnits: 10 }] });
    const { packs } = await office.catalogue.item.get.query({ id: itemId });
    expect(packs).toMatchObject([{ text: 'carton of 10' }]);
    const price = { packId: packs[0]?.id ?? '', cents: 1, effectiveOn: '2026-01-01' };
    expect(await refusalOf(office.catalogue.price.save.mutate({ price }))).toMatchObject({
      fields: { 'price.packId': expect.any(String) },
    });
  });
});

describe('A vendor', () => {
  it('has its terms, what it sells, and a name of its own', async () => {
    const office = await openTestSupplies();
    const { catalogue } = office;
    const { vendorId, caseId } = await gloves(office);
    await catalogue.price.save.mutate({ price: { packId: caseId, cents: 7850, effectiveOn: '2026-11-01' } });
    const { version, itemCount, id: _id, items, ...vendor } = await catalogue.vendor.get.query({ id: vendorId });
    expect(itemCount).toBe(1);
    expect(items).toMatchObject([{ name: 'Exam gloves nitrile M', packText: 'case of 10', cost: { cents: 7850 } }]);
    await catalogue.vendor.save.mutate({
      seen: { id: vendorId, version },
      vendor: { ...vendor, orderWeekdays: [5, 3, 3], freeFreightCents: 50_000, freightFeeCents: 1295, orderByMinute: 960 },
    });
    expect(await catalogue.vendor.list.query()).toMatchObject([
      { orderWeekdays: [3, 5], freeFreightCents: 50_000, orderByMinute: 960, itemCount: 1 },
    ]);
    const [terms] = await office.client.history.list.query({ subject: 'vendor', ids: [vendorId] });
    expect(terms?.changes).toContainEqual({ field: 'Free freight from', from: '', to: '$500.00' });
    expect(await refusalOf(office.addVendor('mckesson'))).toMatchObject({ fields: { 'vendor.name': expect.stringContaining('already') } });
    const surcharge = office.addVendor('Medline', { minimumPolicy: 'surcharge', minimumOrderCents: 15_000 });
    expect(await refusalOf(surcharge)).toMatchObject({ fields: { 'vendor.minimumSurchargeCents': expect.any(String) } });
  });

  it('goes with what it sold, and comes back with it', async () => {
    const office = await openTestSupplies();
    const { itemId, vendorId } = await gloves(office);
    const { version } = await office.catalogue.vendor.get.query({ id: vendorId });
    const { changeSet } = await office.catalogue.vendor.archive.mutate({ vendors: [{ id: vendorId, version }] });
    expect(changeSet?.label).toBe('Archive McKesson');
    expect((await office.catalogue.item.get.query({ id: itemId })).vendorItems).toEqual([]);
    expect(await office.catalogue.item.list.query()).toMatchObject([{ vendorCount: 0, vendorName: '', cost: null }]);
    await office.client.history.undo.mutate({ changeSetId: changeSet?.id ?? '' });
    expect((await office.catalogue.item.get.query({ id: itemId })).vendorItems).toHaveLength(1);
  });
});

describe('A category', () => {
  it('is changed, kept apart by name, and leaves its items when it goes', async () => {
    const office = await openTestSupplies();
    const { category, item } = office.catalogue;
    const { id } = await category.save.mutate({ category: { name: 'Office', glAccount: '6100' } });
    expect(await refusalOf(category.save.mutate({ category: { name: 'office' } }))).toMatchObject({
      fields: { 'category.name': expect.any(String) },
    });
    await office.addItem('Copy paper', { categoryId: id });
    await category.save.mutate({ seen: { id, version: 1 }, category: { name: 'Office supplies' } });
    expect(await category.list.query()).toEqual([{ id, version: 2, name: 'Office supplies', glAccount: '' }]);
    const { changeSet } = await category.archive.mutate({ seen: { id, version: 2 } });
    expect(await item.list.query()).toMatchObject([{ categoryId: null, categoryName: '' }]);
    await office.client.history.undo.mutate({ changeSetId: changeSet?.id ?? '' });
    expect(await item.list.query()).toMatchObject([{ categoryName: 'Office supplies' }]);
  });
});

it('The items are written as a file that can be imported again', async () => {
  const office = await openTestSupplies();
  const { itemId, caseId } = await gloves(office);
  await office.addItem('Left out');
  await office.catalogue.price.save.mutate({ price: { packId: caseId, cents: 7850, effectiveOn: '2026-11-01' } });
  expect(await office.catalogue.item.export.mutate({ ids: [itemId] })).toMatchObject({ saved: true, count: 1 });
  const [file] = office.desktop.saved;
  const text = new TextDecoder().decode(file?.bytes);
  expect(text).toContain('GLV-M,Exam gloves nitrile M,box,,standard,shelf,McKesson,202808,CS,10,78.50');
});
