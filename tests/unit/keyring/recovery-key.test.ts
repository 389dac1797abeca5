import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newRecoveryKey, readRecoveryKey } from '../../../db/keyring/recovery-key.ts';

const groupsOf = (key: string): string[] => key.split('-');
const replaced = (key: string, at: number, letter: string): string => key.slice(0, at) + letter + key.slice(at + 1);
const letters = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];

describe('a recovery key', () => {
  it('is eight groups of five and another one each time', () => {
    const keys = Array.from({ length: 50 }, newRecoveryKey);
    for (const key of keys) expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(new Set(keys).size).toBe(50);
  });

  it('is read as people type it', () => {
    const key = newRecoveryKey();
    const read = readRecoveryKey(key);
    const typed = key.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(readRecoveryKey(`  ${typed} `)).toEqual(read);
    expect(read).toMatchObject({ ok: true, text: key });
    expect(read.ok && read.bytes).toHaveLength(32);
  });

  it('names the group of any one wrong letter', () => {
    fc.assert(
      fc.property(fc.nat(39), fc.constantFrom(...letters), (place, letter) => {
        const key = newRecoveryKey();
        const group = Math.floor(place / 5);
        const at = group * 6 + (place % 5);
        fc.pre(key[at] !== letter);
        expect(readRecoveryKey(replaced(key, at, letter))).toMatchObject({ ok: false, groups: [group + 1] });
      }),
      { numRuns: 500 },
    );
  });

  it('names the group in which two letters changed places', () => {
    fc.assert(
      fc.property(fc.nat(7), fc.nat(3), (group, place) => {
        const key = newRecoveryKey();
        const at = group * 6 + place;
        const [one = '', other = ''] = [key[at], key[at + 1]];
        fc.pre(one !== other);
        expect(readRecoveryKey(replaced(replaced(key, at, other), at + 1, one))).toMatchObject({ ok: false, groups: [group + 1] });
      }),
      { numRuns: 300 },
    );
  });

  it('names groups that stand in each other’s place', () => {
    const groups = groupsOf(newRecoveryKey());
    const swapped = [groups[1], groups[0], ...groups.slice(2)].join('-');
    expect(readRecoveryKey(swapped)).toMatchObject({ ok: false, groups: [1, 2] });
  });

  it.each([
    ['nothing', '', 1],
    ['half a group', 'ABCDE-FG', 2],
    ['seven groups', 'x', 8],
  ])('says what is missing: %s', (_what, typed, group) => {
    const text = typed === 'x' ? groupsOf(newRecoveryKey()).slice(0, 7).join('-') : typed;
    expect(readRecoveryKey(text)).toMatchObject({ ok: false, groups: [group] });
  });

  it('takes no more than there is', () => {
    expect(readRecoveryKey(`${newRecoveryKey()}-ABCDE`)).toMatchObject({ ok: false, groups: [] });
  });
});
