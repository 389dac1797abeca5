import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Role } from '../../../preload/contract/system/system.ts';
import { ask, type Outputs } from '../../support/campaign/caller.ts';
import { signEveryoneIn, type SignedInPractice } from '../../support/signed-in.ts';
import { openTestApp, type TestApp } from '../../support/test-app.ts';

let folder: string;
let test: TestApp;
let practice: SignedInPractice;
let itemId: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'catalogue-rights-'));
  test = await openTestApp({ folder });
  practice = await signEveryoneIn(test.app);
  const { catalogue } = test.client.supplies;
  itemId = (await catalogue.item.save.mutate({ item: { name: 'Exam gloves' } })).id;
  const { id: vendorId } = await catalogue.vendor.save.mutate({ vendor: { name: 'McKesson' } });
  await catalogue.vendorItem.save.mutate({ vendorItem: { itemId, vendorId, packs: [{ code: 'BX', baseUnits: 100 }] } });
  const packId = (await catalogue.item.get.query({ id: itemId })).vendorItems[0]?.packs[0]?.id ?? '';
  await catalogue.price.save.mutate({ price: { packId, cents: 41_923, effectiveOn: '2026-01-01' } });
}, 120_000);
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true, force: true });
});

const read = <Result>(role: Role, path: string, input?: unknown) =>
  ask<Result>((operation) => practice.as[role].request(operation), { type: 'query', path, input });

it.each([
  ['owner', true],
  ['manager', true],
  ['lead', true],
  ['staff', false],
] as const)('%s sees the items, and prices: %s', async (role, seesPrices) => {
  const lines = await read<Outputs['supplies']['catalogue']['item']['list']>(role, 'supplies.catalogue.item.list');
  expect(lines).toMatchObject([{ name: 'Exam gloves', vendorName: 'McKesson', packText: 'box of 100' }]);
  const item = await read<Outputs['supplies']['catalogue']['item']['get']>(role, 'supplies.catalogue.item.get', { id: itemId });
  expect(item.vendorItems).toMatchObject([{ vendor: 'McKesson', packs: [{ cents: seesPrices ? 41_923 : null }] }]);
  const vendors = await read<Outputs['supplies']['catalogue']['vendor']['list']>(role, 'supplies.catalogue.vendor.list');
  const vendor = await read<Outputs['supplies']['catalogue']['vendor']['get']>(role, 'supplies.catalogue.vendor.get', {
    id: vendors[0]?.id,
  });
  expect(vendor.items).toMatchObject([{ name: 'Exam gloves' }]);
  const everything = JSON.stringify([lines, item, vendors, vendor]);
  expect(everything.includes('41923')).toBe(seesPrices);
});
