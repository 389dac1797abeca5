import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { keyFromPassphrase, passphraseCost } from './passphrase-key.ts';
import { decrypt, encrypt, newBoxKeys, openBox, sealTo, type BoxKeys } from './sealed-box.ts';

const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);
const hex = z.string().regex(/^[0-9a-f]+$/);

/** A data key sealed to a slot. `id` tells keys apart: while a file is rewritten a slot holds the old and the new one. */
const sealedKey = z.strictObject({ id: hex, box: base64 });

const slotOf = <Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind), id: z.uuid(), publicKey: base64, keys: z.array(sealedKey), ...shape });

const slot = z.discriminatedUnion('kind', [
  /** Opens for everybody: its private key lies here in the clear. */
  slotOf('open', { privateKey: base64 }),
  slotOf('passphrase', {
    accountId: z.uuid(),
    /** What finds the slot by the name that is typed, without telling the name. */
    locator: hex,
    salt: base64,
    memoryKiB: z.int().min(8).max(1_048_576),
    passes: z.int().min(1).max(100),
    lanes: z.int().min(1).max(64),
    privateKey: base64,
  }),
  slotOf('recovery', { privateKey: base64, confirmed: z.boolean() }),
  /** The private key as the operating system keeps it for this computer's user. */
  slotOf('system', { privateKey: base64 }),
]);

const keyring = z.strictObject({
  version: z.literal(2),
  practiceId: z.uuid(),
  nameSalt: hex,
  /** Public half of the key that captures are sealed to, once the database has made it. */
  captureKey: base64.nullable(),
  slots: z.array(slot),
});

/** Who can open the database, and how. Immutable: each function answers a new one. */
export type Keyring = z.infer<typeof keyring>;
export type Slot = Keyring['slots'][number];
export type PassphraseSlot = Extract<Slot, { kind: 'passphrase' }>;

/** The key of the database, 32 bytes, with the id it has in the keyring. */
export interface DataKey {
  readonly id: string;
  readonly bytes: Buffer;
}

/** What a slot opened with: the keys it holds, the newest first. */
export interface Unlocked {
  readonly slot: Slot;
  readonly keys: readonly DataKey[];
}

/** Everything that makes ids in here is random, not ordered: a keyring tells nothing of when. */
const newId = (): string => crypto.randomUUID();

export const newDataKey = (): DataKey => ({ id: randomBytes(8).toString('hex'), bytes: randomBytes(32) });

/** A keyring that opens for everybody, as a new data folder has it. */
export function openKeyring(key: DataKey): Keyring {
  const ring: Keyring = { version: 2, practiceId: newId(), nameSalt: randomBytes(16).toString('hex'), captureKey: null, slots: [] };
  return withSlot(ring, openSlot(), [key]);
}

function openSlot(): Slot {
  return { kind: 'open', id: newId(), keys: [], ...newBoxKeys() };
}

/** Reads the text of keyring.json; undefined when it is no keyring of this version. */
export function parseKeyring(text: string): Keyring | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parsed = keyring.safeParse(content);
  return parsed.success ? parsed.data : undefined;
}

export const keyringText = (ring: Keyring): string => `${JSON.stringify(ring, null, 2)}\n`;

/** True when no slot opens for everybody. */
export const isProtected = (ring: Keyring): boolean => !ring.slots.some(({ kind }) => kind === 'open');

/** The name as it is compared: "Dana Ortiz", "dana  ortiz" are one. */
const plainName = (name: string): string => name.normalize('NFKC').toLocaleLowerCase('en-US').replaceAll(/\s+/g, ' ').trim();

export const locatorOf = ({ nameSalt }: Pick<Keyring, 'nameSalt'>, name: string): string =>
  createHmac('sha256', Buffer.from(nameSalt, 'hex')).update(plainName(name)).digest('hex').slice(0, 32);

/** Adds a slot that holds `keys`, newest first. */
export function withSlot(ring: Keyring, slot: Slot, keys: readonly DataKey[]): Keyring {
  return { ...ring, slots: [...ring.slots, { ...slot, keys: keys.map((key) => sealKey(slot, key)) }] };
}

export const withoutSlots = (ring: Keyring, gone: (slot: Slot) => boolean): Keyring => ({
  ...ring,
  slots: ring.slots.filter((slot) => !gone(slot)),
});

export const withCaptureKey = (ring: Keyring, captureKey: string): Keyring => ({ ...ring, captureKey });

/** Every slot can open with `key` too; it comes first. Needs nobody's secret. */
export const withKey = (ring: Keyring, key: DataKey): Keyring => ({
  ...ring,
  slots: ring.slots.map((slot) => ({ ...slot, keys: [sealKey(slot, key), ...slot.keys] })),
});

/** What is left when only `keyId` opens the file: other keys go, and with them the slots that had nothing else. */
export function withOnlyKey(ring: Keyring, keyId: string): Keyring {
  const slots = ring.slots.map((slot) => ({ ...slot, keys: slot.keys.filter(({ id }) => id === keyId) }));
  return { ...ring, slots: slots.filter(({ keys }) => keys.length > 0) };
}

/** Those who can open `ring` can open a file with another key: its keyring. */
export const ringFor = (ring: Keyring, key: DataKey): Keyring => withOnlyKey(withKey(ring, key), key.id);

/**
 * Both keyrings in one, for the moment in which either file may be the one on the disk. The slots of `next` come first.
 * A slot is bound to its practice, so the practice of each stands with it.
 */
