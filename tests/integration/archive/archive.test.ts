import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { contentColumns, contentTables } from '../../../db/change-log/content-tables.ts';
import { seedDemonstration } from '../../../db/seed/demonstration.ts';
import { rowSchemas } from '../../../main/features/archive/row-schemas.ts';
import type { Progress } from '../../../preload/contract/shared/primitives.ts';
import type { ExportResult } from '../../../preload/contract/archive/archive.ts';
import { exportAll, importAll, putArchive, unzip } from '../../support/archive.builder.ts';
import { temporaryFolder } from '../../support/database.ts';
import { buildPng } from '../../support/picture.builder.ts';
import { openTestPractice, type TestPractice } from '../../support/practice.builder.ts';
import { openTestApp, refusalOf, type TestApp } from '../../support/test-app.ts';
import { buildZip } from '../../support/zip.builder.ts';

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

async function openEmpty(): Promise<TestApp> {
  const test = await openTestApp();
  onTestFinished(test.close);
  return test;
}

async function addFile(office: TestPractice, personId: string, name: string, bytes: Uint8Array): Promise<string> {
  const put = await office.app.transport.putFile({ name, bytes });
  const added = await office.client.attachments.add.mutate({
    subject: { kind: 'person', id: personId },
    file: put.ok ? String(put.data) : '',
  });
  return added.id;
}

/** A practice with people, shifts, files, something archived and text that a spreadsheet would run. */
async function openFull(options: Parameters<typeof openTestPractice>[0] = {}) {
  const office = await openTestPractice(options);
  const dana = await office.addPerson('Dana Whitfield', { phone: '=1+1' });
  const lee = await office.addPerson('Lee Carter');
  await office.type(dana, 0, '8-4:30');
  await office.type(dana, 1, 'unreadable 99');
  await office.client.people.archive.mutate({ people: [{ id: lee, version: 1 }] });
  await addFile(office, dana, 'contract.txt', Buffer.from('Dear Dana'));
  await addFile(office, dana, 'badge.png', buildPng());
  return { ...office, dana, lee };
}

interface Data {
  stateHash: string;
  attachments: { id: string; file: string | null }[];
  tables: Record<string, Record<string, unknown>[]>;
  [more: string]: unknown;
}

const dataOf = (files: Readonly<Record<string, Uint8Array>>): Data => JSON.parse(text(files['data.json'])) as Data;

/** The zip with its data.json changed. */
async function changed(zip: Uint8Array, change: (data: Data) => void): Promise<Uint8Array> {
  const files = await unzip(zip);
  const data = dataOf(files);
  change(data);
  return buildZip({ ...files, 'data.json': JSON.stringify(data) });
}

