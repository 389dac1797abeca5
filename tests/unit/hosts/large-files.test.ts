import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Downloads } from '../../../main/hosts/web/downloads.ts';
import { spool } from '../../../main/hosts/web/spool.ts';
import { writeWhole } from '../../../main/hosts/write-whole.ts';
import { temporaryFolder } from '../../support/database.ts';

const words = 'a name and a phone number\n';

async function writeMuch(file: Writable): Promise<void> {
  for (let piece = 0; piece < 2000; piece += 1) {
    if (!file.write(words)) await new Promise<void>((resolve) => file.once('drain', () => resolve()));
  }
}

async function breakHalfWay(file: Writable): Promise<void> {
  file.write(words);
  throw new Error('half way');
}

describe('a file that is written piece by piece', () => {
  it('stands whole in its place', async () => {
    const folder = temporaryFolder();
    await writeWhole(join(folder, 'export.zip'), writeMuch);
    expect(readdirSync(folder)).toEqual(['export.zip']);
    expect(readFileSync(join(folder, 'export.zip'), 'utf8')).toBe(words.repeat(2000));
  });

  it('leaves what was there when it breaks half way', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'export.zip'), 'yesterday');
    await expect(writeWhole(join(folder, 'export.zip'), breakHalfWay)).rejects.toThrow('half way');
    expect(readdirSync(folder)).toEqual(['export.zip']);
    expect(readFileSync(join(folder, 'export.zip'), 'utf8')).toBe('yesterday');
  });

  it('says what to do when it cannot be written', async () => {
    await expect(writeWhole(join(temporaryFolder(), 'no', 'folder', 'export.zip'), writeMuch)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('choose another place'),
    });
  });
});

/** What waits in the system's folder of passing files. */
const waiting = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('office-download-'));

describe('a file that waits for the browser', () => {
  it('lies unreadable on the disk, is read back, and goes with the last', async () => {
    const before = waiting();
    const downloads = new Downloads();
    onTestFinished(() => downloads.clear());
    const handle = downloads.put({ name: 'export.zip', mediaType: 'application/zip', spooled: await spool(writeMuch) });
    const [folder = ''] = waiting().filter((name) => !before.includes(name));
    expect(readFileSync(join(tmpdir(), folder, 'file')).includes('phone')).toBe(false);
    const found = downloads.find(handle);
    if (!found || !('spooled' in found)) throw new Error('The file is not held');
    expect(found.spooled.size).toBe(words.length * 2000);
    expect((await buffer(found.spooled.open())).toString()).toBe(words.repeat(2000));
    downloads.clear();
    expect(waiting()).not.toContain(folder);
  });

  it('leaves nothing when it breaks half way', async () => {
    const before = waiting();
    await expect(spool(breakHalfWay)).rejects.toThrow('half way');
    expect(waiting()).toEqual(before);
  });
});
