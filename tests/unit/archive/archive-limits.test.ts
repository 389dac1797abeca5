import { describe, expect, it } from 'vitest';
import { maximumEntries, refusalOfEntries, type StatedEntry } from '../../../main/features/archive/domain/archive-limits.ts';

const entry = (name: string, changes: Partial<StatedEntry> = {}): StatedEntry => ({
  name,
  packedBytes: 10,
  bytes: 100,
  method: 8,
  isEncrypted: false,
  unixMode: 0o100600,
  ...changes,
});
const data = entry('data.json');
const id = '01900000-0000-7000-8000-000000000001';
const megabyte = 1024 * 1024;

describe('the directory of an export', () => {
  it('is taken with everything an export has, also packed again on another system', () => {
    const files = [
      data,
      entry('README.txt'),
      entry('data/', { bytes: 0 }),
      entry('data/person.csv', { unixMode: 0 }),
      entry(`attachments/${id}-Ärztin 2.pdf`),
      entry('attachments/', { bytes: 0, unixMode: 0o040755 }),
    ];
    expect(refusalOfEntries(files, 1000)).toBeUndefined();
  });

  it.each<[string, readonly StatedEntry[], string]>([
    ['a path that leads out', [data, entry('../x')], 'files that no export has'],
    ['a file in a folder of its own', [data, entry('more/data.json')], 'files that no export has'],
    ['an attachment without an id', [data, entry('attachments/letter.pdf')], 'files that no export has'],
    ['a control in a name', [data, entry(`attachments/${id}-a\u0007.pdf`)], 'files that no export has'],
    ['a name twice', [data, data], 'data.json twice'],
    ['a name twice but for its letters', [data, entry('data/a.csv'), entry(`attachments/${id}-A`), entry(`attachments/${id}-a`)], 'twice'],
    ['a password', [data, entry('data/a.csv', { isEncrypted: true })], 'has a password'],
    ['a link', [data, entry('data/a.csv', { unixMode: 0o120777 })], 'holds links'],
    ['another way of packing', [data, entry('data/a.csv', { method: 12 })], 'cannot be read'],
    ['an attachment over 25 MB', [data, entry(`attachments/${id}-a`, { bytes: 26 * megabyte })], 'larger than it can be'],
    ['data that unpack to far more', [entry('data.json', { bytes: 300 * megabyte, packedBytes: megabyte })], 'unpacks to far more'],
    ['a folder with bytes', [data, entry('data/', { bytes: 5 })], 'larger than it can be'],
    [
      'entries that share their bytes',
      [data, entry('data/a.csv', { packedBytes: 900 }), entry('data/b.csv', { packedBytes: 900 })],
      'than it can hold',
    ],
    ['no data', [entry('README.txt')], 'no data.json'],
    ['too many', Array.from({ length: maximumEntries + 1 }, () => data), 'more than 20,000 files'],
  ])('is refused with %s', (_what, entries, words) => {
    expect(refusalOfEntries(entries, 1000)).toContain(words);
  });
});
