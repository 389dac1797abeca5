import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderStore } from '../../../db/attachments/attachment-store.ts';
import { maximumAttachmentBytes } from '../../../preload/contract/attachments/attachments.ts';
import { temporaryFolder } from '../../support/database.ts';
import { buildPng } from '../../support/picture.builder.ts';
import { openTestPractice, type TestPractice } from '../../support/practice.builder.ts';
import { refusalOf } from '../../support/test-app.ts';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);

async function put(office: TestPractice, name: string, bytes: Uint8Array): Promise<string> {
  const answer = await office.app.transport.putFile({ name, bytes });
  if (!answer.ok) throw new Error(answer.error.message);
  return String(answer.data);
}

async function add(office: TestPractice, personId: string, name: string, bytes: Uint8Array) {
  return office.client.attachments.add.mutate({ subject: { kind: 'person', id: personId }, file: await put(office, name, bytes) });
}

const list = async (office: TestPractice, personId: string) =>
  (await office.client.attachments.list.query({ subject: { kind: 'person', id: personId } })).files;

describe('files of a person', () => {
  it('are added, listed, copied, removed and brought back', async () => {
    const office = await openTestPractice();
    const dana = await office.addPerson('Dana Whitfield');
    const added = await add(office, dana, '../contract.txt', text('Dear Dana'));
    expect(added.changeSet?.label).toBe('Add contract.txt to the files of Dana Whitfield');
    const [file] = await list(office, dana);
    expect(file).toMatchObject({
      id: added.id,
      name: 'contract.txt',
      bytes: 9,
      kind: 'text',
      addedBy: 'This computer',
      hasThumbnail: false,
    });
    expect(await office.client.attachments.saveCopy.mutate({ id: added.id })).toEqual({ saved: true, fileName: 'contract.txt' });
    expect(office.desktop.saved.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([['contract.txt', 'Dear Dana']]);

    const removed = await office.client.attachments.archive.mutate({ seen: { id: added.id, version: 1 } });
    expect(removed.changeSet?.label).toBe('Remove contract.txt');
    expect(await list(office, dana)).toEqual([]);
    expect(await refusalOf(office.client.attachments.saveCopy.mutate({ id: added.id }))).toMatchObject({ code: 'not_found' });
    await office.client.history.undo.mutate({ changeSetId: removed.changeSet?.id ?? '' });
    expect(await list(office, dana)).toMatchObject([{ id: added.id, name: 'contract.txt' }]);
  });

  it('stand in the history of the person', async () => {
    const office = await openTestPractice();
    const dana = await office.addPerson('Dana Whitfield');
    await add(office, dana, 'contract.txt', text('Dear Dana'));
    const [entry] = await office.client.history.list.query({ subject: 'person', ids: [dana] });
    expect(entry).toMatchObject({
      label: 'Add contract.txt to the files of Dana Whitfield',
      changes: [{ field: 'File', from: '', to: 'contract.txt' }],
    });
  });

  it('keep the same bytes once', async () => {
    const dataFolder = temporaryFolder();
    const office = await openTestPractice({ folder: dataFolder });
    const [dana, lee] = [await office.addPerson('Dana Whitfield'), await office.addPerson('Lee Carter')];
    const first = await add(office, dana, 'rules.txt', text('The rules of the house'));
    expect(await add(office, dana, 'rules (1).txt', text('The rules of the house'))).toEqual({ changeSet: null, id: first.id });
    await add(office, lee, 'house rules.txt', text('The rules of the house'));
    expect(readdirSync(join(dataFolder, 'attachments'))).toHaveLength(1);
    // Lee keeps theirs, though the change that brought the bytes is taken back.
    await office.client.history.undo.mutate({ changeSetId: first.changeSet?.id ?? '' });
    expect(await list(office, dana)).toEqual([]);
    const [file] = await list(office, lee);
    await office.client.attachments.saveCopy.mutate({ id: file?.id ?? '' });
    expect(office.desktop.saved.map(({ name }) => name)).toEqual(['house rules.txt']);
  });

  it('lie unreadable and without their names in the data folder, and are refused when a bit of them changes', async () => {
    const dataFolder = temporaryFolder();
    const office = await openTestPractice({ folder: dataFolder });
    const dana = await office.addPerson('Dana Whitfield');
    const words = 'A letter nobody else may read. ';
    const { id } = await add(office, dana, 'letter.txt', text(words.repeat(50)));
    const folder = join(dataFolder, 'attachments');
    const [stored = ''] = readdirSync(folder);
    expect(stored).toMatch(/^[0-9a-f-]{36}$/);
    const sealed = readFileSync(join(folder, stored));
    expect(sealed.includes('letter')).toBe(false);

    const changed = Buffer.from(sealed);
    changed[100] = (changed[100] ?? 0) ^ 1;
    writeFileSync(join(folder, stored), changed);
    const refused = { code: 'unavailable', message: expect.stringContaining('missing or damaged') };
    expect(await refusalOf(office.client.attachments.saveCopy.mutate({ id }))).toMatchObject(refused);
    rmSync(join(folder, stored));
    expect(await refusalOf(office.client.attachments.saveCopy.mutate({ id }))).toMatchObject(refused);
    // As the sentence says, adding it again mends it.
    expect(await add(office, dana, 'letter.txt', text(words.repeat(50)))).toEqual({ changeSet: null, id });
    expect(await office.client.attachments.saveCopy.mutate({ id })).toMatchObject({ saved: true });
  });

  it('have a small picture when they are one', async () => {
    const office = await openTestPractice();
    const dana = await office.addPerson('Dana Whitfield');
    const { id } = await add(office, dana, 'badge.png', buildPng({ width: 800, height: 400 }));
    expect(await list(office, dana)).toMatchObject([{ kind: 'picture', hasThumbnail: true }]);
    const { handle } = await office.client.attachments.thumbnail.query({ id });
    const answer = await office.app.transport.getFile(handle);
    expect(answer).toMatchObject({ ok: true, data: { mediaType: 'image/webp' } });
    expect(answer.ok && Buffer.from(answer.data.bytes).toString('latin1', 8, 15)).toBe('WEBPVP8');
    const note = await add(office, dana, 'note.txt', text('a note'));
    expect(await refusalOf(office.client.attachments.thumbnail.query({ id: note.id }))).toMatchObject({ code: 'not_found' });
  });

  it('are taken without a small picture when only their head is right', async () => {
    const office = await openTestPractice();
    const dana = await office.addPerson('Dana Whitfield');
    await add(office, dana, 'broken.png', buildPng({ width: 800, height: 400 }).subarray(0, 60));
    expect(await list(office, dana)).toMatchObject([{ kind: 'picture', hasThumbnail: false }]);
  });

  it.each([
    ['nothing in it', 'a.txt', new Uint8Array(), 'empty'],
    ['too much in it', 'a.txt', new Uint8Array(maximumAttachmentBytes + 1).fill(65), 'over 25 MB'],
    ['a program', 'photo.png', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), 'Only pictures, PDF'],
    ['a web page', 'photo.png', text('<html><script>alert(1)</script></html>'), 'Only pictures, PDF'],
    ['a picture that unpacks to 10 GB', 'photo.png', buildPng({ claims: { width: 60_000, height: 60_000 } }), '60,000 x 60,000 dots'],
    ['a picture cut off in its head', 'photo.png', buildPng().subarray(0, 12), 'cannot be read'],
  ])('refuse %s', async (_what, name, bytes, words) => {
    const office = await openTestPractice();
    const dana = await office.addPerson('Dana Whitfield');
    const refusal = await refusalOf(add(office, dana, name, bytes));
    expect(refusal).toMatchObject({ code: 'invalid_input', message: expect.stringContaining(words), fields: { file: expect.any(String) } });
    expect(await list(office, dana)).toEqual([]);
    expect(office.log.lines).toEqual([]);
  });

  it('refuse a handle of nothing, and a person who is not there', async () => {
    const office = await openTestPractice();
    const dana = await office.addPerson('Dana Whitfield');
    const subject = { kind: 'person', id: dana } as const;
    expect(await refusalOf(office.client.attachments.add.mutate({ subject, file: 'none' }))).toMatchObject({ code: 'not_found' });
    const nobody = '01900000-0000-7000-8000-ffffffffffff';
    expect(await refusalOf(add(office, nobody, 'a.txt', text('a')))).toMatchObject({ code: 'not_found' });
    expect(await refusalOf(list(office, nobody))).toMatchObject({ code: 'not_found' });
  });
});

describe('the folder of sealed files', () => {
  const id = '01900000-0000-7000-8000-000000000001';

  it('removes what an earlier run did not finish, and nothing else', () => {
    const folder = temporaryFolder();
    for (const name of [`${id}.new`, `${id}.t.new`, id, 'somebody.new']) writeFileSync(join(folder, name), 'x');
    folderStore(folder);
    expect(readdirSync(folder).toSorted()).toEqual([id, 'somebody.new']);
  });

  it('takes no name but an id', async () => {
    const store = folderStore(temporaryFolder());
    for (const name of ['../practice.db', `${id}/..`, `${id}.exe`, '', 'a']) {
      await expect(store.read(name)).rejects.toThrow('no name');
      await expect(store.write(name, new Uint8Array())).rejects.toThrow('no name');
    }
    expect(await store.read(id)).toBeUndefined();
  });
});