describe('everything, taken out', () => {
  it('is a zip of tables, of all rows, of the files and of words', async () => {
    const office = await openFull();
    const { result, zip } = await exportAll(office);
    expect(result).toMatchObject({ saved: true, fileName: 'Medical Office Manager 2026-11-23.zip', files: 2, missingFiles: 0 });
    const files = await unzip(zip);
    expect(Object.keys(files).filter((name) => name.startsWith('data/'))).toEqual(contentTables.map((table) => `data/${table}.csv`));
    const people = text(files['data/person.csv']);
    expect(people).toMatch(/^\ufeff?id,version,archived_at,given_name,family_name,/);
    expect(people).toContain("'=1+1");
    expect(people.split('\r\n')).toHaveLength(4);
    expect(text(files['README.txt'])).toContain('Everything of Elm Street Clinic');
    const attached = Object.keys(files).filter((name) => name.startsWith('attachments/'));
    expect(attached.map((name) => name.replace(/^attachments\/[0-9a-f-]{36}-/, ''))).toEqual(['contract.txt', 'badge.png']);
    expect(text(files[attached[0] ?? ''])).toBe('Dear Dana');
    expect(dataOf(files).tables['person']).toHaveLength(2);
  });

  it('holds no key, and stands in the access record', async () => {
    const office = await openFull();
    const { zip } = await exportAll(office);
    const files = await unzip(zip);
    expect(Object.keys(files).join(' ')).not.toMatch(/secret|device|audit|change/);
    expect(text(files['data.json'])).not.toMatch(/file_key|chain_key/);
    const record = await office.client.audit.list.query({ kinds: ['export'] });
    expect(JSON.stringify(record)).toMatch(/Exported everything: \d+ rows, 2 files/);
  });

  it('leaves out files that are missing, and says so', async () => {
    const folder = temporaryFolder();
    const office = await openFull({ folder });
    rmSync(join(folder, 'attachments'), { recursive: true });
    const { result, zip } = await exportAll(office);
    expect(result).toMatchObject({ files: 0, missingFiles: 2 });
    expect(text((await unzip(zip))['README.txt'])).toContain('2 of the files were missing');
    const other = await openEmpty();
    expect((await importAll(other, zip)).files).toBe(0);
    // What was missing can be added again.
    const put = await other.app.transport.putFile({ name: 'contract.txt', bytes: Buffer.from('Dear Dana') });
    const subject = { kind: 'person', id: office.dana } as const;
    const { id } = await other.client.attachments.add.mutate({ subject, file: put.ok ? String(put.data) : '' });
    expect(await other.client.attachments.saveCopy.mutate({ id })).toMatchObject({ saved: true });
  });

  it('leaves nothing when it is cancelled', async () => {
    const office = await openFull();
    await new Promise<void>((resolve) => {
      const subscription = office.client.archive.export.subscribe(undefined, {
        onData: (message: Progress<ExportResult>) => {
          if (message.kind !== 'progress') return;
          subscription.unsubscribe();
          resolve();
        },
      });
    });
    await expect.poll(async () => (await office.client.audit.list.query({ kinds: ['export'] })).entries).toEqual([]);
    expect(office.desktop.saved).toEqual([]);
  });
});

