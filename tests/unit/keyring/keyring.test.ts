import { describe, expect, it } from 'vitest';
import {
  isProtected,
  joined,
  keyringText,
  newDataKey,
  openKeyring,
  parseKeyring,
  passphraseSlot,
  recoverySlot,
  systemSlot,
  unlockByPassphrase,
  unlockByRecoveryKey,
  unlockBySystem,
  unlockOpen,
  withKey,
  withOnlyKey,
  withoutSlots,
  withSlot,
} from '../../../db/keyring/keyring.ts';
import { newRecoveryKey, readRecoveryKey } from '../../../db/keyring/recovery-key.ts';
import { newBoxKeys, openBox, sealTo } from '../../../db/keyring/sealed-box.ts';

const account = '01900000-0000-7000-8000-000000000001';
const words = 'river lamp orange nine';

describe('a keyring', () => {
  it('opens for everybody until it has a passphrase', async () => {
    const key = newDataKey();
    const ring = openKeyring(key);
    expect(isProtected(ring)).toBe(false);
    expect(unlockOpen(ring)?.keys).toEqual([key]);
    const slot = await passphraseSlot(ring, account, 'Dana Ortiz', words);
    const guarded = withSlot(
      withoutSlots(ring, ({ kind }) => kind === 'open'),
      slot,
      [key],
    );
    expect(isProtected(guarded)).toBe(true);
    expect(unlockOpen(guarded)).toBeUndefined();
    expect((await unlockByPassphrase(guarded, ' dana  ORTIZ', words))?.keys).toEqual([key]);
    expect(await unlockByPassphrase(guarded, 'Dana Ortiz', `${words}!`)).toBeUndefined();
    expect(await unlockByPassphrase(guarded, 'Lee Park', words)).toBeUndefined();
  });

  it('holds no readable word: neither names nor the key', async () => {
    const key = newDataKey();
    const ring = openKeyring(key);
    const slot = await passphraseSlot(ring, account, 'Dana Ortiz', words);
    const text = keyringText(
      withSlot(
        withoutSlots(ring, () => true),
        slot,
        [key],
      ),
    );
    for (const secret of ['Dana', 'Ortiz', 'river', key.bytes.toString('hex'), key.bytes.toString('base64')])
      expect(text).not.toContain(secret);
  });

  it('opens with the printed key, and with what the operating system keeps', async () => {
    const key = newDataKey();
    const read = readRecoveryKey(newRecoveryKey());
    const other = readRecoveryKey(newRecoveryKey());
    if (!read.ok || !other.ok) throw new Error('a new key does not read back');
    let ring = withSlot(openKeyring(key), recoverySlot(read.bytes), [key]);
    ring = withSlot(ring, await systemSlot(async (text) => Buffer.from(text).toString('base64')), [key]);
    expect(unlockByRecoveryKey(ring, read.bytes)?.keys).toEqual([key]);
    expect(unlockByRecoveryKey(ring, other.bytes)).toBeUndefined();
    expect((await unlockBySystem(ring, async (sealed) => Buffer.from(sealed, 'base64').toString()))?.keys).toEqual([key]);
    expect(await unlockBySystem(ring, async () => undefined)).toBeUndefined();
  });

  it('gives everybody a new key without their secret, and drops the old one', async () => {
    const [first, second] = [newDataKey(), newDataKey()];
    const ring = openKeyring(first);
    const both = withKey(ring, second);
    expect(unlockOpen(both)?.keys).toEqual([second, first]);
    expect(unlockOpen(withOnlyKey(both, second.id))?.keys).toEqual([second]);
    expect(withOnlyKey(ring, second.id).slots).toEqual([]);
  });

  it('opens the file before and the file after while one takes the place of the other', () => {
    const [first, second] = [newDataKey(), newDataKey()];
    const present = openKeyring(first);
    const next = openKeyring(second);
    const between = joined(next, present);
    expect(between.slots).toHaveLength(2);
    expect(joined(withKey(present, second), present).slots[0]?.keys.map(({ id }) => id)).toEqual([second.id, first.id]);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'key'],
    ['another version', JSON.stringify({ version: 3, slots: [] })],
    ['with more in it', JSON.stringify({ ...openKeyring(newDataKey()), more: 1 })],
  ])('is refused when it is %s', (_what, text) => {
    expect(parseKeyring(text)).toBeUndefined();
  });

  it('is read as it was written', () => {
    const ring = openKeyring(newDataKey());
    expect(parseKeyring(keyringText(ring))).toEqual(ring);
  });

  it('takes no key from one slot into another', () => {
    const [one, other] = [openKeyring(newDataKey()), openKeyring(newDataKey())];
    const [slot] = one.slots;
    const [foreign] = other.slots;
    if (!slot || !foreign) throw new Error('no slot');
    expect(unlockOpen({ ...one, slots: [{ ...slot, keys: foreign.keys }] })).toBeUndefined();
  });
});

describe('a sealed box', () => {
  it('opens for its key, in its context, unchanged', () => {
    const [mine, others] = [newBoxKeys(), newBoxKeys()];
    const plain = Buffer.from('A note for the manager');
    const box = sealTo(mine.publicKey, plain, 'note');
    expect(openBox(mine.privateKey, box, 'note')).toEqual(plain);
    expect(openBox(others.privateKey, box, 'note')).toBeUndefined();
    expect(openBox(mine.privateKey, box, 'another')).toBeUndefined();
    for (let at = 0; at < box.length; at += 7) {
      const changed = Buffer.from(box);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(openBox(mine.privateKey, changed, 'note')).toBeUndefined();
    }
    expect(openBox(mine.privateKey, box.subarray(0, 20), 'note')).toBeUndefined();
  });
});