export function joined(next: Keyring, present: Keyring): Keyring {
  const known = new Set(next.slots.map(({ id }) => id));
  const slots = next.slots.map((slot) => {
    const before = present.slots.find(({ id }) => id === slot.id);
    const added = before?.keys.filter(({ id }) => !slot.keys.some((key) => key.id === id)) ?? [];
    return { ...slot, keys: [...slot.keys, ...added] };
  });
  return { ...next, slots: [...slots, ...present.slots.filter(({ id }) => !known.has(id))] };
}

const contextOf = (slot: Pick<Slot, 'id'>): string => `slot ${slot.id}`;

function sealKey(slot: Slot, key: DataKey): z.infer<typeof sealedKey> {
  return { id: key.id, box: sealTo(slot.publicKey, key.bytes, `${contextOf(slot)} key ${key.id}`).toString('base64') };
}

/** The keys behind a slot whose private key is known; undefined when that is another one's. */
function unlock(slot: Slot, privateKey: string): Unlocked | undefined {
  const keys = slot.keys.flatMap(({ id, box }) => {
    const bytes = openBox(privateKey, Buffer.from(box, 'base64'), `${contextOf(slot)} key ${id}`);
    return bytes ? [{ id, bytes }] : [];
  });
  return keys.length > 0 ? { slot, keys } : undefined;
}

/** Opens without any secret, where there is an open slot. */
export function unlockOpen(ring: Keyring): Unlocked | undefined {
  for (const slot of ring.slots) if (slot.kind === 'open') return unlock(slot, slot.privateKey);
  return undefined;
}

/**
 * A slot for an account's passphrase. Reckons the key beside the event loop, some 0.2 s.
 * Its private key is sealed by Argon2id of the passphrase; see reference "Keys".
 */
export async function passphraseSlot(ring: Keyring, accountId: string, name: string, passphrase: string): Promise<PassphraseSlot> {
  const salt = randomBytes(16);
  const { publicKey, privateKey } = newBoxKeys();
  const id = newId();
  const key = await keyFromPassphrase(passphrase, salt);
  return {
    kind: 'passphrase',
    id,
    accountId,
    locator: locatorOf(ring, name),
    salt: salt.toString('base64'),
    ...passphraseCost,
    publicKey,
    privateKey: sealPrivate(key, privateKey, contextOf({ id })),
    keys: [],
  };
}

/** Opens the slot of a name. A name that has none takes as long as a wrong passphrase. Undefined when either is wrong. */
export async function unlockByPassphrase(ring: Keyring, name: string, passphrase: string): Promise<Unlocked | undefined> {
  const locator = locatorOf(ring, name);
  const slots = ring.slots.filter((slot): slot is PassphraseSlot => slot.kind === 'passphrase' && slot.locator === locator);
  if (slots.length === 0) await keyFromPassphrase(passphrase, randomBytes(16));
  for (const slot of slots) {
    const key = await keyFromPassphrase(passphrase, Buffer.from(slot.salt, 'base64'), slot);
    const privateKey = openPrivate(key, slot.privateKey, contextOf(slot));
    const unlocked = privateKey && unlock(slot, privateKey);
    if (unlocked) return unlocked;
  }
  return undefined;
}

/** A slot for a recovery key; `bytes` is what `readRecoveryKey` gives. */
export function recoverySlot(bytes: Buffer): Slot {
  const id = newId();
  const { publicKey, privateKey } = newBoxKeys();
  return {
    kind: 'recovery',
    id,
    confirmed: false,
    publicKey,
    privateKey: sealPrivate(recoverySecret(bytes, id), privateKey, contextOf({ id })),
    keys: [],
  };
}

export function unlockByRecoveryKey(ring: Keyring, bytes: Buffer): Unlocked | undefined {
  for (const slot of ring.slots) {
    if (slot.kind !== 'recovery') continue;
    const privateKey = openPrivate(recoverySecret(bytes, slot.id), slot.privateKey, contextOf(slot));
    const unlocked = privateKey && unlock(slot, privateKey);
    if (unlocked) return unlocked;
  }
  return undefined;
}

/** 160 random bits need no stretching. */
const recoverySecret = (bytes: Buffer, id: string): Buffer => Buffer.from(hkdfSync('sha256', bytes, id, 'office recovery', 32));

/** A slot whose private key the operating system keeps: `seal` answers what it makes of the text, as base64. */
export async function systemSlot(seal: (text: string) => Promise<string>): Promise<Slot> {
  const { publicKey, privateKey }: BoxKeys = newBoxKeys();
  return { kind: 'system', id: newId(), publicKey, privateKey: await seal(privateKey), keys: [] };
}

/** `open` answers undefined when the operating system does not give the text back: another user, another computer. */
export async function unlockBySystem(ring: Keyring, open: (sealed: string) => Promise<string | undefined>): Promise<Unlocked | undefined> {
  for (const slot of ring.slots) {
    if (slot.kind !== 'system') continue;
    const privateKey = await open(slot.privateKey);
    const unlocked = privateKey === undefined ? undefined : unlock(slot, privateKey);
    if (unlocked) return unlocked;
  }
  return undefined;
}

const sealPrivate = (key: Buffer, privateKey: string, context: string): string =>
  encrypt(key, Buffer.from(privateKey, 'base64'), context).toString('base64');

const openPrivate = (key: Buffer, sealed: string, context: string): string | undefined =>
  decrypt(key, Buffer.from(sealed, 'base64'), context)?.toString('base64');