describe('everything, brought into an empty practice', () => {
  it('is the same practice, with its files', async () => {
    const office = await openFull();
    const { zip } = await exportAll(office);
    const other = await openEmpty();
    const file = await putArchive(other, zip);
    expect(await other.client.archive.preview.query({ file })).toMatchObject({
      name: 'Elm Street Clinic',
      obstacle: null,
      missingFiles: 0,
      counts: expect.arrayContaining([
        { what: 'People', count: 1 },
        { what: 'Shifts', count: 1 },
        { what: 'Files', count: 2 },
      ]),
    });
    const result = await importAll(other, zip);
    expect(result).toMatchObject({ changeSet: { label: 'Bring in an export of everything' }, files: 2 });
    const again = await exportAll(other);
    expect(dataOf(await unzip(again.zip))).toMatchObject({
      stateHash: dataOf(await unzip(zip)).stateHash,
      tables: dataOf(await unzip(zip)).tables,
    });
    const { files } = await other.client.attachments.list.query({ subject: { kind: 'person', id: office.dana } });
    await other.client.attachments.saveCopy.mutate({ id: files[0]?.id ?? '' });
    expect(text(other.desktop.saved.at(-1)?.bytes)).toBe('Dear Dana');
    expect(await other.client.attachments.thumbnail.query({ id: files[1]?.id ?? '' })).toMatchObject({ handle: expect.any(String) });
  });

  it('brings the demonstration over whole', async () => {
    const one = await openEmpty();
    await seedDemonstration(one.app.transport, '2026-11-23');
    const { zip } = await exportAll(one);
    const other = await openEmpty();
    await importAll(other, zip);
    const again = await exportAll(other);
    expect(dataOf(await unzip(again.zip)).stateHash).toBe(dataOf(await unzip(zip)).stateHash);
  });

  it('comes in parts, when it is large', async () => {
    const office = await openFull();
    const { zip } = await exportAll(office);
    const other = await openEmpty();
    let after: string | undefined;
    for (let start = 0; start < zip.length; start += 1000) {
      const put = await other.app.transport.putFile({ name: 'export.zip', bytes: zip.subarray(start, start + 1000), after });
      after = put.ok ? String(put.data) : '';
    }
    expect(await other.client.archive.preview.query({ file: after ?? '' })).toMatchObject({ name: 'Elm Street Clinic', obstacle: null });
  });

  it('is refused by a practice that has something', async () => {
    const office = await openFull();
    const { zip } = await exportAll(office);
    const file = await putArchive(office, zip);
    expect((await office.client.archive.preview.query({ file })).obstacle).toContain('holds data already');
    expect(await refusalOf(importAll(office, zip))).toMatchObject({ code: 'rule_violation', rule: 'archive.not_empty' });
  });

  it.each<[string, (data: Data) => void, string]>([
    [
      'a changed value',
      ({ tables }) => void Object.assign(tables['person']?.[0] ?? {}, { family_name: 'Other' }),
      'changed after it was made',
    ],
    ['a field more', ({ tables }) => void Object.assign(tables['person']?.[0] ?? {}, { role: 'owner' }), 'Row 1 of person cannot be read'],
    ['a value out of its range', ({ tables }) => void Object.assign(tables['shift']?.[0] ?? {}, { start_minute: -5 }), 'start_minute'],
    ['text for a number', ({ tables }) => void Object.assign(tables['shift']?.[0] ?? {}, { start_minute: '480' }), 'start_minute'],
    ['a zone that is none', ({ tables }) => void Object.assign(tables['location']?.[0] ?? {}, { time_zone: 'Mars/Olympus' }), 'time_zone'],
    ['a row twice', ({ tables }) => void tables['person']?.push(tables['person'][0] ?? {}), 'there twice'],
    ['a row without what it belongs to', (data) => void (data.tables['position'] = []), 'belongs to one that is not in this export'],
    ['a table of a newer version', (data) => void (data.tables['stock_item'] = []), 'newer version'],
    ['a table of keys', (data) => void (data.tables['device_secret'] = []), 'newer version'],
    ['a newer format', (data) => void (data['version'] = 2), 'newer version'],
    ['another format', (data) => void (data['format'] = 'x'), 'no export of everything'],
    ['files that are not listed', (data) => void data.attachments.pop(), 'not those of its data'],
    ['a file name that leads out', ({ tables }) => void Object.assign(tables['attachment_link']?.[0] ?? {}, { name: '../x.txt' }), 'name'],
  ])('is refused with %s, and leaves nothing', async (_what, change, words) => {
    const office = await openFull();
    const { zip } = await exportAll(office);
    const other = await openEmpty();
    const refusal = await refusalOf(importAll(other, await changed(zip, change)));
    expect(refusal).toMatchObject({ code: 'invalid_input', message: expect.stringContaining(words) });
    expect(await other.client.practice.get.query()).toBeNull();
    expect(other.log.lines).toEqual([]);
  });

  it.each(['tables', 'row', 'top'])('is refused with __proto__ in its %s', async (place) => {
    const office = await openFull();
    const { zip } = await exportAll(office);
    const files = await unzip(zip);
    const json = text(files['data.json']);
    const own = '"__proto__":{"polluted":true},';
    const hostile = {
      top: json.replace('{', `{${own}`),
      tables: json.replace('"tables":{', `"tables":{${own}`),
      row: json.replace('"person":[\n{', `"person":[\n{${own}`),
    }[place];
    const other = await openEmpty();
    const refusal = await refusalOf(importAll(other, await buildZip({ ...files, 'data.json': hostile ?? '' })));
    expect(refusal).toMatchObject({ code: 'invalid_input', message: expect.stringContaining('were changed') });
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('is refused when a file is another one, and leaves no file behind', async () => {
    const office = await openFull();
    const { zip } = await exportAll(office);
    const files = await unzip(zip);
    const name = Object.keys(files).find((file) => file.endsWith('badge.png')) ?? '';
    const folder = temporaryFolder();
    const other = await openTestApp({ folder });
    onTestFinished(other.close);
    const refusal = await refusalOf(importAll(other, await buildZip({ ...files, [name]: 'another file' })));
    expect(refusal).toMatchObject({ code: 'invalid_input', message: expect.stringContaining('is not the file that was exported') });
    expect(readdirSync(join(folder, 'attachments'))).toEqual([]);
  });
});

it('has a schema for every column of every table of the practice', () => {
  expect(Object.keys(rowSchemas).toSorted()).toEqual([...contentTables].toSorted());
  for (const table of contentTables) {
    const issues = rowSchemas[table]?.safeParse({}).error?.issues ?? [];
    expect(issues.map((issue) => issue.path[0]).toSorted(), table).toEqual([...contentColumns(table)].toSorted());
  }
});
